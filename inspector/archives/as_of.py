# SPDX-License-Identifier: Apache-2.0
"""When an archive was made, as far as it shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from inspector.domain.moment import Moment
from inspector.domain.sources import Member


def archive_as_of(latest: datetime | None, members: Iterable[Member], now: datetime) -> Moment:
    """Return the time from the newest dated record to the earlier of the newest member and the import."""
    return as_of_between(latest, [member.as_of for member in members], now)


def as_of_between(latest: datetime | None, written: Iterable[Moment], now: datetime) -> Moment:
    """Return the time from the newest dated record to the earlier of the newest `written` and the import.

    Source: DESIGN section 4, "Time". A member's time is a clock without zone, so up to 12 hours may be added.
    Where the records are newer than every member's time, that time is wrong and only the import bounds.
    """
    ends = [moment.not_after for moment in written if moment.not_after is not None]
    until = min(max(ends), now) if ends else now
    if latest is not None and until < latest <= now:
        until = now
    return Moment(latest if latest is not None and latest <= until else None, until)
