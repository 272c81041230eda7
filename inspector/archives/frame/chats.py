# SPDX-License-Identifier: Apache-2.0
"""Chats with an assistant in one file: how many, how many prompts of the person, when the first and the last.

A chat shows that the assistant was used then, not how any setting stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from inspector.archives.frame.cells import Place
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.page import Page
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.words import DataClass, FactKind

Edge = tuple[tuple[datetime, datetime], Moment, Place]
"""A use, after what it is ordered by."""


class Talk:
    """Counts chats and prompts of one file. `feature` names what was talked to, as facts say it."""

    def __init__(self, page: Page, feature: str) -> None:
        self._page = page
        self._feature = feature
        self._chats = Dated()
        self._prompts = Dated()
        self._items: list[Fact] = []
        self._first: Edge | None = None
        self._last: Edge | None = None

    def chat(self, moment: Moment | None, place: Place | None = None) -> None:
        """Count one chat by the time it began."""
        self._chats.add(moment)
        if self._page.items and place is not None:
            self._items.append(self._page.item_at(DataClass.AI_CHATS, place, moment))

    def prompt(self, moment: Moment | None, place: Place) -> None:
        """Count one thing that the person said."""
        self._prompts.add(moment)
        if self._page.items:
            self._items.append(self._page.item_at(DataClass.AI_PROMPTS, place, moment))
        if moment is None:
            return
        key = moment.sort_key()
        if self._first is None or key < self._first[0]:
            self._first = (key, moment, place)
        if self._last is None or key > self._last[0]:
            self._last = (key, moment, place)

    def found(self) -> Iterator[Fact | Tally]:
        """Yield the first and the last use, the items where they are asked for, and the counts."""
        for _, moment, place in dict.fromkeys(use for use in (self._first, self._last) if use is not None):
            yield self._page.fact(FactKind.AI_USE, self._feature, moment, place)
        yield from self._items
        if self._chats.count:
            yield self._page.tally(DataClass.AI_CHATS, self._chats)
        yield self._page.tally(DataClass.AI_PROMPTS, self._prompts)
