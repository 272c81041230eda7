# SPDX-License-Identifier: Apache-2.0
"""A worker that lies is not believed: one wrong value, and nothing of what it sent is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from inspector.archives.within import MOST_INSIDE
from inspector.domain.facts import Bins, Tally
from inspector.domain.moment import EARLIEST, LATEST, Moment, seconds_of
from inspector.domain.reading import SourceReading
from inspector.domain.sources import LedgerRow
from inspector.domain.text import Note, note
from inspector.domain.words import Grade
from inspector.worker.checking import LieError, sentence
from inspector.worker.reading import pieces
from inspector.worker.results import Gathering
from tests.makers.linkedin import account
from tests.unit.archives.ways import read

Lie = Callable[[SourceReading], SourceReading]

BACKWARDS = Moment(datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC))
ELSEWHERE = Moment(datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=1))), None)
NAIVE = Moment(datetime(2026, 1, 1), None)  # noqa: DTZ001 - that it has no zone is the lie
FINE = Moment(datetime(2026, 1, 1, microsecond=1, tzinfo=UTC), None)


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> SourceReading:
    return read(account().write(tmp_path_factory.mktemp("lies")))


def told(reading: SourceReading, path: Path) -> SourceReading | None:
    gathering = Gathering(path)
    for message in pieces(reading):
        gathering.take(message)
    return gathering.reading


def of_source(**changes: object) -> Lie:
    return lambda reading: replace(reading, source=replace(reading.source, **changes))  # type: ignore[arg-type] # the tests give right types


def of_member(**changes: object) -> Lie:
    def lie(reading: SourceReading) -> SourceReading:
        first, *rest = reading.source.members
        members = (replace(first, **changes), *rest)  # type: ignore[arg-type] # the same
        return replace(reading, source=replace(reading.source, members=members))

    return lie


def of_fact(**changes: object) -> Lie:
    return lambda reading: replace(reading, facts=(replace(reading.facts[0], **changes), *reading.facts[1:]))  # type: ignore[arg-type] # the same


def of_place(**changes: object) -> Lie:
    def lie(reading: SourceReading) -> SourceReading:
        place = reading.facts[0].provenance
        assert place is not None
        return of_fact(provenance=replace(place, **changes))(reading)  # type: ignore[arg-type] # the same

    return lie


def of_bins(**changes: object) -> Lie:
    def lie(reading: SourceReading) -> SourceReading:
        place, tally = next((n, tally) for n, tally in enumerate(reading.tallies) if tally.bins)
        first, *rest = tally.bins
        bins = (replace(first, **changes), *rest)  # type: ignore[arg-type] # the same
        changed: tuple[Tally, ...] = (replace(tally, bins=bins),)
        return replace(reading, tallies=reading.tallies[:place] + changed + reading.tallies[place + 1 :])

    return lie


def of_tally(**changes: object) -> Lie:
    def lie(reading: SourceReading) -> SourceReading:
        first, *rest = reading.tallies
        return replace(reading, tallies=(replace(first, **changes), *rest))  # type: ignore[arg-type] # the same

    return lie


LIES: dict[str, Lie] = {
    "a folder inside that leads out": lambda reading: replace(reading, inside=("../a/", "b/")),
    "the same folder inside twice": lambda reading: replace(reading, inside=("a/", "a/")),
    "a folder inside that hides text": lambda reading: replace(reading, inside=("a\u202e/", "b/")),
    "more folders inside than any zip of ours": lambda reading: replace(
        reading, inside=tuple(f"{number}/" for number in range(MOST_INSIDE + 1))
    ),
    "a hash of the source that is none": of_source(sha256="0" * 63),
    "capitals in a hash": of_source(sha256="A" * 64),
    "a whole source without hash": of_source(sha256=""),
    "another name": of_source(name="other.zip"),
    "a negative size": of_source(size=-1),
    "an archive that is a capture": of_source(kind="capture"),
    "a service that is no id": of_source(service="linkedin\n"),
    "another service than its facts": of_source(service="github"),
    "another account than its facts": of_source(account="someone"),
    "a format with a line in it": of_source(format="zip\nzip"),
    "a sentence nobody knows": of_source(reason=note("source.praise", name="x")),
    "a sentence of another part": of_source(reason=note("bundle.not_checked")),
    "a sentence without its values": of_source(reason=Note("source.empty")),
    "a plural without its number": of_source(problems=(note("member.damaged", file="a"),)),
    "a plural whose number is text": of_source(problems=(note("member.damaged", file="a", n="1"),)),
    "a sentence that brings its own words": of_source(
        reason=Note("source.empty", (("name", "x"),), (("en", "All is well."),))
    ),
    "a ledger nobody keeps": of_source(ledger=(LedgerRow("linkedin.heart", "", "absent"),)),
    "time that runs backwards": of_source(as_of=BACKWARDS),
    "time of another zone": of_source(as_of=ELSEWHERE),
    "time without zone": of_source(as_of=NAIVE),
    "parts of seconds": of_source(as_of=FINE),
    "a member's hash that is none": of_member(sha256="x" * 64),
    "a member's name that turns text around": of_member(name="a\u202egpj.exe"),
    "a member's name with a line in it": of_member(name="a\nb"),
    "a member without name": of_member(name=""),
    "a member of negative size": of_member(size=-5),
    "a member in backward time": of_member(as_of=BACKWARDS),
    "a grade that only the person gives": of_fact(grade=Grade.DECLARED),
    "a fact of another service": of_fact(service="github"),
    "a fact of another account": of_fact(account="someone"),
    "a fact from nowhere": of_fact(provenance=None),
    "a control that is none": of_fact(control="everything"),
    "a fact in backward time": of_fact(moment=BACKWARDS),
    "a fact of another source": of_place(source_sha256="0" * 64),
    "a fact of a member that is not there": of_place(member="Passwords.csv"),
    "a fact of a member with another hash": of_place(member_sha256="0" * 64),
    "a count below nothing": of_tally(undated=-1),
    "a bin of nothing": of_bins(starts=(0, 3600), counts=(1, 0)),
    "a bin of more than there can be": of_bins(starts=(0,), counts=(1 << 61,)),
    "bins in backward time": of_bins(starts=(3600, 0), counts=(1, 1)),
    "a bin counted twice": of_bins(starts=(0, 0), counts=(1, 1)),
    "a bin without its count": of_bins(starts=(0, 3600), counts=(1,)),
    "a count without its bin": of_bins(starts=(0,), counts=(1, 1)),
    "a bin that ends before it begins": of_bins(width=-1),
    "a bin before the calendar": of_bins(starts=(seconds_of(EARLIEST) - 1,), counts=(1,)),
    "a bin that ends after the calendar": of_bins(starts=(seconds_of(LATEST) - 10,), counts=(1,), width=11),
    "kinds of bins in no order": of_tally(
        bins=(Bins((0,), (1,), 3599, "stated", "hour"), Bins((0,), (1,), 59, "stated", "minute"))
    ),
    "a tally of another source": of_tally(source_sha256="0" * 64),
    "a tally of a member that is not there": of_tally(member="Passwords.csv"),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_one_lie_and_nothing_is_taken(lie: Lie, reading: SourceReading) -> None:
    assert told(reading, reading.source.path) == reading
    with pytest.raises(LieError):
        told(lie(reading), reading.source.path)


def test_bins_without_a_tally_are_refused(reading: SourceReading) -> None:
    bins = [message for message in pieces(reading) if type(message).__name__ == "Binned"]
    with pytest.raises(LieError):
        Gathering(reading.source.path).take(bins[0])


def test_what_hides_in_a_sentence_becomes_visible() -> None:
    spoken = sentence(note("source.empty", name="a\u202egpj.exe\n"))
    assert spoken == note("source.empty", name="a\\u202egpj.exe\\u000a")


def test_the_path_is_ours_whatever_the_worker_says(reading: SourceReading) -> None:
    elsewhere = replace(reading, source=replace(reading.source, path=Path("/etc/passwd")))
    found = told(elsewhere, reading.source.path)
    assert found is not None
    assert found.source.path == reading.source.path
