# SPDX-License-Identifier: Apache-2.0
"""The zip of a bundle: one form per contents, and one that other programs read."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from inspector.bundle import ziplist
from inspector.bundle.zipform import Entry, directory_entry, end_records, local_header
from tests.unit.bundle.fictional import sha256, zipped

GIANT = 5_000_000_000


def giant(folder: Path) -> tuple[Path, list[Entry]]:
    """A zip with a sparse member of 5 GB and a small one behind it; the giant's bytes are all zero."""
    path = folder / "giant.zip"
    small = b"behind four gigabytes"
    first = Entry("a/giant.bin", 0x12345678, GIANT, 0)
    second = Entry("a/small.txt", 0x0, len(small), first.end)
    with path.open("wb") as out:
        out.write(local_header(first))
        out.seek(second.offset)
        out.write(local_header(second) + small)
        directory = directory_entry(first) + directory_entry(second)
        out.write(directory + end_records(2, len(directory), second.end))
    return path, [first, second]


def test_the_bytes_are_pinned_whatever_python_writes_them() -> None:
    made = zipped([("b/one.txt", b"one\n"), ("b/two.bin", bytes(range(256)))])
    assert len(made) == 4 + 256 + 2 * (30 + 46 + 2 * 9) + 22
    assert sha256(made) == "a2b9b3824f5b7ff6a21f6dedb5c7e2e454e237b3f15592833ffeeb3383190ed5"


def test_pythons_zipfile_reads_every_field_as_meant() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped([("b/one.txt", b"one\n"), ("b/two.bin", b"")]))) as archive:
        assert archive.testzip() is None
        info = archive.getinfo("b/one.txt")
        assert (info.date_time, info.create_system, info.compress_type) == ((1980, 1, 1, 0, 0, 0), 3, 0)
        assert info.external_attr >> 16 == 0o100644
        assert (info.flag_bits, info.extra, info.comment) == (0, b"", b"")


def test_64_bit_fields_appear_only_where_a_number_does_not_fit(tmp_path: Path) -> None:
    path, entries = giant(tmp_path)
    with zipfile.ZipFile(path) as archive:
        assert [(info.filename, info.file_size, info.header_offset) for info in archive.infolist()] == [
            (entry.name, entry.size, entry.offset) for entry in entries
        ]
    listed = subprocess.run(["unzip", "-Z1", str(path)], capture_output=True, text=True, check=True)
    assert listed.stdout.split() == ["a/giant.bin", "a/small.txt"]
    with path.open("rb") as file:
        assert list(ziplist.by_directory(file, path.stat().st_size).entries) == entries
        assert list(ziplist.by_headers(file, path.stat().st_size).entries) == entries
    assert len(local_header(Entry("x", 0, 0xFFFFFFFE, 0))) == 31
    assert len(local_header(Entry("x", 0, 0xFFFFFFFF, 0))) == 51


def test_more_members_than_16_bits_count(tmp_path: Path) -> None:
    made = zipped([(f"m/{number:05}", b"") for number in range(65_535)])
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert len(archive.infolist()) == 65_535
    assert ziplist.by_directory(io.BytesIO(made), len(made)) == ziplist.by_headers(
        io.BytesIO(made), len(made)
    )


@pytest.mark.parametrize("count", [0, 65_534])
def test_the_plain_end_record_serves_up_to_its_limit(count: int) -> None:
    assert len(end_records(count, 0, 0)) == 22
