# SPDX-License-Identifier: Apache-2.0
"""What a person typed of how they got a source, as a story, or what is wrong with it beside each field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from inspector.app.days import DayError, Days
from inspector.cases.story import DATED, MOST, PARTS, Story
from inspector.domain.text import Note, note

_EASTWARD = timedelta(days=1)
"""So far ahead of here it can be another day already."""


@dataclass(frozen=True, slots=True)
class StoryForm:
    """The story as typed; of parts with something `wrong` it says nothing."""

    story: Story
    wrong: Mapping[str, Note]


def read(typed: Mapping[str, str], days: Days, today: date) -> StoryForm:
    """Return what the fields say. `typed`: by part of a story; a part that is missing is empty."""
    said: dict[str, str | None] = {}
    wrong: dict[str, Note] = {}
    for part in PARTS:
        try:
            said[part] = _day(typed.get(part, ""), days, today) if part in DATED else _text(part, typed)
        except DayError as error:
            wrong[part] = error.note
    asked, got = said.get("asked"), said.get("got")
    if asked and got and got < asked[: len(got)]:
        wrong["got"] = note("story.before_asked")
    return StoryForm(Story(**{part: text for part, text in said.items() if part not in wrong}), wrong)


def typed(story: Story, days: Days) -> dict[str, str]:
    """Return a story as fields that say it."""
    return {part: days.spelled_loosely(text) if part in DATED else text for part, text in story.says.items()}


def _day(text: str, days: Days, today: date) -> str | None:
    if not text.strip():
        return None
    found = days.read_loosely(text)
    if found > (today + _EASTWARD).isoformat()[: len(found)]:
        raise DayError(note("story.ahead"))
    return found


def _text(part: str, typed: Mapping[str, str]) -> str | None:
    """Return a free text without the spaces around its lines. Raises DayError where it is too long."""
    # Half a character, as it may be pasted, can stand in no log.
    whole = typed.get(part, "").encode("utf-8", "replace").decode("utf-8")
    lines = [" ".join(line.split()) for line in whole.strip().splitlines()]
    text = "\n".join(lines)
    if len(text) > MOST[part]:
        raise DayError(note("story.too_long", most=MOST[part], over=len(text) - MOST[part]))
    return text or None
