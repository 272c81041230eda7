# SPDX-License-Identifier: Apache-2.0
"""How a person says they got a source: an act of the case, of which the newest one counts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from inspector.app.session import Session
from inspector.cases.acts import ActKind
from inspector.cases.case import MemoryCase
from inspector.cases.custody import chained, first_break
from inspector.cases.standing import key_of
from inspector.cases.story import PARTS, Story, stories, story_detail, story_of
from inspector.catalog.index import Catalog
from tests.makers import linkedin
from tests.unit.app.cases import demo

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
FIRST = Story(asked="2026-03", chosen="CSV, all time", came="link in an e-mail", kept="laptop")
LATER = Story(asked="2026-03-01", got="2026-03-04", more="Opened once.\nNever sent on.")


def test_the_later_word_counts_and_both_stay_in_the_log() -> None:
    session = demo()
    (source,) = session.sources
    session.tell_story(source, FIRST)
    session.tell_story(source, LATER)
    told = session.stories[key_of(source)]
    assert told.story == LATER
    assert told.act == session.case.acts[-1].number
    said = [act.details for act in session.case.acts if act.kind is ActKind.STORY_TOLD]
    assert [one.get("chosen") for one in said] == ["CSV, all time", None]
    assert first_break(chained(act.as_object() for act in session.case.acts)) is None


def test_the_same_word_twice_is_one_act_and_none_at_all_is_no_act() -> None:
    session = demo()
    (source,) = session.sources
    before = len(session.case.acts)
    session.tell_story(source, Story())
    assert len(session.case.acts) == before
    session.tell_story(source, FIRST)
    session.tell_story(source, FIRST)
    assert len(session.case.acts) == before + 1


def test_what_was_told_can_be_taken_back() -> None:
    session = demo()
    (source,) = session.sources
    session.tell_story(source, FIRST)
    session.tell_story(source, Story())
    assert not session.stories
    assert story_of(session.case.acts, source) is None
    assert session.case.acts[-1].details == {"name": source.name, "sha256": source.sha256}


def test_a_story_belongs_to_its_source_alone_and_bears_on_no_answer(tmp_path: Path) -> None:
    session = demo()
    before = session.inspection()
    session.add(session.read(linkedin.simple().write(tmp_path)))
    one, other = session.sources
    answers = session.inspection().findings
    session.tell_story(other, FIRST)
    assert [*session.stories] == [key_of(other)]
    assert story_of(session.case.acts, one) is None
    assert session.inspection().findings == answers
    assert before.sources[0] in session.sources


def test_a_source_that_could_not_be_read_at_all_is_known_by_its_name(tmp_path: Path) -> None:
    session = Session(Catalog.load())
    session.add(session.read(tmp_path / "gone.zip"))
    (source,) = session.sources
    assert not source.sha256
    case = MemoryCase()
    case.append(ActKind.STORY_TOLD, AT, story_detail(source, FIRST))
    assert stories(case.acts)["gone.zip"].story == FIRST


def test_what_another_version_may_add_to_an_act_is_left_alone() -> None:
    session = demo()
    (source,) = session.sources
    details = {**story_detail(source, FIRST), "weather": "rain", "more": 7}
    session.case.append(ActKind.STORY_TOLD, AT, details)
    assert session.stories[key_of(source)].story == FIRST
    assert {*FIRST.says} < {*PARTS}
