# SPDX-License-Identifier: Apache-2.0
"""What of a case still stands after something was taken back, corrected or left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.app.journey import unconfirmed
from inspector.app.request import Said
from inspector.app.session import Session
from inspector.app.specs import moment
from inspector.catalog.index import Catalog
from inspector.domain.words import Switch
from tests.makers.pictures import picture

CONTROL = "linkedin/generative-ai-improvement"
WHEN = moment("2026-01-10", "")


@pytest.fixture
def session() -> Session:
    return Session(Catalog.load())


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    path = tmp_path / "setting.png"
    path.write_bytes(picture(1))
    return path


def states(session: Session) -> dict[str, str]:
    return {finding.control: str(finding.state) for finding in session.inspection().findings}


def test_a_capture_nobody_speaks_for_makes_the_answer_incomplete(session: Session, shot: Path) -> None:
    session.add(session.read(shot))
    assert not session.inspection().complete
    assert len(unconfirmed(session.case)) == 1


def test_the_word_of_the_person_makes_it_read(session: Session, shot: Path) -> None:
    session.add(session.read(shot))
    session.say(Said(CONTROL, Switch.OFF, WHEN, shot))
    assert session.inspection().complete
    assert session.sources[0].status == "read"
    assert states(session)[CONTROL] == "off"
    assert not unconfirmed(session.case)


def test_a_correction_takes_the_place_of_what_was_said(session: Session, shot: Path) -> None:
    session.add(session.read(shot))
    session.say(Said(CONTROL, Switch.OFF, WHEN, shot))
    session.withdraw(session.statements[0])
    assert len(unconfirmed(session.case)) == 1
    session.say(Said(CONTROL, Switch.ON, WHEN, shot))
    assert [said.position for said in session.statements] == ["on"]
    assert states(session)[CONTROL] == "on"
    assert not session.inspection().findings[0].conflicts


def test_what_is_left_out_no_longer_bears_on_the_answer(session: Session, shot: Path) -> None:
    session.add(session.read(shot))
    session.say(Said(CONTROL, Switch.OFF, WHEN, shot))
    session.leave_out(session.sources[0])
    inspection = session.inspection()
    assert (inspection.sources, inspection.findings, inspection.complete) == ((), (), True)
    session.take_in_again(session.left_out[0])
    assert states(session)[CONTROL] == "off"


def test_what_is_remembered_can_be_taken_back(session: Session) -> None:
    session.say(Said(CONTROL, Switch.OFF, WHEN))
    acts = len(session.case.acts)
    session.withdraw(session.statements[0])
    assert not session.statements
    assert len(session.case.acts) == acts + 1  # nothing is ever removed from the log


def test_services_maker_and_consent_are_the_newest_said(session: Session) -> None:
    session.declare_services(["linkedin"])
    session.name_maker("Ana Example")
    session.note_consent("by telephone")
    count = len(session.case.acts)
    session.declare_services(["linkedin"])
    session.name_maker("Ana Example")
    session.note_consent("by telephone")
    assert len(session.case.acts) == count
    assert (session.services, session.maker, session.consent) == (
        ("linkedin",),
        "Ana Example",
        "by telephone",
    )
    session.name_maker("")
    session.note_consent(None)
    assert (session.maker, session.consent) == (None, None)


def test_a_service_that_is_asked_about_is_answered_from_what_is_documented(session: Session) -> None:
    session.declare_services(["linkedin"])
    assert states(session)[CONTROL] == "unknown"
