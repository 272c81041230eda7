# SPDX-License-Identifier: Apache-2.0
"""What a person confirms or corrects: positions, times and zones, and what the act keeps of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from inspector.app.confirming import answered, confirmed, corrected, moment_of, place_of
from inspector.app.request import Confirm, Said, UsageError
from inspector.captures.when.build import build
from inspector.domain.captured import Basis, Captured, Letter, Pixels, Setting
from inspector.domain.moment import UNKNOWN_MOMENT, Moment, instant, without_zone
from inspector.domain.text import note
from inspector.domain.words import Grade, Switch

NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
CONTROL = "linkedin/generative-ai-improvement"
FILE = Path("shot.png")
SHOT = "Screenshot_20260110-120311.png"
NAME = Basis("name", SHOT, without_zone(datetime(2026, 1, 10, 12, 3, 11, tzinfo=UTC), "second", SHOT))
SETTING = Setting(
    "linkedin",
    CONTROL,
    "Use my data",
    "en",
    "off",
    "off",
    0.97,
    asked=False,
    why=(),
    pixels=Pixels((1, 2, 30, 9)),
)


def shot(setting: Setting = SETTING, *traces: Basis) -> Captured:
    when = build(traces or (NAME,), NOW)
    return Captured("shot.png", "capture", (setting,), when.moment, when.basis, when.why)


def test_yes_says_the_position_at_the_time_of_the_file() -> None:
    (said,) = confirmed(shot(), 0, FILE, NOW)
    assert (said.control, said.position, said.path) == (CONTROL, Switch.OFF, FILE)
    assert said.moment.not_before == datetime(2026, 1, 9, 22, 3, 11, tzinfo=UTC)
    assert said.answered is not None
    assert (said.answered.read, said.answered.answer) == ("off 0.97", "confirmed")
    assert said.answered.place == "pixels 1,2 30x9"


def test_an_opt_out_switch_that_is_on_says_that_sharing_is_off() -> None:
    inverted = replace(SETTING, state="on", sharing="off", inverts=True)
    (said,) = confirmed(shot(inverted), 0, FILE, NOW)
    assert said.position is Switch.OFF
    (seen,) = answered(Confirm(FILE, "off"), shot(inverted), NOW)
    assert seen.position is Switch.ON
    assert seen.answered is not None
    assert seen.answered.answer == "corrected"


@pytest.mark.parametrize(
    "setting",
    [replace(SETTING, control=None), replace(SETTING, state="unknown", sharing="unknown")],
    ids=["which", "position"],
)
def test_what_was_not_read_cannot_be_confirmed(setting: Setting) -> None:
    with pytest.raises(UsageError):
        answered(Confirm(FILE, "yes"), shot(setting), NOW)
    with pytest.raises(ValueError, match="0"):
        confirmed(shot(setting), 0, FILE, NOW)


def test_a_refused_or_empty_file_says_why() -> None:
    gone = Captured("shot.png", "capture", status="refused", reason=note("capture.damaged", file="shot.png"))
    with pytest.raises(UsageError) as error:
        answered(Confirm(FILE, "on"), gone, NOW)
    assert error.value.note.key == "capture.damaged"
    with pytest.raises(UsageError) as error:
        answered(Confirm(FILE, "on"), Captured("shot.png", "capture"), NOW)
    assert error.value.note.key == "usage.confirm_no_setting"
    with pytest.raises(UsageError):
        answered(Confirm(FILE, "on"), None, NOW)


def test_the_zone_that_the_person_names_makes_the_time_exact() -> None:
    berlin = timezone(timedelta(hours=1))
    moment = moment_of(shot(), NOW, berlin)
    assert moment.not_before == moment.not_after == datetime(2026, 1, 10, 11, 3, 11, tzinfo=UTC)
    assert moment.zone == "stated"


def test_a_zone_changes_no_time_that_states_its_own() -> None:
    stated = Basis("header", "x", instant(datetime(2026, 1, 10, 8, tzinfo=UTC)), "saved")
    captured = shot(SETTING, stated)
    assert moment_of(captured, NOW, timezone(timedelta(hours=9))) == captured.moment


def test_a_file_that_says_nothing_of_its_time_was_there_by_now() -> None:
    captured = Captured("shot.png", "capture", (SETTING,))
    assert moment_of(captured, NOW) == Moment(None, NOW)
    since = replace(captured, moment=Moment(datetime(2026, 1, 1, tzinfo=UTC), None))
    assert moment_of(since, NOW).not_after == NOW


def test_a_service_that_dates_its_switch_is_believed_from_that_day() -> None:
    day = instant(datetime(2025, 10, 1, 9, tzinfo=UTC))
    first, second = confirmed(shot(replace(SETTING, since=day)), 0, FILE, NOW)
    assert (first.moment, second.moment.raw) == (day, SHOT)
    (other,) = answered(Confirm(FILE, "on"), shot(replace(SETTING, since=day)), NOW)
    assert other.moment != day


def mail(signed_by: str | None) -> Captured:
    sent = instant(datetime(2025, 5, 27, 8, tzinfo=UTC), "Tue, 27 May 2025 10:00:00 +0200")
    grade = Grade.RECORDED if signed_by else None
    letter = Letter("facebook", "confirmation", "Your objection", sent, "message 3", grade, signed_by)
    setting = replace(
        SETTING,
        service="facebook",
        control="facebook/ai-objection",
        asked=True,
        locator="message 3",
        pixels=Pixels(),
    )
    return Captured("box.mbox", "mail", (setting,), sent, letters=(letter,))


def test_a_signature_vouches_for_the_mails_own_words_and_time_alone() -> None:
    captured = mail("facebookmail.com")
    same = Said("facebook/ai-objection", Switch.OFF, captured.moment, Path("box.mbox"))
    word = corrected(captured, 0, same).answered
    assert word is not None
    assert (word.answer, word.place, word.signed_by) == ("confirmed", "message 3", "facebookmail.com")
    for other in (replace(same, position=Switch.ON), replace(same, moment=UNKNOWN_MOMENT)):
        changed = corrected(captured, 0, other).answered
        assert changed is not None
        assert changed.signed_by is None
    unsigned = corrected(mail(None), 0, same).answered
    assert unsigned is not None
    assert unsigned.signed_by is None


def test_another_setting_has_no_place_in_the_file() -> None:
    said = Said("x/grok-training", Switch.ON, UNKNOWN_MOMENT, FILE)
    word = corrected(shot(), 0, said).answered
    assert word is not None
    assert (word.answer, word.place) == ("corrected", None)
    among = replace(SETTING, control=None, among=("x/grok-training", CONTROL))
    chosen = corrected(shot(among), 0, said).answered
    assert chosen is not None
    assert chosen.place == place_of(SETTING)


def test_where_nothing_was_read_the_word_stands_alone() -> None:
    said = Said(CONTROL, Switch.ON, UNKNOWN_MOMENT, FILE)
    assert corrected(None, 0, said) == said
    assert corrected(Captured("shot.png", "capture"), 0, said) == said
