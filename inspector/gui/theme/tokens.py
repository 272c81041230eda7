# SPDX-License-Identifier: Apache-2.0
"""The colours of the window by what they are for: light and dark, and both again in high contrast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

Scheme = Literal["light", "dark", "contrast-light", "contrast-dark"]
_LINEAR_UP_TO = 0.04045


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette. `line` only separates, `outline` is that of a button; `edge` bounds what can be filled in.

    `chosen` is the ground of a row that is chosen.
    """

    scheme: Scheme
    paper: QColor
    card: QColor
    rail: QColor
    ink: QColor
    muted: QColor
    line: QColor
    outline: QColor
    edge: QColor
    hover: QColor
    chosen: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    focus: QColor
    on: QColor
    on_ground: QColor
    off: QColor
    off_ground: QColor
    unknown: QColor
    unknown_ground: QColor

    def colour(self, name: str) -> QColor:
        """Return a colour by its name here, such as `muted`. Raises KeyError for any other name."""
        found = getattr(self, name, None)
        if not isinstance(found, QColor):
            raise KeyError(name)
        return QColor(found)

    def state(self, state: str) -> tuple[QColor, QColor]:
        """Return ink and ground of `on`, `off` or `unknown`; whatever else there is looks like unknown."""
        name = state if state in ("on", "off") else "unknown"
        return self.colour(name), self.colour(f"{name}_ground")

    def names(self) -> tuple[str, ...]:
        """Return the names of all colours."""
        return tuple(field.name for field in fields(self) if field.name != "scheme")

    @property
    def idle(self) -> QColor:
        """Return the colour of words that cannot be used now; in high contrast quiet words are no fainter."""
        return self.line if self.is_strong else self.muted

    @property
    def is_dark(self) -> bool:
        """Answer whether words are lighter than their ground."""
        return self.ink.lightness() > self.paper.lightness()

    @property
    def is_strong(self) -> bool:
        """Answer whether this is a palette of high contrast."""
        return self.scheme in ("contrast-light", "contrast-dark")


def _tokens(scheme: Scheme, **colours: str) -> Tokens:
    return Tokens(scheme, **{name: QColor(value) for name, value in colours.items()})


LIGHT = _tokens(
    "light",
    paper="#F6F5F1",
    card="#FFFFFF",
    rail="#ECEAE4",
    ink="#1D2330",
    muted="#596273",
    line="#DDDAD2",
    outline="#C2BDB2",
    edge="#7F8693",
    hover="#F1EFEA",
    chosen="#DCEBEF",
    accent="#0F5D73",
    accent_hover="#0B4A5C",
    on_accent="#FFFFFF",
    focus="#0B7FA3",
    on="#A8401B",
    on_ground="#FBEDE6",
    off="#1C6A50",
    off_ground="#E6F2ED",
    unknown="#566072",
    unknown_ground="#ECEEF1",
)
DARK = _tokens(
    "dark",
    paper="#14181F",
    card="#1C222B",
    rail="#10141A",
    ink="#E9ECF1",
    muted="#A3ADBD",
    line="#323B48",
    outline="#4C586A",
    edge="#6C7788",
    hover="#252D38",
    chosen="#21414D",
    accent="#5CC0D8",
    accent_hover="#7FD0E3",
    on_accent="#0C1A20",
    focus="#7AD3EA",
    on="#F2A27C",
    on_ground="#3A2318",
    off="#7FD1B0",
    off_ground="#14312A",
    unknown="#B4BDCB",
    unknown_ground="#2A323D",
)
# Lines and edges stand out as well: where grounds are alike, it is they that tell one part from another.
CONTRAST_LIGHT = _tokens(
    "contrast-light",
    paper="#FFFFFF",
    card="#FFFFFF",
    rail="#FFFFFF",
    ink="#000000",
    muted="#2E2E2E",
    line="#767676",
    outline="#000000",
    edge="#000000",
    hover="#EDEDED",
    chosen="#D6ECFF",
    accent="#003F66",
    accent_hover="#00263D",
    on_accent="#FFFFFF",
    focus="#A3006F",
    on="#7A2200",
    on_ground="#FFEDE5",
    off="#004730",
    off_ground="#E0F7EC",
    unknown="#33373D",
    unknown_ground="#EDEEF0",
)
CONTRAST_DARK = _tokens(
    "contrast-dark",
    paper="#000000",
    card="#000000",
    rail="#000000",
    ink="#FFFFFF",
    muted="#DADADA",
    line="#8C8C8C",
    outline="#FFFFFF",
    edge="#FFFFFF",
    hover="#262626",
    chosen="#003C57",
    accent="#7FE3FF",
    accent_hover="#B8F0FF",
    on_accent="#000000",
    focus="#FFE24A",
    on="#FFB894",
    on_ground="#331300",
    off="#8DF2C8",
    off_ground="#002B1C",
    unknown="#E2E7EF",
    unknown_ground="#2B2F36",
)
PALETTES: Mapping[Scheme, Tokens] = {one.scheme: one for one in (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)}
_BY_GROUND = {(one.paper.rgb(), one.ink.rgb()): one for one in PALETTES.values()}

# What stands on what and must be told apart: text needs 4.5:1, parts 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), and
# text in high contrast 7:1 (1.4.6).
TEXT_PAIRS = (
    *((ink, ground) for ink in ("ink", "muted", "accent") for ground in ("paper", "card", "rail", "hover")),
    *((ink, "chosen") for ink in ("ink", "muted", "accent", "on", "off", "unknown")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    *((state, f"{state}_ground") for state in ("on", "off", "unknown")),
    *((state, ground) for state in ("on", "off", "unknown") for ground in ("paper", "card")),
    *(("ink", f"{state}_ground") for state in ("on", "off", "unknown")),
)
PART_PAIRS = (
    *(
        (part, ground)
        for part in ("focus", "edge", "accent", "muted")
        for ground in ("paper", "card", "rail", "hover")
    ),
    *((part, ground) for part in ("on", "off", "unknown") for ground in ("paper", "card", "hover")),
    ("on_accent", "accent"),
    ("focus", "chosen"),
    *((part, f"{state}_ground") for state in ("on", "off", "unknown") for part in ("focus", state)),
)
# In high contrast lines are parts too.
LINE_PAIRS = tuple((part, ground) for part in ("line", "outline") for ground in ("paper", "card", "rail"))


def tokens_for(palette: QPalette) -> Tokens:
    """Return the tokens of a palette; of a strange one the dark ones where text is lighter than ground."""
    # As it is where things can be used: words that are faded do not tell which palette it is.
    active = QPalette.ColorGroup.Active
    window = palette.color(active, QPalette.ColorRole.Window)
    words = palette.color(active, QPalette.ColorRole.WindowText)
    own = _BY_GROUND.get((window.rgb(), words.rgb()))
    return own or (DARK if words.lightness() > window.lightness() else LIGHT)


def tokens_of(widget: QWidget) -> Tokens:
    """Return the tokens a widget is to be painted with right now."""
    return tokens_for(widget.palette())


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= _LINEAR_UP_TO else ((part + 0.055) / 1.055) ** 2.4)
