# SPDX-License-Identifier: Apache-2.0
"""The child process that sets pages, and every way in which it can end."""

from __future__ import annotations

import io
import json
import sys

import pytest

from inspector.report import compile as child
from inspector.report.render import RenderError, render
from inspector.system.messages import Messages
from tests.unit.report.rendering import document

_READ_ALL = "import sys; sys.stdin.buffer.read(); "


def _child(code: str) -> list[str]:
    return [sys.executable, "-c", _READ_ALL + code]


def _said(error: RenderError) -> str:
    return Messages("en").text(error.key, **error.values)


def test_a_child_that_is_killed_is_told_in_one_sentence() -> None:
    kill = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    with pytest.raises(RenderError) as caught:
        render(document("contradiction"), command=_child(kill))
    assert "ended early (code -9)" in _said(caught.value)


def test_a_child_that_cannot_set_the_pages_says_why() -> None:
    fail = "sys.stderr.write('TypstError: no such font\\n'); sys.exit(1)"
    with pytest.raises(RenderError) as caught:
        render(document("contradiction"), command=_child(fail))
    assert "(TypstError: no such font)" in _said(caught.value)


def test_a_child_that_hangs_is_ended() -> None:
    with pytest.raises(RenderError) as caught:
        render(document("contradiction"), command=_child("import time; time.sleep(60)"), seconds=0.3)
    assert "not made within 0 seconds" in _said(caught.value)


def test_the_person_can_stop_it() -> None:
    with pytest.raises(RenderError) as caught:
        render(document("contradiction"), command=_child("import time; time.sleep(60)"), stopped=lambda: True)
    assert _said(caught.value) == "The PDF was not made, because you stopped it."


def test_a_child_that_does_not_read_still_ends_in_a_sentence() -> None:
    with pytest.raises(RenderError) as caught:
        render(document("many_members"), command=[sys.executable, "-c", "import sys; sys.exit(3)"])
    assert "ended early (code 3)" in _said(caught.value)


@pytest.mark.parametrize(
    "data", [b"not json", b'{"template": "/etc/passwd"}', b'{"template": "../x", "timestamp": 0}']
)
def test_the_child_refuses_what_is_no_document(
    data: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert child.compile_main() == 1
    problem = capsys.readouterr()
    assert problem.out == ""
    assert len(problem.err.splitlines()) == 1


def test_a_fault_in_the_template_is_one_line_on_stderr(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {**document("contradiction"), "blocks": [{"block": "nonsense"}]}
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(wrong).encode())))
    assert child.compile_main() == 1
    assert capsys.readouterr().err.startswith("TypstError: ")


def test_a_child_that_takes_its_time_still_gets_the_whole_document() -> None:
    slow = "import sys, time; time.sleep(1); sys.stdout.write(str(len(sys.stdin.buffer.read())))"
    large = {**document("contradiction"), "ballast": "x" * 2_000_000}
    assert int(render(large, command=[sys.executable, "-c", slow], seconds=30)) > 2_000_000
