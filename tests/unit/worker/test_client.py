# SPDX-License-Identifier: Apache-2.0
"""The program's side: whatever a worker does, it ends, soon, and the program knows how."""

from __future__ import annotations

import os
import signal
import sys
import time
from datetime import UTC, datetime

import pytest

from inspector.worker.client import Asked, Cause, Worker, WorkerCancelledError, WorkerLostError
from inspector.worker.listening import MOST_BYTES
from inspector.worker.protocol import FromWorker, Read, Stopped, encoded
from tests.unit.worker.stand_ins import LONG_BEFORE, speaking

TASK = Read(b"/nowhere", datetime(2026, 11, 21, tzinfo=UTC), items=False)


def asked(code: str, how: Asked | None = None) -> list[FromWorker]:
    worker = Worker(speaking(code))
    try:
        worker.grant(())
        return list(worker.ask(TASK, how or Asked()))
    finally:
        worker.close()


def lost(code: str, how: Asked | None = None) -> WorkerLostError:
    with pytest.raises(WorkerLostError) as caught:
        asked(code, how)
    return caught.value


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        ("raw(b'Segmentation fault, or so it says')", "garbled"),
        ("raw(b'\\xff' * 5_000_000)", "garbled"),
        ("raw(b'\\0\\0\\0\\0')", "garbled"),
        ("raw(b'\\0\\0\\0\\x04abcd')", "garbled"),
        ("raw(b'\\0\\x0f\\xff\\xff' + b'a' * 100)", "garbled"),
        ("say(P.Read(b'/etc/passwd', task.now, False))", "garbled"),
        ("raw(b'\\0\\0\\x40\\0' + b'\\x91' * 0x4000)", "garbled"),
        ("sys.exit(0)", "ended"),
        ("sys.exit(3)", "ended"),
        ("say(P.Broke('ValueError, dates.py line 12'))", "ended"),
        ("time.sleep(60)", "hung"),
        ("sys.stdout.close(); os.close(1); time.sleep(60)", "ended"),
    ],
)
def test_whatever_it_says_it_is_told_how_it_ended(code: str, cause: Cause) -> None:
    start = time.monotonic()
    assert lost(code, Asked(quiet=1.5)).cause == cause
    assert time.monotonic() - start < LONG_BEFORE


def test_a_signal_is_told_with_the_member_it_was_at() -> None:
    found = lost("say(P.Entered(7, 'a.csv')); time.sleep(.2); os.kill(os.getpid(), 11)")
    assert (found.cause, found.member, found.code) == ("ended", 7, -signal.SIGSEGV)


def test_a_fault_of_its_own_is_told_by_its_place() -> None:
    assert lost("say(P.Broke('ValueError, dates.py line 12'))").place == "ValueError, dates.py line 12"


def test_signs_of_life_put_off_the_end_but_not_for_ever() -> None:
    alive = "for done in range(1000): say(P.Progress(done, 1000)); time.sleep(.1)"
    start = time.monotonic()
    assert lost(alive, Asked(quiet=1.0, seconds=2.5)).cause == "too_slow"
    assert 2 < time.monotonic() - start < LONG_BEFORE


def test_progress_is_told_and_rises() -> None:
    heard: list[tuple[int, int]] = []
    slowly = "for done in range(5): say(P.Progress(done, 4)); time.sleep(.1)\nsay(P.Stopped())"
    assert asked(slowly, Asked(progress=lambda done, total: heard.append((done, total)))) == [Stopped()]
    assert heard == sorted(heard)
    assert heard[-1] == (4, 4)


@pytest.mark.parametrize(
    "code",
    [
        "time.sleep(60)",
        "while True: say(P.Progress(1, 2))",
        "while True: say(P.Facts(()))",
        "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)",
    ],
)
def test_whoever_is_asked_to_stop_is_gone_before_it_ends(code: str) -> None:
    worker = Worker(speaking(code))
    worker.grant(())
    begun = time.monotonic()
    stop = begun + 0.5
    with pytest.raises(WorkerCancelledError):
        for _ in worker.ask(TASK, Asked(cancelled=lambda: time.monotonic() > stop)):
            pass
    assert gone(worker.pid)
    assert time.monotonic() - stop < LONG_BEFORE


def test_a_flood_ends_before_it_fills_the_memory() -> None:
    flood = "data = b''.join(framed(P.encoded(P.Rendered(bytes(1 << 19), False))))\nwhile True: raw(data)"
    worker = Worker(speaking(flood))
    worker.grant(())
    passed = 0
    with pytest.raises(WorkerLostError) as caught:  # noqa: PT012 - which message is the last is not known
        for message in worker.ask(TASK, Asked()):
            passed += len(encoded(message))
    assert caught.value.cause == "garbled"
    assert passed <= MOST_BYTES


def test_nothing_is_left_when_nobody_waits_for_the_rest() -> None:
    worker = Worker(speaking("while True: say(P.Facts(()))"))
    worker.grant(())
    pid = worker.pid
    for _ in worker.ask(TASK, Asked()):
        break
    assert gone(pid)


def test_a_worker_that_is_forgotten_ends() -> None:
    worker = Worker(speaking("time.sleep(60)"))
    worker.grant(())
    pid = worker.pid
    del worker
    assert gone(pid)


def test_a_worker_that_cannot_be_started_is_told(tmp_path: object) -> None:
    with pytest.raises(WorkerLostError) as caught:
        Worker([f"{tmp_path}/nothing-here"])
    assert caught.value.cause == "not_started"


def test_one_that_has_not_begun_is_gone_before_it_does() -> None:
    deaf = [sys.executable, "-I", "-c", "import time; time.sleep(60)"]
    worker = Worker(deaf)
    start = time.monotonic()
    with pytest.raises(WorkerCancelledError):
        worker.grant((), lambda: time.monotonic() > start + 0.3)
    assert time.monotonic() - start < LONG_BEFORE
    assert gone(worker.pid)


def test_a_worker_that_does_not_listen_keeps_nobody_waiting() -> None:
    deaf = [sys.executable, "-I", "-c", "import time; time.sleep(60)"]
    worker = Worker(deaf)
    start = time.monotonic()
    with pytest.raises(WorkerCancelledError):
        list(worker.ask(Read(bytes(3 << 20), TASK.now, items=False), Asked(cancelled=lambda: True)))
    assert time.monotonic() - start < LONG_BEFORE
    assert gone(worker.pid)
