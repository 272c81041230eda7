# SPDX-License-Identifier: Apache-2.0
"""One pass over one source: every member in archive order, the claimed ones through their reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from inspector.archives.container import Container, Entry, MemberError, Tick
from inspector.archives.membership import Claim
from inspector.archives.names import is_junk
from inspector.archives.reader import MemberAt, Outcome, Reader, ReadError
from inspector.archives.stream import MemberStream
from inspector.domain.facts import Fact, Tally
from inspector.domain.sources import Member
from inspector.domain.text import Note, note

_NAMED: Final = 3


@dataclass(slots=True)
class Pass:
    """What came of the members, in archive order. `hashes` by ordinal of the entry."""

    members: list[Member] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    problems: list[Note] = field(default_factory=list)
    hashes: dict[int, str] = field(default_factory=dict)


class Session:
    """Goes through a container once."""

    def __init__(self, container: Container, claim: Claim, reader: Reader) -> None:
        self._container = container
        self._claim = claim
        self._reader = reader
        self._tick: Tick = lambda _: None
        self._pass = Pass()

    def run(self, tick: Tick) -> Pass:
        """Return what all members gave. `tick` hears of every block and may raise to stop."""
        self._tick = tick
        for entry in self._container.entries():
            path = self._wanted(entry)
            if path is None:
                self._list(entry)
            elif entry.status == "listed":
                self._read(entry, path)
            else:
                self._give_up(entry, path, MemberError(entry.status, entry.reason or "member.damaged"))
        self._pass.problems = grouped(self._pass.problems)
        return self._pass

    def to_read(self) -> int:
        """Return how many bytes of members the pass will read."""
        return sum(entry.size for entry in self._container.entries() if self._goes_through(entry))

    def _goes_through(self, entry: Entry) -> bool:
        hashed = self._container.hashes_all and not is_junk(entry.name)
        return entry.status == "listed" and (hashed or self._wanted(entry) is not None)

    def _wanted(self, entry: Entry) -> str | None:
        """Return the path of a member that the reader wants, as far as its name leads anywhere inside."""
        path = self._claim.path(entry.name)
        if path is None or is_junk(path) or not self._reader.wants(path):
            return None
        return path

    def _list(self, entry: Entry) -> None:
        path = self._claim.path(entry.name)
        if path is not None and not is_junk(entry.name):
            self._pass.others.append(path)
        sha256, status, key = None, entry.status, entry.reason
        if self._goes_through(entry):
            stream = MemberStream(self._container.blocks(entry), self._tick)
            try:
                sha256 = self._drained(entry, stream)
            except MemberError as error:
                status, key = error.status, error.key
        reason = note(key, file=entry.name, n=1) if key else None
        if reason and status == "refused":
            self._pass.problems.append(reason)
        if reason and entry.name.endswith("/"):
            # A folder that cannot be listed may hold anything.
            self._pass.outcomes.append(Outcome(entry.name, path or entry.name, status))
        self._pass.members.append(Member(entry.name, sha256, entry.size, status, entry.as_of, reason=reason))

    def _read(self, entry: Entry, path: str) -> None:
        stream = MemberStream(self._container.blocks(entry), self._tick)
        facts: list[Fact] = []
        tallies: list[Tally] = []
        faults: list[ReadError] = []
        try:
            for found in self._reader.read(MemberAt(entry.name, path, entry.as_of), stream):
                match found:
                    case Fact():
                        facts.append(found)
                    case Tally():
                        tallies.append(found)
                    case ReadError():
                        faults.append(found)
            sha256 = self._drained(entry, stream)
        except MemberError as error:
            self._give_up(entry, path, error, stream)
            return
        self._pass.facts.extend(facts)
        self._pass.tallies.extend(tallies)
        self._pass.problems.extend(fault.note for fault in faults)
        lost = sum(fault.count for fault in faults if fault.lost)
        foreign = sum(fault.count for fault in faults if not fault.lost)
        self._pass.outcomes.append(Outcome(entry.name, path, "read", lost, foreign))
        reason = faults[0].note if faults else None
        used = bool(facts or tallies)
        self._pass.members.append(Member(entry.name, sha256, entry.size, "read", entry.as_of, used, reason))

    def _give_up(
        self, entry: Entry, path: str, error: MemberError, stream: MemberStream | None = None
    ) -> None:
        """Record a wanted member that gives nothing, with its hash where its bytes can still be had."""
        sha256 = None
        if stream is not None:
            try:
                sha256 = self._drained(entry, stream)
            except MemberError as worse:
                error = worse
        reason = _reason(entry, error)
        self._pass.problems.append(reason)
        self._pass.outcomes.append(Outcome(entry.name, path, error.status))
        self._pass.members.append(
            Member(entry.name, sha256, entry.size, error.status, entry.as_of, reason=reason)
        )

    def _drained(self, entry: Entry, stream: MemberStream) -> str:
        stream.drain()
        if stream.size != entry.size:
            raise MemberError("damaged", "member.damaged")
        self._pass.hashes[entry.ordinal] = stream.sha256
        return stream.sha256


def _reason(entry: Entry, error: MemberError) -> Note:
    if error.row is None:
        return note(error.key, file=entry.name, n=1)
    return note(error.key, file=entry.name, row=error.row, n=1)


def grouped(problems: Sequence[Note]) -> list[Note]:
    """Return the sentences, where many files share one fault as one sentence that names the first of them."""
    found: list[Note] = []
    shared: dict[str, list[str]] = {}
    for problem in dict.fromkeys(problems):
        values = problem.as_dict()
        if "row" in values:
            found.append(problem)
        else:
            shared.setdefault(problem.key, []).append(str(values["file"]))
    for key, files in shared.items():
        if len(files) <= _NAMED:
            found.extend(note(key, file=file, n=1) for file in files)
        else:
            found.append(note(key, file=", ".join(files[:_NAMED]) + ", …", n=len(files)))
    return found
