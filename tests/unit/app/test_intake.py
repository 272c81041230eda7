# SPDX-License-Identifier: Apache-2.0
"""The queue: where each item stands, and what is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.app.intake import Intake, Stage, looked_in, recognised, troubles
from inspector.app.session import Session
from inspector.catalog.index import Catalog
from inspector.domain.sources import LedgerRow
from tests.makers import linkedin
from tests.makers.assistants.others import claude_sample
from tests.makers.bad import MAKERS
from tests.makers.pictures import picture
from tests.makers.together import together
from tests.makers.winzip import locked


@pytest.fixture
def session() -> Session:
    return Session(Catalog.load())


def read_into(intake: Intake, session: Session, path: Path) -> bool:
    item, reading = intake.queue(path), session.read(path)
    is_new = intake.arrived(item.number, reading, session.sources)
    if is_new:
        session.add(reading)
    intake.follow(session.sources, session.left_out)
    return is_new


def test_an_item_goes_from_waiting_to_added(session: Session, tmp_path: Path) -> None:
    intake, path = Intake(), linkedin.simple().write(tmp_path)
    item = intake.queue(path)
    assert (item.stage, item.is_underway) == (Stage.WAITING, True)
    intake.progress(item.number, 5, 10)
    assert intake.item(item.number).stage is Stage.READING
    assert intake.arrived(item.number, session.read(path), ())
    assert intake.item(item.number).stage is Stage.ADDED


def test_progress_after_asking_to_stop_does_not_start_it_again() -> None:
    intake = Intake()
    number = intake.queue(Path("a.zip")).number
    intake.ask_to_stop(number)
    intake.progress(number, 5, 10)
    assert intake.item(number).stage is Stage.STOPPING
    intake.stopped(number)
    assert not intake.item(number).is_underway


def test_the_same_content_twice_is_told_and_counts_once(session: Session, tmp_path: Path) -> None:
    intake, first = Intake(), linkedin.simple().write(tmp_path)
    second = tmp_path / "again.zip"
    second.write_bytes(first.read_bytes())
    assert read_into(intake, session, first)
    assert not read_into(intake, session, second)
    assert [item.stage for item in intake.items] == [Stage.ADDED, Stage.TWIN]
    assert intake.items[1].twin == first.name
    assert len(session.sources) == 1


def test_sources_that_came_another_way_join_the_queue(session: Session, tmp_path: Path) -> None:
    session.add(session.read(linkedin.simple().write(tmp_path)))
    intake = Intake()
    intake.follow(session.sources, session.left_out)
    assert [item.stage for item in intake.items] == [Stage.ADDED]


def test_what_is_left_out_stays_in_the_queue_and_comes_back(session: Session, tmp_path: Path) -> None:
    intake, path = Intake(), linkedin.simple().write(tmp_path)
    read_into(intake, session, path)
    number = intake.items[0].number
    session.leave_out(session.sources[0])
    intake.follow(session.sources, session.left_out)
    assert (intake.item(number).stage, session.inspection().sources) == (Stage.LEFT_OUT, ())
    session.take_in_again(session.left_out[0])
    intake.follow(session.sources, session.left_out)
    assert intake.item(number).stage is Stage.ADDED


def test_the_twin_of_what_is_left_out_counts_no_more_than_that(session: Session, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    intake = Intake()
    read_into(intake, session, linkedin.simple().write(tmp_path))
    read_into(intake, session, linkedin.simple().write(tmp_path / "again"))
    assert [(item.stage, item.idle) for item in intake.items] == [(Stage.ADDED, False), (Stage.TWIN, False)]
    session.leave_out(session.sources[0])
    intake.follow(session.sources, session.left_out)
    assert [(item.stage, item.idle) for item in intake.items] == [(Stage.LEFT_OUT, False), (Stage.TWIN, True)]


def test_two_of_one_name_say_where_they_lie(tmp_path: Path) -> None:
    intake = Intake()
    assert intake.queue(tmp_path / "2024" / "export.zip").folder is None
    intake.queue(tmp_path / "other.zip")
    intake.queue(tmp_path / "2025" / "export.zip")
    assert [item.folder for item in intake.items] == ["2024", None, "2025"]


@pytest.mark.parametrize(
    ("where", "key"),
    [
        ("*", "intake.in_all"),
        ("*.csv", "intake.in_all_of"),
        ("json/*.json", "intake.in_these"),
        ("a.csv, b.csv", "intake.in_these"),
    ],
)
def test_where_something_was_looked_for_is_said_in_words(where: str, key: str) -> None:
    assert looked_in(LedgerRow("x.y", where, "absent", None)).key == key


def test_of_a_locked_archive_nothing_is_read(session: Session, tmp_path: Path) -> None:
    source = session.read(MAKERS["locked"]().write(tmp_path)).source
    assert "intake.members_unread" in [note.key for note in recognised(source, "LinkedIn")]


def test_a_picture_asks_what_it_shows(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "setting.png"
    path.write_bytes(picture(1))
    intake = Intake()
    read_into(intake, session, path)
    assert intake.items[0].asks_what_it_shows
    assert not troubles(intake.items[0])


def test_names_that_would_reorder_text_are_written_out() -> None:
    assert Intake().queue(Path("setting\u202egnp.exe")).name == "setting\\u202egnp.exe"


def test_an_archive_is_recognised_with_its_service_and_its_files(session: Session, tmp_path: Path) -> None:
    source = session.read(linkedin.simple().write(tmp_path)).source
    notes = {note.key: note.as_dict() for note in recognised(source, "LinkedIn")}
    assert notes["intake.archive"]["service"] == "LinkedIn"
    assert notes["intake.members"]["count"] == len(source.members)
    assert "intake.rest_is_idle" in notes


@pytest.mark.parametrize(
    ("name", "key"), [("locked", "source.nothing_read_encrypted"), ("broken_off", "source.cut_off")]
)
def test_what_cannot_be_read_has_its_sentence(name: str, key: str, session: Session, tmp_path: Path) -> None:
    intake = Intake()
    read_into(intake, session, MAKERS[name]().write(tmp_path))
    intake.go_without(intake.items[0].number, without=True)
    assert key in {note.key for note in troubles(intake.items[0])}


def locked_into(intake: Intake, session: Session, folder: Path) -> int:
    members = [(one.name, one.data) for one in linkedin.simple().members]
    read_into(intake, session, locked(folder / "locked.zip", members, "Zebra"))
    return intake.items[0].number


def again(intake: Intake, session: Session, number: int, password: str) -> bool:
    """Read an item once more with a password; answer whether that is more than before."""
    session.unlock(password)
    intake.again(number)
    assert intake.item(number).is_underway
    # The case goes on meanwhile, and the item stays in its place.
    intake.follow(session.sources, session.left_out)
    reading = session.read(intake.item(number).path)
    session.rest()
    return intake.arrived(number, reading, session.sources)


def test_a_locked_export_asks_for_its_password_until_it_opens(session: Session, tmp_path: Path) -> None:
    intake = Intake()
    number = locked_into(intake, session, tmp_path)
    item = intake.item(number)
    assert (item.asks_for_password, item.tried, item.may_be_described, troubles(item)) == (
        True,
        False,
        False,
        (),
    )
    assert not again(intake, session, number, "Giraffe")
    item = intake.item(number)
    assert (item.asks_for_password, item.tried, item.stage) == (True, True, Stage.ADDED)
    assert again(intake, session, number, "Zebra")
    item = intake.item(number)
    assert (item.asks_for_password, item.stage) == (False, Stage.ADDED)
    assert item.source is not None
    assert item.source.status == "read"


def test_whoever_goes_on_without_the_password_is_told_what_is_missing(
    session: Session, tmp_path: Path
) -> None:
    intake = Intake()
    number = locked_into(intake, session, tmp_path)
    intake.go_without(number, without=True)
    item = intake.item(number)
    assert (item.is_locked, item.asks_for_password, item.may_be_described) == (True, False, True)
    assert troubles(item)
    intake.go_without(number, without=False)
    assert intake.item(number).asks_for_password


def test_a_first_reading_with_a_wrong_password_says_so(session: Session, tmp_path: Path) -> None:
    session.unlock("Giraffe")
    intake = Intake()
    assert intake.item(locked_into(intake, session, tmp_path)).tried


def test_stopping_another_reading_leaves_an_item_as_it_was(session: Session, tmp_path: Path) -> None:
    intake = Intake()
    number = locked_into(intake, session, tmp_path)
    before = intake.item(number)
    intake.again(number)
    intake.ask_to_stop(number)
    intake.stopped(number)
    assert intake.item(number) == before


@pytest.mark.parametrize(
    ("maker", "may"),
    [("broken_off", True), ("something_else", True), ("missing_columns", True), ("no_bytes", False)],
)
def test_what_was_not_understood_may_be_described(
    maker: str, may: bool, session: Session, tmp_path: Path
) -> None:
    intake = Intake()
    read_into(intake, session, MAKERS[maker]().write(tmp_path))
    assert intake.items[0].may_be_described is may


def test_what_lies_in_a_folder_of_a_file_is_not_looked_into_once_more(
    session: Session, tmp_path: Path
) -> None:
    exports = {"a": linkedin.simple(), "b": claude_sample().made}
    path = together("downloads.zip", exports).write(tmp_path)
    reading = session.read(path)
    folders = session.inside(path, reading)
    assert folders == (path / "a", path / "b")
    assert [session.read(one).source.service for one in folders] == ["linkedin", "claude"]
    # Even where a reading told of folders in folders: nothing goes on for ever.
    assert session.inside(folders[0], reading) == ()


def test_a_queue_forgets_an_item_that_others_take_the_place_of() -> None:
    intake = Intake()
    first, second = (intake.queue(Path(folder, "a.zip")) for folder in ("x", "y"))
    assert intake.item(second.number).folder == "y"
    intake.forget(first.number)
    assert [(item.number, item.folder) for item in intake.items] == [(second.number, None)]
