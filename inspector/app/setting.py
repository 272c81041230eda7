# SPDX-License-Identifier: Apache-2.0
"""Has pages set by a worker of its own: its memory comes back when it ends, and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from inspector.report.render import RenderError
from inspector.worker.client import Asked, Worker, WorkerCancelledError, WorkerLostError
from inspector.worker.protocol import FromWorker, Refused, Render, Rendered
from inspector.worker.starting import command

MOST_SECONDS: Final = 600.0


def set_pages(
    data: bytes,
    *,
    stopped: Callable[[], bool],
    line: Sequence[str] | None = None,
    seconds: float = MOST_SECONDS,
) -> bytes:
    """Return what `report.compile.made` makes of a document in JSON. Raises RenderError.

    `stopped` is asked many times a second and ends the work. `line` and `seconds` stand in for those of the
    program, for tests.
    """
    try:
        worker = Worker(line or command("render"))
        try:
            worker.grant(())
            # Setting pages tells nothing while it lasts, so silence says nothing either.
            answers = worker.ask(Render(data), Asked(stopped, quiet=seconds, seconds=seconds))
            return b"".join(map(_part, answers))
        finally:
            worker.close()
    except WorkerCancelledError as error:
        raise RenderError("report.error.cancelled") from error
    except WorkerLostError as lost:
        raise _told(lost, seconds) from lost


def _part(message: FromWorker) -> bytes:
    match message:
        case Rendered(data):
            return data
        case Refused(detail):
            raise RenderError("report.error.cannot_set", detail=detail)
        case _:
            raise WorkerLostError("garbled")


def _told(lost: WorkerLostError, seconds: float) -> RenderError:
    if lost.cause in ("too_slow", "hung"):
        return RenderError("report.error.too_slow", seconds=int(seconds))
    return RenderError("report.error.child_ended", code=lost.code or 0)
