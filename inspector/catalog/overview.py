# SPDX-License-Identifier: Apache-2.0
"""What all services document on one day, as a table: short, with strength, sources and age."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from textwrap import wrap

from inspector.catalog.entry import ServiceEntry
from inspector.catalog.index import Catalog
from inspector.catalog.query import Query
from inspector.catalog.regions import EVERYWHERE
from inspector.catalog.standing import ControlStanding, Standing, standings
from inspector.domain.moment import Moment
from inspector.domain.words import Practice, Strength
from inspector.system.days import shown_day
from inspector.system.messages import Messages

_PRACTICE, _SINCE, _STRENGTH, _SOURCES = 15, 24, 19, 7
_PRACTICE_WIDEST = 17
_INDENT = "    "
_WIDE = 110
"""From this width on the places stand in the same line."""


def shown_days(moment: Moment, lang: str) -> str:
    """Return the UTC day of a moment, or its first and last: `2024-08-01 .. 2024-09-18`."""
    first, last = (shown_day(time.date(), lang) for time in (moment.earliest, moment.latest))
    return first if first == last else f"{first} .. {last}"


class Words:
    """How the catalog's values read in one language; shared by the tables, the site and README."""

    def __init__(self, catalog: Catalog, messages: Messages) -> None:
        self.messages = messages
        self._regions = catalog.regions

    def practice(self, one: Standing) -> str:
        """Return a practice in words."""
        return self.messages.text(f"catalog.practice.{one.practice}")

    def strength(self, low: Strength, high: Strength) -> str:
        """Return how strong the two bounds of a start are, once where they are equal."""
        first, last = (self.messages.text(f"catalog.strength.{one}") for one in (low, high))
        return first if first == last else self.messages.text("catalog.table.strengths", low=first, high=last)

    def since(self, moment: Moment | None) -> str:
        """Return the day of a start, its two days where it is only known within them."""
        return shown_days(moment, self.messages.lang) if moment else self.messages.text("catalog.table.ever")

    def day(self, day: date) -> str:
        """Return a day in figures."""
        return shown_day(day, self.messages.lang)

    def region(self, region: str, *, alone: bool) -> str:
        """Return the name of a region; `*` is everywhere, or everywhere else beside others."""
        if region == EVERYWHERE:
            return self.messages.text(f"catalog.table.{'anywhere' if alone else 'everywhere'}")
        return self._regions.name(region, self.messages.lang)

    def regions(self, regions: Sequence[str], *, alone: bool) -> str:
        """Return regions as a list in words."""
        names = [self.region(region, alone=alone) for region in regions if region != EVERYWHERE]
        if EVERYWHERE in regions and names:
            names.append(self.messages.text("catalog.overview.elsewhere"))
        return ", ".join(names) if names else self.region(EVERYWHERE, alone=alone)

    def where(self, one: Standing, whole: ControlStanding) -> str:
        """Return the regions and plans of a standing in words, for a control with others beside it."""
        alone = {region for other in whole.standings for region in other.regions} == {EVERYWHERE}
        places = self.regions(one.regions, alone=alone)
        if not one.plans and any(other.plans for other in whole.standings):
            return self.messages.text("catalog.overview.other_plans", where=places)
        if not one.plans:
            return places
        plans = ", ".join(plan_name(whole.service, plan, self.messages.lang) for plan in one.plans)
        return self.messages.text("catalog.overview.plans", n=len(one.plans), where=places, plans=plans)


def practice_width(messages: Messages) -> int:
    """Return how many letters the column of practices has: the longest word of a language, within bounds."""
    longest = max(len(messages.text(f"catalog.practice.{one}")) for one in Practice)
    return min(max(longest, _PRACTICE), _PRACTICE_WIDEST)


def plan_name(entry: ServiceEntry, plan_id: str, lang: str) -> str:
    """Return what the service calls a plan; its id where the catalog has no such plan."""
    found = next((plan for plan in entry.plans if plan.id == plan_id), None)
    return found.name.text(lang) if found else plan_id


def overview(
    catalog: Catalog, query: Query, messages: Messages, now: datetime, width: int
) -> tuple[str, ...]:
    """Return the lines of the table for the day of `query`, today if it names none. Raises UnknownIdError."""
    return tuple(line.rstrip() for line in _Overview(catalog, query, messages, now, width).lines())


class _Overview:
    """One table in one language and width."""

    def __init__(self, catalog: Catalog, query: Query, messages: Messages, now: datetime, width: int) -> None:
        self._catalog = catalog
        self._query = query
        self._words = Words(catalog, messages)
        self._now = now
        self._width = width

    def _text(self, key: str, **values: object) -> str:
        return self._words.messages.text(f"catalog.overview.{key}", **values)

    def lines(self) -> Iterator[str]:
        found = standings(self._catalog, self._query, self._now.date())
        yield from self._head(found)
        service = ""
        for one in found:
            if one.service.id != service:
                service = one.service.id
                yield ""
                yield from self._service(one.service)
            yield from self._control(one)
        yield ""
        if not all(standing.certain for one in found for standing in one.standings):
            yield from self._wrapped(f"? {self._words.messages.text('catalog.table.uncertain')}")
        yield from self._foot()

    def _head(self, found: tuple[ControlStanding, ...]) -> Iterator[str]:
        day = self._words.day(self._query.on or self._now.date())
        services = len({one.service.id for one in found})
        title = self._text("title", day=day, services=services, n=len(found))
        yield from self._wrapped(title)
        if self._query.region:
            yield from self._wrapped(self._words.region(self._query.region, alone=True))
        yield ""
        yield from self._wrapped(self._text("reading"))
        yield ""
        yield self._row("practice", "since", "strength", "sources") + (
            "  " + self._text("where") if self._width >= _WIDE else ""
        )

    def _row(self, *keys: str) -> str:
        return self._columns(*(self._text(key) for key in keys))

    def _columns(self, practice: str, since: str, strength: str, sources: str) -> str:
        room = practice_width(self._words.messages)
        return (
            f"{_INDENT}{practice:<{room}}  {since:<{_SINCE}}  {strength:<{_STRENGTH}}  {sources:>{_SOURCES}}"
        )

    def _service(self, entry: ServiceEntry) -> Iterator[str]:
        age = _age(entry, self._now.date())
        key = "stale" if self._now.date() > entry.stale_after else "checked"
        day, until = (self._words.day(one) for one in (entry.checked, entry.stale_after))
        yield from self._wrapped(self._text(key, name=entry.name, day=day, n=age, until=until))

    def _control(self, whole: ControlStanding) -> Iterator[str]:
        lang = self._words.messages.lang
        yield from self._wrapped(f"{whole.entry.name.text(lang)}  [{whole.entry.id}]", "  ")
        for one in whole.standings:
            mark = "" if one.certain else " ?"
            head = self._columns(
                self._words.practice(one) + mark,
                self._words.since(one.since),
                self._words.strength(*one.strengths),
                str(len(one.sources)),
            )
            yield from self._placed(head, self._words.where(one, whole))

    def _placed(self, head: str, where: str) -> Iterator[str]:
        if self._width < _WIDE:
            yield head
            yield from self._wrapped(where, _INDENT + "  ")
            return
        room = self._width - len(head) - 2
        first, *further = wrap(where, room, break_on_hyphens=False)
        yield f"{head}  {first}"
        yield from (f"{'':<{len(head)}}  {part}" for part in further)

    def _foot(self) -> Iterator[str]:
        yield from self._wrapped(self._text("more"))
        yield from self._wrapped(
            self._text(
                "cite",
                version=self._catalog.version,
                sha256=self._catalog.sha256,
                day=self._words.day(self._query.on or self._now.date()),
            )
        )

    def _wrapped(self, text: str, indent: str = "") -> list[str]:
        return wrap(
            text, self._width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )


def _age(entry: ServiceEntry, today: date) -> int:
    return max((today - entry.checked).days, 0)
