# SPDX-License-Identifier: Apache-2.0
"""Chats with an assistant in one file: how many, how many prompts of the person, when the first and the last.

A chat shows that the assistant was used then, not how any setting stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from inspector.archives.formats.epochs import Seconds
from inspector.archives.frame.cells import Place
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import Form, epoch
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment, time_at
from inspector.domain.words import DataClass, FactKind

Edge = tuple[tuple[datetime, datetime], Moment, Place]
"""A use, after what it is ordered by."""

Written = tuple[int, object, Node, tuple[str, ...]]
"""A use to the second: when, as it is written, and where, as a value and the keys below it."""


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
        self._seconds = Seconds(page.years)
        self._earliest: Written | None = None
        self._newest: Written | None = None
        self._changed = 0

    def chat(self, moment: Moment | None, place: Place | None = None) -> None:
        """Count one chat by the time it began."""
        self._chats.add(moment)
        if self._page.items and place is not None:
            self._items.append(self._page.item_at(DataClass.AI_CHATS, place, moment))

    def chat_at(self, written: object, above: Node, path: tuple[str, ...], others: Sequence[Form]) -> None:
        """Count one chat by the time it began, as `prompt_at` does."""
        second = self._seconds.of(written)
        if second is None or self._page.items:
            place = above.beneath(written, *path)
            self.chat(
                self._page.time(written, place.row, (epoch, *others)), None if written is None else place
            )
        else:
            self._chats.add_second(second)

    def changed_at(self, written: object, row: int, others: Sequence[Form]) -> None:
        """Take note of when a chat was changed."""
        second = self._seconds.of(written)
        if second is None:
            self._page.time(written, row, (epoch, *others))
        else:
            self._changed = max(self._changed, second)

    def prompt(self, moment: Moment | None, place: Place) -> None:
        """Count one thing that the person said."""
        self._prompts.add(moment)
        if self._page.items:
            self._items.append(self._page.item_at(DataClass.AI_PROMPTS, place, moment))
        if moment is not None:
            self._use(moment, place)

    def prompt_at(self, written: object, above: Node, path: tuple[str, ...], others: Sequence[Form]) -> None:
        """Count one thing that the person said by its time, mostly a number of seconds, else in `others`.

        The time stands at these keys below `above`. Of most nothing is made but the count.
        """
        second = self._seconds.of(written)
        if second is None or self._page.items:
            place = above.beneath(written, *path)
            self.prompt(self._page.time(written, place.row, (epoch, *others)), place)
            return
        self._prompts.add_second(second)
        if self._earliest is None or self._newest is None:
            self._earliest = self._newest = (second, written, above, path)
        elif second < self._earliest[0]:
            self._earliest = (second, written, above, path)
        elif second > self._newest[0]:
            self._newest = (second, written, above, path)

    def _use(self, moment: Moment, place: Place) -> None:
        key = moment.sort_key()
        if self._first is None or key < self._first[0]:
            self._first = (key, moment, place)
        if self._last is None or key > self._last[0]:
            self._last = (key, moment, place)

    def found(self) -> Iterator[Fact | Tally]:
        """Yield the first and the last use, the items where they are asked for, and the counts."""
        if self._changed:
            self._page.saw(time_at(self._changed))
        for _, written, above, path in dict.fromkeys(filter(None, (self._earliest, self._newest))):
            moment = epoch(written, self._page.years)
            if moment is not None:
                self._use(moment, above.beneath(written, *path))
        for _, moment, place in dict.fromkeys(use for use in (self._first, self._last) if use is not None):
            yield self._page.fact(FactKind.AI_USE, self._feature, moment, place)
        yield from self._items
        if self._chats.count:
            yield self._page.tally(DataClass.AI_CHATS, self._chats)
        yield self._page.tally(DataClass.AI_PROMPTS, self._prompts)
