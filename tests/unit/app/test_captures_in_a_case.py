# SPDX-License-Identifier: Apache-2.0
"""Captures in a case: what they state by themselves, and what only the person's word makes count."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519

from inspector.app import questions
from inspector.app.confirming import confirmed
from inspector.app.inspect import inspect
from inspector.app.journey import unconfirmed
from inspector.app.questions import Question
from inspector.app.request import Confirm, Request, UsageError
from inspector.app.session import Session
from inspector.catalog.index import Catalog
from inspector.domain.words import FactKind, Grade
from inspector.report.inspection import Inspection
from inspector.system.clock import now
from tests.makers.captures.mails import GRANTED, NOTICE, Signer, mail, mailbox
from tests.makers.captures.pages import claude_account, linkedin_switch, single_file
from tests.makers.pictures import picture

CATALOG = Catalog.load()
CONTROL = "linkedin/generative-ai-improvement"
FACEBOOK = mail("Facebook <a@facebookmail.com>", "Your objection", GRANTED)
LINKEDIN = mail("LinkedIn <a@linkedin.com>", "Updates to our terms", NOTICE)


@pytest.fixture
def session() -> Session:
    return Session(CATALOG)


def put(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def add(session: Session, *paths: Path) -> None:
    for path in session.find(paths):
        session.add(session.read(path))
    session.rest()


def say_yes(session: Session, one: Question) -> None:
    assert one.captured is not None
    questions.confirm(session, one, confirmed(one.captured, one.number, one.source.path, now()))


def grade(found: Inspection) -> str:
    return next(str(one.grade) for one in found.findings if one.control == CONTROL)


def notices(session: Session) -> list[tuple[str, str, str]]:
    found = [one for one in session.inspection().facts if one.kind is FactKind.NOTICE_RECEIVED]
    return [(one.service, str(one.grade), one.provenance.locator) for one in found if one.provenance]


def test_an_unconfirmed_reading_decides_nothing(session: Session, tmp_path: Path) -> None:
    session.declare_services(["linkedin"])
    before = session.inspection().findings
    add(session, put(tmp_path, "page.html", single_file(linkedin_switch("off", "Off"))))
    after = session.inspection()
    assert [one.state for one in after.findings] == [one.state for one in before]
    assert not after.complete
    (source,) = session.sources
    assert source.reason is not None
    assert source.reason.key == "capture.reads.off"
    (one,) = questions.questions(session)
    assert one.is_clear
    say_yes(session, one)
    assert grade(session.inspection()) == "shown"
    assert session.inspection().complete
    assert unconfirmed(session.case) == ()


def test_a_notice_is_a_fact_and_asks_nothing(session: Session, tmp_path: Path) -> None:
    add(session, put(tmp_path, "notice.eml", LINKEDIN))
    (source,) = session.sources
    assert (source.status, source.service, source.unread_bears) == ("read", "linkedin", False)
    assert notices(session) == [("linkedin", "alleged", "message 1")]
    (fact,) = [one for one in session.inspection().facts if one.kind is FactKind.NOTICE_RECEIVED]
    assert fact.value == "Updates to our terms"
    assert fact.moment.raw == "Tue, 27 May 2025 10:00:00 +0200"
    assert questions.questions(session) == ()
    assert unconfirmed(session.case) == ()


def test_an_unsigned_mail_is_no_evidence_of_how_old_an_account_is(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    session.declare_services(["linkedin"])
    before = session.inspection().accounts[0].created
    add(
        session,
        put(
            tmp_path,
            "notice.eml",
            mail("LinkedIn <a@linkedin.com>", "Terms", NOTICE, "Tue, 3 May 2005 10:00:00 +0200"),
        ),
    )
    assert session.inspection().accounts[0].created.not_after == before.not_after


def test_in_a_mailbox_of_many_an_unsigned_notice_makes_no_account(session: Session, tmp_path: Path) -> None:
    other = mail("Spotify <a@spotify.com>", "Updates to our terms", NOTICE)
    add(session, put(tmp_path, "box.mbox", mailbox(LINKEDIN, other)))
    assert session.inspection().accounts == ()
    session.declare_services(["linkedin"])
    assert notices(session) == [("linkedin", "alleged", "message 1")]


def test_an_answer_to_an_objection_waits_for_the_person(session: Session, tmp_path: Path) -> None:
    add(session, put(tmp_path, "answer.eml", FACEBOOK))
    (source,) = session.sources
    assert (source.status, source.unread_bears) == ("unsupported", True)
    assert source.reason is not None
    assert source.reason.key == "capture.not_confirmed"
    assert len(unconfirmed(session.case)) == 1
    (one,) = questions.questions(session)
    assert not one.is_clear
    say_yes(session, one)
    (said,) = session.statements
    assert (said.control, said.position, said.place) == ("facebook/ai-objection", "off", "message 1")
    (fact,) = [one for one in session.inspection().facts if one.kind is FactKind.SETTING_READING]
    assert (fact.grade, fact.provenance.locator if fact.provenance else "") == (Grade.SHOWN, "message 1")


def test_a_mail_whose_signature_holds_is_the_services_own_record(session: Session, tmp_path: Path) -> None:
    signer = Signer("facebookmail.com", ed25519.Ed25519PrivateKey.generate())
    session.capture_readers.check_signatures(put(tmp_path, "keys.txt", signer.record))
    add(session, put(tmp_path, "answer.eml", signer.signed(FACEBOOK)))
    (one,) = questions.questions(session)
    say_yes(session, one)
    grades = {str(one.kind): str(one.grade) for one in session.inspection().facts}
    assert grades == {"notice_received": "recorded", "setting_reading": "recorded"}


def test_settings_saved_as_json_are_found_in_a_folder_and_asked_about(
    session: Session, tmp_path: Path
) -> None:
    put(tmp_path, "notes.json", '{"nothing": "of that kind"}')
    put(tmp_path, "account.json", claude_account(enabled=False))
    add(session, tmp_path)
    (one,) = questions.questions(session)
    assert (one.source.name, one.source.kind) == ("account.json", "page")
    assert one.setting is not None
    assert (one.setting.control, one.setting.state) == ("claude/model-improvement", "off")


def test_every_answer_in_a_mailbox_is_asked_about_with_its_own_time(session: Session, tmp_path: Path) -> None:
    older = mail("Facebook <a@facebookmail.com>", "Your objection", GRANTED, "Mon, 3 Jun 2024 10:00:00 +0000")
    notice = mail("Facebook <a@facebookmail.com>", "Privacy policy", NOTICE)
    add(session, put(tmp_path, "box.mbox", mailbox(older, FACEBOOK, notice)))
    newer, first, silent = questions.questions(session)
    assert [one.mail_place for one in (newer, first, silent)] == ["message 2", "message 1", "message 3"]
    assert questions.open_questions(session) == (newer, first)
    say_yes(session, newer)
    say_yes(session, first)
    assert [
        (said.place, said.moment.not_before.year) for said in session.statements if said.moment.not_before
    ] == [
        ("message 2", 2025),
        ("message 1", 2024),
    ]
    assert questions.open_questions(session) == ()
    assert silent.is_notice
    assert silent.mail_moment == newer.mail_moment
    questions.reject(session, questions.questions(session)[0])
    assert not session.left_out


def test_a_mailbox_whose_only_answer_is_denied_waits_for_nothing_and_its_notices_stay(
    session: Session, tmp_path: Path
) -> None:
    notice = mail("Facebook <a@facebookmail.com>", "Privacy policy", NOTICE)
    add(session, put(tmp_path, "box.mbox", mailbox(FACEBOOK, notice)))
    answer, silent = questions.questions(session)
    questions.reject(session, answer)
    assert [one.key for one in questions.questions(session)] == [silent.key]
    assert not session.left_out
    assert [(one.status, one.unread_bears) for one in session.sources] == [("read", False)]
    questions.reject(session, silent)
    assert questions.questions(session) == ()
    session.declare_services(["facebook"])
    assert len(notices(session)) == 2


def test_of_two_settings_one_may_be_said_to_be_none(session: Session, tmp_path: Path) -> None:
    keys = '{"settings": {"training_allowed": false, "codex_training_allowed_v2": true}}'
    add(session, put(tmp_path, "settings.json", keys))
    first, second = questions.questions(session)
    say_yes(session, first)
    questions.reject(session, second)
    assert [one.key for one in questions.questions(session)] == [first.key]
    assert not session.left_out
    questions.reject(session, questions.questions(session)[0])
    assert not session.statements
    assert [one.name for one in session.left_out] == ["settings.json"]
    session.take_in_again(session.left_out[0])
    assert len(questions.questions(session)) == 2


def test_a_picture_is_read_only_where_somebody_looks(session: Session, tmp_path: Path) -> None:
    path = put(tmp_path, "blank.png", picture(3, 60, 40))
    assert session.read(path).captured is None
    looked = session.read(path, looks=True)
    assert looked.captured is not None
    session.add(looked)
    session.rest()
    assert session.captured(session.sources[0]) is looked.captured


def test_a_file_to_confirm_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    page = put(tmp_path, "page.txt", single_file(linkedin_switch("off", "Off")))
    request = Request((page,), confirms=(Confirm(page, "yes"),))
    case, inspection = inspect(request, CATALOG)
    assert grade(inspection) == "shown"
    shown = [act for act in case.acts if act.kind == "reading_shown"]
    assert [act.details["answer"] for act in shown] == ["confirmed"]


def test_a_confirmation_that_cannot_be_stops_before_anything_is_read(tmp_path: Path) -> None:
    blank = put(tmp_path, "blank.html", "<p>nothing</p>")
    with pytest.raises(UsageError) as error:
        inspect(Request((blank,), confirms=(Confirm(blank, "yes"),)), CATALOG)
    assert error.value.note.key == "usage.confirm_no_setting"
