# SPDX-License-Identifier: Apache-2.0
"""Progress is told, and a person can stop the reading at any block."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.archives.read import ReadCancelledError, read_source
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
