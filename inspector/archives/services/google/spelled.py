# SPDX-License-Identifier: Apache-2.0
"""Times as Google's pages spell them, in the language of the account: found by what they are made of.

The names of months are those of CLDR, which Google's pages use; one that means two months in two languages is
not read. A zone that is only abbreviated is no zone: several share most of the abbreviations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Final

from babel.core import Locale

from inspector.archives.dates import Years
from inspector.domain.moment import Moment, stated, without_zone

_LANGUAGES: Final = (
    "en", "de", "fr", "es", "pt", "it", "nl", "pl", "cs", "sk", "sl", "hr", "sr", "bs", "hu", "ro", "bg",
    "ru", "uk", "be", "el", "tr", "fi", "sv", "da", "nb", "nn", "is", "et", "lv", "lt", "ca", "eu", "gl",
    "ga", "cy", "sq", "mk", "vi", "id", "ms", "fil", "th", "ja", "ko", "zh", "ar", "he", "fa", "hi", "bn",
    "ta", "te", "mr", "gu", "ur", "sw", "af", "zu", "am", "ka", "hy", "az", "kk", "uz", "mn", "km", "lo",
    "my",
)  # fmt: skip
_LONGEST: Final = 80
_NOON: Final = 12
_BLANKS: Final = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u200e": None, "\u200f": None})
_CLOCK: Final = re.compile(r"(?<!\d)(?P<h>\d{1,2})(?P<sep>[:.])(?P<mi>\d\d)(?P=sep)(?P<s>\d\d)(?!\d)")
_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)(?P<y>\d{4}) ?(?:[-/.]|年|년) ?(?P<mo>\d{1,2}) ?(?:[-/.]|月|월) ?(?P<d>\d{1,2})"
    r"(?: ?(?:\.|日|일))?(?!\d)"
)
_DOTTED: Final = re.compile(r"(?<!\d)(?P<d>\d{1,2})\. ?(?P<mo>\d{1,2})\. ?(?P<y>\d{4})(?!\d)")
_SLASHED: Final = re.compile(r"(?<!\d)(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})(?!\d)")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DAY: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_HALF: Final = re.compile(r"(?<![^\W\d_])(?P<half>[AaPp])\.? ?[Mm](?:\.|(?![^\W\d_]))")
_ZONE: Final = re.compile(
    r"(?:GMT|UTC)(?: ?(?P<sign>[+\u2212-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?)?$"
)
_ABBREVIATED: Final = re.compile(r"(?<![^\W\d_])[A-Z]{2,5}$")
_WORD: Final = re.compile(r"[^\W\d_]+")
# What stands between the parts of a date and is neither a month nor half a day.
_BETWEEN: Final = frozenset({"de", "del", "d", "г", "р", "at", "à", "um", "kl", "klo", "kell", "год", "року"})


@cache
def _months() -> Mapping[str, int]:
    """Return the month that each name or abbreviation means, without those that mean several."""
    found: dict[str, set[int]] = {}
    for language in _LANGUAGES:
        months = Locale(language).months
        for names in (
            months[use][width] for use in ("format", "stand-alone") for width in ("wide", "abbreviated")
        ):
            for month, name in names.items():
                found.setdefault(str(name).casefold().strip(". "), set()).add(month)
    return {name: min(months) for name, months in found.items() if len(months) == 1}


def local_time(value: object, years: Years) -> Moment | None:
    """Read a time as a page spells it: to the second, to the day where half a day is not told, else None."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    text = " ".join(value.translate(_BLANKS).split())
    clock = _CLOCK.search(text)
    if clock is None:
        return None
    text = f"{text[: clock.start()]} {text[clock.end() :]}".strip()
    zone, text = _without_zone(text)
    half = _HALF.search(text)
    if half is not None:
        text = f"{text[: half.start()]} {text[half.end() :]}"
    day, rest = _day_in(text)
    if day is None or len(rest) > 1:
        return None
    hour = int(clock["h"])
    if half is None and rest and hour <= _NOON:
        # A word that is not known may be the half of the day.
        return without_zone(day, "day", value) if years.holds(day) else None
    return _placed(day, (_of_day(hour, half), int(clock["mi"]), int(clock["s"])), zone, value, years)


def _of_day(hour: int, half: re.Match[str] | None) -> int:
    if half is None:
        return hour
    return hour % _NOON + (_NOON if half["half"] in "Pp" else 0)


def _placed(
    day: datetime, clock: tuple[int, int, int], zone: timedelta | None, raw: str, years: Years
) -> Moment | None:
    hour, minute, second = clock
    try:
        time = day.replace(hour=hour, minute=minute, second=second)
        utc = time if zone is None else time - zone
    except (ValueError, OverflowError):
        return None
    if not years.holds(utc):
        return None
    return without_zone(time, "second", raw) if zone is None else stated(utc, "second", raw)


def _without_zone(text: str) -> tuple[timedelta | None, str]:
    """Return how far a stated zone is ahead of UTC, None for one that does not tell, and what is left."""
    known = _ZONE.search(text)
    if known is not None:
        hours, minutes = int(known["hours"] or 0), int(known["minutes"] or 0)
        ahead = timedelta(hours=hours, minutes=minutes) * (1 if known["sign"] == "+" else -1)
        return ahead, text[: known.start()]
    short = _ABBREVIATED.search(text)
    return None, text if short is None or _HALF.fullmatch(short[0]) else text[: short.start()]


def _day_in(text: str) -> tuple[datetime | None, list[str]]:
    """Return the day, None where it is not told, and the words that are no part of it."""
    for pattern in (_YEAR_FIRST, _DOTTED, _SLASHED):
        found = pattern.search(text)
        if found is not None:
            words = _WORD.findall(f"{text[: found.start()]} {text[found.end() :]}")
            return _numbered(found.groupdict()), _others(words)
    words = _WORD.findall(text)
    months = [word for word in words if word.casefold() in _months()]
    year, day = _YEAR.search(text), _DAY.search(text)
    if len(months) != 1 or year is None or day is None:
        return None, words
    words.remove(months[0])
    return _calendar(int(year[0]), _months()[months[0].casefold()], int(day[0])), _others(words)


def _others(words: list[str]) -> list[str]:
    return [word for word in words if word.casefold() not in _BETWEEN]


def _numbered(parts: dict[str, str]) -> datetime | None:
    if "mo" in parts:
        return _calendar(int(parts["y"]), int(parts["mo"]), int(parts["d"]))
    first, second = int(parts["a"]), int(parts["b"])
    if first != second and max(first, second) <= _NOON:
        # Day and month cannot be told apart.
        return None
    return _calendar(int(parts["y"]), min(first, second), max(first, second))


def _calendar(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day)  # noqa: DTZ001 - the zone is told with the clock
    except ValueError:
        return None
