# SPDX-License-Identifier: Apache-2.0
"""Whether this copy of the program can do its work: its own worker reads an archive and a picture that ship.

A program put together without one of its models would read nothing and say nothing; this says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from inspector.app.demo import ARCHIVE
from inspector.app.reading import Readers
from inspector.app.reading_captures import CaptureReaders
from inspector.catalog.index import Catalog
from inspector.domain.captured import Captured
from inspector.domain.reading import SourceReading
from inspector.domain.text import Note, note
from inspector.system.resources import path

PICTURE: Final = "selftest/settings.png"
"""A drawn settings page whose switch is on."""

_SHOWS: Final = ("linkedin", "linkedin/generative-ai-improvement", "on", False)
"""Service, control, position of the switch, whether a person is asked."""

_STATES: Final = "account_created"
"""A kind of fact that the archive states."""

Part = Literal["archive", "picture"]


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
    """Try one part after the other, each in a worker of its own, and yield how it went."""
    yield Tried("archive", _wrong_with_archive(_archive(now)))
    yield Tried("picture", _wrong_with_picture(_picture(now)))


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


def _never() -> bool:
    return False


def _silent(done: int, total: int) -> None:
    del done, total
