# SPDX-License-Identifier: Apache-2.0
"""What is typed of how a file was got: days or months, bounded texts, and what is wrong beside each field."""

from __future__ import annotations

from datetime import date

import pytest

from inspector.app.days import Days
from inspector.app.story_form import read, typed
from inspector.cases.custody import chained, first_break
from inspector.cases.story import MOST, Story
from inspector.system.messages import Messages
from tests.unit.app.cases import demo

DAYS = Days(Messages())
TODAY = date(2026, 11, 22)


def wrong(**parts: str) -> dict[str, str]:
    return {part: one.key for part, one in read(parts, DAYS, TODAY).wrong.items()}


def test_nothing_typed_is_a_story_that_says_nothing() -> None:
    form = read({"asked": " ", "came": "\t", "more": "\n\n"}, DAYS, TODAY)
    assert form.story == Story()
    assert not form.wrong


def test_days_stay_as_exact_as_they_were_said() -> None:
    form = read({"asked": "March 2026", "got": "4 March 2026"}, DAYS, TODAY)
    assert form.story == Story(asked="2026-03", got="2026-03-04")
    assert not form.wrong


def test_texts_keep_their_lines_and_lose_the_spaces_around_them() -> None:
    form = read({"came": "  a  link\tby mail ", "more": " First. \n\n  Then.  "}, DAYS, TODAY)
    assert form.story == Story(came="a link by mail", more="First.\n\nThen.")


def test_half_a_character_does_not_break_the_log() -> None:
    session = demo()
    session.tell_story(session.sources[0], read({"more": "by\ud83d mail"}, DAYS, TODAY).story)
    assert first_break(chained(act.as_object() for act in session.case.acts)) is None


@pytest.mark.parametrize(("part", "most"), sorted(MOST.items()))
def test_a_text_has_an_end(part: str, most: int) -> None:
    assert not wrong(**{part: "a" * most})
    found = read({part: "a" * (most + 3)}, DAYS, TODAY)
    assert found.wrong[part].as_dict() == {"most": most, "over": 3}
    assert found.story == Story()


@pytest.mark.parametrize("day", ["24 November 2026", "December 2026", "2027"])
def test_what_lies_ahead_or_is_no_day_is_refused(day: str) -> None:
    assert set(wrong(got=day).values()) <= {"story.ahead", "day.unread_loosely"}
    assert wrong(got=day)


@pytest.mark.parametrize("day", ["23 November 2026", "November 2026"])
def test_it_may_be_tomorrow_in_the_east_already(day: str) -> None:
    assert not wrong(got=day)


@pytest.mark.parametrize(
    ("asked", "got", "is_wrong"),
    [
        ("2026-03-05", "2026-03-04", True),
        ("2026-03-04", "2026-03-04", False),
        ("2026-03-20", "2026-03", False),
        ("2026-03", "2026-03-01", False),
        ("2026-03", "2026-02-28", True),
        ("2026-03", "2026-02", True),
        ("2025-12-31", "2026-01", False),
    ],
)
def test_a_file_is_not_got_before_it_is_asked_for(asked: str, got: str, is_wrong: bool) -> None:
    assert wrong(asked=asked, got=got) == ({"got": "story.before_asked"} if is_wrong else {})


@pytest.mark.parametrize("lang", ["en", "de"])
def test_a_story_is_shown_in_words_that_say_it_again(lang: str) -> None:
    story = Story("2026-03", "JSON", "in the app", "2026-03-04", "on a stick", "One.\nTwo.")
    days = Days(Messages(lang))
    assert read(typed(story, days), days, TODAY).story == story
