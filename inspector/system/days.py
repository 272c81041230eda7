# SPDX-License-Identifier: Apache-2.0
"""Days in figures, as the readers of a language write them."""

from __future__ import annotations

from datetime import date

_SHAPES = {"de": "%d.%m.%Y"}


def shown_day(day: date, lang: str) -> str:
    """Return a day in figures: `2024-09-18`, in German `18.09.2024`."""
    return day.strftime(_SHAPES[lang]) if lang in _SHAPES else day.isoformat()
