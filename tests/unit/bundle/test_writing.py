# SPDX-License-Identifier: Apache-2.0
"""Writing a bundle: reproducible, whole or not at all, and never over a file that is something else."""

from __future__ import annotations

import json
import os
import resource
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import BinaryIO

import pytest

from inspector.bundle import layout
from inspector.bundle.contents import BundleContents, BundleError, Content, Original, Part
from inspector.bundle.verifying import verify
from inspector.bundle.writing import write
from inspector.system.messages import Messages
from tests.unit.bundle.fictional import (
    ARCHIVE,
    CAPTURE,
    CONTENTS,
    EXPORT,
    NOW,
    SCREENSHOT,
    files_of,
    report_pdf,
    sha256,
    with_source,
    written,
)


def refused(contents: BundleContents, target: Path) -> str:
    """Why no bundle was made; fails where one was, or where anything was left behind."""
    before = sorted(target.parent.rglob("*")) if target.parent.exists() else []
    with pytest.raises(BundleError) as caught:
        write(contents, target, NOW, "en")
    assert (sorted(target.parent.rglob("*")) if target.parent.exists() else []) == before
    assert Messages("en").text(caught.value.note.key, **caught.value.note.as_dict())
    return caught.value.note.id


def part(content: Content, data: bytes = ARCHIVE) -> BundleContents:
    return with_source(CONTENTS, Part("Basic_Export.zip", sha256(data), content))


# What is written.


def test_the_fingerprint_is_the_hash_of_the_manifest_and_stands_in_the_report(tmp_path: Path) -> None:
    asked: list[str] = []

    def report(own: str) -> bytes:
        asked.append(own)
        return report_pdf(own)

    target = tmp_path / "b.zip"
    own = write(replace(CONTENTS, report_pdf=report), target, NOW, "en")
    assert asked == [own]
    assert own == sha256(files_of(target)[layout.MANIFEST])


def test_the_same_contents_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    turned = replace(
        CONTENTS,
        originals=CONTENTS.originals[::-1],
        cited=CONTENTS.cited[::-1],
        counted=CONTENTS.counted[::-1],
    )
    assert written(tmp_path).read_bytes() == written(tmp_path / "other", turned).read_bytes()


def test_neutral_names_lead_to_real_names_hashes_and_bytes(tmp_path: Path) -> None:
    files = files_of(written(tmp_path))
    originals = json.loads(files[layout.ORIGINALS])["originals"]
    assert [(row["source"], row["name"], row["kind"]) for row in originals] == [
        ("s2", "Basic_Export.zip", "archive"),
        ("s10", "setting.png", "capture"),
    ]
    carried = [(row["name"], files[file["file"]]) for row in originals for file in row["files"]]
    assert carried == [("Basic_Export.zip", ARCHIVE), ("setting.png", SCREENSHOT)]
    members = json.loads(files[layout.MEMBERS])
    assert [(row["name"], row["file"]) for row in members["cited"]] == [
        ("Receipts.csv", "data/members/0001.bin"),
        ("Registration.csv", "data/members/0002.bin"),
    ]
    assert all(sha256(files[row["file"]]) == row["sha256"] for row in members["cited"])
    assert [(row["name"], row["counts"]) for row in members["counted"]] == [
        ("messages.csv", {"private_messages": 200_000})
    ]


def test_no_name_in_the_zip_comes_from_a_person(tmp_path: Path) -> None:
    private = replace(EXPORT, name="Ana Exemplo.zip", parts=(Part("Ana Exemplo.zip", sha256(b"x"), b"x"),))
    paths = files_of(written(tmp_path, replace(CONTENTS, originals=(private,))))
    assert all(layout.is_safe(path) and "Ana" not in path for path in paths)


def test_a_source_that_only_stays_behind_is_listed_without_files(tmp_path: Path) -> None:
    files = files_of(written(tmp_path, replace(CONTENTS, originals=(replace(EXPORT, parts=()),))))
    assert json.loads(files[layout.ORIGINALS])["originals"][0]["files"] == []
    assert not [path for path in files if path.startswith(layout.ORIGINALS_FOLDER)]


def test_an_original_may_consist_of_many_files(tmp_path: Path) -> None:
    parts = tuple(Part(f"d/{n}.csv", sha256(b"%d" % n), b"%d" % n) for n in (2, 1, 3))
    target = written(tmp_path, replace(CONTENTS, originals=(replace(EXPORT, parts=parts), CAPTURE)))
    rows = json.loads(files_of(target)[layout.ORIGINALS])["originals"][0]["files"]
    assert [row["name"] for row in rows] == ["d/1.csv", "d/2.csv", "d/3.csv"]
    assert verify(target).ok


def test_a_bundle_without_sources_is_whole(tmp_path: Path) -> None:
    assert verify(written(tmp_path, replace(CONTENTS, originals=(), cited=(), counted=()))).ok


def test_the_language_is_in_what_people_read(tmp_path: Path) -> None:
    write(CONTENTS, tmp_path / "b.zip", NOW, "xx-long")
    files = files_of(tmp_path / "b.zip")
    assert "Ĥ" in files[layout.HOW_TO].decode() or "«" in files[layout.HOW_TO].decode()
    assert json.loads(files[layout.CRATE])["@graph"][1]["inLanguage"] == "xx-long"
    assert verify(tmp_path / "b.zip").ok


# Where it is written.


def test_an_earlier_bundle_is_replaced(tmp_path: Path) -> None:
    target = written(tmp_path, replace(CONTENTS, acts=()))
    first = target.read_bytes()
    assert written(tmp_path).read_bytes() != first
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_an_empty_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "b.zip").touch()
    write(CONTENTS, tmp_path / "b.zip", NOW, "en")
    assert verify(tmp_path / "b.zip").ok


@pytest.mark.parametrize("data", [b"x", ARCHIVE, b"PK\x03\x04" + bytes(60)])
def test_a_file_that_is_something_else_stays(tmp_path: Path, data: bytes) -> None:
    target = tmp_path / "export.zip"
    target.write_bytes(data)
    assert refused(CONTENTS, target) == "foreign"
    assert target.read_bytes() == data


def test_a_folder_that_is_not_there_or_stands_in_the_place(tmp_path: Path) -> None:
    assert refused(CONTENTS, tmp_path / "none" / "b.zip") == "no_folder"
    (tmp_path / "b.zip").mkdir()
    assert refused(CONTENTS, tmp_path / "b.zip") == "failed"


def test_others_on_the_computer_cannot_read_it(tmp_path: Path) -> None:
    assert stat.S_IMODE(written(tmp_path).stat().st_mode) == 0o600


# What goes wrong.


def test_a_source_that_is_gone_stops_the_bundle(tmp_path: Path) -> None:
    assert refused(part(tmp_path / "gone.zip"), tmp_path / "b.zip") == "unreadable"


def test_a_source_that_is_not_what_was_read_stops_the_bundle(tmp_path: Path) -> None:
    assert refused(part(b"other bytes"), tmp_path / "b.zip") == "changed"


@pytest.mark.parametrize("second", [ARCHIVE + b"!", ARCHIVE[:-1], ARCHIVE[::-1], b""])
def test_a_source_that_changes_while_it_is_copied_stops_the_bundle(tmp_path: Path, second: bytes) -> None:
    readings = iter([ARCHIVE, second])
    assert refused(part(lambda: BytesIO(next(readings))), tmp_path / "b.zip") == "changed"


class Fading(BytesIO):
    """A stream that breaks after its first bytes, as a drive does that is pulled out."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell():
            raise OSError(5, "Input/output error")
        return super().read(7 if size else 0)


def test_a_source_that_breaks_while_it_is_copied_stops_the_bundle(tmp_path: Path) -> None:
    readings: Iterator[BinaryIO] = iter([BytesIO(ARCHIVE), Fading(ARCHIVE)])
    assert refused(part(lambda: next(readings)), tmp_path / "b.zip") == "unreadable"


def test_a_report_that_does_not_name_its_bundle_is_not_let_out(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="fingerprint:"):
        write(replace(CONTENTS, report_pdf=lambda _: b"%PDF-1.7"), tmp_path / "b.zip", NOW, "en")
    assert not list(tmp_path.iterdir())


def test_a_report_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fails(_: str) -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(replace(CONTENTS, report_pdf=fails), tmp_path / "b.zip", NOW, "en")
    assert not list(tmp_path.iterdir())


def test_a_stop_while_bytes_are_copied_leaves_nothing(tmp_path: Path) -> None:
    openings = count()

    def stopped() -> BinaryIO:
        # The first reading measures, the second one copies.
        if next(openings):
            raise KeyboardInterrupt
        return BytesIO(ARCHIVE)

    with pytest.raises(KeyboardInterrupt):
        write(part(stopped), tmp_path / "b.zip", NOW, "en")
    assert not list(tmp_path.iterdir())


def test_too_little_room_is_told_before_a_byte_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A full disk cannot be made without rights on the machine; only the figure is put in.
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 3_000))
    with pytest.raises(BundleError) as caught:
        write(CONTENTS, tmp_path / "b.zip", NOW, "en")
    assert caught.value.note.as_dict() == {"needed": 1, "free": 0}
    assert not list(tmp_path.iterdir())


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The system refuses to let a file grow, as it does on a disk that fills up."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_fills_up_leaves_the_earlier_bundle(tmp_path: Path) -> None:
    target = written(tmp_path)
    before = target.read_bytes()
    with files_no_larger_than(9_000):
        assert refused(CONTENTS, target) == "failed"
    assert target.read_bytes() == before


def test_a_name_with_marks_of_direction_is_told_visibly(tmp_path: Path) -> None:
    name = "a\u202egpj.zip"
    contents = with_source(CONTENTS, Part(name, sha256(b""), tmp_path / "gone"))
    with pytest.raises(BundleError) as caught:
        write(contents, tmp_path / "b.zip", NOW, "en")
    assert caught.value.note.as_dict() == {"file": "a[U+202E]gpj.zip"}


def test_originals_stay_as_they_are(tmp_path: Path) -> None:
    source = tmp_path / "in" / "export.zip"
    source.parent.mkdir()
    source.write_bytes(ARCHIVE)
    os.utime(source, (1_600_000_000, 1_600_000_000))
    before = source.stat()
    (tmp_path / "out").mkdir()
    original = Original(
        "s1",
        source.name,
        "archive",
        sha256(ARCHIVE),
        len(ARCHIVE),
        (Part(source.name, sha256(ARCHIVE), source),),
    )
    written(tmp_path / "out", replace(CONTENTS, originals=(original,)))
    assert source.read_bytes() == ARCHIVE
    assert (source.stat().st_mtime_ns, source.stat().st_size) == (before.st_mtime_ns, before.st_size)
    assert [path.name for path in source.parent.iterdir()] == ["export.zip"]
