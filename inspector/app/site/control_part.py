# SPDX-License-Identifier: Apache-2.0
"""One setting on the page of its service: what it governs, its timeline, its rows, its labels."""

from __future__ import annotations

from collections.abc import Iterator

from inspector.app.site.drawing import axis_picture, lane_picture, legend_mark
from inspector.app.site.lanes import Lane, Scale, lanes, said_apart, scale
from inspector.app.site.markup import Markup, dated, joined, tag
from inspector.app.site.words import Footnotes, SiteWords
from inspector.catalog.entry import ControlEntry, ServiceEntry
from inspector.catalog.view import events_of
from inspector.domain.practices import ClassStatement, Event, Row
from inspector.domain.words import Practice


class ControlPart:
    """Makes the section of one setting."""

    def __init__(
        self, service: ServiceEntry, entry: ControlEntry, words: SiteWords, notes: Footnotes
    ) -> None:
        self._service = service
        self._entry = entry
        self._words = words
        self._notes = notes
        self._anchor = entry.id.partition("/")[2]

    def markup(self) -> Markup:
        """Return the whole section."""
        words, entry = self._words, self._entry
        found = lanes(entry, words.catalog.regions)
        return tag(
            "section",
            tag("h2", words.own(entry.name), id=self._anchor),
            tag("p", words.own(entry.governs), class_="lead"),
            tag("p", tag("code", entry.id), *self._shared()),
            *self._where(),
            *self._timeline(found),
            self._rows(found),
            *self._statements(),
            class_="card", aria_labelledby=self._anchor,
        )  # fmt: skip

    def _shared(self) -> Iterator[str]:
        if self._entry.control.switch_of:
            yield " " + self._words.say("switch_of", control=self._entry.control.switch_of)

    def _where(self) -> Iterator[Markup]:
        link, words = self._entry.link, self._words
        if link:
            sure = words.say(f"certainty.{link.certainty}")
            anchor = tag("a", link.url, href=link.url, rel="noopener noreferrer")
            yield tag("p", words.say("address"), " ", anchor, f" ({sure}) ", self._notes.mark(link.sources))
        if self._entry.labels:
            items = [self._label(index) for index in range(len(self._entry.labels))]
            yield tag("details", tag("summary", words.say("labels", n=len(items))), tag("ul", *items))

    def _label(self, index: int) -> Markup:
        label, words = self._entry.labels[index], self._words
        told = words.say(
            "label",
            part=words.say(f"part.{label.part}"),
            language=words.language(label.lang),
            platform=words.say(f"platform.{label.platform}"),
            sure=words.say(f"certainty.{label.certainty}"),
        )
        quoted = tag("q", label.text, lang=label.lang, dir="auto")
        return tag("li", quoted, f" · {told} ", self._notes.mark(label.sources))

    def _timeline(self, found: tuple[Lane, ...]) -> Iterator[Markup]:
        words = self._words
        events = events_of(self._service, self._entry.id)
        measure = scale((row for lane in found for row in lane.rows), words.today)
        rows = [self._lane(lane, found, measure) for lane in found]
        yield tag("h3", words.say("timeline"))
        yield tag(
            "div",
            tag("div", axis_picture(measure, events), class_="lane-row axis-row"),
            *rows,
            class_="timeline",
        )
        yield tag("p", *self._reading(found), class_="aside reading")
        yield from self._events(events)

    def _reading(self, found: tuple[Lane, ...]) -> Iterator[Markup]:
        """Yield what the textures of these lanes mean, and what is soft or pale in them."""
        there = {row.practice for lane in found for row in lane.rows}
        for practice in (one for one in Practice if one in there):
            name = self._words.messages.text(f"catalog.practice.{practice}")
            yield tag("span", legend_mark(practice), " ", name, class_="key")
        yield tag("span", self._words.say("timeline.reading"))

    def _lane(self, lane: Lane, others: tuple[Lane, ...], measure: Scale) -> Markup:
        words = self._words
        where = words.lane(lane, others, self._service)
        told = f"{where}. {words.course(lane)}"
        picture = lane_picture(lane, measure, words.today, told)
        return tag("div", tag("p", where, class_="where"), picture, class_="lane-row")

    def _events(self, events: tuple[Event, ...]) -> Iterator[Markup]:
        if events:
            items = [self._event(event) for event in events]
            yield tag("details", tag("summary", self._words.say("events", n=len(items))), tag("ol", *items))

    def _event(self, event: Event) -> Markup:
        words = self._words
        regions = ", ".join(words.region(region, alone=True) for region in event.regions)
        return tag(
            "li", tag("b", words.since(event.moment)), f" {words.own(event.title)} ",
            f"({words.say(f'event.{event.kind}')}{f'; {regions}' if regions else ''}) ",
            self._notes.mark(event.sources),
        )  # fmt: skip

    def _rows(self, found: tuple[Lane, ...]) -> Markup:
        words = self._words
        keys = ("where", "from", "until", "practice", "strength", "told")
        heads = [words.say(f"column.{key}") for key in keys]
        body = [
            self._row(row, words.lane(part, found, self._service), heads)
            for lane in found
            for part in said_apart(lane)
            for row in part.rows
        ]
        head = tag("tr", *(tag("th", text, scope="col", role="columnheader") for text in heads), role="row")
        caption = tag("caption", words.say("rows"))
        return tag(
            "table", caption, tag("thead", head, role="rowgroup"), tag("tbody", *body, role="rowgroup"),
            role="table",
        )  # fmt: skip

    def _row(self, row: Row, where: str, heads: list[str]) -> Markup:
        words = self._words
        told = joined((dated(words.own(row.text)), " ", self._notes.mark(row.sources)))
        offered = row.offer and row.start and row.offer.start.bounds() != row.start.bounds()
        shown = (
            f" {words.messages.text('catalog.table.offered', day=words.since(row.offer.start))}"
            if (row.offer and offered)
            else ""
        )
        practice = tag("span", words.practice_of(row), class_=f"practice {row.practice}")
        cells = (
            where, dated(words.since(row.start)), dated(words.until(row)), practice,
            words.strength(row.lower, row.upper), joined((told, dated(shown))),
        )  # fmt: skip
        written = [
            tag("td", cell, role="cell", data_head=head) for cell, head in zip(cells, heads, strict=True)
        ]
        return tag("tr", *written, role="row", id=row.id)

    def _statements(self) -> Iterator[Markup]:
        items = [self._statement(one) for one in _by_text(self._entry.statements)]
        if items:
            yield tag("h3", self._words.say("statements"))
            yield tag("ul", *items)

    def _statement(self, said: tuple[ClassStatement, ...]) -> Markup:
        words, first = self._words, said[0]
        classes = ", ".join(words.messages.text(f"report.class.{one.data_class}") for one in said)
        where = ", ".join(words.region(region, alone=True) for region in first.regions)
        since = f", {words.since(first.start)}" if first.start else ""
        stated = words.messages.text(f"report.stated.{first.stated}")
        return tag(
            "li", tag("b", classes), f": {stated} ({where}{since}). ",
            words.own(first.text), " ", self._notes.mark(first.sources),
        )  # fmt: skip


def _by_text(statements: tuple[ClassStatement, ...]) -> tuple[tuple[ClassStatement, ...], ...]:
    """Put the data classes together about which one sentence was said."""
    found: dict[tuple[object, ...], list[ClassStatement]] = {}
    for one in statements:
        found.setdefault((one.stated, one.regions, one.start, one.text, one.sources), []).append(one)
    return tuple(tuple(group) for group in found.values())
