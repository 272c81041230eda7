# SPDX-License-Identifier: Apache-2.0
"""Short ways to read what a maker made and to look at the result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from inspector.archives.dates import Years
from inspector.archives.frame.page import Page
from inspector.archives.read import read_source
from inspector.archives.reader import MemberAt, ReadError
from inspector.archives.stream import MemberStream
from inspector.domain.facts import Bins, Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.reading import SourceReading
from inspector.domain.sources import LedgerRow
from inspector.domain.words import DataClass, FactKind
from inspector.system.messages import Messages
from tests.makers.zips import Member, zip_bytes

NOW: Final = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
WHEN: Final = datetime(2026, 3, 9, 2, 30, tzinfo=UTC)
YEARS: Final = Years(2002, 2027)


def read(path: Path, *, items: bool = False) -> SourceReading:
    """Read a source as of the fixed present."""
    return read_source(path, NOW, items=items)


def read_files(where: Path, files: Mapping[str, bytes]) -> SourceReading:
    """Read a zip of these files."""
    target = where / "export.zip"
    target.write_bytes(zip_bytes([Member(name, data, WHEN) for name, data in files.items()]))
    return read(target)


def counts(reading: SourceReading) -> dict[str, int]:
    """Return what was counted, by data class."""
    found: Counter[str] = Counter()
    for tally in reading.tallies:
        found[tally.data_class] += tally.count
    return dict(found)


def counted(bins: Iterable[Bins]) -> list[tuple[Moment, int]]:
    """Return when counted things happened, and how many."""
    return [(each.moment(place), count) for each in bins for place, count in enumerate(each.counts)]


def undated(reading: SourceReading, data_class: DataClass) -> int:
    """Return how many things of a class have no readable time."""
    return sum(tally.undated for tally in reading.tallies if tally.data_class is data_class)


def facts(reading: SourceReading, kind: FactKind) -> list[Fact]:
    """Return the facts of one kind."""
    return [fact for fact in reading.facts if fact.kind is kind]


def row(reading: SourceReading, ledger_id: str) -> LedgerRow:
    """Return one row of the ledger."""
    return next(entry for entry in reading.source.ledger if entry.id == ledger_id)


def statuses(reading: SourceReading) -> dict[str, str]:
    """Return the status of each member."""
    return {member.name: member.status for member in reading.source.members}


def said(reading: SourceReading) -> list[str]:
    """Return the sentences about a source in English; a key or value that is missing fails here."""
    messages = Messages()
    notes = [note for note in (reading.source.reason, *reading.source.problems) if note]
    return [messages.text(note.key, **note.as_dict()) for note in notes]


def iso(time: datetime | None) -> str | None:
    """Return a time as the interface writes it."""
    return f"{time:%Y-%m-%dT%H:%M:%SZ}" if time else None


def bounds(moment: Moment) -> tuple[str | None, str | None]:
    """Return both bounds as the interface writes them."""
    return iso(moment.not_before), iso(moment.not_after)


def page(data: bytes, *, path: str = "x.csv", items: bool = False) -> Page:
    """Return one member about to be read."""
    stream = MemberStream(iter((data,)), lambda _: None)
    return Page("linkedin", MemberAt(path, path), stream, YEARS, items)


def tallied(found: Iterable[Fact | Tally | ReadError]) -> dict[DataClass, int]:
    """Return the counts among what a handler yields."""
    return {entry.data_class: entry.count for entry in found if isinstance(entry, Tally)}
