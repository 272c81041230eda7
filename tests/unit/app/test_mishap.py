# SPDX-License-Identifier: Apache-2.0
"""What an error is called."""

from __future__ import annotations

import errno

import pytest

from inspector.app.failing import why_failed
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


@pytest.mark.parametrize(
    ("code", "told"),
    [(errno.ENOSPC, "full"), (errno.EROFS, "refused"), (errno.EACCES, "refused"), (errno.EIO, "system")],
)
def test_what_the_system_would_not_do_is_told_by_what_helps(code: int, told: str) -> None:
    error = OSError(code, SECRET)
    assert mishap(error).key == f"gui.mishap.{told}"
    assert why_failed(error).key == f"gui.evidence.cannot_write.{told}"
    assert SECRET not in str(mishap(error))
