# SPDX-License-Identifier: Apache-2.0
"""Hostile and foreign zips: both lists refuse what overlaps, lies, hides or points outside."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from inspector.bundle import zipform, ziplist
from inspector.bundle.verifying import verify
from inspector.bundle.zipform import Entry
from inspector.bundle.ziplist import UnreadableZipError
from inspector.domain.text import Note
from inspector.system.messages import Messages
from tests.makers.zips import LINKEDIN, STORED, Member, Options, zip_bytes
from tests.unit.bundle.fictional import NOW, failures, named_files, zipped

TOP = "privacy-evidence/"


def refusals(data: bytes) -> list[Note]:
    """Why neither list can be had."""
    notes: list[Note] = []
    for listing in (ziplist.by_directory, ziplist.by_headers):
        with pytest.raises(UnreadableZipError) as caught:
            listing(io.BytesIO(data), len(data))
        notes += caught.value.notes
    return notes


def verdict(folder: Path, data: bytes) -> dict[str, list[str]]:
    path = folder / "hostile.zip"
    path.write_bytes(data)
    verification = verify(path)
    for check in verification.checks:
        assert all(check.sentences(Messages("en"))), check
    assert not verification.ok
    return failures(verification)


def with_directory(body: bytes, *entries: Entry) -> bytes:
    """A zip of which the directory says what one likes."""
    directory = b"".join(map(zipform.directory_entry, entries))
    return body + directory + zipform.end_records(len(entries), len(directory), len(body))


def local(entry: Entry, data: bytes) -> bytes:
    return zipform.local_header(entry) + data


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7\n" * 9, b"\0" * 4096, b"PK\x03\x04" + b"\xff" * 60])
def test_what_is_no_zip_is_refused_with_the_place(data: bytes) -> None:
    assert refusals(data)[0].id == "no_end"


def test_fifty_entries_on_one_file_are_refused() -> None:
    one = Entry(f"{TOP}data/0.bin", 0, 1000, 0)
    body = local(one, bytes(1000))
    fifty = [Entry(f"{TOP}data/{n:02}.bin", 0, 1000, 0) for n in range(50)]
    data = with_directory(body, *fifty)
    with pytest.raises(UnreadableZipError) as caught:
        ziplist.by_directory(io.BytesIO(data), len(data))
    assert caught.value.notes[0].id == "gap"


@pytest.mark.parametrize("size", [0, 9, 11, 4_000_000_000])
def test_a_size_that_lies_in_both_places_is_refused(size: int) -> None:
    liar = Entry(f"{TOP}a.bin", 0, size, 0)
    assert refusals(with_directory(local(liar, bytes(10)), liar))[0].id == "gap"


def test_data_before_between_and_behind_the_members_is_refused(tmp_path: Path) -> None:
    good = zipped([(f"{TOP}a.bin", b"a"), (f"{TOP}b.bin", b"b")])
    assert refusals(b"#!/bin/sh\n" + good)[0].id == "bad_directory"
    assert "container" in verdict(tmp_path, good + b"\0")
    first = Entry(f"{TOP}a.bin", 0, 1, 0)
    second = Entry(f"{TOP}b.bin", 0, 1, first.end + 3)
    gap = local(first, b"a") + b"gap" + local(second, b"b")
    assert refusals(with_directory(gap, first, second))[0].id == "gap"


def test_a_second_directory_behind_the_first_does_not_win(tmp_path: Path) -> None:
    good = zipped([(f"{TOP}a.bin", b"a")])
    other = zipped([(f"{TOP}b.bin", b"b")])
    assert "container" in verdict(tmp_path, good + other)


def test_a_comment_that_looks_like_an_end_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped([(f"{TOP}a.bin", b"a")]))
    data[-2:] = struct.pack("<H", 22)
    assert "container" in verdict(tmp_path, bytes(data) + data[-22:-2] + b"\0\0")


@pytest.mark.parametrize(
    "name",
    [
        "../up.txt", "/etc/abs.txt", f"{TOP}../up.txt", f"{TOP}data/../../up.txt", f"{TOP}./a.txt", "a.txt",
        "C:\\a.txt", f"{TOP}data\\a.txt", "\\\\host\\share\\a", f"{TOP}.hidden", f"{TOP}data/", f"{TOP}a\0b",
        f"{TOP}a\nb", f"{TOP}a\u202eb", f"{TOP}\u00fcber.txt", f"{TOP}u\u0308ber.txt", f"{TOP}a.", f"{TOP}a ",
        f"{TOP}a:b", f"{TOP}~/a", f"{TOP}{'d/' * 9}a", f"{TOP}{'a' * 300}", "\udcff\udcfe",
    ],
)  # fmt: skip
def test_names_that_no_bundle_has_are_named_and_not_opened(tmp_path: Path, name: str) -> None:
    found = verdict(tmp_path, zipped([(name, b"x")]))
    assert "container.name" in found["container"]
    assert "file.unlisted" not in found["completeness"]


def test_doubled_names_and_names_alike_are_told(tmp_path: Path) -> None:
    twice = verdict(tmp_path, zipped([(f"{TOP}a.txt", b"1"), (f"{TOP}a.txt", b"2")]))
    assert "container.order" in twice["container"]
    alike = verdict(tmp_path, zipped([(f"{TOP}A.txt", b"1"), (f"{TOP}a.txt", b"2")]))
    assert alike["container"] == ["container.alike"]


def test_members_out_of_order_are_told(tmp_path: Path) -> None:
    found = verdict(tmp_path, zipped([(f"{TOP}b.txt", b"1"), (f"{TOP}a.txt", b"2")]))
    assert found["container"] == ["container.order"]


@pytest.mark.parametrize("options", [LINKEDIN, STORED, Options(password=b"secret", method="stored")])
def test_a_zip_that_another_program_packed_is_told_from_a_damaged_one(
    tmp_path: Path, options: Options
) -> None:
    found = verdict(tmp_path, zip_bytes([Member(f"{TOP}bagit.txt", b"x" * 99, NOW)], options))
    assert found["container"] == ["zip.repacked"]


def test_a_link_inside_a_zip_is_told(tmp_path: Path) -> None:
    link = zipfile.ZipInfo(f"{TOP}data", (1980, 1, 1, 0, 0, 0))
    link.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc")
    assert "container.directory" in verdict(tmp_path, out.getvalue())["container"]


def test_more_entries_than_any_bundle_has_are_refused_before_they_are_read() -> None:
    wide = zipform.END_64.pack(zipform.END_64_SIGN, 44, 0, 45, 0, 0, 2_000_000, 2_000_000, 0, 0)
    wide += zipform.LOCATOR_64.pack(zipform.LOCATOR_64_SIGN, 0, 0, 1)
    data = wide + zipform.END.pack(zipform.END_SIGN, 0, 0, 65_535, 65_535, 0, 0, 0)
    assert [note.as_dict() for note in refusals(data) if note.id == "too_many"] == [{"where": 2_000_000}]


@pytest.mark.parametrize("cut", [1, 21, 22, 23, 60, 100, 130, 150])
def test_a_zip_that_was_cut_off_says_so(tmp_path: Path, cut: int) -> None:
    data = zipped([(f"{TOP}a.bin", bytes(40)), (f"{TOP}b.bin", bytes(40))])
    assert set(verdict(tmp_path, data[:-cut])) >= {"container"}


def test_where_a_cut_off_zip_ends_is_named(tmp_path: Path) -> None:
    data = zipped([(f"{TOP}a.bin", bytes(40)), (f"{TOP}b.bin", bytes(4000))])
    path = tmp_path / "cut.zip"
    path.write_bytes(data[:2000])
    assert f"{TOP}b.bin" in named_files(verify(path))


def test_a_size_that_lies_in_the_directory_alone_leaves_the_other_list() -> None:
    data = bytearray(zipped([(f"{TOP}a.bin", b"abc")]))
    at = data.index(zipform.DIRECTORY_SIGN)
    data[at + 24] ^= 1
    assert [entry.size for entry in ziplist.by_headers(io.BytesIO(data), len(data)).entries] == [3]
    with pytest.raises(UnreadableZipError):
        ziplist.by_directory(io.BytesIO(data), len(data))
