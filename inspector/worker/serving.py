# SPDX-License-Identifier: Apache-2.0
"""The worker's own side: hears what is asked, does it inside its limits, and ends with whoever started it."""

from __future__ import annotations

import gc
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath
from types import TracebackType
from typing import BinaryIO, Final, NoReturn, get_args

import msgspec

from inspector.worker import confinement
from inspector.worker.framing import FramingError, messages
from inspector.worker.protocol import Broke, Cancel, Grant, Ready, Task, ToWorker, Work, task_of
from inspector.worker.tasks import Doing, doing
from inspector.worker.telling import Teller

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]

_USAGE: Final = 2
_FAULT: Final = 70
_COLLECT_AFTER: Final = 50_000


def main(arguments: Sequence[str]) -> int:
    """Work until nobody is left who could ask. `arguments`: the Work."""
    if len(arguments) != 1 or arguments[0] not in get_args(Work):
        return _USAGE
    work: Work = arguments[0]  # type: ignore[assignment] # just compared with all there are
    # Whoever stops the program from the keyboard stops it; the program ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    confinement.at_start()
    source, sink = _own_pipes()
    teller = Teller(sink)
    sys.excepthook = telling_of_faults(teller)
    do = doing(work)
    collect_seldom()
    asked = messages(source.read)
    first = _next(asked)
    if not isinstance(first, Grant):
        return _USAGE if first else 0
    teller.tell(Ready(confinement.confine(work, first.paths)))
    return _serve(asked, do, teller)


def collect_seldom() -> None:
    """Let the collector look less often at what is decoded: a tenth of all time, and it holds no cycles."""
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER, *gc.get_threshold()[1:])


def _own_pipes() -> tuple[BinaryIO, int]:
    """Take the two pipes for ourselves, so that nothing else can read from or write into them."""
    source, sink = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return os.fdopen(source, "rb"), sink


def _serve(asked: Iterator[bytes], do: Doing, teller: Teller) -> NoReturn:
    tasks: queue.SimpleQueue[Task] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(asked, tasks, teller), name="listen", daemon=True).start()
    while True:
        task = tasks.get()
        confinement.renew()
        for message in do(task, teller):
            teller.tell(message)


def _listen(asked: Iterator[bytes], tasks: queue.SimpleQueue[Task], teller: Teller) -> None:
    """Hear until nobody speaks any more; whatever is being done then is for nobody."""
    while (message := _next(asked)) is not None:
        match message:
            case Cancel():
                teller.cancel()
            case Grant():
                break
            case _:
                tasks.put(message)
    os._exit(0)


def _next(asked: Iterator[bytes]) -> ToWorker | None:
    """Return the next message; None where none comes, or none that we know."""
    try:
        data = next(asked, None)
        return None if data is None else task_of(data)
    except (FramingError, msgspec.DecodeError, OSError):
        return None


def telling_of_faults(teller: Teller) -> Hook:
    """Return a hook that tells of the error that ends the worker, by kind and place alone."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del error
        frames = traceback.extract_tb(trace)
        place = f"{PurePath(frames[-1].filename).name} line {frames[-1].lineno}" if frames else ""
        teller.tell(Broke(f"{kind.__name__}, {place}"))
        os._exit(_FAULT)

    return tell
