# SPDX-License-Identifier: Apache-2.0
"""Which page is done, open or waiting, and when closing would lose something."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.app import specs
from inspector.app.demo import RESIDENCE
from inspector.app.example import add_example, is_example, read_example
from inspector.app.journey import BEGINNING, PAGES, begun, is_unsaved, journey, next_page, unconfirmed
from inspector.app.request import Said
from inspector.app.session import Session
from inspector.cases.acts import ActKind
from inspector.catalog.index import Catalog
from inspector.domain.moment import instant
from inspector.domain.words import Switch

CONTROL = "linkedin/generative-ai-improvement"
WHEN = instant(datetime(2026, 1, 10, 12, tzinfo=UTC), "")


@pytest.fixture
def session() -> Session:
    return Session(Catalog.load())


def standing(session: Session) -> dict[str, str]:
    steps = journey(session.case, session.inspection())
    return {step.page: str(step.standing) for step in steps}


def waits(session: Session) -> dict[str, int]:
    steps = journey(session.case, session.inspection())
    return {step.page: step.waits for step in steps if step.waits}


def picture(folder: Path, content: bytes = b"picture") -> Path:
    file = folder / "Screenshot_20260110.png"
    file.write_bytes(content)
    return file


def export(session: Session) -> None:
    session.case.append(ActKind.EXPORTED, datetime(2026, 11, 21, tzinfo=UTC), {})


def test_a_new_case_stands_at_the_beginning(session: Session) -> None:
    assert journey(session.case, session.inspection()) == BEGINNING
    assert [step.page for step in BEGINNING] == list(PAGES)
    assert not begun(session.case)
    assert not is_unsaved(session.case)


def test_saying_where_one_lived_is_done_on_its_page_alone(session: Session) -> None:
    session.declare_residence(specs.residence(RESIDENCE, session.catalog))
    stands = standing(session)
    assert (stands["start"], stands["you"], stands["collect"]) == ("done", "done", "open")
    assert stands["findings"] == "waiting"
    assert begun(session.case)


def test_an_archive_brings_findings_things_to_do_and_evidence(session: Session) -> None:
    add_example(session, read_example(session))
    stands = standing(session)
    assert stands["collect"] == stands["findings"] == "done"
    assert stands["act"] == stands["evidence"] == "open"
    assert stands["confirm"] == "waiting"
    assert is_example(session.case)


def test_a_picture_nobody_has_spoken_for_waits_on_confirm(session: Session, tmp_path: Path) -> None:
    add_example(session, read_example(session))
    file = picture(tmp_path)
    session.add(session.read(file))
    assert len(unconfirmed(session.case)) == 1
    assert waits(session) == {"confirm": 1}
    stands = standing(session)
    assert stands["confirm"] == stands["findings"] == "open"


def test_a_picture_spoken_for_is_done_on_confirm(session: Session, tmp_path: Path) -> None:
    file = picture(tmp_path)
    session.add(session.read(file))
    session.say(Said(CONTROL, Switch.OFF, WHEN, file))
    assert unconfirmed(session.case) == ()
    assert standing(session)["confirm"] == "done"
    assert waits(session) == {}


def test_a_picture_that_cannot_be_read_waits_for_nobody(session: Session, tmp_path: Path) -> None:
    session.add(session.read(tmp_path / "gone.png"))
    assert unconfirmed(session.case) == ()


def test_what_was_exported_is_saved_until_the_next_act(session: Session) -> None:
    add_example(session, read_example(session))
    assert is_unsaved(session.case)
    export(session)
    assert not is_unsaved(session.case)
    assert standing(session)["evidence"] == "done"
    session.say(Said(CONTROL, Switch.OFF, WHEN))
    assert is_unsaved(session.case)
    assert standing(session)["evidence"] == "open"


def test_one_goes_on_with_the_first_open_page(session: Session) -> None:
    assert next_page(BEGINNING) == "you"
    add_example(session, read_example(session))
    assert next_page(journey(session.case, session.inspection())) == "act"
