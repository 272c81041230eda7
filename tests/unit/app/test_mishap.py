# SPDX-License-Identifier: Apache-2.0
"""What an error is called."""

from __future__ import annotations

import errno
import platform
from pathlib import Path

import pytest

from inspector import __version__
from inspector.app.failing import why_failed
from inspector.app.mishap import is_unforeseen, mishap, place_of
from inspector.app.mishap_report import mishap_report
from inspector.app.request import UsageError
from inspector.domain.text import note
from inspector.report.render import RenderError
from inspector.system.messages import Messages

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
    assert mishap(raised()) == note("gui.mishap.bug")
    assert is_unforeseen(raised())
    assert not is_unforeseen(UsageError(note("usage.period", text="")))
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


def test_a_report_names_kinds_places_and_versions_and_nothing_that_was_handed_in() -> None:
    report = mishap_report(raised(), Messages())
    assert SECRET not in report
    assert f"Privacy Settings Inspector {__version__}" in report
    assert f"Python {platform.python_version()}" in report
    assert "msgspec 0." in report
    assert "tests/unit/app/test_mishap.py, line " in report
    assert ", in raised" in report
    assert str(Path.home()) not in report
    assert platform.node() not in report.replace(platform.release(), "") or len(platform.node()) < 4


def test_a_report_holds_no_folder_of_this_computer() -> None:
    code = compile("raise ValueError", "/srv/ada/secret/anywhere.py", "exec")
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - it has no words
        exec(code, {})  # noqa: S102 - made here, to come from a folder with a name
    assert "anywhere.py, line 1" in mishap_report(caught.value, Messages())
    assert "ada" not in mishap_report(caught.value, Messages())
