# SPDX-License-Identifier: Apache-2.0
"""A reading in words: setting, position and how sure, time and clues, secrets without their values."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from inspector.app.questions import Question
from inspector.app.told import Teller, sorted_controls
from inspector.captures.when.build import TRACES, build
from inspector.captures.worth import Worth as Measured
from inspector.captures.worth import worth_of
from inspector.catalog.index import Catalog
from inspector.domain.captured import Basis, Captured, Secret, Setting, Worth
from inspector.domain.moment import instant, unread, without_zone
from inspector.domain.sources import Source
from inspector.domain.text import note
from inspector.system.messages import Messages

NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
TELLER = Teller(Catalog.load(), Messages())
SETTING = Setting(
    "linkedin",
    "linkedin/generative-ai-improvement",
    "Use my data",
    "en",
    "on",
    "on",
    0.97,
    asked=False,
    why=(),
)
SOURCE = Source("a.png", Path("a.png"), "capture", None, "png", "unsupported", "0" * 64, 1)
NAME = Basis("name", "a", without_zone(datetime(2026, 1, 10, 12, 3, 11, tzinfo=UTC), "second", "a"))
CHANGED = Basis("mtime", "b", instant(datetime(2026, 1, 12, tzinfo=UTC)), "changed")


def captured(setting: Setting | None = SETTING, *traces: Basis, **more: Any) -> Captured:
    when = build(traces, NOW)
    why = (*more.pop("why", ()), *when.why)
    settings = (setting,) if setting else ()
    return Captured("a.png", more.pop("kind", "capture"), settings, when.moment, when.basis, why, **more)


def asked(one: Captured) -> Question:
    return Question(SOURCE, one, 0, 1)


def test_a_clear_reading_says_how_sure_and_what_that_means() -> None:
    told = TELLER.reading(asked(captured(replace(SETTING, why=("capture.why.knob",)))))
    assert told is not None
    assert told.name == "LinkedIn · Data for Generative AI Improvement"
    assert told.state == "on"
    assert told.says == ("The knob lies on the side that stands for this position.",)
    worth = worth_of(SETTING.confidence)
    assert worth is not None
    assert told.sure.startswith(f"Of {worth.of} made-up settings pages with such signs, ")
    assert f" {worth.most_wrong} " in told.sure
    assert worth.most_wrong / 1000 >= 1 - worth.least


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        (replace(SETTING, asked=True, confidence=0.0), "Not sure"),
        (replace(SETTING, state="unknown", sharing="unknown", asked=True), "The program cannot tell"),
    ],
)
def test_an_unclear_reading_says_so(setting: Setting, words: str) -> None:
    told = TELLER.reading(asked(captured(setting)))
    assert told is not None
    assert told.sure.startswith(words)
    assert not asked(captured(setting)).is_clear


def test_a_switch_that_opts_out_is_explained() -> None:
    told = TELLER.reading(asked(captured(replace(SETTING, state="on", sharing="off", inverts=True))))
    assert told is not None
    assert (told.state, told.says[-1]) == ("off", "The switch itself is on, and it opts out: sharing is off.")


def test_words_of_several_services_ask_which() -> None:
    told = TELLER.reading(asked(captured(replace(SETTING, service=None, control=None))))
    assert told is not None
    assert told.name == "Which service?"
    assert TELLER.reading(asked(captured(None))) is None


def test_a_clock_without_a_zone_is_told_as_it_stood_and_asks() -> None:
    time = TELLER.time(captured(SETTING, NAME, CHANGED), NOW)
    assert time.when == "10 January 2026, 12:03"
    assert time.by == "Clue: The file’s name."
    assert time.bounds == (
        "The clock names no time zone, so the time is taken wide: "
        "9 January 2026, 22:03 to 11 January 2026, 00:04 UTC."
    )
    assert time.asks_zone
    assert [clue.worth for clue in time.clues] == [
        "It states when the screen was shown.",
        "It only says that this was there by then.",
    ]


def test_traces_that_contradict_are_told() -> None:
    other = Basis("png", "c", instant(datetime(2026, 1, 20, tzinfo=UTC)))
    time = TELLER.time(captured(SETTING, NAME, other), NOW)
    assert time.troubles == (
        "The file states times that exclude each other; all of them are kept as possible.",
    )
    clock = Basis("clock", "9:41", worth="agrees")
    shown = TELLER.time(captured(SETTING, NAME, clock, why=("capture.why.clock_contradicts",)), NOW)
    assert "The clock in the picture shows another time than the file states." in shown.troubles
    assert shown.clues[1].worth == "It shows another time of day."


def test_nothing_but_the_files_own_time_is_told_as_such() -> None:
    time = TELLER.time(captured(SETTING, CHANGED), NOW)
    assert time.when == "not later than 12 January 2026"
    assert "no younger than its last change" in time.by
    assert not time.asks_zone


def test_every_trace_and_worth_has_words() -> None:
    worths: tuple[Worth, ...] = ("taken", "saved", "changed", "agrees")
    for what in TRACES:
        for worth in worths:
            read = captured(SETTING, Basis(what, "x", unread("x"), worth))
            assert TELLER.time(read, NOW).clues[0].what


def test_secrets_are_told_by_kind_and_place_and_every_kind_has_words() -> None:
    found = captured(
        secrets=(Secret("cookie", "line 3", 2), Secret("jwt", "line 9"), Secret("new", "line 9"))
    )
    told = TELLER.secrets(found)
    first = "Found: cookies on line 3; signed log-in codes on line 9; more of that kind on line 9."
    assert told.startswith(first)
    many = (Secret("csrf", f"line {line}") for line in range(1, 9))
    mail = captured(secrets=(*many, Secret("token", "part 2, line 4"), Secret("more", "part 2, below")))
    assert TELLER.secrets(mail).startswith(
        "Found: hidden codes of a form on lines 1, 2, 3, 4, 5, 6, further down; "
        "access codes or passwords on line 4 of part 2; more of that kind further down."
    )
    assert TELLER.secrets(captured()) == ""


def test_why_nothing_was_read_is_told() -> None:
    found = captured(None, reason=note("capture.nothing_found", file="a.png"))
    assert TELLER.refused(found).startswith("The program finds no setting that it knows in a.png.")
    assert TELLER.refused(captured()) == ""
    script = captured(None, why=("capture.why.script",), reason=note("capture.nothing_found", file="a.png"))
    assert TELLER.refused(script).startswith("It is written in a script that this program cannot read.")
    many = captured(None, kind="mail", reason=note("mail.unreadable", file="a", count=2))
    assert "2 messages" in TELLER.refused(many)


def test_settings_that_the_words_fit_come_first() -> None:
    every = [("a", "A"), ("b", "B"), ("c", "C")]
    assert sorted_controls(every, ("c",)) == [("c", "C"), ("a", "A"), ("b", "B")]


@pytest.mark.parametrize(
    ("right", "least", "words"),
    [
        (298, 0.9791, "2 were read wrong. With so few tries it can be up to 21 in 1,000"),
        (299, 0.9843, "one was read wrong. With so few tries it can be up to 16 in 1,000"),
        (300, 0.99, "none was read wrong. With so few tries it can be up to 10 in 1,000"),
    ],
)
def test_what_was_measured_says_how_many_were_wrong_and_may_be(
    right: int, least: float, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspector.app.told.worth_of", lambda _: Measured(right, 300, least))
    told = TELLER.reading(asked(captured(SETTING)))
    assert told is not None
    assert told.sure.startswith(f"Of 300 made-up settings pages with such signs, {words}")
