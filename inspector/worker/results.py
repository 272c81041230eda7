# SPDX-License-Identifier: Apache-2.0
"""Puts together what a worker sends of one source, and believes it only when all of it fits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, groupby
from pathlib import Path
from typing import Final, TypeVar

from inspector.archives.within import called
from inspector.domain.facts import Bins, Fact, Tally
from inspector.domain.reading import SourceReading
from inspector.domain.residence import PlanPeriod
from inspector.domain.sources import Member, Source
from inspector.worker import checking
from inspector.worker.checking import LieError, holds
from inspector.worker.protocol import Binned, Counted, Facts, FromWorker, Members, Plans, ReadDone

Kind = TypeVar("Kind")

MOST_VALUES: Final = 20_000_000
"""More than any export states and counts, with every item as a fact."""


class Gathering:
    """What has come so far of one source."""

    def __init__(self, path: Path) -> None:
        """Take what was asked to be read: only we know that, whatever the worker says."""
        self._path = path
        self._members: list[Member] = []
        self._facts: list[Fact] = []
        self._tallies: list[Tally] = []
        self._bins: list[Bins] = []
        self._plans: list[PlanPeriod] = []
        self._values = 0
        self.reading: SourceReading | None = None

    def take(self, message: FromWorker) -> None:
        """Take the next message; `reading` is there after the last one. Raises LieError."""
        match message:
            case Members(members):
                self._members.extend(map(checking.member, self._some(members)))
            case Facts(facts):
                self._facts.extend(map(checking.fact, self._some(facts)))
            case Counted(tally):
                self._finish_tally()
                self._tallies.append(replace(tally, bins=()))
            case Binned(bins):
                holds(self._tallies)
                self._some(bins.starts)
                self._bins.append(checking.bins(bins))
            case Plans(plans):
                self._plans.extend(map(checking.plan, self._some(plans)))
            case ReadDone():
                self.reading = self._whole(message)
            case _:
                raise LieError

    def _some(self, values: tuple[Kind, ...]) -> tuple[Kind, ...]:
        self._values += len(values)
        holds(self._values <= MOST_VALUES)
        return values

    def _finish_tally(self) -> None:
        if self._tallies:
            bins = (_joined(tuple(parts)) for _, parts in groupby(self._bins, Bins.kind))
            self._tallies[-1] = checking.tally(replace(self._tallies[-1], bins=tuple(bins)))
        self._bins = []

    def _whole(self, message: ReadDone) -> SourceReading:
        self._finish_tally()
        source = checking.source(message.source)
        holds(source.name == called(self._path))
        source = replace(source, path=self._path, members=tuple(self._members))
        facts = [*self._facts, *(fact for plan in self._plans for fact in plan.because)]
        _in_source(source, facts, self._tallies)
        checking.folders(message.inside)
        return SourceReading(
            source, tuple(self._facts), tuple(self._tallies), tuple(self._plans), inside=message.inside
        )


def _joined(parts: tuple[Bins, ...]) -> Bins:
    """Return the bins of one kind that came in several messages."""
    if len(parts) == 1:
        return parts[0]
    starts = chain.from_iterable(part.starts for part in parts)
    counts = chain.from_iterable(part.counts for part in parts)
    return replace(parts[0], starts=tuple(starts), counts=tuple(counts))


def _in_source(source: Source, facts: Iterable[Fact], tallies: Iterable[Tally]) -> None:
    """Raise LieError for a fact or tally of another source, service or account, or of a member not there."""
    members: dict[str | None, set[str | None]] = {None: {None, source.sha256}}
    for member in source.members:
        members.setdefault(member.name, set()).add(member.sha256)
    for fact in facts:
        place = fact.provenance
        holds(place is not None and place.source_sha256 == source.sha256)
        holds(place is not None and place.member_sha256 in members.get(place.member, ()))
        holds(fact.service == source.service and fact.account == source.account)
    for tally in tallies:
        holds(tally.source_sha256 == source.sha256 and tally.member in members)
        holds(tally.service == source.service and tally.account == source.account)
