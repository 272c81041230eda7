# SPDX-License-Identifier: Apache-2.0
"""Whether a window can be shown at all, found out where Qt's own answer would be to abort."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QGuiApplication

# Platforms that need no display.
_NEED_NOTHING = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
_PATIENCE = 20
"""Seconds after which a display that does not answer counts as none."""


def can_show() -> bool:
    """Answer whether Qt can start here. On Linux a child process tries, since a missing display aborts Qt.

    The same goes for a display that does not answer and for a missing system library of its platform plugin.
    """
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in _NEED_NOTHING:
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    return _starts_in_child()


def _starts_in_child() -> bool:
    child = os.fork()
    if child == 0:
        _behave_as_child()
        QGuiApplication([])
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _behave_as_child() -> None:
    """Leave no core file, do not wait for ever, and say nothing: the parent says it in a sentence."""
    import resource  # noqa: PLC0415 - not on every system
    import signal  # noqa: PLC0415 - only here

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(_PATIENCE)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
