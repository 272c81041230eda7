# SPDX-License-Identifier: Apache-2.0
"""A folder is walked without following links and hashed file by file."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from inspector.archives.container import MemberError
from inspector.archives.folder_container import FolderContainer
from inspector.archives.opening import open_container


def by_name(container: FolderContainer) -> dict[str, tuple[str, str | None]]:
    return {entry.name: (entry.status, entry.reason) for entry in container.entries()}


def test_files_come_by_name_and_links_and_special_files_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "Jobs").mkdir()
    (tmp_path / "Jobs" / "b.csv").write_bytes(b"b")
    (tmp_path / "a.csv").write_bytes(b"a")
    (tmp_path / "link.csv").symlink_to(tmp_path / "a.csv")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert by_name(FolderContainer(tmp_path)) == {
        "Jobs/b.csv": ("listed", None),
        "a.csv": ("listed", None),
        "link.csv": ("refused", "member.link"),
        "loop": ("refused", "member.link"),
        "pipe": ("refused", "member.not_a_file"),
    }


def test_the_hash_of_a_folder_is_that_of_its_sorted_listing_without_junk(tmp_path: Path) -> None:
    for name, data in {"b.csv": b"b", "a.csv": b"a", ".DS_Store": b"junk"}.items():
        (tmp_path / name).write_bytes(data)
    container = FolderContainer(tmp_path)
    hashes = {
        entry.ordinal: hashlib.sha256(b"".join(container.blocks(entry))).hexdigest()
        for entry in container.entries()
    }
    listing = "".join(
        sorted(f"{hashlib.sha256(name[0].encode()).hexdigest()}  {name}\n" for name in ("a.csv", "b.csv"))
    )
    assert container.sha256(hashes) == hashlib.sha256(listing.encode()).hexdigest()


def test_a_file_written_to_after_the_walk_gives_no_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a")
    container = FolderContainer(tmp_path)
    (tmp_path / "a.csv").write_bytes(b"other")
    with pytest.raises(MemberError, match=r"member\.changed"):
        list(container.blocks(container.entries()[0]))
    assert container.changed()


def test_a_file_that_came_or_went_is_a_change(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a")
    container = FolderContainer(tmp_path)
    assert not container.changed()
    (tmp_path / "b.csv").write_bytes(b"b")
    assert container.changed()


def test_names_that_are_no_text_are_shown_as_escapes(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.csv")).write_bytes(b"x")
    container = open_container(tmp_path)
    assert [entry.name for entry in container.entries()] == ["bad\\udcff.csv"]
    assert container.sha256({})
