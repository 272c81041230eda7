# SPDX-License-Identifier: Apache-2.0
"""Reads made captures as the program does, and keeps their text for the next time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from inspector.captures.look import look
from inspector.captures.picture import open_picture
from inspector.captures.text.engine import Engine
from inspector.captures.text.interface import TextEngine
from tests.corpus.captures import truth
from tests.corpus.captures.kept import KeptEngine
from tests.corpus.captures.labels import index
from tests.corpus.captures.score import Scored
from tests.corpus.captures.truth import Shot


def read(folder: Path, engine: TextEngine | None = None) -> Iterator[Scored]:
    """Yield every capture of a seed with what was read of it."""
    one = engine or Engine()
    for shot in truth.load(folder):
        yield read_one(folder, shot, one)


def read_one(folder: Path, shot: Shot, engine: TextEngine) -> Scored:
    """Return one capture with what was read of it; its text is kept beside it."""
    kept = KeptEngine(engine, folder / f"{shot.file}.text.json")
    seen = look(open_picture(folder / shot.file), kept, index(), shot.host)
    kept.keep()
    return Scored(shot, seen)
