# SPDX-License-Identifier: Apache-2.0
"""Going through a source: a fault costs one member, a limit stops one member, the rest is read."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from inspector.archives.container import Container
from inspector.archives.limits import Limits
from inspector.archives.membership import Claim
from inspector.archives.opening import open_container
from inspector.archives.problems import Problems
from inspector.archives.read import read_source
from inspector.archives.reader import Conclusion, MemberAt, ReadError, Seen
from inspector.archives.services.linkedin import KIND
from inspector.archives.session import Pass, Session
from inspector.archives.stream import MemberStream
from inspector.archives.watch import Guard
from inspector.domain.facts import Fact, Tally
from inspector.domain.text import note
from inspector.domain.words import DataClass
from tests.makers.hostile_zips import stored, zipped
from tests.makers.linkedin import account
from tests.unit.archives.ways import NOW, read


@dataclass(frozen=True)
class Tripping:
    """A reader that wants every table and falls over one of them."""

    fault: type[Exception]
    service: str = "linkedin"

    def wants(self, path: str) -> bool:
        return path.endswith(".csv")

    def read(self, member: MemberAt, stream: MemberStream) -> Iterator[Fact | Tally | ReadError]:
        yield Tally(self.service, DataClass.POSTS, (), 1, member=member.name)
        next(stream)
        if member.name == "b.csv":
            raise self.fault
        stream.drain()

    def conclude(self, seen: Seen) -> Conclusion:
        del seen
        return Conclusion()


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Container]:
    path = tmp_path / "a.zip"
    path.write_bytes(
        zipped([stored(name, name.encode() * 500_000) for name in ("a.csv", "b.csv", "c.csv", "d.jpg")])
    )
    container = open_container(path)
    yield container
    container.close()


def outcome(done: Pass) -> list[tuple[str, str, str | None]]:
    return [(one.name, one.status, one.reason.id if one.reason else None) for one in done.members]


@pytest.mark.parametrize("fault", [ValueError, KeyError, RecursionError, MemoryError, UnicodeDecodeError])
def test_a_reader_that_trips_over_a_member_costs_that_member_alone(
    fault: type[Exception], three: Container
) -> None:
    if fault is UnicodeDecodeError:
        fault = type("Undecodable", (ValueError,), {})
    done = Session(three, Claim(KIND), Tripping(fault)).run(lambda _: None)
    assert outcome(done) == [
        ("a.csv", "read", None),
        ("b.csv", "damaged", "reader_stopped"),
        ("c.csv", "read", None),
        ("d.jpg", "listed", None),
    ]
    assert [tally.member for tally in done.tallies] == ["a.csv", "c.csv"]
    assert [one.sha256 for one in done.members] == [
        hashlib.sha256(one.name.encode() * 500_000).hexdigest() for one in done.members
    ]


def test_an_interrupt_is_no_fault_of_a_member(three: Container) -> None:
    with pytest.raises(KeyboardInterrupt):
        Session(three, Claim(KIND), Tripping(KeyboardInterrupt)).run(lambda _: None)  # type: ignore[arg-type] # what no reader may raise


def test_a_member_that_takes_too_long_is_given_up_and_the_rest_is_read(three: Container) -> None:
    def slow(read: int) -> None:
        if read == 0:
            time.sleep(0.02)

    hasty = Limits(seconds=0, pace=1 << 62)
    done = Session(three, Claim(KIND), Tripping(ValueError), limits=hasty).run(slow)
    assert {reason for _, _, reason in outcome(done)} == {"too_slow"}
    assert {one.sha256 for one in done.members} == {None}
    assert three.sha256({})


def test_members_named_by_the_guard_are_not_touched(three: Container) -> None:
    entered: list[tuple[int, str]] = []
    guard = Guard(lambda ordinal, name: entered.append((ordinal, name)), frozenset({1, 3}))
    done = Session(three, Claim(KIND), Tripping(KeyError), guard).run(lambda _: None)
    assert entered == [(0, "a.csv"), (2, "c.csv")]
    assert outcome(done)[1] == ("b.csv", "damaged", "reader_stopped")
    assert outcome(done)[3] == ("d.jpg", "damaged", "reader_stopped")


@pytest.mark.parametrize("how", ["written", "swapped"])
def test_an_archive_that_changes_while_it_is_read_gives_nothing(how: str, tmp_path: Path) -> None:
    made = account()
    path = made.write(tmp_path)
    other = tmp_path / "other"
    shutil.copy(path, other)

    def change(done: int, total: int) -> None:
        del done, total
        if how == "swapped" and other.exists():
            other.replace(path)
        elif how == "written":
            path.write_bytes(path.read_bytes()[:-30])

    reading = read_source(path, NOW, progress=change)
    assert (reading.source.status, reading.source.unread_bears) == ("changed", True)
    assert (reading.facts, reading.tallies) == ((), ())


def test_an_archive_nobody_knows_is_hashed_member_by_member(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped([stored("one.txt", b"1"), stored("__MACOSX/._one.txt", b"2")]))
    source = read(path).source
    assert [(one.name, one.sha256) for one in source.members] == [
        ("one.txt", hashlib.sha256(b"1").hexdigest()),
        ("__MACOSX/._one.txt", hashlib.sha256(b"2").hexdigest()),
    ]
    assert source.unread_bears is False


def test_problems_that_many_files_share_are_one_sentence_with_the_true_number() -> None:
    problems = Problems()
    for number in range(25_000):
        problems.add(note("member.link", file=f"{number}.csv", n=1))
    problems.add(note("member.damaged", file="a.csv", n=1))
    problems.add(note("member.row_nul", file="b.csv", row=3, n=2))
    assert problems.sentences() == (
        note("member.row_nul", file="b.csv", row=3, n=2),
        note("member.link", file="0.csv, 1.csv, 2.csv, …", n=25_000),
        note("member.damaged", file="a.csv", n=1),
    )
