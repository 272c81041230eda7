# SPDX-License-Identifier: Apache-2.0
"""Whether this copy of the program can do its work, tried on what ships with it.

Its own workers read an archive and a picture, set, seal and check a bundle; its window opens where nobody
sees it and closes. A program put together without one of its models would read nothing and say nothing; this
says it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from inspector.app import specs
from inspector.app.checking import verify
from inspector.app.demo import ARCHIVE, RESIDENCE
from inspector.app.export import Wish, export
from inspector.app.inspect import inspect
from inspector.app.reading import Readers
from inspector.app.reading_captures import CaptureReaders
from inspector.app.request import Request
from inspector.bundle.contents import BundleError
from inspector.catalog.index import Catalog
from inspector.domain.captured import Captured
from inspector.domain.reading import SourceReading
from inspector.domain.text import Note, note
from inspector.report.render import RenderError
from inspector.system.messages import SOURCE_LANGUAGE
from inspector.system.places import DATA_VARIABLE
from inspector.system.resources import path

PICTURE: Final = "selftest/settings.png"
"""A drawn settings page whose switch is on."""

_SHOWS: Final = ("linkedin", "linkedin/generative-ai-improvement", "on", False)
"""Service, control, position of the switch, whether a person is asked."""

_STATES: Final = "account_created"
"""A kind of fact that the archive states."""

_PATIENCE: Final = 120
"""Seconds after which a window that does not open and close counts as none."""

Part = Literal["archive", "picture", "bundle", "window"]


@dataclass(frozen=True, slots=True)
class Tried:
    """One thing that was tried. `problems`: what is wrong, nothing where it works."""

    part: Part
    problems: tuple[Note, ...]

    @property
    def works(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.problems


def self_test(now: datetime) -> Iterator[Tried]:
    """Try one part after the other, each in a process of its own, and yield how it went."""
    yield Tried("archive", _wrong_with_archive(_archive(now)))
    yield Tried("picture", _wrong_with_picture(_picture(now)))
    try:
        with TemporaryDirectory(prefix="inspector-") as folder:
            yield Tried("bundle", _wrong_with_bundle(Path(folder), now))
            yield Tried("window", _wrong_with_window(Path(folder)))
    except OSError:
        yield Tried("bundle", (note("selftest.no_folder"),))


def _archive(now: datetime) -> SourceReading:
    readers = Readers()
    try:
        return readers.read(path(ARCHIVE), now, items=False, cancelled=_never, progress=_silent)
    finally:
        readers.rest()


def _picture(now: datetime) -> Captured:
    shipped = path(PICTURE)
    with CaptureReaders([shipped], Catalog.load()) as readers:
        return readers.read(shipped, now)


def _wrong_with_archive(reading: SourceReading) -> tuple[Note, ...]:
    source = reading.source
    if source.status == "read" and any(fact.kind == _STATES for fact in reading.facts):
        return ()
    told = (source.reason,) if source.reason else ()
    return (*told, note("selftest.archive", file=source.name))


def _wrong_with_picture(found: Captured) -> tuple[Note, ...]:
    shown = found.setting
    if shown is not None and (shown.service, shown.control, shown.state, shown.asked) == _SHOWS:
        return ()
    told = (found.reason,) if found.reason else ()
    return (*told, note("selftest.picture", file=found.file))


def _wrong_with_bundle(folder: Path, now: datetime) -> tuple[Note, ...]:
    """Write, seal and check the bundle of the demo."""
    target, catalog = folder / "selftest.zip", Catalog.load()
    try:
        case, inspection = inspect(Request((path(ARCHIVE),), specs.residence(RESIDENCE, catalog)), catalog)
        found = verify(target, export(case, inspection, catalog, Wish(target, SOURCE_LANGUAGE), now))
    except BundleError as error:
        return (error.note, note("selftest.bundle"))
    except RenderError as error:
        return (note(error.key, **error.values), note("selftest.bundle"))
    sealed = any(check.name == "seal" and check.ok for check in found.checks)
    return () if found.ok and sealed else (note("selftest.bundle"),)


def _wrong_with_window(folder: Path) -> tuple[Note, ...]:
    """Open the window where nobody sees it; what it says to stderr goes there."""
    variables = {"QT_QPA_PLATFORM": "offscreen", DATA_VARIABLE: str(folder / "data")}
    try:
        done = subprocess.run(  # noqa: S603 - our own program, arguments fixed
            [*_program(), "--startup-trace"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            env={**os.environ, **variables},
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return (note("selftest.window"),)
    return () if done.returncode == 0 and b" closed" in done.stdout else (note("selftest.window"),)


def _program() -> list[str]:
    """Return the command line of this program, frozen and from source alike."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    source = str(Path(__file__).resolve().parents[2])
    begin = f"import sys; sys.path.insert(0, {source!r}); from inspector.__main__ import main"
    return [sys.executable, "-P", "-c", f"{begin}; sys.exit(main())"]


def _never() -> bool:
    return False


def _silent(done: int, total: int) -> None:
    del done, total
