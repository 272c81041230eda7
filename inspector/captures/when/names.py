# SPDX-License-Identifier: Apache-2.0
"""Times in the names that programs and phones give to screenshots, by maker and language.

Only names that begin the way a maker's do are believed; all state the local time of the device, none a zone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from inspector.domain.captured import Basis
from inspector.domain.moment import Precision, without_zone

_DAY: Final = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_PACKED_DAY: Final = r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
_TIME: Final = r"(?P<hour>\d{1,2})[.:\-_](?P<minute>\d{2})[.:\-_](?P<second>\d{2})"
_PACKED_TIME: Final = r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})"
_HALF: Final = r"(?:[\s\u202f\u00a0]?(?P<half>[AaPp])\.?[Mm]\b\.?)?"

_WORDS: Final = (
    "Screenshot",
    "Screen Shot",
    "Bildschirmfoto",
    "Schermata",
    "Schermafbeelding",
    "Captura",
    "Capture",
    "Skärmavbild",
    "Skjermbilde",
    "Skærmbillede",
    "Zrzut ekranu",
    "Ekran Resmi",
    "Снимок экрана",
    "スクリーンショット",
    "截屏",
    "屏幕截图",
    "螢幕截圖",
    "스크린샷",
)
_NAMED: Final = "(?:" + "|".join(map(re.escape, _WORDS)) + ")"

_FORMS: Final = tuple(
    (maker, re.compile(pattern))
    for maker, pattern in (
        ("full_page", rf"screencapture-(?P<where>.+?)-{_DAY}-{_TIME}(?!\d)"),
        ("android", rf"Screenshot_{_PACKED_DAY}[-_]{_PACKED_TIME}(?!\d)"),
        ("android", rf"Screenshot_{_DAY}[-_]{_TIME}(?!\d)"),
        # macOS and GNOME put a word between day and time (at, um, from, vom), Windows nothing at all.
        ("desktop", rf"{_NAMED}(?:[ _]\D{{1,24}}?)?[ _]{_DAY} {_PACKED_TIME}(?!\d)"),
        ("desktop", rf"{_NAMED}(?:[ _]\D{{1,24}}?)?[ _]{_DAY}(?:[ _,]+\D{{1,12}}?)?[ _]{_TIME}{_HALF}"),
        ("browser", rf"Screenshot-{_DAY}(?!\d)"),
    )
)
_NOON: Final = 12


@dataclass(frozen=True, slots=True)
class Named:
    """What a name says: when, as the device's clock showed it, and the host of a full-page capture."""

    basis: Basis
    local: datetime
    precision: Precision
    host: str | None


def from_name(name: str) -> Named | None:
    """Return what the name of a file says of its time; None for a name of no known maker."""
    for maker, pattern in _FORMS:
        found = pattern.match(name)
        if found is None:
            continue
        local = _local(found.groupdict())
        if local is None:
            continue
        precision: Precision = "second" if "hour" in pattern.groupindex else "day"
        moment = without_zone(local, precision, name)
        where = found.groupdict().get("where") if maker == "full_page" else None
        return Named(Basis("name", name, moment), local, precision, _host(where))
    return None


def _local(parts: dict[str, str | None]) -> datetime | None:
    hour = int(parts.get("hour") or 0)
    half = (parts.get("half") or "").lower()
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        # The clock of a device, without a zone: what it stood for is worked out from all zones there are.
        return datetime(  # noqa: DTZ001 - see above
            int(parts["year"] or 0),
            int(parts["month"] or 0),
            int(parts["day"] or 0),
            hour,
            int(parts.get("minute") or 0),
            int(parts.get("second") or 0),
        )
    except ValueError:
        return None


def _host(where: str | None) -> str | None:
    """Return the host that a full-page capture was named after: it stands before the path, dots kept."""
    found = re.match(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?=-|$)", where or "")
    return found[0].lower() if found else None
