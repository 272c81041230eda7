# SPDX-License-Identifier: Apache-2.0
"""A file takes the place of another whole or not at all; half written it has no name where it can."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from inspector.bundle.beside import replacing


@pytest.fixture(params=["nameless", "named"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "named":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    return tmp_path / "evidence.zip"


def test_it_is_there_when_all_is_written(target: Path) -> None:
    for content in (b"first", b"second"):
        with replacing(target, ".x-") as out:
            out.write(content)
        assert target.read_bytes() == content
    assert list(target.parent.iterdir()) == [target]


def test_an_error_leaves_what_was_there(target: Path) -> None:
    target.write_bytes(b"earlier")
    with pytest.raises(InterruptedError):
        stop_halfway(target)
    assert target.read_bytes() == b"earlier"
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_told(target: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(target.parent / "none" / "x.zip", ".x-"):
        pass


def stop_halfway(target: Path) -> None:
    with replacing(target, ".x-") as out:
        out.write(b"half")
        raise InterruptedError


@pytest.mark.skipif(sys.platform != "linux", reason="files without a name are Linux's")
def test_half_written_it_has_no_name(tmp_path: Path) -> None:
    with replacing(tmp_path / "evidence.zip", ".x-") as out:
        out.write(b"half")
        out.flush()
        assert list(tmp_path.iterdir()) == []
