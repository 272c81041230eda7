# SPDX-License-Identifier: Apache-2.0
"""What a custody log must be beyond its chain, and what its times say of the clock that they came from.

The chain alone does not show that acts were cut off at its end: that shows by the last act, which is always
the export of the very bundle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Final

from inspector.domain.text import Note, note

_LAST: Final = "exported"
_FORM: Final = "%Y-%m-%dT%H:%M:%SZ"
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_FAR: Final = timedelta(days=1)
"""How far two clocks may be apart before it is told."""

Act = Mapping[str, object]


def problems(acts: Sequence[Act]) -> Iterator[Note]:
    """Yield what shows that acts whose chain holds are not the whole log of a bundle."""
    if not acts:
        yield note("bundle.custody.empty")
        return
    for number, act in enumerate(acts, start=1):
        if type(act.get("n")) is not int or act["n"] != number:
            yield note("bundle.custody.number", number=number)
            break
    for number, act in enumerate(acts, start=1):
        if time_of(act) is None:
            yield note("bundle.custody.no_time", number=number)
            break
    if acts[-1].get("kind") != _LAST:
        yield note("bundle.custody.cut")


def cautions(acts: Sequence[Act], now: datetime) -> Iterator[Note]:
    """Yield what is odd about the times of a log, and wrong of itself in none: clocks are set by hand."""
    times = [time_of(act) for act in acts]
    pairs = enumerate(pairwise(times), start=2)
    back = [number for number, (one, next_) in pairs if one and next_ and next_ < one]
    if back:
        yield note("bundle.custody.back", n=len(back), number=back[0])
    ahead = [number for number, time in enumerate(times, start=1) if time and time > now + _FAR]
    if ahead:
        yield note("bundle.custody.ahead", n=len(ahead), number=ahead[0])


def apart(stamped: datetime, acts: Sequence[Act]) -> datetime | None:
    """Return when the log says the bundle was made, where that is far from its timestamp, else None.

    The program asks for timestamps while it makes the bundle, so the two belong together.
    """
    made = time_of(acts[-1]) if acts else None
    return made if made is not None and abs(stamped - made) > _FAR else None


def is_ahead(time: datetime, now: datetime) -> bool:
    """Answer whether a time lies further ahead than clocks differ."""
    return time > now + _FAR


def asked(acts: Sequence[Act]) -> int:
    """Return how many time authorities the last act says were asked."""
    details = acts[-1].get("details") if acts else None
    hosts = details.get("timestamps_asked") if isinstance(details, dict) else None
    return len(hosts) if isinstance(hosts, list) else 0


def time_of(act: Act) -> datetime | None:
    """Return the time of an act, None where it states none as the program does."""
    text = act.get("at")
    if not isinstance(text, str) or not _TIME.fullmatch(text):
        return None
    try:
        return datetime.strptime(text, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
