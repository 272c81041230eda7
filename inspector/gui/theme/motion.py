# SPDX-License-Identifier: Apache-2.0
"""Whether the person wants things to move on the screen, as far as their system says so.

Sources: XDG Desktop Portal, interface `org.freedesktop.portal.Settings`, with the key `enable-animations` of
GNOME that other desktops hand on too; on Windows SystemParametersInfo, SPI_GETCLIENTAREAANIMATION.
"""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_SERVICE: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_SETTINGS: Final = "org.freedesktop.portal.Settings"
_KEY: Final = ["org.gnome.desktop.interface", "enable-animations"]
_MILLISECONDS: Final = 2000
_ANIMATES: Final = 0x1042
"""SPI_GETCLIENTAREAANIMATION"""
# Typed as bytes in the stubs, which PySide itself refuses: it takes what SLOT makes.
_TOLD: Final[Any] = SLOT("_take(QDBusMessage)")
_FAILED: Final[Any] = SLOT("_leave(QDBusError,QDBusMessage)")


class Motion(QObject):
    """Wanted until the system says otherwise, which `changed` tells of."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_wanted = True

    def ask(self) -> None:
        """Ask the system. It may answer later, or never."""
        if sys.platform == "win32":
            self._tell(wanted=_wanted_on_windows())
        elif "DBUS_SESSION_BUS_ADDRESS" in os.environ:
            self._ask_portal()

    def _ask_portal(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - not there on every system

        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SETTINGS, "Read")
        message.setArguments(_KEY)
        QDBusConnection.sessionBus().callWithCallback(message, self, _TOLD, _FAILED, _MILLISECONDS)

    @Slot("QDBusMessage")
    def _take(self, message: Any) -> None:
        found = message.arguments()
        value: Any = found[0] if found else None
        # Older desktops wrap the value once more.
        while hasattr(value, "variant"):
            value = value.variant()
        if isinstance(value, bool):
            self._tell(wanted=value)

    @Slot("QDBusError", "QDBusMessage")
    def _leave(self, _error: object, _message: object) -> None:
        """Leave it as it is: the desktop says nothing of it."""

    def _tell(self, *, wanted: bool) -> None:
        if wanted != self.is_wanted:
            self.is_wanted = wanted
            self.changed.emit()


@cache
def motion() -> Motion:
    """Return what the system says, asked when it is first needed."""
    found = Motion()
    found.ask()
    return found


def _wanted_on_windows() -> bool:
    # By name: elsewhere there is none, and a type checker is told of no other system than its own.
    user: Any = getattr(ctypes, "windll").user32  # noqa: B009 - see above
    animates = ctypes.c_int(1)
    user.SystemParametersInfoW(_ANIMATES, 0, ctypes.byref(animates), 0)
    return bool(animates.value)
