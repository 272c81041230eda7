# SPDX-License-Identifier: Apache-2.0
"""Bad inputs are bad in the one way they name."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.makers.bad import MAKERS, Bad, other_folder, unreadable_folder
from tests.makers.linkedin import account


def opened(bad: Bad) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(bad.data))


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_a_bad_input_is_made_the_same_twice(name: str) -> None:
    assert MAKERS[name]().data == MAKERS[name]().data


@pytest.mark.parametrize("name", ["not_a_zip", "no_bytes", "broken_off"])
def test_some_are_no_archive(name: str) -> None:
    with pytest.raises(zipfile.BadZipFile):
        opened(MAKERS[name]())


@pytest.mark.parametrize(
    "name", sorted(set(MAKERS) - {"not_a_zip", "no_bytes", "broken_off", "lying_directory"})
)
def test_the_harmed_members_are_in_the_archive(name: str) -> None:
    bad = MAKERS[name]()
    with opened(bad) as archive:
        assert set(bad.harmed) <= {info.orig_filename for info in archive.infolist()}


@pytest.mark.parametrize("name", sorted(name for name, make in MAKERS.items() if make().usable))
def test_what_is_not_harmed_is_as_it_was(name: str) -> None:
    bad, sound = MAKERS[name](), account()
    with opened(bad) as archive:
        names = set(sound.names) & set(archive.namelist()) - set(bad.harmed)
        assert "Profile.csv" in names
        if bad.name == sound.name and name not in {"disguised_workbook", "spreadsheet_saved"}:
            assert all(archive.read(member) == sound[member] for member in names)


def test_a_checksum_is_wrong() -> None:
    with opened(MAKERS["bad_checksum"]()) as archive:
        assert archive.testzip() == "Shares_900000417.csv"


def test_a_workbook_hides_behind_csv() -> None:
    with opened(MAKERS["disguised_workbook"]()) as archive:
        inner = zipfile.ZipFile(io.BytesIO(archive.read("Reactions_900000417.csv")))
    assert "xl/workbook.xml" in inner.namelist()


def test_the_directory_and_the_local_header_disagree() -> None:
    with opened(MAKERS["lying_directory"]()) as archive, pytest.raises(zipfile.BadZipFile, match="differ"):
        archive.read("Shares_900000417.csv")


def test_encodings_are_what_they_are_called() -> None:
    with opened(MAKERS["western_encoding"]()) as archive, pytest.raises(UnicodeDecodeError):
        archive.read("Shares_900000417.csv").decode()
    with opened(MAKERS["bare_utf16"]()) as archive:
        assert archive.read("Shares_900000417.csv")[:4] == b"D\x00a\x00"
    with opened(MAKERS["nul_bytes"]()) as archive:
        assert archive.read("Comments_900000417.csv").endswith(bytes(20))


def test_a_bomb_is_small_and_unpacks_large() -> None:
    bad = MAKERS["bomb"]()
    with opened(bad) as archive:
        assert archive.getinfo("Votes.csv").file_size == 64 << 20
    assert len(bad.data) < 100_000


def test_folders_can_be_closed_or_foreign(tmp_path: Path) -> None:
    closed = unreadable_folder(tmp_path)
    assert closed.stat().st_mode & 0o777 == 0
    closed.chmod(0o700)
    assert (closed / "Registration.csv").exists()
    assert [path.name for path in other_folder(tmp_path).iterdir()] == ["bread.txt"]


def test_a_bad_input_is_written_under_its_name(tmp_path: Path) -> None:
    bad = MAKERS["something_else"]()
    assert bad.write(tmp_path).name == "holidays.zip"
    assert (tmp_path / "holidays.zip").read_bytes() == bad.data
