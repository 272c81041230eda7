# SPDX-License-Identifier: Apache-2.0
"""What collecting still needs, and when it is done: nothing counts that was not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.app.collecting import Need, need, rank, tally, tells
from inspector.app.intake import Intake, Stage, told_in_place
from inspector.app.journey import Standing, journey
from inspector.app.session import Session
from inspector.catalog.index import Catalog
from tests.makers import linkedin
from tests.makers.bad import MAKERS
from tests.makers.pictures import picture
from tests.makers.winzip import locked
from tests.unit.app.test_intake import read_into


@pytest.fixture
def session() -> Session:
    return Session(Catalog.load())


@pytest.fixture
def intake() -> Intake:
    return Intake()


def wanted(intake: Intake) -> Need:
    return need(intake.items)[0]


def collect(session: Session) -> Standing:
    steps = journey(session.case, session.inspection())
    return next(step.standing for step in steps if step.page == "collect")


def closed(folder: Path) -> Path:
    members = [(one.name, one.data) for one in linkedin.simple().members]
    return locked(folder / "locked.zip", members, "Zebra")


def test_at_first_a_file_is_needed(intake: Intake, session: Session) -> None:
    assert need(intake.items) == (Need.FILES, None)
    assert collect(session) is Standing.OPEN


def test_what_was_read_leads_to_the_answer(intake: Intake, session: Session, tmp_path: Path) -> None:
    item = intake.queue(linkedin.simple().write(tmp_path))
    assert wanted(intake) is Need.PATIENCE
    intake.arrived(item.number, session.read(item.path), ())
    assert wanted(intake) is Need.ANSWER
    session.add(session.read(item.path))
    assert collect(session) is Standing.DONE


def test_a_locked_export_is_no_collecting_and_asks_for_its_password(
    intake: Intake, session: Session, tmp_path: Path
) -> None:
    read_into(intake, session, closed(tmp_path))
    assert need(intake.items) == (Need.PASSWORD, intake.items[0])
    assert collect(session) is Standing.OPEN
    # Whoever goes on without it still has nothing to see.
    intake.go_without(intake.items[0].number, without=True)
    assert wanted(intake) is Need.PASSWORD
    read_into(intake, session, linkedin.simple().write(tmp_path))
    assert wanted(intake) is Need.ANSWER
    assert collect(session) is Standing.DONE


def test_a_locked_export_comes_before_the_answer_of_others(
    intake: Intake, session: Session, tmp_path: Path
) -> None:
    read_into(intake, session, linkedin.simple().write(tmp_path))
    read_into(intake, session, closed(tmp_path))
    assert need(intake.items) == (Need.PASSWORD, intake.items[1])


def test_where_all_is_left_out_something_is_needed_again(
    intake: Intake, session: Session, tmp_path: Path
) -> None:
    first = linkedin.simple().write(tmp_path)
    (tmp_path / "copy.zip").write_bytes(first.read_bytes())
    read_into(intake, session, first)
    read_into(intake, session, tmp_path / "copy.zip")
    source = intake.items[0].source
    assert source is not None
    session.leave_out(source)
    intake.follow(session.sources, session.left_out)
    assert [item.stage for item in intake.items] == [Stage.LEFT_OUT, Stage.TWIN]
    assert wanted(intake) is Need.FILES
    assert collect(session) is Standing.OPEN
    # The twin brings both back: they are one.
    twin = intake.items[1].source
    assert twin is not None
    session.take_in_again(twin)
    intake.follow(session.sources, session.left_out)
    assert intake.items[0].stage is Stage.ADDED
    assert wanted(intake) is Need.ANSWER
    assert collect(session) is Standing.DONE


@pytest.mark.parametrize("name", ["something_else", "no_bytes"])
def test_what_no_reader_knows_is_no_collecting(
    name: str, intake: Intake, session: Session, tmp_path: Path
) -> None:
    read_into(intake, session, MAKERS[name]().write(tmp_path))
    assert wanted(intake) is Need.FILES
    assert collect(session) is Standing.OPEN


def test_a_picture_waits_for_a_word_and_is_collected(
    intake: Intake, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "setting.png").write_bytes(picture(2))
    read_into(intake, session, tmp_path / "setting.png")
    assert need(intake.items) == (Need.WORD, intake.items[0])
    assert tells(session.sources[0])
    assert collect(session) is Standing.DONE


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("a.zip: this is no export.", "This is no export."),
        ("a.zip: Shares.csv: it ends too early.", "Shares.csv: it ends too early."),
        ("b.zip: this is no export.", "B.zip: this is no export."),
    ],
)
def test_the_name_that_stands_above_is_not_said_again(sentence: str, told: str) -> None:
    assert told_in_place(sentence, "a.zip").casefold() == told.casefold()


def test_what_came_of_everything_is_told_by_kind_and_what_was_read_stands_first(
    session: Session, intake: Intake, tmp_path: Path
) -> None:
    shot, broken = tmp_path / "a.png", tmp_path / "no.zip"
    shot.write_bytes(picture(3, 60, 40))
    broken.write_bytes(b"no zip at all")
    for path in (shot, broken, linkedin.simple().write(tmp_path)):
        read_into(intake, session, path)
    intake.follow(session.sources, session.left_out)
    assert [(one.key, dict(one.values)["n"]) for one in tally(intake.items)] == [
        ("intake.tally.export", 1),
        ("intake.tally.silent", 1),
        ("intake.tally.unread", 1),
    ]
    assert [item.path.suffix for item in sorted(intake.items, key=rank)] == [".zip", ".png", ".zip"]
    intake.queue(tmp_path / "more.zip")
    assert tally(intake.items) == ()
