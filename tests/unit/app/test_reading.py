# SPDX-License-Identifier: Apache-2.0
"""Reading by a worker: the same answer, and where a reader stops, one file less and a sentence on it."""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.app.reading import Readers
from inspector.archives.watch import ReadCancelledError
from inspector.domain.reading import SourceReading
from inspector.system.messages import Messages
from inspector.worker.client import Asked
from inspector.worker.starting import command
from tests.makers.linkedin import account
from tests.unit.archives.ways import NOW, counts, read
from tests.unit.worker.stand_ins import (
    EAT,
    HANG,
    KILL,
    LONG_BEFORE,
    RAISE,
    SEGFAULT,
    SPIN,
    faulty,
    first_only,
    speaking,
)

FILE = "Comments_900000417.csv"


def by_worker(path: Path, readers: Readers | None = None) -> SourceReading:
    own = readers or Readers()
    try:
        return own.read(path, NOW, items=False, cancelled=lambda: False, progress=lambda _done, _total: None)
    finally:
        if readers is None:
            own.rest()


def without(reading: SourceReading, file: str) -> dict[str, int]:
    tallies = tuple(one for one in reading.tallies if one.member != file)
    return counts(replace(reading, tallies=tallies))


def said(reading: SourceReading) -> str:
    note = reading.source.reason
    assert note is not None
    return Messages().text(note.key, **note.as_dict())


@pytest.mark.parametrize("unpacked", [False, True])
def test_a_worker_reads_as_the_program_itself_would(unpacked: bool, tmp_path: Path) -> None:
    made = account()
    path = made.unpack(tmp_path) if unpacked else made.write(tmp_path)
    assert by_worker(path) == read(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert by_worker(tmp_path / "nothing.zip") == read(tmp_path / "nothing.zip")


@pytest.mark.parametrize("name", ["an archive.zip", "\u202eexport.zip", "half \udc80.zip", "Prüfung – 1.zip"])
def test_any_file_name_goes_both_ways(name: str, tmp_path: Path) -> None:
    path = account().write(tmp_path).rename(tmp_path / name)
    found = by_worker(path)
    assert found.source.status == "read"
    assert found.source.path == path


@pytest.mark.parametrize("fault", [SEGFAULT, RAISE, EAT, "import os; os._exit(0)", "import os; os.abort()"])
def test_where_the_reader_breaks_down_one_file_is_missing(fault: str, tmp_path: Path) -> None:
    path = account().write(tmp_path)
    whole, found = read(path), by_worker(path, Readers(faulty(fault, FILE)))
    assert (found.source.status, found.source.unread_bears) == ("partial", True)
    missing = {member.name: member for member in found.source.members if member.status == "damaged"}
    assert list(missing) == [FILE]
    assert counts(found) == without(whole, FILE)
    assert found.source.sha256 == whole.source.sha256
    (problem,) = [note for note in found.source.problems if note.key == "member.reader_stopped"]
    assert f"{FILE}: the file could not be read" in Messages().text(problem.key, **problem.as_dict())
    outcomes = {row.id: row.outcome for row in found.source.ledger}
    assert outcomes["linkedin.comments"] == "unreadable"


@pytest.mark.parametrize("fault", [HANG, SPIN])
def test_where_the_reader_hangs_one_file_is_missing(fault: str, tmp_path: Path) -> None:
    path = account().write(tmp_path)
    found = by_worker(path, Readers(faulty(fault, FILE), Asked(quiet=2.0)))
    assert [member.name for member in found.source.members if member.status == "damaged"] == [FILE]


def test_several_files_may_break_it(tmp_path: Path) -> None:
    files = (FILE, "Registration.csv", "messages.csv")
    found = by_worker(account().write(tmp_path), Readers(faulty(SEGFAULT, *files)))
    assert {member.name for member in found.source.members if member.status == "damaged"} == set(files)
    assert found.source.status == "partial"


def test_a_worker_that_somebody_killed_costs_nothing(tmp_path: Path) -> None:
    path = account().write(tmp_path)
    killed = first_only(faulty(KILL, FILE), command("read"), tmp_path / "begun")
    assert by_worker(path, Readers(killed)) == read(path)
    assert (tmp_path / "begun").is_dir()


@pytest.mark.parametrize(
    "code",
    [
        "sys.exit(1)",
        "raw(b'nonsense')",
        "say(P.Verified(None, ()))",
        "say(P.Stopped())",
        "os.kill(os.getpid(), 11)",
        "say(P.Entered(3, 'a')); say(P.Entered(3, 'a')); os.kill(os.getpid(), 11)",
    ],
)
def test_where_no_worker_comes_to_an_end_the_source_is_unread_and_named(code: str, tmp_path: Path) -> None:
    path = account().write(tmp_path)
    source = by_worker(path, Readers(speaking(code))).source
    assert (source.status, source.unread_bears, source.members) == ("damaged", True, ())
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert said(by_worker(path, Readers(speaking(code)))).startswith(f"{path.name}: ")


def test_where_no_worker_can_be_started_the_source_is_unread_and_named(tmp_path: Path) -> None:
    path = account().write(tmp_path)
    found = by_worker(path, Readers([str(tmp_path / "no program")]))
    assert found.source.status == "damaged"
    assert "could not start its reader" in said(found)


def test_one_worker_reads_many_sources_and_rests(tmp_path: Path) -> None:
    made = account()
    paths = [made.write(tmp_path).rename(tmp_path / f"{number}.zip") for number in range(3)]
    readers = Readers()
    readers.expect(paths)
    pids = set()
    for path in paths:
        assert by_worker(path, readers).source.status == "read"
        assert readers._idle is not None
        pids.add(readers._idle.worker.pid)
    assert len(pids) == 1
    readers.rest()
    with pytest.raises(ProcessLookupError):
        os.kill(pids.pop(), 0)


def test_a_source_that_nobody_expected_gets_a_worker_that_may_see_it(tmp_path: Path) -> None:
    first, second = account().write(tmp_path), tmp_path / "elsewhere"
    second.mkdir()
    readers = Readers()
    for path in (first, account().write(second), first):
        assert by_worker(path, readers).source.status == "read"
    readers.rest()


def test_a_file_put_in_the_place_of_another_is_read(tmp_path: Path) -> None:
    path = account().write(tmp_path)
    readers = Readers()
    readers.expect([path])
    assert by_worker(path, readers).source.status == "read"
    beside = tmp_path / "other"
    beside.write_bytes(path.read_bytes() + b"")
    beside.replace(path)
    assert by_worker(path, readers).source.status == "read"
    readers.rest()


def test_whoever_stops_the_reading_does_not_wait_for_its_end(tmp_path: Path) -> None:
    path = account().write(tmp_path)
    start = time.monotonic()
    readers = Readers(faulty(SPIN, FILE))
    with pytest.raises(ReadCancelledError):
        readers.read(
            path,
            NOW,
            items=False,
            cancelled=lambda: time.monotonic() > start + 1.0,
            progress=lambda _done, _total: None,
        )
    assert time.monotonic() - start < LONG_BEFORE
    assert path.exists()


def test_progress_comes_through_to_the_end(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    readers = Readers()
    readers.read(
        account().write(tmp_path),
        NOW,
        items=False,
        cancelled=lambda: False,
        progress=lambda done, total: heard.append((done, total)),
    )
    readers.rest()
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1] > 0
