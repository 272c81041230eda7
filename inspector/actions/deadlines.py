# SPDX-License-Identifier: Apache-2.0
"""By when an answer is due, counted from the day a letter arrived, as far as the catalog's rights say.

The day of arrival is not counted. A period in months ends on the day of the same number, or on the last day
of a month that has none (as in Regulation (EEC, Euratom) No 1182/71, Art. 3). A business day is Monday to
Friday: public holidays are not known here and can only make the day later. No other rule moves a day. Where
sources differ on the day of arrival (complaints in the United Kingdom), this gives the later last day.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from inspector.catalog.rights import Right, Unit

_MONTHS_IN_A_YEAR = 12
_FIRST_DAY_OF_THE_WEEKEND = 5
_BUSINESS_DAYS_IN_A_WEEK = 5


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Last days of a right's periods; None where the law that was seen fixes none.

    `acknowledge`: to confirm receipt. `answer`: to answer. `extended`: to answer after a lawful extension.
    """

    acknowledge: date | None
    answer: date | None
    extended: date | None


def deadlines(right: Right, received: date) -> Deadlines:
    """Return the last days of all periods of `right` for a letter that arrived on `received`."""
    acknowledge, response = right.acknowledge, right.response
    return Deadlines(
        acknowledge=_after(received, acknowledge.amount, acknowledge.unit) if acknowledge else None,
        answer=_after(received, response.amount, response.unit) if response else None,
        extended=_extended(right, received),
    )


def last_day(received: date, amount: int, unit: Unit) -> date:
    """Return the last day of a period of `amount` units after `received`, held inside the calendar.

    Raises ValueError for `without_delay`, which has none.
    """
    if unit == "month":
        return _months_later(received, amount)
    if unit == "calendar_day":
        return _days_later(received, amount)
    if unit == "business_day":
        return _business_days_later(received, amount)
    msg = f"a period of unit {unit} has no last day"
    raise ValueError(msg)


def _after(received: date, amount: int | None, unit: Unit | None) -> date | None:
    if amount is None or unit is None or unit == "without_delay":
        return None
    return last_day(received, amount, unit)


def _extended(right: Right, received: date) -> date | None:
    """The whole time: amounts of one unit add up, so that one month and two more are three from arrival."""
    first, more = right.response, right.extension
    if first is None or first.amount is None or more is None or more.amount is None:
        return None
    if first.unit == more.unit:
        return _after(received, first.amount + more.amount, first.unit)
    end = _after(received, first.amount, first.unit)
    return _after(end, more.amount, more.unit) if end else None


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _MONTHS_IN_A_YEAR)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _days_later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


def _business_days_later(day: date, days: int) -> date:
    if not days:
        return day
    # From a weekend the count starts as from the Friday before.
    start = day - timedelta(days=max(0, day.weekday() - _FIRST_DAY_OF_THE_WEEKEND + 1))
    weeks, rest = divmod(days, _BUSINESS_DAYS_IN_A_WEEK)
    weekend = 2 if start.weekday() + rest >= _FIRST_DAY_OF_THE_WEEKEND else 0
    return _days_later(start, 7 * weeks + rest + weekend)
