# SPDX-License-Identifier: Apache-2.0
"""Days as the catalog's tables and pages show them: in figures, as the readers of a language write them."""

from __future__ import annotations

from datetime import date

from inspector.domain.moment import Moment

_SHAPES = {"de": "%d.%m.%Y"}


def shown_day(day: date, lang: str) -> str:
    """Return a day in figures: `2024-09-18`, in German `18.09.2024`."""
    return day.strftime(_SHAPES[lang]) if lang in _SHAPES else day.isoformat()


def shown_days(moment: Moment, lang: str) -> str:
    """Return the UTC day of a moment, or its first and last: `2024-08-01 .. 2024-09-18`."""
    first, last = (shown_day(time.date(), lang) for time in (moment.earliest, moment.latest))
    return first if first == last else f"{first} .. {last}"
