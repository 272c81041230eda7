# SPDX-License-Identifier: Apache-2.0
"""Has the skeletons of what was handed in made by a worker: JSON without a word that a person wrote."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from inspector import __version__
from inspector.app.attempts import GivenUpError, attempted
from inspector.app.passwords import Passwords
from inspector.archives.parts import files_beside
from inspector.archives.watch import ReadCancelledError
from inspector.domain.skeleton import Alike, Skeleton, Spot
from inspector.worker.checking import LieError
from inspector.worker.checking_outlines import Outlining
from inspector.worker.client import Asked, Worker, WorkerCancelledError, WorkerLostError
from inspector.worker.protocol import Outline
from inspector.worker.starting import command

SCHEMA: Final = "inspector/skeleton/1"

_UNWATCHED: Final = Asked()


def skeleton_text(
    paths: Sequence[Path],
    passwords: Passwords | None = None,
    asked: Asked = _UNWATCHED,
    line: Sequence[str] | None = None,
) -> str:
    """Return the skeletons (inspector/skeleton/1) of files and folders, in an order that is not theirs.

    Bad input never raises. Raises ReadCancelledError. `line` stands in for the program's own worker, for
    tests.
    """
    opens, starts = passwords or Passwords(), line or command("outline")
    # Parts of one set are the same source whichever of them is named.
    made = {_text(_skeleton(_Wanted(path, opens.of(path), asked, starts))) for path in paths}
    sources = ",\n".join(sorted(made))
    program = json.dumps({"version": __version__})
    return f'{{\n"schema": "{SCHEMA}",\n"program": {program},\n"sources": [\n{sources}\n]\n}}\n'


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is asked of one skeleton."""

    path: Path
    password: str | None = field(repr=False)
    asked: Asked
    line: Sequence[str]


def _skeleton(wanted: _Wanted) -> Skeleton:
    """Return one skeleton. Raises ReadCancelledError."""
    try:
        return attempted(lambda broken: _once(wanted, broken))
    except GivenUpError as error:
        return Skeleton("unknown", "damaged", fault=error.key)


def _once(wanted: _Wanted, broken: Sequence[int]) -> Skeleton:
    """Make it with one worker, which sees this source alone. Raises WorkerLostError, ReadCancelledError."""
    outlining = Outlining()
    path = wanted.path.absolute()
    worker = Worker(wanted.line)
    try:
        _grant(worker, path, wanted.asked)
        for message in worker.ask(Outline(os.fsencode(path), tuple(broken), wanted.password), wanted.asked):
            outlining.take(message)
    except LieError as error:
        raise WorkerLostError("garbled") from error
    except WorkerCancelledError as error:
        raise ReadCancelledError from error
    finally:
        worker.close()
    if outlining.skeleton is None:
        raise WorkerLostError("garbled")
    return outlining.skeleton


def _grant(worker: Worker, path: Path, asked: Asked) -> None:
    try:
        worker.grant([os.fsencode(file) for file in files_beside(path)], asked.cancelled)
    except WorkerLostError as lost:
        raise WorkerLostError("not_started", None, lost.code, lost.place) from lost


def _text(found: Skeleton) -> str:
    """Return a skeleton as JSON, one line for each kind of member and for each place in it."""
    head = {"format": found.format, "status": found.status}
    if found.fault is not None:
        head["fault"] = found.fault
    return "\n".join(_opened(head, "members", [_member(one) for one in found.members]))


def _member(one: Alike) -> str:
    head = {
        "name": one.name,
        "form": one.form,
        "count": one.count,
        "records": one.records,
        "statuses": dict(one.statuses),
        "faults": dict(one.faults),
    }
    return "\n".join(_opened(head, "places", [_line(_place(spot)) for spot in one.spots], " "))


def _place(spot: Spot) -> dict[str, Any]:
    return {"path": spot.path, "kinds": dict(spot.kinds)}


def _opened(head: dict[str, Any], name: str, rows: Sequence[str], indent: str = "") -> Iterator[str]:
    """Yield an object: what stands in `head` in its first line, then a list, row by row."""
    begun = f'{_line(head)[:-1]}, "{name}": ['
    if not rows:
        yield f"{begun}]}}"
        return
    yield begun
    yield ",\n".join(indent + row for row in rows)
    yield "]}"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
