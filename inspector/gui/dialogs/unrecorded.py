# SPDX-License-Identifier: Apache-2.0
"""Lets no dialog for files leave behind, for other programs to offer, which folders the person went to.

Qt notes the folders of its file dialogs in settings that all programs of Qt share. What these said before is
put back. A dialog that the system itself draws may keep a list of its own, which no program can read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QSettings

_ORGANISATION: Final = "QtProject"
_NOTED: Final = ("FileDialog/history", "FileDialog/lastVisited")


def forgetter() -> Callable[[], None]:
    """Return what puts the settings back as they are now: for a dialog that is not waited for."""
    settings = _shared()
    before = {key: settings.value(key) if settings.contains(key) else None for key in _NOTED}

    def forget() -> None:
        after = _shared()
        for key, value in before.items():
            if value is None:
                after.remove(key)
            else:
                after.setValue(key, value)
        after.sync()

    return forget


@contextmanager
def unrecorded() -> Iterator[None]:
    """Put the settings back at the end: for a dialog that is waited for."""
    forget = forgetter()
    try:
        yield
    finally:
        forget()


def _shared() -> QSettings:
    return QSettings(QSettings.Scope.UserScope, _ORGANISATION)
