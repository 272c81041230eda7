# SPDX-License-Identifier: Apache-2.0
"""A desktop's portal on the message bus, as a process: answers every request with one response and one file.

Arguments: the response, 0 for taken and 1 for cancelled; the file.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath

_PATH = "/org/freedesktop/portal/desktop"
_SHOWN = QDBusConnection.RegisterOption.ExportAllSlots | QDBusConnection.RegisterOption.ExportAllSignals
_LATE_MS = 50


@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Request"})  # type: ignore[call-arg] # its stubs know no use
class Request(QObject):  # type: ignore[operator] # the same
    """One request, which ends with its signal."""

    Response = Signal("uint", "QVariantMap")  # type: ignore[arg-type] # the names of C++ types are types too


class Screenshot(QObject):
    """The interface org.freedesktop.portal.Screenshot."""

    def __init__(self, response: int, file: Path) -> None:
        super().__init__()
        self._response = response
        self._results = {"uri": QUrl.fromLocalFile(str(file)).toString()}
        self._requests: list[Request] = []

    @Slot(str, "QVariantMap", "QDBusMessage", result="QDBusObjectPath")
    def Screenshot(  # noqa: N802 - the name of the method on the bus
        self, _window: str, options: dict[str, Any], message: QDBusMessage
    ) -> QDBusObjectPath:
        """Answer a little later, as a person does."""
        sender = message.service().removeprefix(":").replace(".", "_")
        path = f"{_PATH}/request/{sender}/{options['handle_token']}"
        request = Request()
        self._requests.append(request)
        QDBusConnection.sessionBus().registerObject(path, request, _SHOWN)
        QTimer.singleShot(_LATE_MS, lambda: request.Response.emit(self._response, self._results))
        return QDBusObjectPath(path)


def main() -> int:
    """Serve until killed; say so on stdout once it can be asked."""
    app = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    one = Screenshot(int(sys.argv[1]), Path(sys.argv[2]))
    bus.registerObject(_PATH, "org.freedesktop.portal.Screenshot", one, _SHOWN)
    bus.registerService("org.freedesktop.portal.Desktop")
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
