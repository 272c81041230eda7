# SPDX-License-Identifier: Apache-2.0
"""Asks the desktop for a picture of the screen where programs may not take one themselves, as on Wayland.

Source: XDG Desktop Portal, interfaces `org.freedesktop.portal.Screenshot` and `.Request`. The desktop
shows its own tool, the person chooses there, and the answer names a file. It goes over the session's own
message bus, which does not leave the computer.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, QUrl, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

_SERVICE: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_SCREENSHOT: Final = "org.freedesktop.portal.Screenshot"
_REQUEST: Final = "org.freedesktop.portal.Request"
_TAKEN, _CANCELLED = 0, 1
_MILLISECONDS: Final = 5000

# Typed as bytes in the stubs, which PySide itself refuses: it takes what SLOT makes.
_ANSWERED: Final[Any] = SLOT("_answer(uint,QVariantMap)")
_BEGUN: Final[Any] = SLOT("_begin(QDBusMessage)")
_FAILED: Final[Any] = SLOT("_fail(QDBusError,QDBusMessage)")
_numbers: Final = count(1)


class Portal(QObject):
    """`taken` names the file; `cancelled`: the person left the desktop's tool; `missing`: there is none."""

    taken = Signal(object)
    cancelled = Signal()
    missing = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = QDBusConnection.sessionBus()
        self._handle = ""

    def ask(self) -> None:
        """Let the desktop show its tool."""
        token = f"inspector{next(_numbers)}"
        sender = self._bus.baseService().removeprefix(":").replace(".", "_")
        # Heard before it is asked: the answer may come at once.
        self._hear(f"{_PATH}/request/{sender}/{token}")
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SCREENSHOT, "Screenshot")
        message.setArguments(["", {"handle_token": token, "interactive": True, "modal": True}])
        if not self._bus.callWithCallback(message, self, _BEGUN, _FAILED, _MILLISECONDS):
            self.missing.emit()

    def end(self) -> None:
        """Hear no more."""
        if self._handle:
            self._bus.disconnect(_SERVICE, self._handle, _REQUEST, "Response", self, _ANSWERED)
            self._handle = ""

    def _hear(self, handle: str) -> None:
        self.end()
        self._handle = handle
        self._bus.connect(_SERVICE, handle, _REQUEST, "Response", self, _ANSWERED)

    @Slot("QDBusMessage")
    def _begin(self, message: QDBusMessage) -> None:
        """Hear of the request under the name that an older desktop gives it."""
        found = message.arguments()
        path = found[0].path() if found and hasattr(found[0], "path") else ""
        if self._handle and path and path != self._handle:
            self._hear(path)

    @Slot("QDBusError", "QDBusMessage")
    def _fail(self, _error: object, _message: QDBusMessage) -> None:
        self.end()
        self.missing.emit()

    @Slot("uint", "QVariantMap")
    def _answer(self, response: int, results: dict[str, object]) -> None:
        self.end()
        url = QUrl(str(results.get("uri", "")))
        if response == _TAKEN and url.isLocalFile():
            self.taken.emit(Path(url.toLocalFile()))
        elif response == _CANCELLED:
            self.cancelled.emit()
        else:
            self.missing.emit()
