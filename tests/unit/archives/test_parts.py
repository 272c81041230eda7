# SPDX-License-Identifier: Apache-2.0
"""Numbered parts of one export are one source: joined, each with its hash, the missing one named."""

from __future__ import annotations

import hashlib
import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.archives.again import files_of, member_again
from inspector.archives.find import find_sources
from inspector.archives.parts import files_beside, part_name
from tests.makers.linkedin import account
from tests.makers.made import Made
from tests.makers.social import facebook
from tests.makers.zips import Member, zip_bytes
from tests.unit.archives.test_tar_container import standard
from tests.unit.archives.ways import counts, read, said, statuses

NAMES = (
    "takeout-20260309T023000Z-001.zip",
    "takeout-20260309T023000Z-002.zip",
    "takeout-20260309T023000Z-003.zip",
)


def split(made: Made, where: Path, names: tuple[str, ...] = NAMES) -> list[Path]:
    """The members of an export dealt out to as many archives as there are names."""
    paths = []
    for number, name in enumerate(names):
        paths.append(where / name)
        members = made.members[number :: len(names)]
        if name.endswith("zip"):
            paths[-1].write_bytes(zip_bytes(members))
        else:
            files = {member.name: member.data for member in members}
            paths[-1].write_bytes(standard(files, tarfile.PAX_FORMAT))
    return paths


@pytest.mark.parametrize(
    ("name", "number", "of"),
    [
        ("takeout-20260309T023000Z-001.zip", 1, None),
        ("takeout-20261008T155525Z-3-012.tgz", 12, None),
        ("export-2 of 5.zip", 2, 5),
        ("export_2_of_5.tar.gz", 2, 5),
        ("Export (1 of 3).zip", 1, 3),
    ],
)
def test_names_of_parts(name: str, number: int, of: int | None) -> None:
    found = part_name(name)
    assert found is not None
    assert (found.number, found.of) == (number, of)


@pytest.mark.parametrize(
    "name",
    [
        "Complete_LinkedInDataExport_03-09-2026.zip",
        "a-001.csv",
        "a-000.zip",
        "001.zip",
        "a-7 of 5.zip",
        "a-0001.zip",
    ],
)
def test_names_that_are_not_those_of_parts(name: str) -> None:
    assert part_name(name) is None


@pytest.mark.parametrize("given", [0, 1, 2])
@pytest.mark.parametrize("ending", ["zip", "tar"])
def test_any_part_stands_for_all_that_lie_beside_it(given: int, ending: str, tmp_path: Path) -> None:
    made = account()
    paths = split(made, tmp_path, tuple(name.replace("zip", ending) for name in NAMES))
    (tmp_path / "takeout-20990101T000000Z-001.zip").write_bytes(zip_bytes([]))
    whole, joined = read(made.write(tmp_path)), read(paths[given])
    assert (joined.source.status, counts(joined)) == ("read", counts(whole))
    assert [len(joined.facts), len(joined.tallies)] == [len(whole.facts), len(whole.tallies)]
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    assert [(part.name, part.sha256, part.status) for part in joined.source.parts] == [
        (path.name, sha256, "read") for path, sha256 in zip(paths, hashes, strict=True)
    ]
    listing = "".join(sorted(f"{sha256}  {path.name}\n" for path, sha256 in zip(paths, hashes, strict=True)))
    assert joined.source.sha256 == hashlib.sha256(listing.encode()).hexdigest()
    assert joined.source.size == sum(path.stat().st_size for path in paths)
    assert joined.source.format == f"{ending} in 3 parts"


def test_a_member_of_a_joined_source_can_be_had_again(tmp_path: Path) -> None:
    made = account()
    paths = split(made, tmp_path)
    source = read(paths[1]).source
    assert files_beside(paths[1]) == paths
    for member in made.members:
        with member_again(source.path, member.name)() as stream:
            assert stream.read() == member.data
    assert [(file.name, file.content) for file in files_of(source)] == [(path.name, path) for path in paths]


def test_one_path_stands_for_a_set_among_the_sources(tmp_path: Path) -> None:
    made = account()
    paths = split(made, tmp_path)
    other = made.write(tmp_path)
    assert find_sources([tmp_path]) == sorted([other, paths[0]])
    assert find_sources([paths[2], paths[1]]) == [paths[1]]


def test_parts_are_found_in_a_folder_that_may_not_be_listed(tmp_path: Path) -> None:
    made = account()
    paths = split(made, tmp_path)
    listed = Path.iterdir

    def forbidden(folder: Path) -> Iterator[Path]:
        if folder == tmp_path:
            raise PermissionError(folder)
        return listed(folder)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Path, "iterdir", forbidden)
        assert files_beside(paths[2]) == paths
        assert read(paths[2]).source.status == "read"


def test_a_missing_part_is_named_and_nothing_is_called_absent(tmp_path: Path) -> None:
    made = account()
    paths = split(made, tmp_path)
    paths[1].unlink()
    reading = read(paths[2])
    assert (reading.source.status, reading.source.unread_bears) == ("partial", True)
    assert "part 2 of this export is missing" in said(reading)[0]
    assert "absent" not in {row.outcome for row in reading.source.ledger}
    assert [part.name for part in reading.source.parts] == [paths[0].name, paths[2].name]


def test_of_how_many_parts_one_is_missing_is_said_where_the_names_say_it(tmp_path: Path) -> None:
    made = account()
    names = tuple(f"export-{number} of 5.zip" for number in (1, 2, 4, 5))
    paths = split(made, tmp_path, names)
    assert "part 3 of 5 is missing" in said(read(paths[0]))[0]
    (tmp_path / "alone").mkdir()
    alone = split(made, tmp_path / "alone", ("export-1 of 2.zip",))
    assert "part 2 of 2 is missing" in said(read(alone[0]))[0]


def test_a_part_that_cannot_be_read_costs_its_own_files_alone(tmp_path: Path) -> None:
    made = account()
    paths = split(made, tmp_path)
    paths[1].write_bytes(b"not an archive")
    reading = read(paths[0])
    assert (reading.source.status, reading.source.unread_bears) == ("partial", True)
    assert [part.status for part in reading.source.parts] == ["read", "damaged", "read"]
    assert reading.source.parts[1].sha256 == hashlib.sha256(b"not an archive").hexdigest()
    assert any(paths[1].name in sentence for sentence in said(reading))
    found = statuses(reading)
    assert {member.name for member in made.members[0::3]} <= set(found)


def test_a_file_that_parts_repeat_is_read_once_and_listed_twice(tmp_path: Path) -> None:
    made = account()
    paths = split(made, tmp_path, NAMES[:2])
    again = made.members[0]
    paths[1].write_bytes(zip_bytes([*made.members[1::2], again]))
    reading = read(paths[0])
    assert counts(reading) == counts(read(made.write(tmp_path)))
    listed = [member for member in reading.source.members if member.name == again.name]
    assert [(member.status, member.part) for member in listed] == [
        ("read", paths[0].name),
        ("listed", paths[1].name),
    ]
    assert len({member.sha256 for member in listed}) == 1


def test_files_of_one_name_that_differ_between_parts_are_kept_and_none_is_believed(tmp_path: Path) -> None:
    made = account()
    paths = split(made, tmp_path, NAMES[:2])
    first = made.members[0]
    other = Member(first.name, first.data + b"\n", first.when)
    paths[1].write_bytes(zip_bytes([*made.members[1::2], other]))
    reading = read(paths[0])
    listed = [member for member in reading.source.members if member.name == first.name]
    assert [member.status for member in listed] == ["refused", "refused"]
    assert reading.source.status == "partial"


BATCH = tuple(f"facebook-mara.example-2026-08-10-{end}.zip" for end in ("AbCd12Ef", "zzYY88xx", "Qq11Ww22"))


def test_parts_of_facebook_are_told_by_person_and_day_and_joined(tmp_path: Path) -> None:
    made = facebook.era_2026().made
    paths = split(made, tmp_path, BATCH)
    # Each part has an empty file of one name, and other days and people lie beside it.
    stub = Member("facebook_100000417.zip", b"", made.newest)
    for number, path in enumerate(paths):
        path.write_bytes(zip_bytes([*made.members[number::3], stub]))
    others = ("facebook-mara.example-2026-08-11-AbCd12Ef.zip", "facebook-ben.example-2026-08-10-AbCd12Ef.zip")
    for name in others:
        (tmp_path / name).write_bytes(zip_bytes([Member("notes.txt", b"x", made.newest)]))
    (tmp_path / "whole").mkdir()
    whole = read(made.write(tmp_path / "whole"))
    (tmp_path / "whole" / made.name).unlink()
    for path in paths:
        joined = read(path)
        assert (joined.source.service, joined.source.status) == ("facebook", "read")
        assert counts(joined) == counts(whole)
        assert len(joined.facts) == len(whole.facts)
        assert [part.name for part in joined.source.parts] == sorted(BATCH)
    assert files_beside(paths[0]) == sorted(paths)
    found = find_sources([tmp_path])
    assert [one.name for one in found] == sorted((min(BATCH), *others), key=str.casefold)


def test_a_part_of_facebook_without_data_is_no_answer_by_itself_and_none_beside_others(
    tmp_path: Path,
) -> None:
    made = facebook.era_2026().made
    photo = "your_facebook_activity/messages/inbox/ana_1/photos/1.jpg"
    paths = [tmp_path / name for name in BATCH[:2]]
    paths[0].write_bytes(zip_bytes([Member(photo, b"\xff\xd8", made.newest)]))
    assert read(paths[0]).source.service is None
    paths[1].write_bytes(made.zip())
    reading = read(paths[0])
    assert (reading.source.service, reading.source.status) == ("facebook", "read")


def test_two_exports_of_one_day_are_not_mixed_and_the_person_is_told(tmp_path: Path) -> None:
    made = facebook.era_2026().made
    path = "your_facebook_activity/comments_and_reactions/comments.json"
    other = made.with_member(path, b'{"comments_v2": []}')
    paths = [tmp_path / name for name in BATCH[:2]]
    for one, place in zip((made, other), paths, strict=True):
        place.write_bytes(one.zip())
    reading = read(paths[0])
    assert (reading.source.status, reading.source.unread_bears) == ("partial", True)
    assert any("two exports of that day" in sentence for sentence in said(reading))
    assert statuses(reading)[path] == "refused"


def test_a_copy_of_a_part_is_not_taken_for_another_part(tmp_path: Path) -> None:
    name = "facebook-mara.example-2026-08-10-AbCd12Ef (1).zip"
    assert part_name(name) is None
    made = facebook.era_2026().made
    for place in (tmp_path / name, tmp_path / BATCH[0]):
        place.write_bytes(made.zip())
    assert read(tmp_path / BATCH[0]).source.parts == ()


def test_parts_in_any_order_of_bytes_are_one_archive_to_a_reader_of_blocks(tmp_path: Path) -> None:
    from inspector.archives.opening import open_container

    made = account()
    container = open_container(split(made, tmp_path)[0])
    ordinals = [entry.ordinal for entry in container.entries()]
    assert len(set(ordinals)) == len(ordinals) == len(made.members)
    contents = {entry.name: b"".join(container.blocks(entry)) for entry in container.entries()}
    assert contents == {member.name: member.data for member in made.members}
    assert io.BytesIO(container.head(container.entries()[0], 4)).read() == made.members[0].data[:4]
    container.close()
