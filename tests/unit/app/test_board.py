# SPDX-License-Identifier: Apache-2.0
"""The board of days: every clock that runs, by its day, overdue ones in words; no other is there."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from inspector.app import specs
from inspector.app.board import Clock, board, note_request, shown
from inspector.app.letters import calendar, has_days, mark
from inspector.app.session import Session
from inspector.cases.acts import ActKind
from inspector.cases.requests import requested
from inspector.catalog.index import Catalog
from inspector.system.messages import Messages
from tests.unit.app.cases import demo, scenario

OBJECTION = "linkedin.object.objection"
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")


@pytest.fixture
def session() -> Session:
    return demo()


def clocks(session: Session, today: date = TODAY, lang: str = "en") -> tuple[Clock, ...]:
    return board(session, Messages(lang), today)


def test_nothing_runs_before_anything_was_sent_asked_for_or_seen_off(session: Session) -> None:
    assert clocks(session) == ()


def test_a_letter_runs_from_its_arrival_and_says_before_that_what_it_waits_for(session: Session) -> None:
    mark(session, OBJECTION, ActKind.SENT, date(2026, 11, 10))
    (sent,) = clocks(session)
    assert (sent.action, sent.day, sent.overdue) == (OBJECTION, None, False)
    assert sent.left == "runs once you note when it arrived"
    assert sent.since == "sent on 10 November 2026"
    mark(session, OBJECTION, ActKind.RECEIVED, date(2026, 11, 12))
    (runs,) = clocks(session)
    assert runs.day == date(2026, 12, 12)
    assert (runs.left, runs.since) == ("in 20 days", "arrived on 12 November 2026")
    assert runs.what.startswith("Answer due: ")
    mark(session, OBJECTION, ActKind.ANSWERED, date(2026, 11, 20))
    assert clocks(session) == ()


@pytest.mark.parametrize(
    ("days", "left", "overdue"),
    [
        (-1, "in 1 day", False),
        (0, "today", False),
        (1, "overdue by 1 day", True),
        (9, "overdue by 9 days", True),
    ],
)
def test_how_far_a_day_is_stands_in_words(session: Session, days: int, left: str, overdue: bool) -> None:
    mark(session, OBJECTION, ActKind.SENT, date(2026, 11, 10))
    mark(session, OBJECTION, ActKind.RECEIVED, date(2026, 11, 12))
    (one,) = clocks(session, date(2026, 12, 12) + timedelta(days=days))
    assert (one.left, one.overdue) == (left, overdue)


def test_an_archive_is_awaited_until_it_is_handed_in(session: Session) -> None:
    note_request(session, "google", date(2026, 11, 20))
    note_request(session, "linkedin", date(2026, 11, 19))
    by_service = {one.service: one for one in clocks(session)}
    linkedin = by_service["LinkedIn"]
    assert linkedin.action is None
    assert linkedin.since == "asked for on 19 November 2026"
    assert linkedin.day is not None
    assert linkedin.day >= date(2026, 11, 19)
    note_request(session, "linkedin", date(2020, 1, 1))
    assert "LinkedIn" not in {one.service for one in clocks(session)}, "the archive that is there is newer"
    note_request(session, "google", None)
    assert clocks(session) == ()


def test_where_no_source_says_how_long_an_archive_takes_that_is_said(session: Session) -> None:
    silent = [one for one in session.catalog.services() if one.archive and one.archive.ready_minutes is None]
    note_request(session, silent[0].id, date(2026, 11, 20))
    (one,) = clocks(session)
    assert "no source says how long it takes" in one.what
    assert one.day == date(2026, 11, 27)


def test_looking_again_counts_from_the_day_on_which_the_switch_was_seen_off(tmp_path: Path) -> None:
    (one,) = clocks(scenario(5, tmp_path))
    assert one.action == "linkedin.recheck.generative-ai-improvement"
    assert one.day == date(2026, 4, 10), "three months after the picture"
    assert one.left == "overdue by 226 days"


def test_what_only_the_person_says_starts_no_clock() -> None:
    session = Session(Catalog.load())
    session.declare_residence(specs.residence("US", session.catalog))
    session.say(specs.declared("linkedin/generative-ai-improvement=off@2026-08-01", session.catalog))
    assert clocks(session) == ()


def test_clocks_stand_by_their_days_and_a_part_can_be_chosen(session: Session) -> None:
    mark(session, OBJECTION, ActKind.SENT, date(2026, 9, 1))
    mark(session, OBJECTION, ActKind.RECEIVED, date(2026, 9, 2))
    note_request(session, "google", date(2026, 11, 21))
    mark(session, "linkedin.request.setting-history", ActKind.SENT, date(2026, 11, 21))
    found = clocks(session)
    assert [one.day is None for one in found] == [False, False, True]
    days = [one.day for one in found if one.day]
    assert days == sorted(days)
    assert [one.action for one in shown(found, "overdue", TODAY)] == [OBJECTION]
    assert len(shown(found, "soon", TODAY)) == 2
    assert shown(found, "all", TODAY) == found


def test_the_calendar_holds_what_the_board_holds(session: Session) -> None:
    mark(session, OBJECTION, ActKind.SENT, date(2026, 11, 10))
    mark(session, OBJECTION, ActKind.RECEIVED, date(2026, 11, 12))
    note_request(session, "google", date(2026, 11, 21))
    text = calendar(session, Messages()).decode().replace("\r\n ", "")
    for one in clocks(session):
        assert one.day is not None
        assert f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}" in text
    assert text == calendar(session, Messages()).decode().replace("\r\n ", "")


def test_an_archive_alone_gives_a_day_for_the_calendar() -> None:
    session = Session(Catalog.load())
    assert not has_days(session)
    note_request(session, "google", date(2026, 11, 21))
    assert has_days(session)


def test_a_request_is_an_act_that_changes_no_answer(session: Session) -> None:
    before = session.inspection().findings
    note_request(session, "google", date(2026, 11, 21))
    note_request(session, "google", date(2026, 11, 21))
    acts = [act for act in session.case.acts if act.kind is ActKind.REQUESTED]
    assert [act.details for act in acts] == [{"services": ["google"], "on": "2026-11-21"}]
    assert requested(session.case.acts) == {"google": date(2026, 11, 21)}
    assert session.inspection().findings == before


def test_the_board_speaks_german(session: Session) -> None:
    mark(session, OBJECTION, ActKind.SENT, date(2026, 11, 10))
    mark(session, OBJECTION, ActKind.RECEIVED, date(2026, 11, 12))
    (one,) = clocks(session, lang="de")
    assert one.left == "in 20 Tagen"
    assert one.since == "angekommen am 12. November 2026"
