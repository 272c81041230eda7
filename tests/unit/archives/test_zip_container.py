# SPDX-License-Identifier: Apache-2.0
"""A zip is believed in nothing that was not checked first."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from inspector.archives import zip_directory
from inspector.archives.container import Entry, MemberError, SourceError
from inspector.archives.opening import open_container
from inspector.archives.zip_container import ZipContainer
from inspector.archives.zip_directory import Limits
from tests.makers.bad import MAKERS
from tests.makers.zips import Member, zip_bytes
from tests.unit.archives.ways import WHEN, bounds

TABLE = b"Registered At,Registration Ip,Subscription Types\n"


def written(where: Path, data: bytes) -> Path:
    target = where / "a.zip"
    target.write_bytes(data)
    return target


def named(container: ZipContainer) -> dict[str, Entry]:
    return {entry.name: entry for entry in container.entries()}


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


def test_members_on_top_of_each_other_refuse_the_whole_archive(tmp_path: Path) -> None:
    data = packed({"a.csv": b"x" * 5000, "b.csv": b"y"}, method=zipfile.ZIP_STORED)
    directory = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", directory + 4)
    offset = second + 42
    forged = data[:offset] + struct.pack("<L", 10) + data[offset + 4 :]
    with pytest.raises(SourceError) as raised:
        ZipContainer(written(tmp_path, forged))
    assert (raised.value.status, raised.value.reason.key) == ("refused", "source.overlapping")


def test_a_directory_longer_than_any_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, zip_bytes([Member(f"{n}.csv", b"", WHEN) for n in range(9)]))
    with path.open("rb") as file, pytest.raises(SourceError) as raised:
        zip_directory.check_size(file, "a.zip", Limits(directory=100))
    assert raised.value.reason.key == "source.directory_too_long"


@pytest.mark.parametrize(
    ("data", "status", "reason"),
    [
        (packed({"a.csv": b"x"}, method=zipfile.ZIP_LZMA), "unsupported", "member.compression"),
        (packed({"a.csv": b"x"}, method=zipfile.ZIP_BZIP2), "unsupported", "member.compression"),
        (packed({"a.csv": b"/etc/passwd"}, external_attr=0o120777 << 16), "refused", "member.link"),
        (packed({"a.csv": bytes(32 << 20)}), "refused", "member.too_large"),
        (MAKERS["locked"]().data, "encrypted", "member.encrypted"),
    ],
    ids=["lzma", "bzip2", "link", "bomb", "encrypted"],
)
def test_what_is_not_unpacked_says_why(tmp_path: Path, data: bytes, status: str, reason: str) -> None:
    container = ZipContainer(written(tmp_path, data))
    container.close()
    entry = container.entries()[0]
    assert (entry.status, entry.reason) == (status, reason)


def test_all_members_together_have_a_budget() -> None:
    infos = zipfile.ZipFile(io.BytesIO(packed({name: bytes(1000) for name in "abc"}))).infolist()
    entries = zip_directory.entries(infos, 10, Limits(total_least=2500, total_ratio=1))
    assert [entry.status for entry in entries] == ["listed", "listed", "refused"]


def test_unsafe_names_are_listed_as_escapes_and_not_read(tmp_path: Path) -> None:
    container = ZipContainer(written(tmp_path, MAKERS["climbing_names"]().data))
    refused = {entry.name for entry in container.entries() if entry.reason == "member.unsafe_name"}
    assert refused == {"../../outside.csv", "/etc/absolute.csv", "C:\\windows.csv", "..\\backslash.csv"}
    container.close()


@pytest.mark.parametrize("maker", ["bad_checksum", "lying_directory"])
def test_a_member_that_fails_its_check_is_damaged(tmp_path: Path, maker: str) -> None:
    bad = MAKERS[maker]()
    container = ZipContainer(written(tmp_path, bad.data))
    entry = named(container)[bad.harmed[0]]
    with pytest.raises(MemberError) as raised:
        list(container.blocks(entry))
    assert raised.value.status == "damaged"
    container.close()


def test_times_that_no_clock_shows_are_not_known(tmp_path: Path) -> None:
    data = packed({"a.csv": b"x"})
    forged = data.replace(struct.pack("<H", (46 << 9) | (3 << 5) | 9), struct.pack("<H", 0))
    assert forged != data
    container = ZipContainer(written(tmp_path, forged))
    assert not container.entries()[0].as_of.is_known
    container.close()


def test_a_zip_in_a_zip_is_opened_one_level_deep(tmp_path: Path) -> None:
    inner = zip_bytes([Member("Registration.csv", TABLE, WHEN)])
    once = zip_bytes([Member("x.zip", inner, WHEN)])
    container = open_container(written(tmp_path, once))
    assert container.format == "zip in zip"
    assert [entry.name for entry in container.entries()] == ["Registration.csv"]
    container.close()
    twice = open_container(written(tmp_path, zip_bytes([Member("y.zip", once, WHEN)])))
    assert [entry.name for entry in twice.entries()] == ["x.zip"]
    twice.close()
