# SPDX-License-Identifier: Apache-2.0
"""Opening the window in a process of its own: on a screen, without one, and how long that takes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

PROGRAM = [sys.executable, "-m", "inspector"]


def environment(**changes: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return {**kept, "PYTHONPATH": str(ROOT), **changes}


def run(*arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        env=environment(**changes),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a display can be missing")
@pytest.mark.parametrize("changes", [{}, {"DISPLAY": ":93"}, {"QT_QPA_PLATFORM": "xcb"}], ids=str)
def test_without_a_display_it_says_so_in_one_sentence(changes: dict[str, str]) -> None:
    done = run(**changes)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("The window cannot open")
    assert len(done.stderr.splitlines()) == 1


def test_the_trace_tells_each_moment_in_order_and_closes() -> None:
    done = run("--startup-trace", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    marks = [line.split() for line in done.stdout.splitlines()]
    names = [name for _, name in marks]
    assert names == ["began", "imported", "application", "window", "shown", "idle", "ready", "closed"]
    times = [float(seconds) for seconds, _ in marks[1:]]
    assert times == sorted(times)


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="there is no virtual screen here")
def test_it_opens_on_a_screen() -> None:
    done = subprocess.run(
        ["xvfb-run", "-a", *PROGRAM, "--startup-trace"],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "idle" in done.stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc whether the program is ready")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_the_program(number: signal.Signals) -> None:
    with subprocess.Popen(
        PROGRAM, env=environment(QT_QPA_PLATFORM="offscreen"), stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            wait_until_it_listens(process.pid)
            process.send_signal(number)
            assert process.wait(10) == 130
        finally:
            process.kill()


def wait_until_it_listens(pid: int) -> None:
    """Wait until the program catches SIGTERM, which Python alone does not (proc_pid_status(5), SigCgt)."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
        caught = next(line for line in status.splitlines() if line.startswith("SigCgt"))
        if int(caught.split()[1], 16) & 1 << (signal.SIGTERM - 1):
            return
        time.sleep(0.02)
    pytest.fail("the program never came so far")


def test_without_qt_it_says_so_in_one_sentence() -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "import inspector.__main__ as program; sys.exit(program.main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("The window cannot open: Qt")
    assert len(done.stderr.splitlines()) == 1
