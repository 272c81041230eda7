# SPDX-License-Identifier: Apache-2.0
"""Documents to PDF bytes, in a child process: its memory comes back when it ends, and it can be stopped."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO

from inspector.report import letter as letters
from inspector.report.document import ReportDocument
from inspector.report.framing import PICTURES, unframed
from inspector.system.messages import Messages

CHILD_ARGUMENT = "--compile-report"
"""First argument by which a frozen program starts itself as the child; it then runs compile.compile_main."""

MOST_SECONDS = 600.0

_POLL_SECONDS = 0.2
_LONGEST_DETAIL = 200


class RenderError(Exception):
    """No PDF came out: `key` is a message key, `values` go into its sentence."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def child_command() -> list[str]:
    """How this very program starts its page-setting child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_ARGUMENT]
    return [sys.executable, "-m", "inspector.report.compile"]


def render(
    document: ReportDocument,
    *,
    stopped: Callable[[], bool] = lambda: False,
    command: Sequence[str] | None = None,
    seconds: float = MOST_SECONDS,
) -> bytes:
    """The PDF of a document; the same document gives the same bytes. Raises RenderError.

    `stopped` is asked several times a second and ends the work. `command` replaces the child, for tests.
    """
    # A lone surrogate has no UTF-8; its escape keeps it visible to the glyph filter of the child.
    data = json.dumps(document).encode("ascii")
    with subprocess.Popen(  # noqa: S603 - our own program, arguments fixed
        list(command or child_command()),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    ) as child:
        pdf, problem = _exchange(child, data, stopped, seconds)
    if child.returncode == 0:
        return pdf
    detail = problem.decode("utf-8", "replace").strip()[:_LONGEST_DETAIL]
    if child.returncode == 1 and detail:
        raise RenderError("report.error.cannot_set", detail=detail)
    raise RenderError("report.error.child_ended", code=child.returncode)


def _exchange(
    child: subprocess.Popen[bytes], data: bytes, stopped: Callable[[], bool], seconds: float
) -> tuple[bytes, bytes]:
    """Hand the document over and wait for both streams, looking up now and then."""
    # A thread of its own hands over: communicate() forgets what it has not written when its time runs out.
    stdin, child.stdin = child.stdin, None
    feeder = threading.Thread(target=_feed, args=(stdin, data), name="report-document", daemon=True)
    feeder.start()
    latest = time.monotonic() + seconds
    try:
        return _waited(child, stopped, latest, seconds)
    finally:
        child.kill()
        feeder.join()


def _feed(stdin: IO[bytes] | None, data: bytes) -> None:
    if stdin is not None:
        # A child that has ended says why on stderr; that its input was not taken adds nothing.
        with contextlib.suppress(OSError):
            stdin.write(data)
        with contextlib.suppress(OSError):
            stdin.close()


def _waited(
    child: subprocess.Popen[bytes], stopped: Callable[[], bool], latest: float, seconds: float
) -> tuple[bytes, bytes]:
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return child.communicate(timeout=_POLL_SECONDS)
        if stopped():
            raise RenderError("report.error.cancelled")
        if time.monotonic() > latest:
            raise RenderError("report.error.too_slow", seconds=int(seconds))


def _environment() -> Mapping[str, str]:
    """The child finds our package wherever it was started from, and nothing of typst's package folders."""
    package_root = str(Path(__file__).resolve().parents[2])
    paths = [package_root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def render_letter(letter: letters.Letter, messages: Messages, now: datetime) -> bytes:
    """A letter as PDF, the same way as the report. Raises RenderError."""
    return render(letters.document(letter, messages, now))


def pages(
    document: ReportDocument, ppi: float, *, stopped: Callable[[], bool] = lambda: False
) -> tuple[bytes, ...]:
    """The pages of a document as PNG at so many pixels per inch, to look at. Raises RenderError."""
    return tuple(unframed(render({**document, PICTURES: ppi}, stopped=stopped)))
