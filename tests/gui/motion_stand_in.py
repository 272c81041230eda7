# SPDX-License-Identifier: Apache-2.0
"""A desktop on the message bus that says whether things may move, as a process. Argument: true or false."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusVariant

_SHOWN = QDBusConnection.RegisterOption.ExportAllSlots


class Settings(QObject):
    """The interface org.freedesktop.portal.Settings, as far as it is asked."""

    @Slot(str, str, result="QDBusVariant")
    def Read(self, _group: str, _key: str) -> QDBusVariant:  # noqa: N802 - the name on the bus
        """Answer with a value in a wrapping of its own, as desktops do."""
        return QDBusVariant(QDBusVariant(sys.argv[1] == "true"))


def main() -> int:
    """Serve until killed; say so on stdout once it can be asked."""
    app = QCoreApplication([])
    bus, one = QDBusConnection.sessionBus(), Settings()
    bus.registerObject("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", one, _SHOWN)
    bus.registerService("org.freedesktop.portal.Desktop")
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
