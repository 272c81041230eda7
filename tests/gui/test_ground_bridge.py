# SPDX-License-Identifier: Apache-2.0
"""News of jobs arrive on the window's thread, in order, once; the watch sees what stands still."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.app.jobs import Job, Lane
from inspector.gui.bridge import Bridge
from tests.gui.loopwatch import LoopWatch


@pytest.fixture
def bridge(qapp: QApplication) -> Iterator[Bridge]:
    bridge = Bridge()
    yield bridge
    bridge.shut()


def same(value: int, _job: Job) -> int:
    return value


def unwanted(*news: object) -> None:
    pytest.fail(f"not expected: {news}")


def test_results_arrive_in_order_on_the_windows_thread(bridge: Bridge, qtbot: QtBot) -> None:
    seen: list[tuple[int, str]] = []
    for number in range(10):
        bridge.start(partial(same, number), lambda one: seen.append((one, threading.current_thread().name)))
    assert not seen
    qtbot.waitUntil(lambda: len(seen) == 10)
    assert seen == [(number, threading.main_thread().name) for number in range(10)]


def test_progress_arrives_before_the_end(bridge: Bridge, qtbot: QtBot) -> None:
    news: list[object] = []

    def work(job: Job) -> str:
        for done in range(1, 101):
            job.progress(done, 100)
        return "end"

    bridge.start(work, news.append, progress=lambda done, total: news.append((done, total)))
    qtbot.waitUntil(lambda: "end" in news)
    assert news[-2:] == [(100, 100), "end"]


def test_an_error_goes_to_who_asked_else_to_the_window(bridge: Bridge, qtbot: QtBot) -> None:
    error = ValueError("row 7")
    told: list[BaseException] = []

    def work(_job: Job) -> None:
        raise error

    bridge.start(work, unwanted, failed=told.append)
    qtbot.waitUntil(lambda: told == [error])
    with qtbot.waitSignal(bridge.failed) as signal:
        bridge.start(work, unwanted)
    assert signal.args == [error]


def test_stopping_is_answered_once_and_by_nothing_else(bridge: Bridge, qtbot: QtBot) -> None:
    stops: list[str] = []

    def work(job: Job) -> None:
        while True:
            job.check()
            time.sleep(0.001)

    job = bridge.start(work, unwanted, failed=unwanted, stopped=lambda: stops.append("stopped"))
    later = bridge.start(work, unwanted, failed=unwanted, stopped=lambda: stops.append("later"))
    job.cancel()
    qtbot.waitUntil(lambda: stops == ["stopped"])
    later.cancel()
    qtbot.waitUntil(lambda: stops == ["stopped", "later"])


def test_busy_is_told_at_the_first_start_and_the_last_end(bridge: Bridge, qtbot: QtBot) -> None:
    told: list[bool] = []
    bridge.busy_changed.connect(told.append)
    for lane in (Lane.CHANGE, Lane.CHANGE, Lane.LOOK):
        bridge.start(lambda _job: None, lambda _result: None, lane=lane)
    assert bridge.busy
    qtbot.waitUntil(lambda: not bridge.busy)
    assert told == [True, False]


def test_after_shutting_nobody_is_answered_and_no_thread_is_left(qapp: QApplication, qtbot: QtBot) -> None:
    bridge = Bridge()
    begun = threading.Event()

    def work(job: Job) -> None:
        begun.set()
        while True:
            job.check()

    bridge.start(work, unwanted, stopped=unwanted)
    begun.wait(10)
    bridge.shut()
    qtbot.wait(50)
    assert not [one for one in threading.enumerate() if one.name.startswith("inspector-")]
    bridge.shut()


def test_a_job_that_computes_does_not_hold_the_window_up(
    bridge: Bridge, qtbot: QtBot, qapp: QApplication
) -> None:
    watch = LoopWatch()

    def work(job: Job) -> int:
        total, until = 0, time.monotonic() + 1
        while time.monotonic() < until:
            total += sum(range(1000))
        return total

    done: list[int] = []
    bridge.start(work, done.append)
    watch.begin()
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    watch.end()
    assert 0 < watch.longest < LoopWatch.LIMIT


def test_the_watch_sees_what_stands_still_and_not_what_is_paused(qtbot: QtBot, qapp: QApplication) -> None:
    watch = LoopWatch()
    watch.begin()
    with watch.paused():
        time.sleep(0.2)
    qtbot.wait(50)
    assert watch.longest < 0.15
    QTimer.singleShot(20, lambda: time.sleep(0.25))
    qtbot.wait(400)
    watch.end()
    assert watch.longest == pytest.approx(0.25, abs=0.15)
    assert watch.longest >= 0.24
