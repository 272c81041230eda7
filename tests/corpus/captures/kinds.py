# SPDX-License-Identifier: Apache-2.0
"""The eighteen kinds of control as HTML, each on and off, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

State = Literal["on", "off", "middle"]


@dataclass(frozen=True, slots=True)
class Look:
    """How one control looks. `words`: the language's words for on, off, turn on, turn off."""

    state: State
    dark: bool
    accent: str
    words: tuple[str, str, str, str]
    disabled: bool = False
    rtl: bool = False
    variant: int = 0

    @property
    def is_on(self) -> bool:
        """Whether the position is on."""
        return self.state == "on"

    @property
    def word(self) -> str:
        """The word for the position."""
        return self.words[0] if self.is_on else self.words[1]

    @property
    def verb(self) -> str:
        """The word for what would change it."""
        return self.words[3] if self.is_on else self.words[2]

    @property
    def text(self) -> str:
        """The colour of text."""
        return "#e6e6e6" if self.dark else "#1f1f1f"

    @property
    def card(self) -> str:
        """The colour of the card."""
        return "#1c1c1e" if self.dark else "#ffffff"


def _slide(  # noqa: PLR0913 - a switch has this many measures
    look: Look,
    *,
    size: tuple[int, int],
    knob: tuple[int, int],
    inset: int,
    track: str,
    knob_colour: str,
    border: str = "",
    shadow: bool = True,
) -> str:
    width, height = size
    wide, high = knob
    share = {"on": 1.0, "off": 0.0, "middle": 0.5}[look.state]
    mirrored = look.rtl and look.variant % 2 == 0
    left = inset + (width - wide - 2 * inset) * ((1 - share) if mirrored else share)
    cast = "box-shadow:0 1px 3px rgba(0,0,0,.35);" if shadow else ""
    return (
        f'<span data-c style="display:inline-block;position:relative;flex:none;box-sizing:border-box;'
        f"width:{width}px;height:{height}px;border-radius:{height}px;background:{track};{border}"
        f'{"opacity:.5;" if look.disabled else ""}">'
        f'<i style="position:absolute;{cast}left:{left - _edge(border)}px;'
        f"top:{(height - high) / 2 - _edge(border)}px;width:{wide}px;height:{high}px;border-radius:{high}px;"
        f'background:{knob_colour}"></i></span>'
    )


def _edge(border: str) -> int:
    return int(border[len("border:")]) if border else 0


def linkedin(look: Look) -> str:
    track = (
        ("#70b5f9" if look.variant else "#7fc15e")
        if look.dark
        else ("#0a66c2" if look.variant else "#01754f")
    )
    off = "#9a9a9a" if look.dark else "#666666"
    switch = _slide(
        look,
        size=(40, 24),
        knob=(20, 20),
        inset=2,
        track=track if look.is_on else off,
        knob_colour="#1d2226" if look.dark else "#fff",
        shadow=False,
    )
    word = "" if look.state == "middle" else look.word
    return f'<span style="margin:0 8px;color:{look.text}">{word}</span>{switch}'


def ios(look: Look) -> str:
    off = "#39393d" if look.dark else "#e9e9ea"
    on = "#30d158" if look.dark else "#34c759"
    return _slide(
        look, size=(51, 31), knob=(27, 27), inset=2, track=on if look.is_on else off, knob_colour="#fff"
    )


def ios_wide(look: Look) -> str:
    off = "#4a4a4e" if look.dark else "#d9d9dc"
    on = "#30d158" if look.dark else "#34c759"
    return _slide(
        look,
        size=(64, 28),
        knob=(39, 24),
        inset=2,
        track=on if look.is_on else off,
        knob_colour="#fff",
        shadow=False,
    )


def material2(look: Look) -> str:
    on_track = "#5f7fb8" if look.dark else "#a5c4f7"
    off_track = "#5d5d5d" if look.dark else "#9f9f9f"
    on_knob, off_knob = ("#8ab4f8", "#b9b9b9") if look.dark else ("#1a73e8", "#fafafa")
    return _slide(
        look,
        size=(34, 14),
        knob=(20, 20),
        inset=-2,
        track=on_track if look.is_on else off_track,
        knob_colour=on_knob if look.is_on else off_knob,
    )


def material3(look: Look) -> str:
    if look.is_on:
        track, knob = ("#d0bcff", "#381e72") if look.dark else (look.accent, "#ffffff")
        return _slide(
            look, size=(52, 32), knob=(24, 24), inset=4, track=track, knob_colour=knob, shadow=False
        )
    track, line = ("#36343b", "#938f99") if look.dark else ("#e6e0e9", "#79747e")
    return _slide(
        look,
        size=(52, 32),
        knob=(16, 16),
        inset=8,
        track=track,
        knob_colour=line,
        border=f"border:2px solid {line};",
        shadow=False,
    )


def blue_pill(look: Look) -> str:
    off = "#4b5563" if look.dark else "#d1d5db"
    return _slide(
        look,
        size=(36, 20),
        knob=(16, 16),
        inset=2,
        track=look.accent if look.is_on else off,
        knob_colour="#fff",
        shadow=False,
    )


def monochrome(look: Look) -> str:
    on, on_knob = ("#f4f4f4", "#111111") if look.dark else ("#0d0d0d", "#ffffff")
    off, off_knob = ("#424242", "#b4b4b4") if look.dark else ("#d7d7d7", "#ffffff")
    return _slide(
        look,
        size=(32, 18),
        knob=(14, 14),
        inset=2,
        track=on if look.is_on else off,
        knob_colour=on_knob if look.is_on else off_knob,
        shadow=False,
    )


def fluent(look: Look) -> str:
    if look.is_on:
        return _slide(
            look,
            size=(40, 20),
            knob=(14, 14),
            inset=3,
            track="#479ef5" if look.dark else "#0f6cbd",
            knob_colour="#1f1f1f" if look.dark else "#fff",
            shadow=False,
        )
    line = "#adadad" if look.dark else "#616161"
    return _slide(
        look,
        size=(40, 20),
        knob=(14, 14),
        inset=3,
        track="transparent",
        knob_colour=line,
        border=f"border:1px solid {line};",
        shadow=False,
    )


def _tick(colour: str, mark: State) -> str:
    path = "M4 9.5l3.2 3.2L14 6" if mark == "on" else "M4 9h10"
    return (
        f'<svg width="18" height="18" style="position:absolute;left:0;top:0"><path d="{path}" fill="none" '
        f'stroke="{colour}" stroke-width="2.2"/></svg>'
    )


def _box(look: Look, *, fill: str, line: str, mark: str) -> str:
    faint = "opacity:.5;" if look.disabled else ""
    return (
        f'<span data-c style="display:inline-block;position:relative;flex:none;width:18px;height:18px;{faint}'
        f"border-radius:{3 - look.variant}px;background:{fill};"
        f'box-shadow:inset 0 0 0 2px {line}">{mark}</span>'
    )


def filled_checkbox(look: Look) -> str:
    if look.state == "off":
        return _box(look, fill="transparent", line="#9aa0a6" if look.dark else "#5f6368", mark="")
    return _box(look, fill=look.accent, line=look.accent, mark=_tick("#fff", look.state))


def outline_checkbox(look: Look) -> str:
    line = "#9aa0a6" if look.dark else "#444444"
    mark = "" if look.state == "off" else _tick(look.text if look.variant else look.accent, look.state)
    return _box(look, fill="transparent", line=line, mark=mark)


def select(look: Look) -> str:
    line = "#555" if look.dark else "#bbb"
    return (
        f'<span data-c style="display:inline-flex;gap:14px;align-items:center;border:1px solid {line};'
        f'border-radius:6px;padding:5px 10px;color:{look.text}">'
        f'<span>{look.word}</span><i style="width:7px;height:7px;'
        f'border:solid {look.text};border-width:0 2px 2px 0;transform:rotate(45deg)"></i></span>'
    )


def text_row(look: Look) -> str:
    grey = "#98989f" if look.dark else "#8a8a8e"
    return (
        f'<span data-c style="color:{grey};display:inline-flex;gap:10px;'
        f'align-items:center"><span>{look.word}</span>'
        f'<i style="width:8px;height:8px;border:solid {grey};'
        f'border-width:2px 2px 0 0;transform:rotate(45deg)"></i>'
        "</span>"
    )


def _button(text: str, look: Look) -> str:
    return (
        f'<span style="border:1px solid {look.accent};color:{look.accent};border-radius:16px;'
        f'padding:5px 14px;font-weight:600">{text}</span>'
    )


def word_button(look: Look) -> str:
    return (
        f'<span data-c style="display:inline-flex;gap:18px;align-items:center;color:{look.text}">'
        f"<span>{look.word}</span>{_button(look.verb, look)}</span>"
    )


def button_only(look: Look) -> str:
    return f"<span data-c>{_button(look.verb, look)}</span>"


def segment(look: Look) -> str:
    chosen = f"background:{look.accent};color:#fff"
    plain = f"background:transparent;color:{look.text}"
    cells = "".join(
        f'<span style="padding:5px 14px;{chosen if is_on == look.is_on else plain}">{word}</span>'
        for word, is_on in ((look.words[0], True), (look.words[1], False))
    )
    return (
        f'<span data-c style="display:inline-flex;flex:none;border:1px solid {look.accent};border-radius:8px;'
        f'overflow:hidden">{cells}</span>'
    )


def radio(look: Look) -> str:
    lines = []
    for word, is_on in ((look.words[0], True), (look.words[1], False)):
        chosen = is_on == look.is_on
        line = look.accent if chosen else ("#9aa0a6" if look.dark else "#5f6368")
        dot = (
            f'<i style="position:absolute;left:5px;top:5px;width:10px;height:10px;border-radius:5px;'
            f'background:{look.accent}"></i>'
            if chosen
            else ""
        )
        lines.append(
            f'<span style="display:flex;gap:10px;align-items:center;margin:6px 0">'
            f'<span style="position:relative;'
            f"flex:none;width:20px;height:20px;border-radius:10px;box-sizing:border-box;"
            f'border:2px solid {line}"><span style="position:absolute;left:-2px;top:-2px">{dot}</span></span>'
            f'<span style="color:{look.text}">{word}</span></span>'
        )
    return f'<span data-c style="display:inline-block">{"".join(lines)}</span>'


def statement(look: Look) -> str:
    return f'<span data-c style="color:{look.text}">{look.word}</span>'


def square(look: Look) -> str:
    track = "#2e9e4f" if look.is_on else "#c93636"
    left = {"on": 24, "off": 2, "middle": 13}[look.state]
    return (
        f'<span data-c style="display:inline-block;position:relative;flex:none;width:46px;height:24px;'
        f'background:{track}"><i style="position:absolute;left:{left}px;top:2px;width:20px;height:20px;'
        f'background:#fff"></i></span>'
    )


KINDS: Final[dict[str, Callable[[Look], str]]] = {
    "LinkedIn web": linkedin,
    "iOS": ios,
    "iOS wide knob": ios_wide,
    "Material 2": material2,
    "Material 3": material3,
    "blue pill": blue_pill,
    "monochrome": monochrome,
    "Fluent": fluent,
    "filled checkbox": filled_checkbox,
    "outline checkbox": outline_checkbox,
    "select": select,
    "text row": text_row,
    "word and button": word_button,
    "button only": button_only,
    "segment": segment,
    "radio": radio,
    "text-only statement": statement,
    "square red and green": square,
}
SLIDES: Final = frozenset(list(KINDS)[:8]) | {"square red and green"}
BOXES: Final = frozenset({"filled checkbox", "outline checkbox"})
"""Kinds that commonly stand left of their label."""

BELOW: Final = frozenset({"radio", "text-only statement"})
"""Kinds that stand below their label."""
