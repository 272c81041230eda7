# SPDX-License-Identifier: Apache-2.0
"""Chats with Meta AI. What in them the person said is not known for sure, so that chats alone are counted.

A chat shows that the assistant was used then, not how anything was set.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from inspector.archives.frame.cells import Place
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import epoch
from inspector.archives.services.meta.gathered import Gathered
from inspector.archives.services.meta.html_pages import Written, cells, date_of, written
from inspector.archives.services.meta.json_pages import LABELLED, rows
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.words import DataClass, FactKind

FEATURE: Final = "meta-ai"


class Chats:
    """Counts the chats of one file; the first and the last by time become facts."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._counted = Dated()
        self._dated: list[tuple[Moment, Place]] = []
        self._items: list[Fact] = []

    def add(self, moment: Moment | None, place: Place) -> None:
        """Count one chat."""
        self._counted.add(moment)
        if self._page.items:
            self._items.append(self._page.item_at(DataClass.AI_CHATS, place, moment))
        if moment is not None:
            self._dated = [*self._dated[:1], (moment, place), *self._dated[1:]]
            self._dated.sort(key=lambda chat: chat[0].sort_key())
            self._dated = [self._dated[0], self._dated[-1]] if len(self._dated) > 1 else self._dated

    def found(self) -> Iterator[Fact | Tally]:
        """Yield the first and the last use, the items where they are asked for, and the count."""
        for moment, place in dict.fromkeys(self._dated):
            yield self._page.fact(FactKind.AI_USE, FEATURE, moment, place)
        yield from self._items
        yield self._page.tally(DataClass.AI_CHATS, self._counted)


def read_chats(page: Page, _gathered: Gathered) -> Iterator[Fact | Tally]:
    """Yield the chats of a JSON file, one record each."""
    chats = Chats(page)
    for record in rows(page, LABELLED, "ai_conversations"):
        if not isinstance(record.value, dict) or not record.value.keys() & {"timestamp", "label_values"}:
            page.fault(record.row, "member.record_form")
            continue
        stamp = record.get("timestamp")
        moment = page.time(stamp.value, record.row, (epoch,)) if stamp is not None else None
        chats.add(moment, stamp or record)
    yield from chats.found()


def read_chat_page(page: Page, gathered: Gathered) -> Iterator[Fact | Tally]:
    """Yield the chats of a page, one record each."""
    chats = Chats(page)
    for record in written(page):
        chats.add(record.moment, record)
    page.done.append(partial(gathered.html, page.member.name))
    yield from chats.found()


def read_thread_page(page: Page, gathered: Gathered) -> Iterator[Fact | Tally]:
    """Yield the one chat that a page of nested tables holds, from the earliest date in it."""
    first: tuple[Moment, Written] | None = None
    for number, texts in cells(page):
        for text in texts:
            moment = date_of(text, page.years)
            if moment is not None and (first is None or moment.sort_key() < first[0].sort_key()):
                first = moment, Written(number, f"cell {number}", (), text, moment)
            page.saw(moment.not_before if moment is not None else None)
    chats = Chats(page)
    unknown = Written(1, "cell 1", (), page.member.path.rpartition("/")[2], None)
    chats.add(*(first if first is not None else (None, unknown)))
    page.done.append(partial(gathered.html, page.member.name))
    yield from chats.found()
