# SPDX-License-Identifier: Apache-2.0
"""How Meta's export tool writes: bytes escaped one by one, labelled records, pages of boxes."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from tests.makers.clock import month
from tests.makers.truth import without_zone

Record = dict[str, Any]


def escaped(value: object) -> bytes:
    """JSON in which each byte of a text stands as a character of its own, keys too."""
    return json.dumps(_bytewise(value), indent=2).encode()


def _bytewise(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode().decode("latin-1")
    if isinstance(value, list):
        return [_bytewise(inner) for inner in value]
    if isinstance(value, dict):
        return {_bytewise(key): _bytewise(inner) for key, inner in value.items()}
    return value


def stamp(when: datetime) -> int:
    """Seconds since 1970."""
    return int(when.timestamp())


def labelled(when: datetime | None, *values: Record, **more: Any) -> Record:
    """A record of the newer kind."""
    time = {} if when is None else {"timestamp": stamp(when)}
    return {**time, "media": [], "label_values": list(values), "fbid": "900000417000001", **more}


def entry(fields: Mapping[str, datetime | str], title: str = "") -> Record:
    """A record of the older kind: by label a time or a text."""
    inside = {
        label: {"href": "", "value": value, "timestamp": 0}
        if isinstance(value, str)
        else {"href": "", "value": "", "timestamp": stamp(value)}
        for label, value in fields.items()
    }
    return {"title": title, "media_map_data": {}, "string_map_data": inside}


def shown(when: datetime, *, seconds: bool = False) -> str:
    """``Jun 26, 2026 9:05 am``; Facebook writes seconds too."""
    second = f":{when.second:02d}" if seconds else ""
    half = "am" if when.hour < 12 else "pm"
    return f"{month(when)} {when:%d}, {when.year} {when.hour % 12 or 12}:{when.minute:02d}{second} {half}"


def shown_bounds(when: datetime, *, seconds: bool = False) -> tuple[str, str]:
    """What a date of a page leaves possible: its zone is not written."""
    bounds = without_zone(when, timedelta()) if seconds else without_zone(when.replace(second=0))
    return bounds.not_before, bounds.not_after


def page(title: str, *boxes: str) -> bytes:
    """A page with its styles and its boxes."""
    style = "<style>" + "._a6-g{border:1px solid #ccc}" * 40 + "</style>"
    head = f'<html><head><meta charset="UTF-8"/><base href="../../"/><title>{title}</title>{style}</head>'
    main = f'<body class="_5vb_ _2yq _a7o5"><div class="_a705"><header><h1>{title}</h1></header>'
    return f'{head}{main}<main class="_a706" role="main">{"".join(boxes)}</main></div></body></html>'.encode()


def box(heading: str, text: str, date: str) -> str:
    """A record as Instagram has drawn it since 2021."""
    return (
        '<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">'
        f'<h2 class="_3-95 _2pim _a6-h _a6-i">{html.escape(heading)}</h2>'
        f'<div class="_3-95 _a6-p"><div>{html.escape(text)}</div></div>'
        f'<div class="_3-94 _a6-o">{date}</div></div>'
    )


def old_shown(when: datetime) -> str:
    """``Jun 26, 2026, 9:05 AM``, as before 2023."""
    day, _, clock = shown(when).rpartition(f"{when.year} ")
    return f"{day}{when.year}, {clock.upper()}"


def old_box(heading: str, text: str, date: str) -> str:
    """A record as both drew it before 2023: no heading element, a date in a box of its own."""
    return (
        '<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">'
        f'<div class="_3-95 _2pim _a6-h _a6-i">{html.escape(heading)}</div>'
        f'<div class="_3-95 _a6-p"><div>{html.escape(text)}</div></div>'
        f'<div class="_3-94 _a6-o"><div class="_a72d">{date}</div></div></div>'
    )


def section(heading: str, text: str, date: str) -> str:
    """A record as Facebook draws it in 2026."""
    return (
        '<section class="_a6-g" aria-labelledby="u_0_1">'
        f'<h2 class="_2ph_ _a6-h _a6-i" id="u_0_1">{html.escape(heading)}</h2>'
        f'<div class="_2ph_ _a6-p"><div>{html.escape(text)}</div></div>'
        f'<footer class="_3-94 _a6-o"><div class="_a72d">{date}</div></footer></section>'
    )


def table(rows: Iterable[tuple[str, str]]) -> str:
    """A box with a table of labels and values."""
    cells = "".join(
        f'<tr><td class="_a6_q">{html.escape(label)}</td>'
        f'<td class="_2piu _a6_r">{html.escape(value)}</td></tr>'
        for label, value in rows
    )
    return f'<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><table>{cells}</table></div>'
