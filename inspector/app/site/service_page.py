# SPDX-License-Identifier: Apache-2.0
"""The page of one service: its settings, its archive, its letters, what else is known, and all sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspector.actions.coach import Coach, coach
from inspector.actions.law import KINDS
from inspector.actions.wording import Text, say
from inspector.app.site.control_part import ControlPart
from inspector.app.site.drawing import definitions
from inspector.app.site.markup import Markup, joined, tag
from inspector.app.site.words import Footnotes, SiteWords
from inspector.catalog.entry import Remark, ServiceEntry
from inspector.domain.practices import Citation


class ServicePage:
    """Makes the body of the page of one service."""

    def __init__(self, entry: ServiceEntry, words: SiteWords) -> None:
        self._entry = entry
        self._words = words
        self._notes = Footnotes(entry, words)

    def markup(self) -> Markup:
        """Return what stands inside `main`."""
        words, entry = self._words, self._entry
        parts = (
            definitions(),
            tag("p", tag("a", words.say("all"), href="../index.html"), class_="crumb"),
            tag("h1", words.say("service_title", name=entry.name)),
            tag("p", words.age(entry), class_="age"),
            *self._contents(),
            *(ControlPart(entry, one, words, self._notes).markup() for one in entry.controls),
            *self._archive(),
            *self._letters(),
            *self._remarks("not_undone", entry.not_undone),
            *self._remarks("limits", entry.limits),
            self._sources(),
        )
        return joined(parts, "\n")

    def _contents(self) -> Iterator[Markup]:
        if len(self._entry.controls) > 1:
            items = [
                tag("li", tag("a", self._words.own(one.name), href=f"#{one.id.partition('/')[2]}"))
                for one in self._entry.controls
            ]
            yield tag("nav", tag("ul", *items), aria_label=self._words.say("contents"), class_="contents")

    def _archive(self) -> Iterator[Markup]:
        words, found = self._words, coach(self._entry)
        if found is None or self._entry.archive is None:
            yield self._section("archive", tag("p", words.say("no_archive")))
            return
        archive = self._entry.archive
        kinds = [words.say(f"tells.{kind}") for kind in archive.tells]
        tells = words.say("tells", kinds=", ".join(kinds)) if kinds else words.say("tells_nothing")
        reader = words.say("reader" if archive.reader else "no_reader")
        page = tag("a", found.url, href=found.url, rel="noopener noreferrer")
        yield self._section(
            "archive",
            tag("p", words.say("archive_page"), " ", page),
            tag("ol", *self._items(found.steps)),
            *self._choose(found),
            tag("h3", words.messages.text("coach.short")),
            tag("ul", *self._items((found.ready, found.link, found.parts))),
            *self._told(found),
            tag("p", tells, " ", reader, " ", self._say(found.silent), " ", self._notes.mark(found.sources)),
        )

    def _choose(self, found: Coach) -> Iterator[Markup]:
        if found.choose:
            yield tag("h3", self._words.messages.text("coach.choose"))
            yield tag("ul", *self._items(found.choose), class_="ticks")

    def _told(self, found: Coach) -> Iterator[Markup]:
        if found.told:
            yield tag("h3", self._words.messages.text("coach.told"))
            yield tag("ul", *self._items(found.told))

    def _letters(self) -> Iterator[Markup]:
        uses = [use for use in self._entry.letters if use.right in KINDS]
        if uses:
            items = [
                tag("li", self._words.own(use.purpose), " ", self._notes.mark(use.sources)) for use in uses
            ]
            yield self._section("letters", tag("p", self._words.say("letters_lead")), tag("ul", *items))

    def _remarks(self, name: str, remarks: tuple[Remark, ...]) -> Iterator[Markup]:
        if remarks:
            yield self._section(name, tag("ul", *(self._remark(one) for one in remarks)))

    def _remark(self, one: Remark) -> Markup:
        words = self._words
        where = ", ".join(words.region(region, alone=True) for region in one.regions)
        several = len(self._entry.controls) > 1
        named = one.controls if several else ()
        controls = ", ".join(words.own(self._entry.control(name).name) for name in named)
        limits = "; ".join(part for part in (where, controls) if part)
        return tag(
            "li", words.own(one.text), f" ({limits}) " if limits else " ", self._notes.mark(one.sources)
        )

    def _sources(self) -> Markup:
        items = [self._source(number, source) for number, source in self._notes.listed()]
        return self._section("sources", tag("ol", *items, class_="sources"))

    def _source(self, number: int, source: Citation) -> Markup:
        words = self._words
        strength = words.messages.text(f"catalog.strength.{source.strength}")
        day = words.day(source.day) if source.day else words.messages.text("catalog.table.undated")
        lines: list[Markup] = []
        if source.url:
            lines.append(tag("a", source.url, href=source.url, rel="noopener noreferrer"))
        if source.repository:
            place = ", ".join(part for part in (source.repository, source.file, source.commit) if part)
            lines.append(tag("code", place))
        if source.sha256:
            lines.append(tag("code", f"SHA-256 {source.sha256}"))
        if source.note:
            lines.append(tag("span", words.own(source.note)))
        told = f" · {words.own(source.publisher)}, {day}, {strength}"
        head = joined((tag("b", words.own(source.title)), told))
        return tag("li", head, *(joined((tag("br"), one)) for one in lines), id=f"source-{number}")

    def _section(self, name: str, *children: Markup) -> Markup:
        title = tag("h2", self._words.say(f"title.{name}"), id=f"part-{name}")
        return tag("section", title, *children, class_="card", aria_labelledby=f"part-{name}")

    def _say(self, text: Text) -> str:
        return say(text, self._words.messages)

    def _items(self, texts: Iterable[Text]) -> list[Markup]:
        return [tag("li", self._say(text)) for text in texts]
