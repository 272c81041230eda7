# SPDX-License-Identifier: Apache-2.0
"""A zip is believed in nothing that was not checked first."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from pathlib import Path

import pytest

from inspector.archives.container import Entry, MemberError, SourceError
from inspector.archives.limits import Limits
from inspector.archives.opening import open_container
from inspector.archives.zips.zip_container import ZipContainer
from tests.makers.bad import MAKERS
from tests.makers.zips import STORED, Member, zip_bytes
from tests.unit.archives.ways import WHEN, bounds

TABLE = b"Registered At,Registration Ip,Subscription Types\n"


def written(where: Path, data: bytes) -> Path:
    target = where / "a.zip"
    target.write_bytes(data)
    return target


def named(container: ZipContainer) -> dict[str, Entry]:
    return {entry.name: entry for entry in container.entries()}


def walked(container: ZipContainer) -> dict[str, str]:
    """The hash of each member, or the key of what is wrong with it, in one pass."""
    found = {}
    for entry, blocks in container.walk(lambda _: None):
        try:
            found[entry.name] = entry.reason or hashlib.sha256(b"".join(map(bytes, blocks))).hexdigest()
        except MemberError as error:
            found[entry.name] = error.key
    return found


def packed(files: dict[str, bytes], **info: int) -> bytes:
    """A zip of the standard library, with attributes of each entry set."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (2026, 3, 9, 2, 30, 0))
            entry.compress_type = info.get("method", zipfile.ZIP_DEFLATED)
            entry.external_attr = info.get("external_attr", 0)
            archive.writestr(entry, data)
    return out.getvalue()


def test_members_come_in_the_order_of_their_bytes_with_their_time_and_folders_left_out(
    tmp_path: Path,
) -> None:
    data = packed({"b.csv": b"b", "Jobs/": b"", "a.csv": b"a"})
    with_entries = ZipContainer(written(tmp_path, data))
    entries = with_entries.entries()
    assert [entry.name for entry in entries] == ["b.csv", "a.csv"]
    assert bounds(entries[0].as_of) == ("2026-03-08T12:30:00Z", "2026-03-09T14:30:59Z")
    assert b"".join(with_entries.blocks(entries[1])) == b"a"
    with_entries.close()


def test_one_pass_hashes_the_file_and_every_member(tmp_path: Path) -> None:
    files = {"a.csv": b"a" * 3_000_000, "photo.bin": bytes(range(256)) * 9000, "empty.txt": b""}
    data = packed(files)
    container = ZipContainer(written(tmp_path, data))
    assert walked(container) == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    assert container.sha256({}) == hashlib.sha256(data).hexdigest()
    assert (container.losses, container.remarks) == ((), ())
    container.close()


def test_a_reader_that_leaves_a_member_early_does_not_harm_the_next(tmp_path: Path) -> None:
    files = {"a.csv": b"a" * 3_000_000, "b.csv": b"b" * 3_000_000}
    data = packed(files, method=zipfile.ZIP_STORED)
    container = ZipContainer(written(tmp_path, data))
    begun = {entry.name: bytes(next(blocks)[:1]) for entry, blocks in container.walk(lambda _: None)}
    assert begun == {"a.csv": b"a", "b.csv": b"b"}
    assert container.sha256({}) == hashlib.sha256(data).hexdigest()
    container.close()


def test_members_on_top_of_each_other_refuse_the_whole_archive(tmp_path: Path) -> None:
    data = packed({"a.csv": b"x" * 5000, "b.csv": b"y"}, method=zipfile.ZIP_STORED)
    directory = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", directory + 4)
    offset = second + 42
    forged = data[:offset] + struct.pack("<L", 10) + data[offset + 4 :]
    with pytest.raises(SourceError) as raised:
        ZipContainer(written(tmp_path, forged))
    assert (raised.value.status, raised.value.reason.key) == ("refused", "source.overlapping")


@pytest.mark.parametrize("limits", [Limits(directory=100), Limits(entries=8)], ids=["bytes", "entries"])
def test_a_directory_longer_than_any_is_refused_before_it_is_read(limits: Limits, tmp_path: Path) -> None:
    path = written(tmp_path, zip_bytes([Member(f"{n}.csv", b"", WHEN) for n in range(9)]))
    with pytest.raises(SourceError) as raised:
        ZipContainer(path, limits=limits)
    assert (raised.value.status, raised.value.reason.key) == ("refused", "source.directory_too_long")


@pytest.mark.parametrize(
    ("data", "status", "reason"),
    [
        (packed({"a.csv": b"x"}, method=zipfile.ZIP_LZMA), "unsupported", "member.compression"),
        (packed({"a.csv": b"x"}, method=zipfile.ZIP_BZIP2), "unsupported", "member.compression"),
        (packed({"a.csv": b"/etc/passwd"}, external_attr=0o120777 << 16), "refused", "member.link"),
        (packed({"a.csv": b"x"}, external_attr=0o020666 << 16), "refused", "member.not_a_file"),
        (packed({"a.csv": b"x"}, external_attr=0o010666 << 16), "refused", "member.not_a_file"),
        (packed({"a/": b"x"}), "refused", "member.not_a_file"),
        (packed({"a.csv": bytes(32 << 20)}), "refused", "member.too_large"),
        (MAKERS["locked"]().data, "encrypted", "member.encrypted"),
    ],
    ids=["lzma", "bzip2", "link", "device", "pipe", "full_folder", "bomb", "encrypted"],
)
def test_what_is_not_unpacked_says_why(tmp_path: Path, data: bytes, status: str, reason: str) -> None:
    container = ZipContainer(written(tmp_path, data))
    container.close()
    entry = container.entries()[0]
    assert (entry.status, entry.reason) == (status, reason)


@pytest.mark.parametrize("method", [9, 12, 14, 93, 95, 98], ids=str)
def test_packings_of_other_programs_are_listed_as_unsupported(method: int, tmp_path: Path) -> None:
    data = bytearray(packed({"a.csv": b"x"}, method=zipfile.ZIP_STORED))
    struct.pack_into("<H", data, 8, method)
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 10, method)
    container = ZipContainer(written(tmp_path, bytes(data)))
    assert [(entry.status, entry.reason) for entry in container.entries()] == [
        ("unsupported", "member.compression")
    ]
    container.close()


def test_all_members_together_have_a_budget(tmp_path: Path) -> None:
    path = written(tmp_path, packed({name: bytes(1000) for name in "abc"}))
    container = ZipContainer(path, limits=Limits(total_least=2500, total_ratio=1))
    assert [entry.status for entry in container.entries()] == ["listed", "listed", "refused"]
    container.close()


def test_unsafe_names_are_listed_as_escapes_and_not_read(tmp_path: Path) -> None:
    container = ZipContainer(written(tmp_path, MAKERS["climbing_names"]().data))
    refused = {entry.name for entry in container.entries() if entry.reason == "member.unsafe_name"}
    assert refused == {"../../outside.csv", "/etc/absolute.csv", "C:\\windows.csv", "..\\backslash.csv"}
    container.close()


def test_a_member_that_fails_its_checksum_is_damaged_and_the_next_is_read(tmp_path: Path) -> None:
    bad = MAKERS["bad_checksum"]()
    container = ZipContainer(written(tmp_path, bad.data))
    found = walked(container)
    assert found[bad.harmed[0]] == "member.damaged"
    assert sum(result.startswith("member.") for result in found.values()) == 1
    container.close()


@pytest.mark.parametrize(
    ("place", "value"),
    [(4 + 4, b"\x00\x00"), (14, b"\x01\x02\x03\x04"), (18, b"\x77\x00\x00\x00"), (22, b"\x07\x00\x00\x00")],
    ids=["method", "crc", "packed", "size"],
)
def test_a_local_header_that_contradicts_the_directory_refuses_its_member(
    place: int, value: bytes, tmp_path: Path
) -> None:
    data = bytearray(packed({"a.csv": b"x" * 99, "b.csv": b"y"}))
    data[place : place + len(value)] = value
    container = ZipContainer(written(tmp_path, bytes(data)))
    assert [(entry.status, entry.reason) for entry in container.entries()] == [
        ("refused", "member.contradiction"),
        ("listed", None),
    ]
    assert walked(container)["b.csv"] == hashlib.sha256(b"y").hexdigest()
    container.close()


def test_a_descriptor_that_contradicts_the_directory_refuses_its_member(tmp_path: Path) -> None:
    data = bytearray(zip_bytes([Member("a.csv", b"x" * 99, WHEN), Member("b.csv", b"y", WHEN)]))
    data[data.index(b"PK\x07\x08") + 4] ^= 1
    container = ZipContainer(written(tmp_path, bytes(data)))
    assert [entry.reason for entry in container.entries()] == ["member.contradiction", None]
    container.close()


def test_a_size_that_is_declared_too_small_stops_the_member_where_it_passes_it(tmp_path: Path) -> None:
    data = bytearray(packed({"a.csv": b"x" * 100_000}))
    struct.pack_into("<I", data, 22, 10)
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 10)
    container = ZipContainer(written(tmp_path, bytes(data)))
    assert walked(container) == {"a.csv": "member.damaged"}
    container.close()


def test_times_that_no_clock_shows_are_not_known(tmp_path: Path) -> None:
    data = packed({"a.csv": b"x"})
    forged = data.replace(struct.pack("<H", (46 << 9) | (3 << 5) | 9), struct.pack("<H", 0))
    assert forged != data
    container = ZipContainer(written(tmp_path, forged))
    assert not container.entries()[0].as_of.is_known
    container.close()


@pytest.mark.parametrize("stored", [False, True])
def test_a_zip_in_a_zip_is_opened_one_level_deep(stored: bool, tmp_path: Path) -> None:
    inner = zip_bytes([Member("Registration.csv", TABLE, WHEN)])
    once = zip_bytes([Member("x.zip", inner, WHEN)], *([STORED] if stored else []))
    container = open_container(written(tmp_path, once))
    assert container.format == "zip in zip"
    assert isinstance(container, ZipContainer)
    assert walked(container) == {"Registration.csv": hashlib.sha256(TABLE).hexdigest()}
    assert container.sha256({}) == hashlib.sha256(once).hexdigest()
    container.close()
    twice = open_container(written(tmp_path, zip_bytes([Member("y.zip", once, WHEN)])))
    assert [entry.name for entry in twice.entries()] == ["x.zip"]
    twice.close()


@pytest.mark.parametrize(
    ("name", "flag", "shown"),
    [
        ("é.csv".encode(), 0, "é.csv"),
        ("é.csv".encode("cp437"), 0, "é.csv"),
        (b"bad\xff.csv", 0x800, "bad\\udcff.csv"),
        ("a\u202egnp.csv".encode(), 0x800, "a\\u202egnp.csv"),
        ("a\u200bb.csv".encode(), 0x800, "a\\u200bb.csv"),
    ],
    ids=["utf8_unsaid", "dos", "broken", "reordering", "zero_width"],
)
def test_names_are_read_in_the_encoding_they_are_in_and_hide_nothing(
    name: bytes, flag: int, shown: str, tmp_path: Path
) -> None:
    stand_in = "n" * len(name)
    data = bytearray(packed({stand_in: b"x"}).replace(stand_in.encode(), name))
    for place in (6, data.index(b"PK\x01\x02") + 8):
        struct.pack_into("<H", data, place, flag)
    container = ZipContainer(written(tmp_path, bytes(data)))
    assert [entry.name for entry in container.entries()] == [shown]
    assert walked(container) == {shown: hashlib.sha256(b"x").hexdigest()}
    container.close()
