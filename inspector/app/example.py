# SPDX-License-Identifier: Apache-2.0
"""A fictional person's case, to look at before handing in anything of one's own."""

from __future__ import annotations

from inspector.app import specs
from inspector.app.demo import ARCHIVE, RESIDENCE
from inspector.app.session import Cancelled, Progress, Session, never, silent
from inspector.cases.case import Case
from inspector.domain.reading import SourceReading
from inspector.system.resources import path


def read_example(
    session: Session, *, cancelled: Cancelled = never, progress: Progress = silent
) -> SourceReading:
    """Read the fictional person's archive; may run on another thread. Raises ReadCancelledError."""
    return session.read(path(ARCHIVE), cancelled=cancelled, progress=progress)


def add_example(session: Session, reading: SourceReading) -> None:
    """Add the archive that was read, and where the fictional person lived."""
    session.declare_residence(specs.residence(RESIDENCE, session.catalog))
    session.add(reading)


def is_example(case: Case) -> bool:
    """Answer whether the case is about the fictional person."""
    return any(one.source.path == path(ARCHIVE) for one in case.readings)
