# SPDX-License-Identifier: Apache-2.0
"""Has copies made by a worker: pages and mails without what opens an account, pictures without notes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inspector.app.hired import Hired
from inspector.app.reading_captures import QUIET_SECONDS, SECONDS
from inspector.bundle.contents import BundleError
from inspector.captures.secrets.scan import MOST_SCANNED
from inspector.domain.captured import Secret
from inspector.domain.sources import Source
from inspector.domain.text import note
from inspector.worker.checking import LieError
from inspector.worker.checking_captures import secrets
from inspector.worker.client import Asked, WorkerLostError
from inspector.worker.protocol import Fetched, Mask, Masked, Refused
from inspector.worker.starting import command

_BLOCK: Final = 1 << 20
_MOST: Final = 2 * MOST_SCANNED
"""A part that is encoded again may grow; no copy is twice as large as what was looked through."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that may leave this computer, its hash, and what was masked in it: kinds and places."""

    data: bytes
    sha256: str
    secrets: tuple[Secret, ...]


class Masker(Hired):
    """Makes copies one after the other, all by one worker that starts with the first."""

    def __init__(self, paths: Sequence[Path], line: Sequence[str] | None = None) -> None:
        """Take the files; `line` stands in for the program's own worker, for tests."""
        super().__init__(line or command("capture"), paths)

    def copy(self, source: Source, message: int | None = None) -> Copy:
        """Return the copy of a source as it was read, or of one message of it.

        Raises BundleError where it changed since, or cannot be looked through: nothing unmasked goes out.
        """
        _refuse_changed(source)
        try:
            bare = source.kind == "capture"
            return self._made(Mask(os.fsencode(source.path.absolute()), message, bare))
        except (WorkerLostError, LieError) as error:
            key = "bundle.write.not_bare" if source.kind == "capture" else "bundle.write.not_masked"
            raise BundleError(note(key, file=source.name)) from error

    def _made(self, task: Mask) -> Copy:
        """Return what a worker makes. Raises WorkerLostError, LieError."""
        data = bytearray()
        for message in self.asked(task, Asked(quiet=QUIET_SECONDS, seconds=SECONDS)):
            match message:
                case Fetched(part, last=False) if len(data) + len(part) <= _MOST:
                    data += part
                case Masked(found):
                    whole = bytes(data)
                    return Copy(whole, hashlib.sha256(whole).hexdigest(), secrets(found))
                case Refused():
                    break
                case _:
                    raise LieError
        raise LieError


def _refuse_changed(source: Source) -> None:
    digest = hashlib.sha256()
    try:
        with source.path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError as error:
        raise BundleError(note("bundle.write.unreadable", file=source.name)) from error
    if digest.hexdigest() != source.sha256:
        raise BundleError(note("bundle.write.changed", file=source.name))
