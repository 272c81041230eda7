# SPDX-License-Identifier: Apache-2.0
"""The words of the site: catalog values in one language, and footnotes that lead to the sources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from babel import Locale, UnknownLocaleError

from inspector.app.site.lanes import Lane
from inspector.app.site.markup import Markup, joined, tag
from inspector.catalog.entry import ServiceEntry
from inspector.catalog.index import Catalog
from inspector.catalog.overview import Words, plan_name
from inspector.catalog.regions import EVERYWHERE
from inspector.domain.practices import Citation, Row
from inspector.domain.text import Named, worded
from inspector.system.messages import SOURCE_LANGUAGE, Messages


class SiteWords(Words):
    """What the pages say in one language, on the day they are made."""

    def __init__(self, catalog: Catalog, messages: Messages, today: date) -> None:
        super().__init__(catalog, messages)
        self.catalog = catalog
        self.today = today

    @property
    def lang(self) -> str:
        """Return the language as a page states it; the pseudo-language is English."""
        lang = self.messages.lang.partition("-")[0]
        return SOURCE_LANGUAGE if lang == "xx" else lang

    @property
    def made_on(self) -> str:
        """Return the day on which the pages are made, in figures."""
        return self.day(self.today)

    def say(self, key: str, **values: object) -> str:
        """Return the sentence `site.<key>`."""
        return self.messages.text(f"site.{key}", **values)

    def own(self, text: Named) -> str:
        """Return a text of the catalog in the language of the pages, in English where it has none."""
        return worded(text, self.messages.lang)

    def lane(self, lane: Lane, others: Iterable[Lane], entry: ServiceEntry) -> str:
        """Return the regions and plans of a lane in words."""
        beside = tuple(others)
        alone = {region for one in beside for region in one.regions} == {EVERYWHERE}
        places = self.regions(lane.regions, alone=alone)
        if lane.plans:
            plans = ", ".join(plan_name(entry, plan, self.messages.lang) for plan in lane.plans)
            return self.messages.text("catalog.overview.plans", n=len(lane.plans), where=places, plans=plans)
        if any(one.plans for one in beside):
            return self.messages.text("catalog.overview.other_plans", where=places)
        return places

    def course(self, lane: Lane) -> str:
        """Return a lane as a sentence: `from the beginning: not used; 2025-11-03: on by default`."""
        return "; ".join(f"{self.since(row.start)}: {self.practice_of(row)}" for row in lane.rows)

    def practice_of(self, row: Row) -> str:
        """Return the practice of a row in words."""
        return self.messages.text(f"catalog.practice.{row.practice}")

    def until(self, row: Row) -> str:
        """Return when a row ends; an open one holds still."""
        return self.since(row.end) if row.end else self.say("still")

    def age(self, entry: ServiceEntry) -> str:
        """Return when the sources of a service were read, and whether they should be read again."""
        key = "stale" if self.today > entry.stale_after else "checked"
        count = max((self.today - entry.checked).days, 0)
        day, until = self.day(entry.checked), self.day(entry.stale_after)
        return self.messages.text(f"catalog.table.{key}", day=day, n=count, until=until)

    def language(self, code: str) -> str:
        """Return the name of a language, its code where no name is known."""
        try:
            name = Locale.parse(code.replace("-", "_")).get_display_name(self.lang)
        except (UnknownLocaleError, ValueError):
            return code
        return name or code


class Footnotes:
    """Numbers the sources of one page in the order in which they are first cited."""

    def __init__(self, entry: ServiceEntry, words: SiteWords) -> None:
        self._entry = entry
        self._words = words
        self._numbers: dict[str, int] = {}

    def mark(self, sources: Iterable[str]) -> Markup:
        """Return links to the sources, by number."""
        numbers = sorted(self._numbers.setdefault(one, len(self._numbers) + 1) for one in sources)
        links = [
            tag(
                "a", f"{number}", href=f"#source-{number}",
                aria_label=self._words.say("source_number", number=number),
            )
            for number in numbers
        ]  # fmt: skip
        return tag("span", "[", joined(links, ", "), "]", class_="cited")

    def listed(self) -> tuple[tuple[int, Citation], ...]:
        """Return all sources of the service: those that were cited by number, then the others."""
        for source in self._entry.sources:
            self._numbers.setdefault(source.id, len(self._numbers) + 1)
        by_number = sorted(self._numbers.items(), key=lambda pair: pair[1])
        return tuple((number, self._entry.source(name)) for name, number in by_number)
