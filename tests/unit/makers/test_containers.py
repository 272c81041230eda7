# SPDX-License-Identifier: Apache-2.0
"""Containers are what they claim to be, to a reader that is not ours."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.makers.clock import at
from tests.makers.containers import (
    apple_double,
    double_extension,
    encrypted,
    folder,
    nested,
    plain_zip,
    rezipped,
    truncated,
    wrong_crc,
)
from tests.makers.zips import LINKEDIN, STORED, Member, Options, zip_bytes

MEMBERS = (
    Member("Profile.csv", b"First Name\nMara\n", at("2026-03-09 02:30:04")),
    Member("Jobs/Saved Jobs.csv", b"Saved Date\n" * 400, at("2026-03-10 01:43:00")),
    Member("Articles/Articles/à-l-été.html", b"<html></html>", at("2026-03-09 02:31:58")),
)


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


@pytest.mark.parametrize("options", [LINKEDIN, STORED, Options(method="stored"), Options(descriptors=False)])
def test_what_is_packed_comes_out_again(options: Options) -> None:
    with opened(zip_bytes(MEMBERS, options)) as archive:
        assert archive.testzip() is None
        assert [(i.filename, archive.read(i)) for i in archive.infolist()] == [
            (m.name, m.data) for m in MEMBERS
        ]


def test_an_archive_has_the_flags_of_real_ones_and_descriptors_behind_the_data() -> None:
    data = zip_bytes(MEMBERS)
    with opened(data) as archive:
        infos = archive.infolist()
    assert {info.flag_bits for info in infos} == {0x808}
    assert {info.compress_type for info in infos} == {zipfile.ZIP_DEFLATED}
    assert data[14:26] == bytes(12)  # the first local header leaves CRC and sizes to the descriptor
    assert data.count(b"PK\x07\x08") == len(MEMBERS)


def test_each_member_keeps_its_own_time() -> None:
    with opened(zip_bytes(MEMBERS)) as archive:
        assert [info.date_time for info in archive.infolist()] == [
            (2026, 3, 9, 2, 30, 4), (2026, 3, 10, 1, 43, 0), (2026, 3, 9, 2, 31, 58),
        ]  # fmt: skip


def test_the_same_call_gives_the_same_bytes() -> None:
    for make in (zip_bytes, plain_zip, encrypted):
        assert make(MEMBERS) == make(MEMBERS)
    assert rezipped(MEMBERS, "Basic") == rezipped(MEMBERS, "Basic")


def test_a_plain_zip_has_sizes_in_its_local_headers() -> None:
    data = plain_zip(MEMBERS)
    with opened(data) as archive:
        assert archive.infolist()[0].flag_bits == 0
        assert archive.testzip() is None
    assert data[14:26] != bytes(12)


def test_a_folder_has_the_times_of_the_members_whatever_the_local_zone(tmp_path: Path) -> None:
    root = folder(tmp_path / "out", MEMBERS)
    assert (root / "Jobs" / "Saved Jobs.csv").read_bytes() == MEMBERS[1].data
    assert (root / "Profile.csv").stat().st_mtime == at("2026-03-09 02:30:04").timestamp()


def test_a_rezipped_folder_has_a_prefix_and_the_shadows_of_a_mac() -> None:
    with opened(rezipped(MEMBERS, "Basic_LinkedInDataExport_03-09-2026")) as archive:
        names = archive.namelist()
        shadow = archive.read("__MACOSX/Basic_LinkedInDataExport_03-09-2026/Jobs/._Saved Jobs.csv")
    assert names[:2] == [
        "Basic_LinkedInDataExport_03-09-2026/",
        "Basic_LinkedInDataExport_03-09-2026/.DS_Store",
    ]
    assert shadow == apple_double()
    assert shadow.startswith(b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X")


def test_a_truncated_zip_has_no_directory() -> None:
    with pytest.raises(zipfile.BadZipFile):
        opened(truncated(zip_bytes(MEMBERS)))


def test_a_wrong_checksum_names_its_victim_only() -> None:
    with opened(wrong_crc(MEMBERS, "Profile.csv")) as archive:
        assert archive.testzip() == "Profile.csv"
        assert archive.read("Jobs/Saved Jobs.csv") == MEMBERS[1].data


def test_encrypted_members_open_with_the_password_alone() -> None:
    with opened(encrypted(MEMBERS, b"fictional")) as archive:
        assert {info.flag_bits for info in archive.infolist()} == {0x809}
        with pytest.raises(RuntimeError, match="encrypted"):
            archive.read("Profile.csv")
        assert archive.read("Profile.csv", pwd=b"fictional") == MEMBERS[0].data


def test_encryption_without_descriptors_is_refused() -> None:
    with pytest.raises(ValueError, match="descriptors"):
        Options(password=b"x", descriptors=False)


def test_a_nested_archive_is_one_member() -> None:
    inner = zip_bytes(MEMBERS)
    with opened(nested("inner.zip", inner, at("2026-03-09"))) as archive:
        assert archive.namelist() == ["inner.zip"]
        assert archive.read("inner.zip") == inner


def test_a_double_extension_is_kept() -> None:
    assert double_extension("Complete_LinkedInDataExport_08-15-2025.zip").endswith(".zip.zip")
