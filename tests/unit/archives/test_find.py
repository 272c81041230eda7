# SPDX-License-Identifier: Apache-2.0
"""What counts as a source among the files and folders that were handed in."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.archives.find import find_sources, left_alone
from tests.makers.assistants.chatgpt import era_2023
from tests.makers.bad import other_folder
from tests.makers.linkedin import account
from tests.unit.archives.ways import counts, read, said


def names(found: list[Path], root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in found]


def test_an_unpacked_export_is_one_source_even_with_pictures_in_it(tmp_path: Path) -> None:
    folder = account().unpack(tmp_path)
    (folder / "settings.png").write_bytes(b"\x89PNG")
    assert find_sources([folder]) == [folder]


def test_files_that_are_no_sources_by_their_names_are_counted(tmp_path: Path) -> None:
    account().write(tmp_path)
    account().unpack(tmp_path / "unpacked")
    for name in ("notes.txt", "setup.exe", "holiday.jpg", ".hidden"):
        (tmp_path / name).write_bytes(b"x")
    found = find_sources([tmp_path])
    assert left_alone([tmp_path], found) == 2
    assert left_alone([tmp_path / "notes.txt"], [tmp_path / "notes.txt"]) == 0


def test_any_other_folder_is_searched(tmp_path: Path) -> None:
    made = account()
    made.write(tmp_path)
    made.unpack(tmp_path / "unpacked")
    (tmp_path / "pictures").mkdir()
    for name in ("settings.PNG", "page.html", "mail.eml", "notes.txt", "._settings.png", "table.csv"):
        (tmp_path / "pictures" / name).write_bytes(b"x")
    (tmp_path / "Registration (1).csv").write_bytes(made["Registration.csv"])
    (tmp_path / "linked").symlink_to(tmp_path / "pictures")
    assert names(find_sources([tmp_path]), tmp_path) == [
        made.name,
        "pictures/mail.eml",
        "pictures/page.html",
        "pictures/settings.PNG",
        "Registration (1).csv",
        f"unpacked/{made.stem}",
    ]


@pytest.mark.parametrize("name", ["conversations.json", "conversations (1).json"])
def test_one_file_of_an_export_among_downloads_swallows_nothing_beside_or_below_it(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(era_2023().made["conversations.json"])
    for other in (
        "Screenshot 2026-03-01.png",
        "settings.html",
        "notes.txt",
        "more/page.pdf",
        "more/IMG.jpeg",
    ):
        (tmp_path / other).parent.mkdir(exist_ok=True)
        (tmp_path / other).write_bytes(b"x")
    archive = account().write(tmp_path / "more")
    assert names(find_sources([tmp_path]), tmp_path) == sorted(
        [
            name,
            "Screenshot 2026-03-01.png",
            "settings.html",
            "more/page.pdf",
            "more/IMG.jpeg",
            f"more/{archive.name}",
        ],
        key=str.casefold,
    )
    loose = read(tmp_path / name).source
    assert (loose.service, loose.status) == ("chatgpt", "read")
    assert "absent" not in {entry.outcome for entry in loose.ledger if entry.where == "user.json"}


def test_two_files_of_an_export_make_a_folder_one(tmp_path: Path) -> None:
    for name in ("conversations.json", "user.json"):
        (tmp_path / name).write_bytes(era_2023().made[name])
    assert find_sources([tmp_path]) == [tmp_path]


def test_each_source_comes_once_and_order_does_not_matter(tmp_path: Path) -> None:
    made = account()
    archive, folder = made.write(tmp_path), made.unpack(tmp_path)
    one = find_sources([archive, folder, tmp_path])
    other = find_sources([tmp_path, folder, archive, archive])
    assert one == other == sorted([archive, folder])


def test_a_folder_without_sources_and_a_missing_file_stand_for_themselves(tmp_path: Path) -> None:
    recipes = other_folder(tmp_path / "recipes")
    gone = tmp_path / "gone.zip"
    assert find_sources([recipes, gone]) == [gone, recipes]


def test_two_exports_in_one_zip_are_not_mixed(tmp_path: Path) -> None:
    made = account()
    for name in ("mine", "yours"):
        made.unpack(tmp_path / "both" / name)
    reading = read(tmp_path / "both")
    assert reading.source.status == "unsupported"
    assert "2 exports" in said(reading)[0]
    assert len(find_sources([tmp_path / "both"])) == 2


def test_a_folder_around_the_export_is_looked_through(tmp_path: Path) -> None:
    made = account()
    made.unpack(tmp_path / "around")
    reading = read(tmp_path / "around")
    assert counts(reading) == counts(read(made.write(tmp_path)))
    assert {
        fact.provenance.member.startswith(made.stem)
        for fact in reading.facts
        if fact.provenance and fact.provenance.member
    } == {True}
