# SPDX-License-Identifier: Apache-2.0
"""Of what a worker says of a capture, only what can be true is believed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from inspector.domain.captured import Basis, Captured, Crop, Letter, Pixels, Secret, Setting
from inspector.domain.moment import Moment
from inspector.domain.text import note
from inspector.domain.words import Grade
from inspector.worker.checking import LieError
from inspector.worker.checking_captures import LONGEST_LABEL, MOST_CROP, Known, captured, named, secrets

CONTROL = "linkedin/generative-ai-improvement"
KNOWN = Known(frozenset({"linkedin", "meta"}), frozenset({CONTROL}))
PATH = Path("/somewhere/shot.png")
TIME = datetime(2026, 1, 10, 8, 30, tzinfo=UTC)
LATER = TIME + timedelta(days=1)
WHEN = Moment(TIME, LATER, "2026-01-10", "none", "day")
BACKWARDS = Moment(LATER, TIME)

SETTING = Setting(
    "linkedin", CONTROL, "Use my data", "en", "on", "on", 0.97, False, ("capture.why.label",),
    pixels=Pixels((0, 0, 50, 20), (50, 80, 50, 20)),
)  # fmt: skip
PNG = b"\x89PNG\r\n\x1a\n"
LETTER = Letter("linkedin", "notice", "Updates", WHEN, "message 1", Grade.RECORDED, "linkedin.com")
TRUE = Captured(
    "shot.png", "capture", (SETTING,), WHEN, (Basis("png", "2026", WHEN),), ("capture.why.no_zone",),
    reason=note("capture.animated", file="shot.png"), url="https://example.com/settings",
    secrets=(Secret("service_key", "line 4", 2),), letters=(LETTER,), size=(100, 100),
)  # fmt: skip


def with_setting(**changes: object) -> Captured:
    return replace(TRUE, settings=(replace(SETTING, **changes),))  # type: ignore[arg-type] # the test names the fields


def with_letter(**changes: object) -> Captured:
    return replace(TRUE, letters=(replace(LETTER, **changes),))  # type: ignore[arg-type] # the same


def with_basis(**changes: object) -> Captured:
    return replace(TRUE, basis=(replace(TRUE.basis[0], **changes),))  # type: ignore[arg-type] # the same


def test_what_can_be_true_is_believed_under_the_name_we_know() -> None:
    assert captured(TRUE, PATH, KNOWN) == TRUE
    other = replace(TRUE, file="../other", reason=note("capture.animated", file="other"))
    assert captured(other, PATH, KNOWN) == TRUE


@pytest.mark.parametrize(
    "lie",
    [
        with_setting(service="elsewhere"),
        with_setting(among=(CONTROL,)),
        with_setting(control=None, among=("linkedin/elsewhere",)),
        with_setting(crop=Crop((0, 0, 200, 20), PNG)),
        with_setting(crop=Crop((0, 0, 50, 20), b"GIF89a")),
        with_setting(crop=Crop((0, 0, 50, 20), PNG + bytes(MOST_CROP))),
        with_setting(control="linkedin/another"),
        with_setting(service="meta"),
        with_setting(service=None),
        with_setting(label="x" * (LONGEST_LABEL + 1)),
        with_setting(lang="en us"),
        with_setting(confidence=1.01),
        with_setting(confidence=-0.01),
        with_setting(confidence=float("nan")),
        with_setting(why=("capture.why.praise",)),
        with_setting(why=("capture.animated",)),
        with_setting(locator="x" * (1 << 17)),
        with_setting(since=BACKWARDS),
        with_setting(pixels=Pixels((-1, 0, 10, 10))),
        with_setting(pixels=Pixels((0, 0, 0, 10))),
        with_setting(pixels=Pixels((60, 0, 50, 10))),
        with_setting(pixels=Pixels(None, (0, 95, 10, 10))),
        replace(TRUE, size=None),
        replace(TRUE, size=(0, 100), settings=()),
        replace(TRUE, kind="page"),
        replace(TRUE, moment=BACKWARDS),
        replace(TRUE, moment=Moment(TIME.astimezone(timezone(timedelta(hours=1))), None)),
        replace(TRUE, moment=Moment(TIME.replace(microsecond=1), None)),
        replace(TRUE, status="refused"),
        replace(TRUE, status="refused", settings=(), reason=None),
        replace(TRUE, reason=note("source.empty", name="x")),
        replace(TRUE, reason=note("capture.why.label")),
        replace(TRUE, reason=note("capture.animated")),
        replace(TRUE, why=("page.none",)),
        replace(TRUE, url="https://example.com/\u202e"),
        with_basis(what="guess"),
        with_basis(raw="x" * (1 << 18)),
        with_basis(moment=BACKWARDS),
        replace(TRUE, secrets=(Secret("a Token!", "line 4"),)),
        replace(TRUE, secrets=(Secret("token", "line 4", 0),)),
        replace(TRUE, secrets=(Secret("token", "line \x1b[2J"),)),
        with_letter(service="elsewhere"),
        with_letter(what="praise"),
        with_letter(subject="x" * (LONGEST_LABEL + 1)),
        with_letter(grade=Grade.SHOWN),
        with_letter(grade=None),
        with_letter(signed_by=None),
        with_letter(signed_by="linkedin.com is right"),
        with_letter(moment=BACKWARDS),
        with_letter(why=("praise",)),
    ],
)  # fmt: skip
def test_what_cannot_be_true_is_not(lie: Captured) -> None:
    with pytest.raises(LieError):
        captured(lie, PATH, KNOWN)


BEGUN = replace(
    TRUE, settings=(replace(SETTING, state="unknown", sharing="unknown", confidence=0.0, asked=True),)
)


def test_a_setting_that_is_named_early_is_believed_while_nothing_is_claimed_of_it() -> None:
    assert named(BEGUN, PATH, KNOWN) == BEGUN


@pytest.mark.parametrize(
    "lie",
    [
        TRUE,
        replace(BEGUN, settings=()),
        replace(BEGUN, settings=BEGUN.settings * 2),
        replace(BEGUN, settings=(replace(BEGUN.settings[0], state="on"),)),
        replace(BEGUN, settings=(replace(BEGUN.settings[0], service="elsewhere"),)),
        replace(BEGUN, kind="mail", size=None),
        replace(BEGUN, status="partial"),
    ],
)
def test_one_that_claims_more_is_not(lie: Captured) -> None:
    with pytest.raises(LieError):
        named(lie, PATH, KNOWN)


def test_a_crop_and_the_settings_that_words_fit_are_believed_inside_the_picture() -> None:
    fits = with_setting(service=None, control=None, among=(CONTROL,), crop=Crop((0, 0, 100, 100), PNG))
    assert captured(fits, PATH, KNOWN) == fits


@pytest.mark.parametrize("lie", [Secret("Bad kind", "line 1"), Secret("csrf", "line 1", 0)])
def test_what_was_masked_is_believed_only_as_kinds_and_places(lie: Secret) -> None:
    assert secrets((Secret("csrf", "line 1"),)) == (Secret("csrf", "line 1"),)
    with pytest.raises(LieError):
        secrets((lie,))
