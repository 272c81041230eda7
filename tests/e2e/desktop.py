# SPDX-License-Identifier: Apache-2.0
"""A desktop that nobody sees: a screen in memory, a message bus, and the window of the program on it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from inspector.cli.exits import Exit
from tests.e2e.accessible import Bus, Thing, awaited
from tests.e2e.program import EPOCH, ROOT

_LAUNCHER: Final = "at-spi-bus-launcher"
_LAUNCHER_FOLDERS: Final = ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib")
_NEEDED: Final = ("Xvfb", "dbus-daemon")
_END_S: Final = 30


def missing() -> list[str]:
    """What such a desktop needs and is not here."""
    found = [name for name in _NEEDED if shutil.which(name) is None]
    hidden = shutil.which(_LAUNCHER, path=os.pathsep.join(_LAUNCHER_FOLDERS))
    return found if hidden else [*found, f"{_LAUNCHER} (at-spi2-core)"]


@contextmanager
def desktop() -> Iterator[dict[str, str]]:
    """Begin a desktop of its own, with an empty home; the environment for programs to be started in."""
    with ExitStack() as stack:
        # Short: the path of a socket on the bus has room for a hundred letters.
        home = stack.enter_context(tempfile.TemporaryDirectory(prefix="desk-"))
        cleared = ("QT_QPA_PLATFORM", "QT_QPA_PLATFORMTHEME", "WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS")
        names = {name: value for name, value in os.environ.items() if name not in cleared}
        names |= {"HOME": home, "XDG_RUNTIME_DIR": home, "TMPDIR": home}
        names["DISPLAY"] = stack.enter_context(_screen())
        names["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(_bus(names))
        yield names


@contextmanager
def _screen() -> Iterator[str]:
    """A display whose number the server chooses itself."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL)
    os.close(writes)
    with os.fdopen(reads, encoding="ascii") as told:
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        _end(server)


@contextmanager
def _bus(names: dict[str, str]) -> Iterator[str]:
    """A session bus; it starts the accessibility bus by itself, which ends with it."""
    command = ["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"]
    daemon = subprocess.Popen(
        command, env=names, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert daemon.stdout is not None
    with daemon.stdout as told:
        address = told.readline().strip()
    try:
        yield address
    finally:
        _end(daemon)


def _end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(_END_S)


class Window:
    """The running program, as a screen reader has it. `end` stops it."""

    def __init__(self, names: dict[str, str], data: Path) -> None:
        own = {
            "INSPECTOR_DATA": str(data),
            "SOURCE_DATE_EPOCH": EPOCH,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            # A page may be left while it is read; Qt then says that what was asked for is gone.
            "QT_LOGGING_RULES": "qt.accessibility.atspi=false",
        }
        self.bus = Bus(names["DBUS_SESSION_BUS_ADDRESS"])
        command = [sys.executable, "-m", "inspector"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, env={**names, **own}, stderr=subprocess.PIPE, text=True
        )
        self.root: Thing = awaited(lambda: next(iter(self.bus.programs()), None), lambda: "the program")

    def end(self) -> tuple[int, str]:
        """Interrupt the program; its exit code, and what it had to complain of."""
        self.bus.close()
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        _, complaints = self._process.communicate(timeout=_END_S)
        return self._process.returncode, complaints


@contextmanager
def program(data: Path) -> Iterator[Window]:
    """The program on a desktop of its own, with an empty profile; it ends as asked, without complaint."""
    with desktop() as names:
        window = Window(names, data)
        try:
            yield window
        finally:
            code, complaints = window.end()
        assert (code, complaints) == (Exit.CANCELLED, "")
