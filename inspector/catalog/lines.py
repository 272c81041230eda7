# SPDX-License-Identifier: Apache-2.0
"""The catalog as a table for the terminal: rows by region and time, their sources and how old they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from textwrap import wrap

from inspector.catalog.decode import Translated
from inspector.catalog.entry import ServiceEntry
from inspector.catalog.index import Catalog
from inspector.catalog.overview import plan_name, practice_width, shown_days
from inspector.catalog.query import ControlAnswer, Held, Query, ServiceAnswer, ask
from inspector.catalog.regions import EVERYWHERE, Regions
from inspector.domain.practices import Citation, Row
from inspector.domain.text import worded
from inspector.system.days import shown_day
from inspector.system.messages import Messages

WIDTH = 80
_FROM = 24


def lines(
    catalog: Catalog, query: Query, messages: Messages, now: datetime, width: int = WIDTH
) -> tuple[str, ...]:
    """Return the lines of the table, none wider than `width`. Raises UnknownIdError."""
    table = _Table(catalog.regions, query, messages, now, width)
    return tuple(line.rstrip() for answer in ask(catalog, query) for line in table.service(answer))


class _Table:
    """One table in one language and width."""

    def __init__(self, regions: Regions, query: Query, messages: Messages, now: datetime, width: int) -> None:
        self._regions = regions
        self._query = query
        self._messages = messages
        self._now = now
        self._width = width
        self._practice = practice_width(messages)
        self._numbers: dict[str, int] = {}
        self._elsewhere = "everywhere"
        self._entry: ServiceEntry

    def _text(self, key: str, **values: object) -> str:
        return self._messages.text(f"catalog.table.{key}", **values)

    def _wrapped(self, text: str, first: str = "", rest: str | None = None) -> list[str]:
        following = first if rest is None else rest
        return wrap(
            text, self._width, initial_indent=first, subsequent_indent=following, break_on_hyphens=False
        )

    def service(self, answer: ServiceAnswer) -> Iterator[str]:
        """Yield the lines of one service."""
        self._numbers = {}
        self._entry = answer.entry
        yield answer.entry.name
        yield from self._wrapped(self._age(answer.entry))
        if not answer.controls:
            yield ""
            yield from self._wrapped(self._nothing())
        for control in answer.controls:
            yield ""
            yield from self._control(control)
        if answer.controls:
            yield ""
            yield self._text("sources")
            for source in self._cited(answer.entry):
                yield from self._source(source)
        yield ""

    def _age(self, entry: ServiceEntry) -> str:
        age = max((self._now.date() - entry.checked).days, 0)
        key = "stale" if self._now.date() > entry.stale_after else "checked"
        day, until = (shown_day(one, self._messages.lang) for one in (entry.checked, entry.stale_after))
        return self._text(key, day=day, n=age, until=until)

    def _nothing(self) -> str:
        where = self._region(self._query.region) if self._query.region else self._text("everywhere")
        return self._text("nothing", region=where)

    def _control(self, answer: ControlAnswer) -> Iterator[str]:
        lang = self._messages.lang
        yield from self._wrapped(answer.entry.name.text(lang))
        yield from self._wrapped(f"{answer.entry.id}", "  ")
        if answer.entry.url:
            yield f"  {answer.entry.url}"
        yield ""
        practice = f"{self._text('practice'):<{self._practice}}"
        yield f"    {self._text('from'):<{_FROM}}  {practice}  {self._text('who')}"
        named = {row.region for row in answer.entry.rows} - {EVERYWHERE}
        self._elsewhere = "everywhere" if named else "anywhere"
        place: tuple[str | None, str | None] = (None, None)
        for held in answer.held:
            yield from self._headings(held.row, place)
            place = (held.row.region, held.row.plan)
            yield from self._row(held)

    def _headings(self, row: Row, before: tuple[str | None, str | None]) -> Iterator[str]:
        """Yield what to print where a row's region or plan is not that of the row before it."""
        if row.region != before[0]:
            yield ""
            yield from self._wrapped(self._heading(row.region), "  ")
        if row.plan and (row.region, row.plan) != before:
            yield ""
            named = plan_name(self._entry, row.plan, self._messages.lang)
            yield from self._wrapped(self._text("plan", plan=row.plan, name=named), "    ")

    def _region(self, region: str) -> str:
        if region == EVERYWHERE:
            return self._text(self._elsewhere)
        name = self._regions.name(region, self._messages.lang)
        return self._text("region", name=name, code=region)

    def _heading(self, region: str) -> str:
        asked = self._query.region
        if asked is None or asked == region:
            return self._region(region)
        return self._text("by", asked=self._region(asked), region=self._region(region))

    def _row(self, held: Held) -> Iterator[str]:
        row = held.row
        practice = self._messages.text(f"catalog.practice.{row.practice}")
        start = shown_days(row.start, self._messages.lang) if row.start else self._text("ever")
        tail = f"{self._strength(row)} {self._marks(row.sources)}"
        mark = " " if held.certain else "?"
        head = f"  {mark} {start:<{_FROM}}  {practice:<{self._practice}}  "
        if len(head) + len(tail) <= self._width:
            yield head + tail
        else:
            yield head
            yield from self._wrapped(tail, "      ")
        if row.offer and row.start and row.offer.start.bounds() != row.start.bounds():
            offered = shown_days(row.offer.start, self._messages.lang)
            yield from self._wrapped(self._text("offered", day=offered), "      ")
        if self._query.region:
            yield from self._wrapped(Translated(row.text).text(self._messages.lang), "      ")
        if not held.certain:
            yield from self._wrapped(self._text("uncertain"), "      ")

    def _strength(self, row: Row) -> str:
        low, high = (self._messages.text(f"catalog.strength.{one}") for one in (row.lower, row.upper))
        return low if low == high else self._text("strengths", low=low, high=high)

    def _marks(self, sources: Sequence[str]) -> str:
        for source in sources:
            self._numbers.setdefault(source, len(self._numbers) + 1)
        return "[" + ",".join(str(number) for number in sorted(self._numbers[one] for one in sources)) + "]"

    def _cited(self, entry: ServiceEntry) -> list[Citation]:
        return [entry.source(name) for name, _ in sorted(self._numbers.items(), key=lambda item: item[1])]

    def _source(self, source: Citation) -> Iterator[str]:
        lang = self._messages.lang
        strength = self._messages.text(f"catalog.strength.{source.strength}")
        day = shown_day(source.day, lang) if source.day else self._text("undated")
        title, publisher = worded(source.title, lang), worded(source.publisher, lang)
        text = self._text("source", title=title, publisher=publisher, day=day, strength=strength)
        yield from self._wrapped(text, f"{self._numbers[source.id]:>4}  ", "      ")
        if source.url:
            yield f"      {source.url}"
        if source.commit and source.repository:
            yield from self._wrapped(f"{source.repository}, {source.file}", "      ")
            yield from self._wrapped(f"{source.commit}", "      ")
