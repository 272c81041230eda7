# SPDX-License-Identifier: Apache-2.0
"""What an error is called."""

from __future__ import annotations

from inspector.app.mishap import mishap, place_of
from inspector.app.request import UsageError
from inspector.domain.text import note
from inspector.report.render import RenderError

SECRET = "what the person wrote"


def raised() -> ValueError:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error


def test_an_error_with_a_note_is_told_by_it() -> None:
    carried = note("usage.period", text="2020/2019")
    assert mishap(UsageError(carried)) == carried


def test_an_error_with_key_and_values_is_told_by_them() -> None:
    assert mishap(RenderError("report.stopped", seconds=3)) == note("report.stopped", seconds=3)


def test_an_unforeseen_error_is_told_by_its_place_and_never_by_its_words() -> None:
    told = mishap(raised())
    assert told.key == "gui.mishap.bug"
    assert SECRET not in str(told)
    assert place_of(raised()).startswith("ValueError, test_mishap.py line ")


def test_an_error_that_was_never_raised_has_no_place() -> None:
    assert place_of(KeyError(SECRET)) == "KeyError"
