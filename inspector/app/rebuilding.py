# SPDX-License-Identifier: Apache-2.0
"""Has items made anew by a worker, and has the files of a bundle looked through for what is withheld."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inspector.app.hired import Hired
from inspector.bundle.contents import BundleError
from inspector.bundle.redaction.document import proof_in
from inspector.bundle.redaction.proof import Proof
from inspector.domain.text import note
from inspector.worker.checking import LieError
from inspector.worker.client import Asked, WorkerLostError
from inspector.worker.protocol import Fetched, FromWorker, Refused, Task
from inspector.worker.redaction import (
    PartRow,
    Rebuild,
    RebuiltItem,
    Reveal,
    Revealed,
    Search,
    Searched,
    Seek,
    Seeking,
)
from inspector.worker.starting import command

_MOST: Final = 512 << 20
_SECONDS: Final = 1800


@dataclass(frozen=True, slots=True)
class Made:
    """An item made anew: None where nothing of it goes in. As of `RebuiltItem` otherwise."""

    content: bytes | None
    proof: Proof
    hidden: tuple[str, ...]
    covered: tuple[str, ...]
    rows: tuple[PartRow, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Leak:
    """A place in a bundle where a value stands that must not; `number` tells which, never what."""

    place: str
    number: int


class Redactor(Hired):
    """Makes items one after the other, all by one worker that starts with the first."""

    def __init__(self, paths: Sequence[Path], line: Sequence[str] | None = None) -> None:
        """Take the files; `line` stands in for the program's own worker, for tests."""
        super().__init__(line or command("redact"), paths)

    def rebuild(self, task: Rebuild, name: str) -> Made:
        """Return an item made anew. Raises BundleError where the file `name` cannot be read any more."""
        content = bytearray()
        for message in self._answers(task):
            match message:
                case Fetched(part, last=False) if len(content) + len(part) <= _MOST:
                    content += part
                case RebuiltItem():
                    return _made(message, bytes(content))
                case Refused():
                    raise BundleError(note("redaction.refused.item", file=name))
                case _:
                    break
        raise _stopped()

    def reveal(self, task: Reveal) -> Revealed | None:
        """Return what opens a part of an original, None where it has no such part any more."""
        for message in self._answers(task):
            match message:
                case Revealed():
                    return message
                case Refused():
                    return None
        raise _stopped()

    def seek(self, values: Sequence[str], always: Sequence[str], shown: Sequence[str]) -> Seeking:
        """Take the values that must not leak, as `Seek` has it. Raises BundleError."""
        for message in self._answers(Seek(tuple(values), tuple(always), tuple(shown))):
            if isinstance(message, Seeking):
                return message
        raise _stopped()

    def search(self, place: str, data: bytes) -> list[Leak]:
        """Return where such values stand in a file. Raises BundleError where it cannot be looked through."""
        for message in self._answers(Search(place, data)):
            match message:
                case Searched(places):
                    return [Leak(where, number) for where, number in places]
                case Refused(where):
                    raise BundleError(note("redaction.refused.closed", file=where))
        raise _stopped()

    def _answers(self, task: Task) -> list[FromWorker]:
        try:
            return list(self.asked(task, Asked(quiet=_SECONDS, seconds=_SECONDS)))
        except (WorkerLostError, LieError) as error:
            raise _stopped() from error


def picture_at(path: Path) -> bytes:
    """Return a path as a task names it."""
    return os.fsencode(path.absolute())


def _made(message: RebuiltItem, content: bytes) -> Made:
    try:
        proof = proof_in(message.proof)
    except ValueError as error:
        raise _stopped() from error
    whole = None if message.gone else content
    return Made(whole, proof, message.hidden, message.covered, message.rows, message.more)


def _stopped() -> BundleError:
    return BundleError(note("redaction.refused.stopped"))
