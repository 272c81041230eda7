# SPDX-License-Identifier: Apache-2.0
"""A zip that was checked: its entries, the bytes of each, and one pass over all of it."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator, Sequence
from typing import Final

from inspector.archives.container import Block, Entry, SourceError
from inspector.archives.entries import MadeWhenAsked
from inspector.archives.limits import LIMITS, Limits
from inspector.archives.medium import Medium
from inspector.archives.names import shown
from inspector.archives.secret import Secret
from inspector.archives.tape import READ, Tape
from inspector.archives.zips.directory import Directory, read_directory
from inspector.archives.zips.end import find_end
from inspector.archives.zips.header import Record
from inspector.archives.zips.names import name_of, time_of
from inspector.archives.zips.packed import unpacked
from inspector.archives.zips.salvage import salvaged
from inspector.archives.zips.survey import DAMAGED, FOLDER, HINDRANCES, Survey, survey
from inspector.domain.text import Note, note

_GAPS_SAID: Final = 20


class Entries(MadeWhenAsked):
    """The files of a zip in the order of their bytes, each made anew when it is asked for."""

    def __init__(self, records: Sequence[Record], found: Survey, *, locked: bool) -> None:
        self._records = records
        self._codes = found.codes
        self._locked = locked
        self._folders = found.codes.count(FOLDER)
        files = (number for number, code in enumerate(found.codes) if code != FOLDER)
        self._files = array("Q", files) if self._folders else None

    def __len__(self) -> int:
        return len(self._records) - self._folders

    def entry(self, place: int) -> Entry:
        """Return the entry at `place`."""
        number = place if self._files is None else self._files[place]
        return self._entry(number, self._records[number])

    def __iter__(self) -> Iterator[Entry]:
        return (entry for entry, _ in self.with_records())

    def with_records(self) -> Iterator[tuple[Entry, Record]]:
        """Yield each entry with what the directory says of it."""
        for number, record in enumerate(self._records):
            if self._codes[number] != FOLDER:
                yield self._entry(number, record), record

    def names(self) -> list[str]:
        """Return the names of the entries, in their order."""
        records = self._records
        names = records.names() if isinstance(records, Directory) else map(name_of, records)
        return [shown(name) for name, code in zip(names, self._codes, strict=True) if code != FOLDER]

    def _entry(self, number: int, record: Record) -> Entry:
        status, reason = HINDRANCES[self._codes[number]]
        if status == "listed" and record.encrypted and self._locked:
            status, reason = "encrypted", "member.encrypted"
        crc = None if record.aes else record.crc
        return Entry(shown(name_of(record)), record.size, number, time_of(record), status, reason, crc=crc)


class Archive:
    """A zip on a medium."""

    def __init__(
        self, medium: Medium, name: str, secret: Secret | None = None, limits: Limits = LIMITS
    ) -> None:
        """Check it. Raises SourceError for what is no zip, or one made to deceive."""
        self.medium = medium
        self._name = name
        self._secret = secret
        self._gap_notes: list[Note] = []
        self.losses: tuple[Note, ...] = ()
        self.records, self._survey = self._checked(limits)
        self.entries = Entries(self.records, self._survey, locked=secret is None)

    @property
    def remarks(self) -> tuple[Note, ...]:
        """Return which bytes belong to nothing in the zip; known after the walk."""
        more = max(0, len(self._survey.gaps) - _GAPS_SAID) + self._survey.more_gaps
        rest = (note("source.more_gaps", name=self._name, n=more),) if more else ()
        return (*self._gap_notes, *rest)

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        """Yield the bytes of one member, wherever the walk is."""
        record, start = self.records[entry.ordinal], self._survey.data[entry.ordinal]
        return map(bytes, unpacked(record, self._pieces(start, record.packed), self._secret))

    def walk(self, tape: Tape) -> Iterator[tuple[Entry, Iterator[Block]]]:
        """Yield each entry with its bytes, going forwards over the tape to its end."""
        gaps = iter(self._survey.gaps[:_GAPS_SAID])
        gap = next(gaps, None)
        for entry, record in self.entries.with_records():
            start = self._survey.data[entry.ordinal]
            while gap is not None and gap[0] < start:
                self._hash_gap(tape, *gap)
                gap = next(gaps, None)
            tape.skip_to(start)
            yield entry, self._from_tape(tape, record)
            tape.skip_to(start + record.packed)
        while gap is not None:
            self._hash_gap(tape, *gap)
            gap = next(gaps, None)
        tape.drain()

    def place(self, entry: Entry) -> tuple[Record, int]:
        """Return what the directory says of an entry, and where its packed bytes begin."""
        return self.records[entry.ordinal], self._survey.data[entry.ordinal]

    def _from_tape(self, tape: Tape, record: Record) -> Iterator[Block]:
        yield from unpacked(record, tape.take(record.packed), self._secret)

    def _pieces(self, start: int, length: int) -> Iterator[memoryview]:
        left = length
        while left > 0 and (block := self.medium.at(start, min(READ, left))):
            start, left = start + len(block), left - len(block)
            yield memoryview(block)

    def _hash_gap(self, tape: Tape, start: int, length: int) -> None:
        tape.skip_to(start)
        digest = hashlib.sha256()
        tape.skip_to(start + length, digest)
        self._gap_notes.append(
            note("source.gap", name=self._name, offset=start, bytes=length, sha256=digest.hexdigest())
        )

    def _checked(self, limits: Limits) -> tuple[Sequence[Record], Survey]:
        medium, name = self.medium, self._name
        end = find_end(medium, name)
        directory = None if end is None else read_directory(medium, end, name, limits)
        if end is None or directory is None:
            return self._salvaged(limits)
        found = survey(medium, directory, (end.start, medium.size), name, limits)
        found.gap(end.start + end.size, end.tail)
        found.gap(end.stop, medium.size)
        return directory, found

    def _salvaged(self, limits: Limits) -> tuple[Sequence[Record], Survey]:
        """Return what is whole in a zip whose directory is missing or makes no sense."""
        records, cut = salvaged(self.medium, limits)
        if not records:
            raise SourceError("damaged", note("source.damaged_zip", name=self._name))
        bounds = (self.medium.size, self.medium.size)
        found = survey(self.medium, records, bounds, self._name, limits)
        for number in cut:
            found.codes[number] = DAMAGED
        found.gaps.clear()
        found.more_gaps = 0
        self.losses = (note("source.cut_off", name=self._name),)
        return records, found
