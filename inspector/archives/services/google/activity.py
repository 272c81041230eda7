# SPDX-License-Identifier: Apache-2.0
"""Saved activity, as JSON and as pages: what was asked of Gemini and searched for, and under which control.

An item names the controls under which it was saved. It shows use at that time, not how a setting stands;
where items are missing, nothing shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Final

from inspector.archives.dates import ISO_T_UTC
from inspector.archives.formats.html_parts import HtmlPart, HtmlShape
from inspector.archives.frame.cells import Place
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.new_keys import keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import iso
from inspector.archives.hours import Hours
from inspector.archives.services.google.spelled import local_time
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.words import DataClass, FactKind

FEATURE: Final = "gemini"
_KEYS: Final = keys(
    "header title titleUrl time products activityControls description subtitles details safeHtmlItem "
    "imageFile attachedFiles audioFiles locationInfos userInteractions"
)
# Blanks, and the mark that some files of UTF-8 begin with.
_BEFORE_LIST: Final = b"\xef\xbb\xbf \t\r\n"
_ENOUGH_OTHERS: Final = 100
_ZULU: Final = "Z"
_CENTURY: Final = ("20", "19")
_NEEDED: Final = frozenset({"header", "title", "time"})
_RECORD: Final = HtmlShape("div", "outer-cell")
_ASKED: Final = ("Prompted ", "Used Gemini Apps")
_SEARCH: Final = re.compile(r"https://(?:www\.)?google\.[a-z.]{2,6}/search\?")
# The name of the product and the sentence stand before the time, the answer and the product's name behind it.
_BEFORE_TIME: Final = 2

Edge = tuple[Moment, Place]


class _Uses:
    """The first and the last use under each set of controls, and how often Gemini was asked and searched."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._edges: dict[tuple[str, ...], tuple[Edge, Edge]] = {}
        self._items: list[Fact] = []
        self._prompts = Dated()
        self._searches = Dated()
        self._met = False

    def gemini(self, moment: Moment | None, place: Place, controls: tuple[str, ...], *, asked: bool) -> None:
        """Take in an item of Gemini."""
        self._met = True
        if asked:
            self._prompts.add(moment)
            self._item(DataClass.AI_PROMPTS, moment, place)
        if moment is None:
            return
        own = (moment, place)
        first, last = self._edges.get(controls, (own, own))
        self._edges[controls] = (min(first, own, key=_time_of), max(last, own, key=_time_of))

    def search(self, moment: Moment | None, place: Place) -> None:
        """Take in a search."""
        self._searches.add(moment)
        self._item(DataClass.SEARCHES, moment, place)

    def _item(self, data_class: DataClass, moment: Moment | None, place: Place) -> None:
        if self._page.items:
            self._items.append(self._page.item_at(data_class, place, moment))

    def found(self) -> Iterator[Fact | Tally]:
        """Yield first and last use for each set of controls, the items asked for, and the counts."""
        for controls in sorted(self._edges):
            for moment, place in dict.fromkeys(self._edges[controls]):
                yield self._page.fact(FactKind.AI_USE, FEATURE, moment, place)
        yield from self._items
        if self._met:
            yield self._page.tally(DataClass.AI_PROMPTS, self._prompts)
        if self._searches.count:
            yield self._page.tally(DataClass.SEARCHES, self._searches)


def _time_of(edge: Edge) -> tuple[Any, ...]:
    return edge[0].sort_key()


def read_activity(page: Page) -> Iterator[Fact | Tally]:
    """Yield what a file of activity states. A file of another kind in the same place states nothing."""
    uses, times, others = _Uses(page), _Times(page), 0
    for node in page.records(blocks=_blocks(page)):
        item = node.value
        if not (isinstance(item, dict) and item.keys() >= _NEEDED):
            others += 1
            page.fault(node.row, "member.record_form")
            if others >= _ENOUGH_OTHERS and not times.met:
                break
            continue
        if not item.keys() <= _KEYS.known.keys():
            page.look(item, _KEYS)
        times.met = True
        if _is_gemini(item):
            _take(page, uses, node)
        elif isinstance(link := item.get("titleUrl"), str) and _SEARCH.match(link):
            times.search(uses, node, item["time"])
        else:
            times.saw(item["time"])
    if others and not times.met:
        # Something else that lies as deep; its content is nobody's business.
        page.faults.clear()
    yield from uses.found()
    yield from times.found()


class _Times:
    """Times of which only the hour matters, or only the newest: most of a file, so they stay texts."""

    def __init__(self, page: Page) -> None:
        self.met = False
        self._page = page
        self._searches = Hours((ISO_T_UTC,), page.years)
        self._counted = False
        self._newest = ""

    def search(self, uses: _Uses, node: Node, text: object) -> None:
        """Count a search; one whose time is written in another way is read as a time."""
        if self._page.items or not isinstance(text, str) or not text.endswith(_ZULU):
            uses.search(self._page.time(text, node.row, (iso,)), node.get("time") or node)
            return
        self._counted = True
        if not self._searches.add(text):
            self._page.fault(node.row, "member.record_bad_date")

    def saw(self, text: object) -> None:
        """Take note of the time of a record that bears on nothing else."""
        if (
            isinstance(text, str)
            and text > self._newest
            and text.endswith(_ZULU)
            and text.startswith(_CENTURY)
        ):
            self._newest = text

    def found(self) -> Iterator[Tally]:
        """Yield the count, and tell the newest time."""
        moment = iso(self._newest, self._page.years)
        self._page.saw(moment.not_before if moment is not None else None)
        if self._counted:
            yield self._page.tally(DataClass.SEARCHES, self._searches)


def _blocks(page: Page) -> Iterator[bytes]:
    """Yield the blocks of a file; of one that holds an object an empty list, for it is no activity."""
    first = b""
    for block in page.stream:
        first = block.lstrip(_BEFORE_LIST)
        if first:
            break
    if first.startswith(b"{"):
        return iter((b"[]",))
    return chain((first,), page.stream)


def _take(page: Page, uses: _Uses, node: Node) -> None:
    """Take in an item of Gemini: its place is the list of controls, where it names any."""
    item, when = node.value, node.get("time")
    moment = page.time(when.value, node.row, (iso,)) if when is not None else None
    if not isinstance(item, dict):
        return
    controls = node.get("activityControls")
    named = tuple(sorted(map(str, _texts(item.get("activityControls")))))
    place = controls if controls is not None and named else when or node
    uses.gemini(moment, place, named, asked=_asked(item))


def _is_gemini(item: dict[str, Any]) -> bool:
    """Tell an item of Gemini by the product, whose name is the same in all languages."""
    names = (item.get("header"), *_texts(item.get("products")))
    return any(isinstance(name, str) and "gemini" in name.casefold() for name in names)


def _texts(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _asked(item: dict[str, Any]) -> bool:
    """Tell whether an item is something the person asked: it has an answer, or says so in English."""
    title = item.get("title")
    said = isinstance(title, str) and title.startswith(_ASKED)
    return said or bool(item.get("safeHtmlItem") or item.get("userInteractions"))


def read_activity_page(page: Page) -> Iterator[Fact | Tally]:
    """Yield what a page of activity states; the language of the account is that of its dates."""
    uses = _Uses(page)
    for record in page.parts(_RECORD):
        _take_part(page, uses, record.value, record.number)
    yield from uses.found()


def _take_part(page: Page, uses: _Uses, part: HtmlPart, number: int) -> None:
    texts = part.texts
    gemini = bool(texts) and "gemini" in texts[0].casefold()
    if not gemini and not any(map(_SEARCH.match, part.links)):
        return
    place, moment = _time_in(page, texts)
    raw = Node(page, texts[place] if moment else "", f"record {number}", number)
    if moment is None:
        page.fault(number, "member.record_bad_date")
    else:
        page.saw(moment.not_before)
    if gemini:
        uses.gemini(moment, raw, (), asked=_asked_in(texts, place))
    else:
        uses.search(moment, raw)


def _time_in(page: Page, texts: tuple[str, ...]) -> tuple[int, Moment | None]:
    """Return where the time stands and what it is: found by its form, for other lines come and go."""
    for place, text in enumerate(texts[_BEFORE_TIME:], _BEFORE_TIME):
        moment = local_time(text, page.years)
        if moment is not None:
            return place, moment
    return len(texts), None


def _asked_in(texts: tuple[str, ...], place: int) -> bool:
    """Tell whether a record holds something asked: in English, or by an answer before the product's name."""
    if len(texts) > 1 and (texts[1] + " ").startswith(_ASKED):
        return True
    product = next((at for at in range(place + 1, len(texts)) if texts[at] == texts[0]), place)
    # Between the time and the product's name stands its caption, and before that the answer.
    return product - place > _BEFORE_TIME
