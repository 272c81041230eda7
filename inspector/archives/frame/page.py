# SPDX-License-Identifier: Apache-2.0
"""One member being read: its records, its place for facts, its faults, and what the member leaves behind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from inspector.archives.dates import DateFormat, Years, read_date
from inspector.archives.formats.html_parts import HtmlPart, HtmlShape
from inspector.archives.formats.html_records import html_records
from inspector.archives.formats.json_lines import json_lines
from inspector.archives.formats.json_records import json_records
from inspector.archives.formats.json_values import json_document
from inspector.archives.formats.records import Fault, Record, unlooked
from inspector.archives.formats.tables import Table, TableShape, column_key
from inspector.archives.frame.cells import Cell, Place
from inspector.archives.frame.dated import Counted
from inspector.archives.frame.look import Look
from inspector.archives.frame.new_keys import Keys, unknown
from inspector.archives.frame.node import Node
from inspector.archives.frame.pruned import Drops, pruned
from inspector.archives.frame.times import Form, read_time
from inspector.archives.reader import MemberAt, ReadError
from inspector.archives.skeleton.words import shown_key
from inspector.archives.stream import MemberStream
from inspector.domain.facts import Fact, Provenance, Tally
from inspector.domain.moment import UNKNOWN_MOMENT, Moment, unread
from inspector.domain.words import DataClass, FactKind, Grade

T = TypeVar("T")


@dataclass(slots=True)
class Page:
    """What the handlers of single files work with. `latest` is the earliest time of the newest record.

    Decoders are reached through here alone, so that what they could not read is told whoever reads.
    `met` counts the records that they came across, those that could not be read too.
    `standing` are facts that hold at the time the export was made; they get their Moment when all is read.
    `done` are steps to take once the member turned out to be whole. `columns` are all that a table of this
    kind is known to have, with blanks between; none where that is not known.
    """

    service: str
    member: MemberAt
    stream: MemberStream
    years: Years
    items: bool
    faults: dict[str, ReadError] = field(default_factory=dict)
    latest: datetime | None = None
    standing: list[Fact] = field(default_factory=list)
    done: list[Callable[[], None]] = field(default_factory=list)
    new_keys: dict[str, None] = field(default_factory=dict)
    met: int = 0
    columns: str = ""

    def table(self, shape: TableShape) -> Table:
        """Open the member as a table; columns beside the known ones are remembered. Raises MemberError."""
        table = Table(self.stream, shape, self.bad)
        if self.columns:
            names = {column_key(name): name for name in table.header}
            new = [shown_key(name) for key, name in names.items() if key and key not in self.columns.split()]
            self.new_keys.update(dict.fromkeys(new))
        return table

    def records(
        self,
        at: str = "",
        known: Keys | None = None,
        *,
        blocks: Iterable[bytes] | None = None,
        kind: Any = Any,
        mend: Callable[[Any], Any] | None = None,
    ) -> Iterator[Node]:
        """Yield the records of the JSON list at a pointer, or the file as one record where it is an object.

        A record that cannot be read is a fault, and so is a rest that cannot. Keys not among the `known` ones
        are remembered. `blocks` are the JSON where it is not the member as it is, `kind` is the type of a
        record, in large files a TypedDict of what is wanted, and `mend` puts its value right before anything
        else is done with it.
        """
        look = unlooked if known is None else Look(known, self.new_keys, mend)
        found = self._taken(json_records(self.stream if blocks is None else blocks, kind, at, look))
        for record in found:
            value = record.value if mend is None else mend(record.value)
            yield Node(self, value, record.locator, record.number)

    def lines(self, *, kind: Any = Any) -> Iterator[Node]:
        """Yield the values of newline-delimited JSON."""
        for record in self._taken(json_lines(self.stream, kind)):
            yield Node(self, record.value, record.locator, record.number)

    def parts(self, shape: HtmlShape, blocks: Iterable[bytes] | None = None) -> Iterator[Record[HtmlPart]]:
        """Yield the records of a page."""
        return self._taken(html_records(self.stream if blocks is None else blocks, shape))

    def document(self, known: Keys | None = None) -> Node:
        """Return a whole small file, such as one of settings. Raises MemberError, also for a key twice."""
        return self._whole(*json_document(self.stream, Any), known)

    def pruned(self, drops: Drops, known: Keys | None = None) -> Node:
        """Return a whole file of any size without what is left out. Raises MemberError as `document` does."""
        return self._whole(*pruned(self.stream, drops), known)

    def look(self, value: object, known: Keys | None) -> None:
        """Remember the paths of keys that are not known."""
        if known is not None:
            self.new_keys.update(dict.fromkeys(unknown(value, known)))

    def fault(self, row: int, key: str) -> None:
        """Note that a record, or a value in it, could not be used."""
        before = self.faults.get(key)
        first, count = (before.row, before.count) if before else (row, 0)
        self.faults[key] = ReadError(key, self.member.name, first, count + 1)

    def bad(self, fault: Fault) -> None:
        """Note a record that a decoder could not use."""
        self.fault(fault.number, fault.key)

    def time(self, value: object, row: int, forms: Sequence[Form]) -> Moment | None:
        """Return the time of a record; None where it states none, and a fault where it cannot be read."""
        if value is None or value in ("", 0):
            return None
        found = read_time(value, forms, self.years)
        if found is None:
            self.fault(row, "member.record_bad_date")
            return None
        self.saw(found.not_before)
        return found

    def moment(self, cell: Cell, formats: tuple[DateFormat, ...]) -> Moment | None:
        """Read a date of a table; one that is there and cannot be read is a fault of its record."""
        found = read_date(cell.raw, formats, self.years)
        if found.is_known:
            self.saw(found.not_before)
            return found
        if cell.raw:
            self.fault(cell.row, "member.row_bad_date")
        return None

    def saw(self, time: datetime | None) -> None:
        """Take note of the time of a dated record."""
        if time is not None and (self.latest is None or time > self.latest):
            self.latest = time

    def fact(
        self, kind: FactKind, value: str, moment: Moment | None, place: Place, control: str | None = None
    ) -> Fact:
        """Return a fact stated at this place; the hashes are filled in later."""
        found = Provenance("", self.member.name, None, self.member.as_of, place.locator, place.raw)
        return Fact(
            kind,
            self.service,
            value,
            Grade.RECORDED,
            moment or UNKNOWN_MOMENT,
            control=control,
            provenance=found,
        )

    def switch(self, control: str, place: Place, *, on: bool, moment: Moment | None = None) -> Iterator[Fact]:
        """State a switch position; without `moment` it is that of the time the export was made."""
        value = "on" if on else "off"
        if moment is not None:
            yield self.fact(FactKind.SETTING_READING, value, moment, place, control)
        else:
            self.stand(FactKind.SETTING_READING, value, place, control)

    def stand(self, kind: FactKind, value: str, place: Place, control: str | None = None) -> None:
        """State what holds at the time the export was made."""
        self.standing.append(self.fact(kind, value, None, place, control))

    def item(self, data_class: DataClass, place: Place, formats: tuple[DateFormat, ...]) -> Fact:
        """Return the fact that one thing of this class is in the archive, dated by the text of its place."""
        return self.fact(FactKind.ITEM, data_class, read_date(place.raw, formats, self.years), place)

    def item_at(self, data_class: DataClass, place: Place, moment: Moment | None) -> Fact:
        """Return the fact that one thing of this class is in the archive, at a time already read."""
        return self.fact(FactKind.ITEM, data_class, moment or unread(place.raw), place)

    def tally(self, data_class: DataClass, counted: Counted) -> Tally:
        """Return the count of one data class in this member."""
        self.saw(counted.latest())
        return Tally(self.service, data_class, counted.bins(), counted.undated, member=self.member.name)

    def _whole(self, value: object, altered: bool, known: Keys | None) -> Node:  # noqa: FBT001 - as decoders say it
        whole = next(self._taken(iter([Record(value, 1, "", altered)])))
        self.look(value, known)
        return Node(self, value, whole.locator, whole.number)

    def _taken(self, found: Iterator[Record[T] | Fault]) -> Iterator[Record[T]]:
        """Yield what can be used, and tell of the rest, and of what was altered."""
        for record in found:
            self.met += 1
            if isinstance(record, Fault):
                self.bad(record)
                continue
            if record.fault is not None:
                self.bad(record.fault)
            yield record
