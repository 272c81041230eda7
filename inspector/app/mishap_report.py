# SPDX-License-Identifier: Apache-2.0
"""What a report of an unforeseen error would contain, for whoever mends the program: never what it was given.

It names kinds of errors, places in the code, and versions. It is sent nowhere; the person may copy it.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from inspector import __version__
from inspector.system import libraries
from inspector.system.messages import Messages

_FROM: Final = ("inspector", "site-packages", "dist-packages", "tests")
"""Folders from which on a path says something of the code alone, and nothing of this computer."""

_MOST_ERRORS: Final = 5
_MOST_PLACES: Final = 12


def mishap_report(error: BaseException, messages: Messages) -> str:
    """Return the whole report as plain text, a line each."""
    said = messages.text
    lines = [
        said("mishap.report.program", version=__version__),
        said("mishap.report.system", system=_system()),
        said("mishap.report.python", version=platform.python_version()),
        said("mishap.report.libraries", names=", ".join(_libraries())),
    ]
    for number, one in enumerate(_chain(error)):
        key = "mishap.report.kind" if number == 0 else "mishap.report.before"
        lines.append(said(key, kind=type(one).__name__))
        lines += [f"  {place}" for place in places(one)]
    return "\n".join(lines)


def places(error: BaseException) -> tuple[str, ...]:
    """Return where an error came up, the outermost call first: `inspector/app/days.py, line 12, in read`."""
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_PLACES:]
    return tuple(f"{_file(one.filename)}, line {one.lineno}, in {one.name}" for one in frames)


def _file(path: str) -> str:
    """Return the path of a file of code without the folders of this computer."""
    parts = PurePath(path).parts
    begins = [at for at, part in enumerate(parts) if part in _FROM]
    return "/".join(parts[begins[-1] :]) if begins else PurePath(path).name


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those that led to it."""
    found: BaseException | None = error
    for _ in range(_MOST_ERRORS):
        if found is None:
            return
        yield found
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)


def _system() -> str:
    """Return the system and its version, never its name in a network."""
    return " ".join(filter(None, (platform.system() or sys.platform, platform.release(), platform.machine())))


def _libraries() -> Iterator[str]:
    """Yield names and versions; what this copy of the program does not know is left out."""
    for name in (libraries.WINDOW, *libraries.AT_WORK):
        found = libraries.version_of(name)
        if found is not None:
            yield f"{name} {found}"
