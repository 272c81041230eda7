# SPDX-License-Identifier: Apache-2.0
"""One settings page as HTML, with the parts that the truth names marked."""

from __future__ import annotations

import random
from html import escape
from typing import Any, Final

from inspector.captures.labels.folding import words_of
from tests.corpus.captures.kinds import KINDS, Look, State
from tests.corpus.captures.labels import index, rows, wording
from tests.corpus.captures.planning import Spec

_MENU: Final = ("D", "O", "Home", "Account", "Privacy", "Security", "Billing", "Q", "About")
_OTHER_SERVICE: Final = "Lantern Notes"
"""A service that the catalog does not know and whose settings use the same few words."""

_MANAGED: Final = {
    "en": "This setting is managed by your organization.",
    "de": "Diese Einstellung wird von Ihrer Organisation verwaltet.",
    "fr": "Ce paramètre est géré par votre organisation.",
    "es": "Este ajuste está administrado por tu organización.",
}


def html_of(spec: Spec) -> str:
    """Return the page of a capture."""
    source = random.Random(spec.noise)
    words = wording()[spec.row.lang]
    parts = [_head(spec, words), *_rows(spec, words, source)]
    body = "".join(parts)
    if spec.menu:
        main = f'<main style="flex:1;max-width:720px">{body}</main>'
        body = f'<div style="display:flex;gap:24px">{_menu(spec)}{main}</div>'
    elif not spec.phone:
        body = f'<main style="max-width:760px;margin:0 auto">{body}</main>'
    look = _look(spec, "off", words)
    back = ("#000000" if spec.phone else "#121212") if spec.dark else ("#f2f2f7" if spec.phone else "#f4f2ee")
    side = "rtl" if words.get("rtl") else "ltr"
    return (
        f'<html dir="{side}"><head><meta charset="utf-8"></head>'
        f'<body style="margin:0;padding:{16 if spec.phone else 28}px;'
        f"box-sizing:border-box;background:{back};color:{look.text};"
        f"font:{spec.size}px/1.35 '{spec.font}','Noto Sans',"
        f"'Noto Sans CJK SC',sans-serif\">{body}</body></html>"
    )


def _look(spec: Spec, state: State, words: dict[str, Any], *, disabled: bool = False) -> Look:
    on, off, turn_on, turn_off = words["words"]
    rtl = bool(words.get("rtl"))
    return Look(state, spec.dark, spec.accent, (on, off, turn_on, turn_off), disabled, rtl, spec.variant)


def _head(spec: Spec, words: dict[str, Any]) -> str:
    parts = []
    if spec.phone:
        parts.append(
            '<div style="display:flex;justify-content:space-between;font-size:14px;margin-bottom:14px">'
            "<span>9:41</span><span>LTE 82%</span></div>"
        )
    brand = _OTHER_SERVICE if spec.case == "other service" else spec.row.brand if spec.branded else ""
    if brand:
        parts.append(f'<div style="font-weight:700;font-size:20px;margin-bottom:10px">{escape(brand)}</div>')
    heading = words["heading"]
    if spec.headed and spec.case != "other page":
        heading = _title(spec) or f"{heading}: {spec.row.text}"
    parts.append(f'<h2 style="font-size:{spec.size + 7}px;margin:6px 0 14px">{escape(heading)}</h2>')
    return "".join(parts)


def _title(spec: Spec) -> str | None:
    """Return the heading of the service's own page; nobody heads another page with that service's name."""
    title = spec.row.title
    if spec.case != "other service" or title is None:
        return title
    return None if set(words_of(title)).intersection(index().names[spec.row.service]) else title


def _menu(spec: Spec) -> str:
    items = "".join(f'<div style="margin:9px 0">{item}</div>' for item in _MENU)
    return f'<nav style="width:170px;flex:none;padding-top:60px;font-size:{spec.size}px">{items}</nav>'


def _rows(spec: Spec, words: dict[str, Any], source: random.Random) -> list[str]:
    others = source.sample(words["neighbours"], k=min(len(words["neighbours"]), spec.before + spec.after))
    texts = [(other, False) for other in others]
    texts.insert(min(spec.before, len(texts)), (spec.row.text, True))
    cards = []
    for text, ours in texts:
        state = spec.state if ours else _other(spec, source)
        described = spec.described and (ours or source.random() < 0.7)
        below = source.choice(words["descriptions"]) if described else ""
        if ours:
            cards.append(_ours(spec, text, below, words, source))
        else:
            cards.append(_row(spec, text, _control(spec, state, words), below, ours=False))
    return cards


def _other(spec: Spec, source: random.Random) -> State:
    """Neighbours mostly stand the other way."""
    opposite: State = "off" if spec.state == "on" else "on"
    same: State = "on" if opposite == "off" else "off"
    return opposite if source.random() < 0.8 else same


def _ours(spec: Spec, text: str, below: str, words: dict[str, Any], source: random.Random) -> str:
    if spec.case == "other page":
        other = source.choice(words["neighbours"])
        return _row(spec, other, _control(spec, spec.state, words), below, ours=False)
    if spec.case == "help text":
        first, last = escape(words["descriptions"][0]), escape(words["descriptions"][-1])
        return f'<p style="margin:14px 0">{first} „{_marked(text)}“ {last}</p>'
    if spec.case in ("no control", "cut off"):
        return _row(spec, text, "", below, ours=True)
    note = below
    if spec.case == "managed":
        note = f"{_MANAGED.get(spec.row.lang, _MANAGED['en'])}"
    disabled = spec.case in ("disabled", "managed")
    return _row(spec, text, _control(spec, spec.state, words, ours=True, disabled=disabled), note, ours=True)


def _control(
    spec: Spec, state: State, words: dict[str, Any], *, ours: bool = False, disabled: bool = False
) -> str:
    made = KINDS[spec.kind](_look(spec, state, words, disabled=disabled))
    return made.replace("data-c", 'data-truth="control"' if ours else "")


def _marked(text: str) -> str:
    return f'<span data-truth="label">{escape(text)}</span>'


def _row(spec: Spec, text: str, control: str, below: str, *, ours: bool) -> str:
    label = _marked(text) if ours else f"<span>{escape(text)}</span>"
    if spec.kind == "text-only statement" and control and spec.variant:
        label, control = f"{label}<span>: </span>{control}", ""
    grey = "#a5a5ab" if spec.dark else "#5f6166"
    note = (
        f'<div style="color:{grey};font-size:{spec.size - 2}px;margin-top:3px">{escape(below)}</div>'
        if below
        else ""
    )
    texts = (
        f'<div style="flex:1;min-width:0"><div style="font-weight:{500 + 100 * spec.variant}">{label}</div>'
    )
    if spec.layout == "below":
        inner = f'{texts}{note}<div style="margin-top:9px">{control}</div></div>'
    elif spec.layout == "left":
        inner = f'<div style="margin-inline-end:12px;display:flex">{control}</div>{texts}{note}</div>'
    else:
        beside = "margin-inline-start:14px;display:flex;align-items:center"
        inner = f'{texts}{note}</div><div style="{beside}">{control}</div>'
    align = "flex-start" if spec.layout == "left" else "center"
    card = _look(spec, "off", wording()[spec.row.lang]).card
    edge = f"border:1px solid {'#333' if spec.dark else '#ddd'};" if spec.variant and not spec.phone else ""
    return (
        f'<section style="display:flex;align-items:{align};background:{card};{edge}border-radius:'
        f"{10 if spec.phone else 6}px;padding:{3 if spec.dense else 13}px 16px;"
        f'margin-bottom:{8 if spec.variant else 1}px">{inner}</section>'
    )


def knows_no_other_label(text: str) -> bool:
    """Whether an invented neighbour is no label of the catalog."""
    return all(row.text.casefold() != text.casefold() for row in rows())
