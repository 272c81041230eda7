# SPDX-License-Identifier: Apache-2.0
"""Letters of a case: drafts, what keeps one from leaving, files, and the days that make a due day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inspector.actions.filling import IncompleteLetterError
from inspector.app import specs
from inspector.app.demo import ARCHIVE, RESIDENCE
from inspector.app.letters import (
    Drafts,
    calendar,
    has_days,
    letters_of,
    mark,
    missing,
    pdf_file,
    post,
    preview,
    save,
    text_file,
    why_not,
)
from inspector.app.session import Session
from inspector.app.tasks import Standing, Task, left, tasks
from inspector.cases.acts import ActKind
from inspector.cases.post import Post
from inspector.catalog.index import Catalog
from inspector.system.messages import Messages
from inspector.system.resources import path

OBJECTION = "linkedin.object.objection"
REQUEST = "linkedin.request.setting-history"
FILLED = {
    "name": "Mara Lindqvist",
    "email": "mara@example.com",
    "account_url": "https://www.linkedin.com/in/mara-lindqvist-example",
    "reason": "I write about the people I care for.",
}
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.load()


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")


@pytest.fixture
def session(catalog: Catalog) -> Session:
    found = Session(catalog)
    found.declare_residence(specs.residence(RESIDENCE, catalog))
    found.add(found.read(path(ARCHIVE)))
    return found


def task(session: Session, action: str, today: date = TODAY) -> Task:
    return next(one for one in tasks(session, Messages(), today) if one.id == action)


def test_the_letters_are_those_of_the_checklist(session: Session) -> None:
    listed = {one.id for one in tasks(session, Messages(), TODAY) if one.letter}
    assert set(letters_of(session, "en")) == listed == {OBJECTION, REQUEST}


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_preview_names_what_is_missing_in_the_language_of_the_letter(
    session: Session, language: str
) -> None:
    letter = letters_of(session, language)[OBJECTION]
    messages = Messages(language)
    text = preview(letter, {})
    assert f"[{messages.text('letters.field.name.label')}]" in text
    assert f"[{messages.text('letters.field.reason.label')}]" in text
    assert preview(letter, FILLED) == text_file(letter, FILLED).decode()


def test_no_letter_leaves_with_a_blank(session: Session) -> None:
    letter = letters_of(session, "en")[OBJECTION]
    values = {**FILLED, "reason": ""}
    assert missing(letter, values, Messages()) == {"reason": "Your reason is missing. The letter needs it."}
    with pytest.raises(IncompleteLetterError):
        text_file(letter, values)
    with pytest.raises(IncompleteLetterError):
        pdf_file(letter, values)
    assert not missing(letter, FILLED, Messages())
    assert pdf_file(letter, FILLED).startswith(b"%PDF-")


def test_what_was_typed_stands_ready_in_the_next_letter_but_the_reason_does_not(session: Session) -> None:
    drafts, found = Drafts(), letters_of(session, "en")
    assert drafts.values(found[REQUEST])["account_url"] == FILLED["account_url"]
    drafts.keep(found[OBJECTION], FILLED)
    assert drafts.values(found[REQUEST])["name"] == "Mara Lindqvist"
    assert "reason" not in drafts.values(found[REQUEST])
    assert drafts.values(found[OBJECTION])["reason"] == FILLED["reason"]
    assert drafts.language(OBJECTION, "de") == "en"


def test_what_the_person_emptied_stays_empty(session: Session) -> None:
    drafts, letter = Drafts(), letters_of(session, "en")[REQUEST]
    drafts.keep(letter, {"name": "", "address": "", "email": "", "account_url": ""})
    assert drafts.values(letter)["account_url"] == ""


def test_a_day_of_arrival_makes_the_answer_due(session: Session) -> None:
    assert task(session, OBJECTION).standing is Standing.OPEN
    mark(session, OBJECTION, ActKind.SENT, date(2026, 11, 2))
    assert task(session, OBJECTION).standing is Standing.SENT
    assert task(session, OBJECTION).due == ""
    mark(session, OBJECTION, ActKind.RECEIVED, date(2026, 11, 3))
    assert task(session, OBJECTION).due == "Answer due by 3 December 2026"
    mark(session, OBJECTION, ActKind.EXTENDED, date(2026, 11, 20))
    assert task(session, OBJECTION).due == "Answer due by 3 February 2027"
    mark(session, OBJECTION, ActKind.ANSWERED, date(2026, 11, 21))
    assert task(session, OBJECTION).standing is Standing.DONE
    assert task(session, OBJECTION).due == ""


def test_a_day_that_has_passed_without_an_answer_says_so(session: Session) -> None:
    mark(session, REQUEST, ActKind.SENT, date(2026, 9, 1))
    mark(session, REQUEST, ActKind.RECEIVED, date(2026, 9, 2))
    assert task(session, REQUEST).due.startswith("The answer was due by 2 October 2026")


def test_a_day_can_be_corrected_and_taken_back_and_stays_on_record(session: Session) -> None:
    before = len(session.case.acts)
    mark(session, OBJECTION, ActKind.SENT, date(2026, 11, 2))
    mark(session, OBJECTION, ActKind.SENT, date(2026, 11, 2))
    mark(session, OBJECTION, ActKind.SENT, date(2026, 11, 1))
    assert post(session, OBJECTION).sent == date(2026, 11, 1)
    mark(session, OBJECTION, ActKind.SENT, None)
    assert post(session, OBJECTION) == Post(OBJECTION)
    assert len(session.case.acts) == before + 3
    assert task(session, OBJECTION).standing is Standing.OPEN


def test_days_keep_the_order_in_which_things_happen() -> None:
    known = Post(OBJECTION, sent=date(2026, 11, 2), answered=date(2026, 11, 20))

    def key(day: date) -> str | None:
        reason = why_not(known, ActKind.RECEIVED, day, TODAY)
        return reason.key if reason else None

    assert key(date(2026, 11, 1)) == "gui.act.post.order_sent"
    assert key(date(2026, 11, 21)) == "gui.act.post.order_answered"
    assert key(date(2026, 11, 23)) == "gui.act.post.future"
    assert key(date(2026, 11, 2)) is None


def test_steps_are_kept_apart_by_platform_and_need_not_name_it(session: Session) -> None:
    found = task(session, "linkedin.switch-off.generative-ai-improvement")
    assert [guide.platform for guide in found.guides] == ["web", "ios", "android"]
    assert found.guides[0].steps[0].text == "Open LinkedIn in a browser and sign in."
    assert not found.steps
    assert found.offers == ()


def test_a_step_that_names_a_page_carries_its_address(session: Session) -> None:
    links = [step.url for step in task(session, OBJECTION).steps if step.url]
    assert "https://www.linkedin.com/help/linkedin/ask/TS-DPRO" in links


def test_only_days_that_can_come_next_are_offered(session: Session) -> None:
    assert task(session, OBJECTION).offers == (ActKind.SENT,)
    mark(session, OBJECTION, ActKind.SENT, date(2026, 11, 2))
    assert task(session, OBJECTION).offers == (ActKind.SENT, ActKind.RECEIVED, ActKind.ANSWERED)


def test_what_was_answered_is_no_longer_left_to_do(session: Session) -> None:
    before = left(tasks(session, Messages(), TODAY))
    mark(session, REQUEST, ActKind.SENT, date(2026, 11, 2))
    mark(session, REQUEST, ActKind.ANSWERED, date(2026, 11, 3))
    assert left(tasks(session, Messages(), TODAY)) == before - 1


def test_the_calendar_holds_every_open_day(session: Session) -> None:
    mark(session, OBJECTION, ActKind.SENT, date(2026, 11, 2))
    mark(session, OBJECTION, ActKind.RECEIVED, date(2026, 11, 3))
    text = calendar(session, Messages()).decode()
    assert has_days(session)
    assert "DTSTART;VALUE=DATE:20261203" in text
    assert text.count("BEGIN:VEVENT") == 2


def test_an_empty_case_has_nothing_to_do(catalog: Catalog) -> None:
    empty = Session(catalog)
    assert tasks(empty, Messages(), TODAY) == ()
    assert not has_days(empty)


def test_a_file_is_saved_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    assert save(b"first", target) == target
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        save(b"second", tmp_path / "folder")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["folder", "letter.txt"]
