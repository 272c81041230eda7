# SPDX-License-Identifier: Apache-2.0
"""What a test of the window leaves behind fails it: shown on tests that leave something on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONFTEST = "from tests.conftest import *\nfrom tests.gui.conftest import *\n"
LEAKS = """
import threading
import time

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QLabel

kept = []


def test_timer(qapp):
    timer = QTimer()
    timer.start(100_000)
    kept.append(timer)


def test_timer_again(qapp):
    kept.pop().stop()


def test_window(qapp):
    kept.append(QLabel("left open"))
    kept[-1].show()


def test_window_again(qapp):
    kept.pop().close()


def test_thread(qapp):
    over = threading.Event()
    kept.append(over)
    threading.Thread(target=over.wait, name="left alive").start()


def test_thread_again(qapp):
    kept.pop().set()


def test_warning_of_qt(qapp):
    qWarning("said on purpose")


def test_nothing_left(qapp):
    timer = QTimer()
    timer.start(100_000)
    timer.stop()
"""
_LEFT = ("timer", "window", "thread")


def test_whatever_is_left_behind_fails_the_test_that_left_it(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(LEAKS)
    pytester.makeini("[pytest]\nqt_api = pyside6\nqt_log_level_fail = WARNING\nmarkers = expects_log\n")
    done = pytester.runpytest_subprocess("-p", "no:xdist", "-p", "no:cacheprovider", "-rA")
    done.assert_outcomes(passed=7, failed=1, errors=len(_LEFT))
    for what in _LEFT:
        done.stdout.fnmatch_lines_random([f"E *a {what} is left*", f"ERROR *::test_{what}*"])
    done.stdout.fnmatch_lines_random(["*said on purpose", "FAILED *::test_warning_of_qt*"])
