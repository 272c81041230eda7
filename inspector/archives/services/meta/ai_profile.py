# SPDX-License-Identifier: Apache-2.0
"""The chats in the profile of Meta AI: a page of cells, with text files named after the day of each chat.

Source: a parser of 2026. Whether the day or the month is written first is not known, so both stay possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Final

from inspector.archives.frame.page import Page
from inspector.archives.services.meta.chats import Chats
from inspector.archives.services.meta.gathered import Gathered
from inspector.archives.services.meta.html_pages import Written, cells
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment, hull, without_zone

_BEGINNING: Final = "Conversation with Meta AI"
_NAMED: Final = re.compile(
    rf"{_BEGINNING}_(?P<first>\d\d)-(?P<second>\d\d)-(?P<y>\d{{4}})_\d+\.txt", re.ASCII
)


def read_profile_chats(page: Page, gathered: Gathered) -> Iterator[Fact | Tally]:
    """Yield the chats by their days: a chat is a cell, and names of text files beside them hold the days."""
    chats, found = Chats(page), 0
    days: list[Written] = []
    for number, texts in cells(page):
        for text in texts:
            days += [_day(page, number, name) for name in _NAMED.finditer(text)]
        found += bool(texts) and texts[0].startswith(_BEGINNING) and not _NAMED.match(texts[0])
    for day in days:
        chats.add(day.moment, day)
    for more in range(found - len(days)):
        chats.add(None, Written(more + 1, "cell", (), _BEGINNING, None))
    page.done.append(partial(gathered.html, page.member.name))
    yield from chats.found()


def _day(page: Page, number: int, name: re.Match[str]) -> Written:
    readings = []
    for month, day in ((name["first"], name["second"]), (name["second"], name["first"])):
        try:
            clock = datetime(int(name["y"]), int(month), int(day))  # noqa: DTZ001 - no zone is written
        except ValueError:
            continue
        if page.years.holds(clock):
            readings.append(without_zone(clock, "day", name[0]))
    moment: Moment | None = None
    for reading in readings:
        moment = reading if moment is None else hull(moment, reading).with_raw(name[0])
    if moment is None:
        page.fault(number, "member.record_bad_date")
    else:
        page.saw(moment.not_before)
    return Written(number, f"cell {number}", (), name[0], moment)
