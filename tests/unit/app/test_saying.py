# SPDX-License-Identifier: Apache-2.0
"""A reading as a person types it, and what keeps it from being one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.app.days import Days
from inspector.app.hints import DayHint, day_hints
from inspector.app.places import places
from inspector.app.questions import questions
from inspector.app.request import Said
from inspector.app.saying import SayingError, Written, missing, spoken
from inspector.app.session import Session
from inspector.catalog.index import Catalog
from inspector.domain.words import Switch
from inspector.system.messages import Messages
from tests.makers.pictures import picture

CONTROL = "linkedin/generative-ai-improvement"
NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
WHOLE = Written(CONTROL, Switch.OFF, "1 March 2025")
DAYS = Days(Messages())


def test_a_day_is_kept_as_it_is_meant() -> None:
    assert spoken(WHOLE, DAYS, NOW).moment.raw == "2025-03-01"


def test_a_time_has_its_zone() -> None:
    moment = spoken(replace(WHOLE, time="9:05", offset="+02:00"), DAYS, NOW).moment
    assert moment.not_before == datetime(2025, 3, 1, 7, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"control": None}, "control"),
        ({"position": None}, "position"),
        ({"day": ""}, "day"),
        ({"day": "3/1/2025"}, "day"),
        ({"day": "2026-05-22"}, "day"),
        ({"time": "25:99", "offset": "+00:00"}, "time"),
        ({"time": "", "offset": "+00:00"}, "time"),
        ({"time": "14:30"}, "zone"),
        ({"day": "2026-05-20", "time": "14:30", "offset": "+00:00"}, "day"),
    ],
)
def test_what_is_missing_names_its_field(changes: dict[str, str | None], field: str) -> None:
    with pytest.raises(SayingError) as error:
        spoken(replace(WHOLE, **changes), DAYS, NOW)  # type: ignore[arg-type] # each change fits its own field
    assert error.value.field == field
    assert Messages().text(error.value.note.key, **error.value.note.as_dict())


def test_all_that_is_missing_is_told_at_once() -> None:
    assert [one.field for one in missing(Written(None, None, ""), DAYS, NOW)] == [
        "control",
        "position",
        "day",
    ]
    half = replace(WHOLE, position=None)
    assert [one.field for one in missing(half, DAYS, NOW)] == ["position"]
    assert missing(replace(half, position=Switch.ON), DAYS, NOW) == ()


def test_a_files_name_and_time_are_hints(tmp_path: Path) -> None:
    path = tmp_path / "Screenshot_20260110-120311.png"
    path.write_bytes(picture(1))
    by = {hint.by: hint for hint in day_hints(path)}
    assert by["name"].day.isoformat() == "2026-01-10"
    assert "changed" in by


@pytest.mark.parametrize("name", ["IMG_20261399.png", "12026011012.png", "picture.png"])
def test_numbers_that_are_no_day_are_no_hint(name: str, tmp_path: Path) -> None:
    assert not [hint for hint in day_hints(tmp_path / name) if hint == DayHint("name", hint.day)]


def test_places_are_found_by_name_code_and_without_accents() -> None:
    found = places(Catalog.load().regions, "en")
    asked = ["Germany", "de", "TURKIYE", "côte d’ivoire", "California", "us-ca", "Georgia", "Nowhere", ""]
    assert [found.find(text) for text in asked] == [
        "DE", "DE", "TR", "CI", "US-CA", "US-CA", "GE", None, None,
    ]  # fmt: skip


def test_places_are_named_in_the_language_of_the_window() -> None:
    assert places(Catalog.load().regions, "de").find("Deutschland") == "DE"


def test_captures_nobody_spoke_for_come_first(tmp_path: Path) -> None:
    session = Session(Catalog.load())
    for seed, name in enumerate(("a.png", "b.png")):
        (tmp_path / name).write_bytes(picture(seed))
        session.add(session.read(tmp_path / name))
    word = spoken(WHOLE, DAYS, NOW)
    session.say(Said(word.control, word.position, word.moment, tmp_path / "a.png"))
    assert [(one.source.name, not one.statements) for one in questions(session)] == [
        ("b.png", True),
        ("a.png", False),
    ]
