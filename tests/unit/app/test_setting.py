# SPDX-License-Identifier: Apache-2.0
"""The process that sets pages, and every way in which it can end."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from inspector.app.setting import set_pages
from inspector.report.render import RenderError, pages
from inspector.system.messages import Messages
from tests.unit.report.rendering import document, pdf
from tests.unit.worker.stand_ins import LONG_BEFORE, speaking

HANG = "time.sleep(60)"


def failed(code: str, stopped: Callable[[], bool] = lambda: False, seconds: float = 30) -> str:
    """Return the sentence on a setter that does this instead of setting pages."""
    with pytest.raises(RenderError) as caught:
        set_pages(b"{}", stopped=stopped, line=speaking(code), seconds=seconds)
    return Messages("en").text(caught.value.key, **caught.value.values)


def test_it_sets_pages_that_are_a_pdf() -> None:
    assert pdf("contradiction").startswith(b"%PDF-")


def test_it_sets_pages_that_are_pictures() -> None:
    found = pages(document("contradiction"), 36.0, set_pages)
    assert len(found) > 1
    assert all(page.startswith(b"\x89PNG") for page in found)


def test_a_setter_that_is_killed_is_told_in_one_sentence() -> None:
    assert "ended early (code -9)" in failed("os.kill(os.getpid(), 9)")


def test_a_setter_that_breaks_down_is_told_in_one_sentence() -> None:
    assert "ended early (code 3)" in failed("sys.exit(3)")


def test_a_setter_that_cannot_set_the_pages_says_why() -> None:
    assert "(TypstError: no such font)" in failed("say(P.Refused('TypstError: no such font'))")


def test_a_setter_that_hangs_is_ended() -> None:
    assert "not made within 1 seconds" in failed(HANG, seconds=1.0)


def test_the_person_can_stop_it() -> None:
    start = time.monotonic()
    said = failed(HANG, stopped=lambda: time.monotonic() > start + 0.5)
    assert said == "The PDF was not made, because you stopped it."
    assert time.monotonic() - start < LONG_BEFORE


@pytest.mark.parametrize("code", ["raw(b'%PDF-1.7 and so on')", "say(P.Verified(None, ()))"])
def test_what_is_no_answer_of_a_setter_is_no_pdf(code: str) -> None:
    assert "ended early" in failed(code)


def test_a_setter_that_takes_its_time_still_gets_the_whole_document() -> None:
    slow = "time.sleep(1); say(P.Rendered(str(len(task.document)).encode(), last=True))"
    data = json.dumps("x" * 3_000_000).encode()
    assert int(set_pages(data, stopped=lambda: False, line=speaking(slow))) == len(data)


def test_a_large_file_comes_in_parts() -> None:
    parts = "say(P.Rendered(b'a' * 600_000, last=False)); say(P.Rendered(b'b' * 600_000, last=True))"
    found = set_pages(b"{}", stopped=lambda: False, line=speaking(parts))
    assert found == b"a" * 600_000 + b"b" * 600_000
