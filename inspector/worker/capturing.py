# SPDX-License-Identifier: Apache-2.0
"""Reads pictures, pages and mails: one after the other, with one engine, loaded for the first picture.

Which setting a picture names is told before its row and all that stands around it are read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from inspector.captures.labels.index import LabelIndex
from inspector.captures.mails.keys import Keys, keys_of
from inspector.captures.notes.files import bare
from inspector.captures.notes.pieces import BrokenFileError
from inspector.captures.read import CaptureReader
from inspector.captures.secrets.copies import NoSuchMessageError, copy_of
from inspector.captures.secrets.files import TooLargeToScanError
from inspector.captures.text.engine import Engine
from inspector.catalog.index import Catalog
from inspector.domain.captured import Captured
from inspector.worker.message import Message
from inspector.worker.protocol import (
    Capture,
    CaptureDone,
    CaptureNamed,
    Fetched,
    Mask,
    Masked,
    Refused,
    Stopped,
)
from inspector.worker.telling import Teller

_PART: Final = 1 << 19

_keys_of: Final = lru_cache(1)(keys_of)


class _CancelledError(Exception):
    """The reading shall end."""


class Capturing:
    """What stays from one capture to the next: the labels looked for, and the engine."""

    def __init__(self) -> None:
        self._index = LabelIndex(Catalog.load().services())
        self._engine = Engine()

    def do(self, task: Capture | Mask, teller: Teller) -> Iterator[Message]:
        """Read one file and yield what it shows, or yield a copy of it that may leave this computer."""
        return self.read(task, teller) if isinstance(task, Capture) else _masked(task)

    def read(self, task: Capture, teller: Teller) -> Iterator[Message]:
        """Read one file and yield what it shows."""
        parts = 0

        def heard() -> None:
            nonlocal parts
            if teller.cancelled():
                raise _CancelledError
            parts += 1
            teller.progress(parts, 0)

        def named(begun: Captured) -> None:
            teller.tell(CaptureNamed(begun))

        reader = CaptureReader(self._index, self._engine, _keys(task), heard, named)
        try:
            yield CaptureDone(reader.read(Path(os.fsdecode(task.path)), task.now))
        except _CancelledError:
            yield Stopped()


def _masked(task: Mask) -> Iterator[Message]:
    try:
        path = Path(os.fsdecode(task.path))
        copy = bare(path) if task.bare else copy_of(path, task.message)
    except (OSError, TooLargeToScanError, NoSuchMessageError, BrokenFileError) as error:
        yield Refused(type(error).__name__)
        return
    for start in range(0, len(copy.data), _PART):
        yield Fetched(copy.data[start : start + _PART], last=False)
    yield Masked(copy.secrets)


def _keys(task: Capture) -> Keys:
    return _keys_of(task.keys)
