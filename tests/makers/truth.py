# SPDX-License-Identifier: Apache-2.0
"""What a made archive holds, worked out from what went in, never by reading the archive."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

_SHORT = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}), (\d{1,2}):(\d{2}) ([AP])M")
_STAMP = re.compile(r"(\d{4})/(\d{2})/(\d{2}) (\d{2}):(\d{2}):(\d{2}) UTC")


@dataclass(frozen=True, slots=True)
class Bounds:
    """A moment: first and last second it can be, ``…Z``."""

    not_before: str
    not_after: str


@dataclass(frozen=True, slots=True)
class Payment:
    """One receipt: what was bought and when; says nothing of how long it lasted."""

    plan: str
    description: str
    country: str
    when: Bounds
    source: str


@dataclass(frozen=True, slots=True)
class Truth:
    """What a reader must find.

    A count is None where the archive has no file of that class, 0 where the file has no rows.
    ``private_messages`` are neither drafts nor sponsored, ``messages_with_subject`` are some of them.
    ``by_month`` counts the dated ones of each class by the month written in the file.
    """

    created: Bounds | None = None
    own_url: str | None = None
    plans: tuple[Payment, ...] = ()
    posts: int | None = None
    reposts: int | None = None
    comments: int | None = None
    reactions: int | None = None
    votes: int | None = None
    articles: int | None = None
    private_messages: int | None = None
    messages_with_subject: int | None = None
    sponsored_messages: int | None = None
    drafts: int | None = None
    resumes: int | None = None
    saved_answers: int | None = None
    ai_prompts: int | None = None
    searches: int | None = None
    logins: int | None = None
    by_month: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def counts(self) -> dict[str, int]:
        """By data class, as in ``accounts[].counts``: only classes whose file is there; drafts are none."""
        classes = (
            "posts", "reposts", "comments", "reactions", "articles", "votes", "private_messages",
            "messages_with_subject", "sponsored_messages", "resumes", "saved_answers", "ai_prompts",
            "searches",
        )  # fmt: skip
        found = {name: getattr(self, name) for name in classes}
        return {name: count for name, count in found.items() if count is not None}


def without_zone(when: datetime, last: timedelta = timedelta(seconds=59)) -> Bounds:
    """A time whose zone is not written: 14 hours before to 12 hours after its reading as UTC.

    ``last`` is what the precision leaves open: 59 s for a minute.
    """
    return Bounds(stamp(when - timedelta(hours=14)), stamp(when + timedelta(hours=12) + last))


def in_utc(when: datetime, last: timedelta = timedelta()) -> Bounds:
    """A time whose zone is written as UTC."""
    return Bounds(stamp(when), stamp(when + last))


def stamp(when: datetime) -> str:
    """``2012-03-04T12:00:00Z``."""
    return f"{when:%Y-%m-%dT%H:%M:%S}Z"


def created(registered_at: str | None, account_created: str | None) -> Bounds | None:
    """The creation of the account as both files state it together, None where neither does.

    ``registered_at`` is the raw cell of Registration.csv (``3/4/12, 12:00 PM``), ``account_created`` that of
    Account Status History.csv (``2012/03/04 12:00:00 UTC``). A cell that is no date states nothing.
    """
    stated = [found for found in (_short(registered_at), _exact(account_created)) if found]
    if not stated:
        return None
    return Bounds(max(b.not_before for b in stated), min(b.not_after for b in stated))


def months(times: Iterable[datetime]) -> dict[str, int]:
    """How many times fall into each month, ordered: ``{"2025-01": 3}``."""
    return dict(sorted(Counter(f"{when:%Y-%m}" for when in times).items()))


def _short(raw: str | None) -> Bounds | None:
    found = _SHORT.fullmatch(raw or "")
    if not found:
        return None
    mon, day, year, hour, minute = (int(found[n]) for n in range(1, 6))
    if not 1 <= hour <= 12:
        return None
    when = _date(2000 + year, mon, day, hour % 12 + 12 * (found[6] == "P"), minute)
    return without_zone(when) if when else None


def _exact(raw: str | None) -> Bounds | None:
    found = _STAMP.fullmatch(raw or "")
    when = _date(*(int(part) for part in found.groups())) if found else None
    return in_utc(when) if when else None


def _date(*parts: int) -> datetime | None:
    """None for a date that is not in the calendar."""
    year, mon, day, hour, minute, second = (*parts, 0)[:6]
    try:
        return datetime(year, mon, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
