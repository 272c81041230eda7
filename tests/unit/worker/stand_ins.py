# SPDX-License-Identifier: Apache-2.0
"""Workers that go wrong: real processes that speak as a worker does, or real ones with a fault put in."""

from __future__ import annotations

import shlex
import sys
import textwrap
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parents[3]

LONG_BEFORE: Final = 20.0
"""Seconds within which all is over that is ended before its time: what is slow here takes a minute or more.

How soon it is over is measured by tests/bench/cancel.py; a busy machine is no fault of the program.
"""

# What a worker does before anything goes wrong: it hears the grant, says that it is ready, hears the task.
_POLITE = """
import os, sys, time
sys.path.insert(0, {root!r})
from inspector.worker import protocol as P
from inspector.worker.framing import framed, messages
asked = messages(sys.stdin.buffer.read)
def say(message):
    for frame in framed(P.encoded(message)):
        raw(frame)
def raw(data):
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
next(asked)
say(P.Ready(()))
task = P.task_of(next(asked))
"""

# The real worker, in which the reader of a service does something else at some files.
_FAULTY = """
import sys
sys.path.insert(0, {root!r})
from inspector.archives.frame.reading import ServiceReader
from inspector.worker import serving
whole = ServiceReader.read
def read(self, member, stream):
    {fault}
    yield from whole(self, member, stream)
ServiceReader.read = read
sys.exit(serving.main(["read"]))
"""

# The real reader of captures, which does something else at some files.
_FAULTY_CAPTURES = """
import sys
sys.path.insert(0, {root!r})
from inspector.captures.read import CaptureReader
from inspector.captures.text import models
from inspector.worker import serving
whole = CaptureReader.read
def read(self, path, now):
    {fault}
    return whole(self, path, now)
CaptureReader.read = read
sys.exit(serving.main(["capture"]))
"""

# The real maker of skeletons, which does something else at some members.
_FAULTY_OUTLINES = """
import sys
sys.path.insert(0, {root!r})
from inspector.archives.skeleton import skeleton
from inspector.worker import serving
whole = skeleton.anatomy
def anatomy(name, stream):
    {fault}
    return whole(name, stream)
skeleton.anatomy = anatomy
sys.exit(serving.main(["outline"]))
"""

KILL = "import os; os.kill(os.getpid(), 9)"
SEGFAULT = "import ctypes; ctypes.string_at(0)"
HANG = "import time; time.sleep(3600)"
SPIN = "while True: pass"
EAT = "kept = [bytes(1 << 28) for _ in range(100)]"
RAISE = "raise ZeroDivisionError('what stood in the file')"


def speaking(code: str) -> list[str]:
    """A worker that runs `code` once it was asked; `say`, `raw`, `task` and the protocol as P are there."""
    return [sys.executable, "-I", "-c", _POLITE.format(root=str(ROOT)) + textwrap.dedent(code)]


def first_only(wrong: list[str], right: list[str], mark: Path) -> list[str]:
    """A worker that is the wrong one the first time it is started, and the right one ever after."""
    first, after = shlex.join(wrong), shlex.join(right)
    made = f"mkdir {shlex.quote(str(mark))} 2>/dev/null"
    return ["sh", "-c", f"if {made}; then exec {first}; else exec {after}; fi"]


def faulty_captures(fault: str, *files: str) -> list[str]:
    """The real worker for captures, which runs `fault` before it reads a file of one of these names."""
    wrong = f"if path.name in {files!r}: exec({fault!r})"
    return [sys.executable, "-I", "-c", _FAULTY_CAPTURES.format(root=str(ROOT), fault=wrong)]


def faulty_outlines(fault: str, *files: str) -> list[str]:
    """The real worker for skeletons, which runs `fault` before it looks at a member of one of these names."""
    wrong = f"if name in {files!r}: exec({fault!r})"
    return [sys.executable, "-I", "-c", _FAULTY_OUTLINES.format(root=str(ROOT), fault=wrong)]


def faulty(fault: str, *files: str) -> list[str]:
    """The real worker, which runs `fault` before it reads one of these files."""
    wrong = f"if member.path in {files!r}: exec({fault!r})"
    return [sys.executable, "-I", "-c", _FAULTY.format(root=str(ROOT), fault=wrong)]
