# SPDX-License-Identifier: Apache-2.0
"""Several exports in folders of one zip or tar: each is read as if it had been handed in by itself."""

from __future__ import annotations

import io
import string
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.archives.again import files_of, member_again
from inspector.archives.parts import files_beside
from inspector.archives.within import MOST_INSIDE, below, called, is_there, within
from inspector.domain.reading import SourceReading
from tests.makers.every import exports
from tests.makers.together import together
from tests.makers.zips import Options
from tests.unit.archives.ways import read, said

EXPORTS = exports()
FIRST = {service: name for name, (service, _) in reversed(list(EXPORTS.items()))}
"""One export of each service."""

LETTERS = string.ascii_letters[: MOST_INSIDE + 1]

TWO = {"Downloads/a": EXPORTS[FIRST["facebook"]][1], "Downloads/b": EXPORTS[FIRST["linkedin"]][1]}


def inner(path: Path, folder: str) -> Path:
    found = below(path, folder)
    assert found is not None
    return found


def told(reading: SourceReading, own: str = "") -> tuple[object, ...]:
    """What a reading says, apart from where its source lies; `own`: folders that the service itself makes."""
    source = reading.source
    return (
        source.service,
        source.account,
        source.status,
        [(row.id, row.outcome) for row in source.ledger],
        [(fact.kind, fact.value, fact.moment, fact.control) for fact in reading.facts],
        [(one.data_class, one.count, str(one.member).removeprefix(own)) for one in reading.tallies],
        [(one.name.removeprefix(own), one.sha256, one.status, one.used) for one in source.members],
        [(plan.plan, plan.start, plan.end) for plan in reading.plans],
    )


def test_exports_of_all_services_in_one_zip_are_each_read_as_if_alone(tmp_path: Path) -> None:
    every = {f"all/{service}": EXPORTS[name][1] for service, name in FIRST.items()}
    path = together("downloads.zip", every).write(tmp_path)
    whole = read(path)
    assert whole.is_only_inside
    assert len(whole.inside) == len(every)
    for folder, export in every.items():
        alone = read(replace(export, name="alone.zip").write(tmp_path))
        (root,) = (one for one in whole.inside if one.startswith(f"{folder}/"))
        assert told(read(inner(path, root))) == told(alone, root.removeprefix(f"{folder}/")), folder


def test_a_folder_inside_has_the_hash_that_it_has_once_it_is_unpacked(tmp_path: Path) -> None:
    path = together("downloads.zip", TWO).write(tmp_path)
    unpacked = TWO["Downloads/a"].unpack(tmp_path)
    inside = read(inner(path, "Downloads/a/")).source
    assert inside.sha256 == read(unpacked).source.sha256
    assert (inside.name, inside.format) == ("downloads.zip/Downloads/a", "folder in zip")


def test_the_file_that_it_lies_in_is_its_original(tmp_path: Path) -> None:
    path = together("downloads.zip", TWO).write(tmp_path)
    source = read(inner(path, "Downloads/b/")).source
    (file,) = files_of(source)
    assert (file.name, file.content) == ("downloads.zip", path)
    assert [(part.name, part.sha256) for part in source.parts] == [("downloads.zip", file.sha256)]
    member = source.members[0]
    with member_again(source.path, member.name)() as stream:
        assert stream.read() == TWO["Downloads/b"][member.name]
    assert files_beside(source.path) == [path]


def test_a_tar_is_read_in_the_same_way(tmp_path: Path) -> None:
    path = tmp_path / "downloads.tgz"
    with tarfile.open(path, "w:gz") as tar:
        for member in together("x", TWO).members:
            header = tarfile.TarInfo(member.name)
            header.size, header.mtime = len(member.data), int(member.when.timestamp())
            tar.addfile(header, io.BytesIO(member.data))
    whole = read(path)
    assert whole.inside == ("Downloads/a/", "Downloads/b/")
    sources = [read(inner(path, folder)).source for folder in whole.inside]
    assert [(source.service, source.status) for source in sources] == [
        ("facebook", "read"),
        ("linkedin", "read"),
    ]


def test_zips_beside_the_exports_are_told_and_make_the_answer_incomplete(tmp_path: Path) -> None:
    beside = TWO["Downloads/a"].zip()
    path = together("downloads.zip", TWO).with_member("Downloads/more.zip", beside).write(tmp_path)
    whole = read(path)
    assert whole.inside == ("Downloads/a/", "Downloads/b/")
    assert not whole.is_only_inside
    assert whole.source.unread_bears
    assert "another zip lies inside" in said(whole)[0]
    one = together("one.zip", {"a": TWO["Downloads/a"]}).with_member("more.zip", beside).write(tmp_path)
    reading = read(one)
    assert (reading.source.service, reading.source.status) == ("facebook", "partial")
    assert "another zip lies inside" in said(reading)[0]
    assert reading.facts


def test_a_zip_inside_an_export_is_part_of_it(tmp_path: Path) -> None:
    export = TWO["Downloads/a"].with_member("your_facebook_activity/posts/media/kept.zip", b"PK")
    assert read(together("one.zip", {"a": export}).write(tmp_path)).source.status == "read"


def test_a_damaged_file_inside_is_told_of_its_own_export_alone(tmp_path: Path) -> None:
    path = together("downloads.zip", TWO).write(tmp_path, Options(method="stored"))
    data = path.read_bytes()
    target = b"registration_timestamp"
    assert data.count(target) == 1
    path.write_bytes(data.replace(target, b"registration_timestemp"))
    broken, whole = (read(inner(path, f"Downloads/{one}/")).source for one in "ab")
    assert (broken.status, whole.status) == ("partial", "read")


@pytest.mark.parametrize("names", [[letter * 3 for letter in LETTERS], [f"{n:03}" for n in range(30)]])
def test_more_exports_than_are_read_are_told(names: list[str], tmp_path: Path) -> None:
    # Of folders that differ in their digits alone some stand for all, so how many there are is not known.
    many = dict.fromkeys(names, TWO["Downloads/b"])
    reading = read(together("downloads.zip", many).write(tmp_path))
    assert (reading.inside, reading.source.status) == ((), "unsupported")
    assert "exports lie inside" in said(reading)[0]


@pytest.mark.parametrize("root", ["", "/", "a", "../a/", "/a/", "a//b/", "./a/", "C:/a/", "a/../b/"])
def test_a_folder_to_which_no_path_leads_has_none(root: str) -> None:
    assert below(Path("downloads.zip"), root) is None


def test_what_lies_on_the_disk_is_never_taken_for_a_folder_in_a_file(tmp_path: Path) -> None:
    real = tmp_path / "downloads.zip" / "a"
    real.mkdir(parents=True)
    assert within(real) is None
    assert within(tmp_path / "nothing" / "a") is None
    file = tmp_path / "file.zip"
    file.write_bytes(b"x")
    assert within(file / "a" / "b") == (file, "a/b/")
    assert (called(file / "a"), called(real), called(file)) == ("file.zip/a", "a", "file.zip")
    assert (is_there(file / "a"), is_there(tmp_path / "gone.zip" / "a")) == (True, False)
    assert within(file / ("long" * 200)) == (file, "long" * 200 + "/")


def test_a_folder_that_is_not_in_the_file_is_refused(tmp_path: Path) -> None:
    path = together("downloads.zip", TWO).write(tmp_path)
    assert read(inner(path, "Downloads/c/")).source.status == "refused"
