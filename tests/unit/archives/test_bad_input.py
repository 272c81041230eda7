# SPDX-License-Identifier: Apache-2.0
"""Bad input: a sentence names it, status and ledger say it, the rest is still read, nothing is written."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from inspector.archives.read import read_source
from inspector.domain.words import DataClass, FactKind
from tests.makers.bad import MAKERS, Bad, other_folder, unreadable_folder
from tests.makers.linkedin import account
from tests.unit.archives.ways import NOW, counts, facts, iso, read, row, said, statuses, undated

# Maker: status of the source, whether something that bears was not read, end of the first message key.
WHOLE = {
    "not_a_zip": ("damaged", True, "not_a_zip"),
    "no_bytes": ("damaged", True, "empty"),
    "empty_zip": ("unsupported", False, "nothing_inside"),
    "something_else": ("unsupported", False, "unclaimed"),
    "other_csv": ("unsupported", False, "unclaimed"),
    "locked": ("encrypted", True, "nothing_read_encrypted"),
}
# Maker: status of the harmed members, and the end of the message key that names each.
PARTS = {
    "bad_checksum": ("damaged", "damaged"),
    "lying_directory": ("refused", "contradiction"),
    "same_name_twice": ("refused", "duplicate_name"),
    "bomb": ("refused", "too_large"),
    "huge_cell": ("refused", "too_large"),
    "disguised_workbook": ("unsupported", "workbook"),
    "missing_columns": ("unsupported", "columns"),
    "renamed_columns": ("unsupported", "columns"),
    "impossible_dates": ("read", "row_bad_date"),
    "foreign_date": ("read", "row_bad_date"),
    "nul_bytes": ("read", "row_nul"),
    "open_quote": ("read", "row_open_quote"),
    "ragged_rows": ("read", "row_short"),
}
# Odd, but read whole.
ODD = ("bare_utf16", "western_encoding", "climbing_names", "emptied", "zip_in_zip")


def fingerprint(path: Path) -> tuple[str, int, int]:
    status = path.stat()
    return hashlib.sha256(path.read_bytes()).hexdigest(), status.st_mtime_ns, status.st_size


def assert_named(sentences: list[str], *names: str) -> None:
    for name in names:
        assert [sentence for sentence in sentences if name in sentence], (name, sentences)


@pytest.mark.parametrize("maker", WHOLE)
def test_what_cannot_be_read_at_all_says_so(maker: str, tmp_path: Path) -> None:
    bad = MAKERS[maker]()
    path = bad.write(tmp_path)
    reading = read(path)
    status, bears, key = WHOLE[maker]
    assert (reading.source.status, reading.source.unread_bears) == (status, bears)
    assert reading.source.reason is not None
    assert reading.source.reason.id == key
    assert (reading.facts, reading.tallies, reading.plans) == ((), (), ())
    assert reading.source.sha256 == hashlib.sha256(bad.data).hexdigest()
    assert len(said(reading)) == 1
    assert_named(said(reading), path.name)


def assert_rest_is_read(bad: Bad, path: Path) -> None:
    """All that the truth still knows is there, and nothing of what nobody can know."""
    reading = read(path)
    found = counts(reading)
    assert {name: found.get(name) for name in bad.truth.counts()} == bad.truth.counts()
    moments = [fact.moment for fact in facts(reading, FactKind.ACCOUNT_CREATED)]
    if bad.truth.created is None:
        assert not moments
    else:
        assert iso(max(m.earliest for m in moments)) == bad.truth.created.not_before
        assert iso(min(m.latest for m in moments)) == bad.truth.created.not_after


@pytest.mark.parametrize("maker", PARTS)
def test_a_bad_member_is_named_and_the_rest_is_read(maker: str, tmp_path: Path) -> None:
    bad = MAKERS[maker]()
    path = bad.write(tmp_path)
    reading = read(path)
    status, key = PARTS[maker]
    assert (reading.source.status, reading.source.unread_bears) == ("partial", True)
    assert {note.id for note in reading.source.problems} == {key}
    assert {statuses(reading)[name] for name in bad.harmed} == {status}
    assert all(member.reason for member in reading.source.members if member.name in bad.harmed)
    assert_named(said(reading), path.name, *bad.harmed)
    assert_rest_is_read(bad, path)


@pytest.mark.parametrize("maker", PARTS)
def test_the_ledger_says_what_was_not_read(maker: str, tmp_path: Path) -> None:
    reading = read(MAKERS[maker]().write(tmp_path))
    details = {entry.detail.id for entry in reading.source.ledger if entry.detail}
    assert details & {"files_unread", "rows_unread"}
    silent = {entry.id for entry in reading.source.ledger if entry.outcome == "unreadable"}
    partly = {entry.id for entry in reading.source.ledger if entry.outcome == "found" and entry.detail}
    assert silent | partly


def test_of_a_download_that_broke_off_the_whole_files_count_and_nothing_is_called_absent(
    tmp_path: Path,
) -> None:
    path = MAKERS["broken_off"]().write(tmp_path)
    reading = read(path)
    assert (reading.source.status, reading.source.unread_bears) == ("partial", True)
    assert reading.source.reason is not None
    assert reading.source.reason.id == "cut_off"
    found = statuses(reading)
    assert list(found.values())[-1] == "damaged"
    assert "read" in found.values()
    assert "absent" not in {entry.outcome for entry in reading.source.ledger}
    assert_named(said(reading), path.name, list(found)[-1])


@pytest.mark.parametrize(("share", "key"), [(0.01, "damaged_zip"), (0.05, "cut_off_nothing")])
def test_of_a_download_with_nothing_whole_that_bears_nothing_is_said_to_be_read(
    share: float, key: str, tmp_path: Path
) -> None:
    data = account().zip()
    path = tmp_path / "cut.zip"
    path.write_bytes(data[: int(share * len(data))])
    reading = read(path)
    assert (reading.source.status, reading.source.unread_bears) == ("damaged", True)
    assert reading.source.reason is not None
    assert reading.source.reason.id == key
    assert [sentence for sentence in said(reading) if "what is whole in it was read" in sentence] == []
    assert "nothing was read" in said(reading)[0]


def test_bytes_before_an_archive_are_reported_with_place_length_and_hash(tmp_path: Path) -> None:
    bad = MAKERS["prefixed"]()
    reading = read(bad.write(tmp_path))
    assert (reading.source.status, reading.source.unread_bears) == ("read", False)
    prefix = bad.data[: bad.data.index(b"PK\x03\x04")]
    assert [note.as_dict() for note in reading.source.problems] == [
        {
            "name": bad.name,
            "offset": 0,
            "bytes": len(prefix),
            "sha256": hashlib.sha256(prefix).hexdigest(),
        }
    ]
    assert_named(said(reading), bad.name)


@pytest.mark.parametrize("maker", ODD)
def test_what_is_only_odd_is_read_whole(maker: str, tmp_path: Path) -> None:
    bad = MAKERS[maker]()
    reading = read(bad.write(tmp_path))
    assert (reading.source.status, reading.source.unread_bears) == ("read", False)
    if bad.truth.created:
        assert_rest_is_read(bad, tmp_path / bad.name)


def test_text_in_another_encoding_is_named_with_its_row_and_in_the_ledger(tmp_path: Path) -> None:
    reading = read(MAKERS["western_encoding"]().write(tmp_path))
    assert_named(said(reading), "Shares_900000417.csv, row 2")
    assert counts(reading)["posts"] == 1
    detail = row(reading, "linkedin.posts").detail
    assert detail is not None
    assert detail.id == "rows_foreign"


def test_rows_without_a_readable_date_count_and_their_time_stays_open(tmp_path: Path) -> None:
    reading = read(MAKERS["impossible_dates"]().write(tmp_path))
    assert undated(reading, DataClass.POSTS) == 4
    assert_named(said(reading), "Registration.csv, row 2", "Shares_900000417.csv, row 2")
    assert row(reading, "linkedin.account_created").outcome == "found"


def test_a_file_without_a_byte_counts_nothing_not_even_zero(tmp_path: Path) -> None:
    reading = read(MAKERS["emptied"]().write(tmp_path))
    assert "posts" not in counts(reading)
    assert row(reading, "linkedin.posts").outcome == "absent"


def test_names_that_lead_elsewhere_are_named_and_nothing_is_written_there(tmp_path: Path) -> None:
    before = sorted(tmp_path.parent.iterdir())
    bad = MAKERS["climbing_names"]()
    (tmp_path / "deep" / "er").mkdir(parents=True)
    reading = read(bad.write(tmp_path / "deep" / "er"))
    assert_named(said(reading), "../../outside.csv")
    assert sorted(tmp_path.parent.iterdir()) == before
    assert not (tmp_path / "outside.csv").exists()


@pytest.mark.parametrize("maker", MAKERS)
def test_no_input_is_written_to(maker: str, tmp_path: Path) -> None:
    path = MAKERS[maker]().write(tmp_path)
    os.utime(path, ns=(1_700_000_000_123_456_789, 1_700_000_000_987_654_321))
    before = fingerprint(path)
    read(path, items=True)
    assert fingerprint(path) == before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_no_sentence_quotes_what_a_person_wrote(tmp_path: Path) -> None:
    secret = "Zebra-secret-417"
    rows = ("Date,Type,Link", f"{secret},LIKE,x", f"2026-01-01 10:00:00\0,{secret},x", secret)
    made = account().with_member("Reactions_900000417.csv", "\n".join(rows).encode())
    made = made.with_member("Registration.csv", f"Registered At,Subscription Types\n{secret},\n".encode())
    reading = read(made.write(tmp_path))
    assert reading.source.status == "partial"
    assert len(reading.source.problems) == 4
    assert secret not in repr(reading.source)


def test_nothing_there_and_other_things_are_named(tmp_path: Path) -> None:
    missing = read(tmp_path / "gone.zip")
    assert (missing.source.status, missing.source.sha256) == ("refused", "")
    assert_named(said(missing), "gone.zip")
    recipes = read(other_folder(tmp_path / "recipes"))
    assert (recipes.source.status, recipes.source.members) == ("unsupported", ())
    assert_named(said(recipes), "recipes")
    (tmp_path / "letter.txt").write_text("Dear all")
    assert read(tmp_path / "letter.txt").source.status == "unsupported"


@pytest.mark.parametrize(
    ("start", "kind"), [(b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!\x1a\x07\x00", "rar"), (b"\x1f\x8b\x08", "gz")]
)
def test_archives_of_other_kinds_are_to_be_unpacked(start: bytes, kind: str, tmp_path: Path) -> None:
    (tmp_path / "export.bin").write_bytes(start + bytes(50))
    reading = read(tmp_path / "export.bin")
    assert (reading.source.status, reading.source.unread_bears) == ("unsupported", True)
    assert_named(said(reading), f"kind {kind}")


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root for a while, where the tests have them."""
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if was_root:
            os.seteuid(0)


@pytest.fixture
def open_to_all(tmp_path: Path) -> Path:
    top = Path(tempfile.gettempdir())
    for folder in (tmp_path, *(parent for parent in tmp_path.parents if top in parent.parents)):
        folder.chmod(0o755)
    return tmp_path


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="permissions work differently on Windows")
def test_a_folder_that_may_not_be_read_is_named(open_to_all: Path) -> None:
    target = unreadable_folder(open_to_all)
    with as_nobody():
        reading = read(target)
    target.chmod(0o755)
    assert (reading.source.status, reading.source.unread_bears) == ("refused", True)
    assert_named(said(reading), target.name)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="permissions work differently on Windows")
def test_a_file_or_folder_inside_that_may_not_be_read_is_named_and_the_rest_is_read(
    open_to_all: Path,
) -> None:
    made = account()
    target = made.unpack(open_to_all)
    (target / "Comments_900000417.csv").chmod(0)
    (target / "Jobs").mkdir(mode=0)
    with as_nobody():
        reading = read(target)
    (target / "Jobs").chmod(0o755)
    assert (reading.source.status, reading.source.unread_bears) == ("partial", True)
    assert_named(said(reading), "Comments_900000417.csv", "Jobs/")
    assert "comments" not in counts(reading)
    assert counts(reading)["posts"] == made.truth.posts


@pytest.mark.parametrize("unpacked", [False, True])
def test_a_source_changed_while_it_is_read_gives_nothing(unpacked: bool, tmp_path: Path) -> None:
    made = account()
    path = made.unpack(tmp_path) if unpacked else made.write(tmp_path)
    victim = path / "Registration.csv" if unpacked else path

    def touch(done: int, total: int) -> None:
        assert 0 <= done <= total
        with victim.open("ab") as file:
            file.write(b"\n")

    reading = read_source(path, NOW, progress=touch)
    assert (reading.source.status, reading.source.unread_bears) == ("changed", True)
    assert (reading.facts, reading.tallies, reading.plans, reading.source.account) == ((), (), (), None)
    assert {entry.outcome for entry in reading.source.ledger} == {"unreadable"}
    assert not [member for member in reading.source.members if member.used]
    assert_named(said(reading), path.name)
