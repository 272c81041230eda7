# SPDX-License-Identifier: Apache-2.0
"""Progress is told, and a person can stop the reading at any block."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.archives.read import ReadCancelledError, read_source
from tests.makers.hostile_tars import Entry, tgz
from tests.makers.hostile_zips import many_members, stored, zipped
from tests.makers.linkedin import account
from tests.unit.archives.ways import NOW


@pytest.mark.parametrize("unpacked", [False, True])
def test_progress_rises_to_the_whole(unpacked: bool, tmp_path: Path) -> None:
    made = account()
    heard: list[tuple[int, int]] = []
    path = made.unpack(tmp_path) if unpacked else made.write(tmp_path)
    read_source(path, NOW, progress=lambda done, total: heard.append((done, total)))
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1] == heard[0][1]


@pytest.mark.parametrize("blocks", [0, 1, 5])
def test_reading_stops_when_asked_and_leaves_the_source_alone(blocks: int, tmp_path: Path) -> None:
    path = account().write(tmp_path)
    before = path.read_bytes()
    left = iter([False] * blocks + [True] * 99)
    with pytest.raises(ReadCancelledError):
        read_source(path, NOW, cancelled=lambda: next(left))
    assert path.read_bytes() == before


def _great_tgz(where: Path) -> Path:
    path = where / "great.tgz"
    path.write_bytes(tgz([Entry(b"a.csv", bytes(64 << 20)), Entry(b"b.csv", bytes(64 << 20))]))
    return path


def _great_cut_zip(where: Path) -> Path:
    path = where / "great.zip"
    data = zipped([stored("a.csv", bytes(6 << 20)), stored("b.csv", b"x" * (6 << 20))])
    path.write_bytes(data[:-30])
    return path


def _many(where: Path) -> Path:
    path = where / "many.zip"
    many_members(path, 20_000)
    return path


@pytest.mark.parametrize("make", [_great_tgz, _great_cut_zip, _many])
def test_whoever_opens_a_great_archive_is_told_that_it_goes_on(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    path, told = make(tmp_path), [0, 0]

    def opening(done: int, total: int) -> None:
        assert total > 0
        told[done > 0] += 1

    read_source(path, NOW, progress=opening)
    assert told[0] > 1
    assert told[1] > 0


@pytest.mark.parametrize("make", [_great_tgz, _great_cut_zip, _many])
def test_the_opening_of_a_great_archive_stops_when_it_is_asked_to(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    path, asked = make(tmp_path), 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 1

    with pytest.raises(ReadCancelledError):
        read_source(path, NOW, cancelled=cancelled)
    assert asked == 2
