# SPDX-License-Identifier: Apache-2.0
"""The one switch that covers what is the person's own in all windows of the program, and uncovers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from inspector.system.messages import Messages

# What covers is loaded when it is first switched on: the window opens without it.
if TYPE_CHECKING:
    from inspector.app.own_words import OwnWords
    from inspector.gui.cover.sheet import Sheet
    from inspector.gui.cover.spoken import Voices

KEYS: Final = "Ctrl+Shift+B"
_SEEN: Final = (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.ChildAdded)


class Cover(QObject):
    """Off when the program begins. `changed` tells that it was switched.

    The windows of the system, such as those to choose a file in, are not the program's and stay as they are.
    """

    changed = Signal(bool)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._messages: Messages | None = None
        self._own: OwnWords | None = None
        self._sheets: dict[QWidget, Sheet] = {}
        self._voices: Voices | None = None

    @property
    def is_on(self) -> bool:
        """Answer whether everything is covered."""
        return self._own is not None

    def speak(self, messages: Messages) -> None:
        """Take the messages that are on screen; their words are not covered."""
        is_on = self.is_on
        self.turn(on=False)
        self._messages = messages
        self.turn(on=is_on)

    def toggle(self) -> None:
        """Cover everything, or uncover it."""
        self.turn(on=not self.is_on)

    def turn(self, *, on: bool) -> None:
        """Be on or off."""
        if on == self.is_on:
            return
        if on:
            self._begin()
        else:
            self._end()
        self.changed.emit(on)

    def _begin(self) -> None:
        from inspector.app.own_words import OwnWords  # noqa: PLC0415 - see above
        from inspector.gui.cover.spoken import Voices  # noqa: PLC0415 - the same

        self._own = OwnWords(self._said)
        self._voices = Voices(self._own, self._said.text("gui.cover.covered"))
        self._app.installEventFilter(self)
        # What is not to be seen comes when it is shown.
        for widget in self._app.allWidgets():
            if widget.isVisible():
                self._voices.speak_for(widget)
        for window in self._app.topLevelWidgets():
            if window.isVisible():
                self._lay_over(window)

    def _end(self) -> None:
        self._own = None
        self._app.removeEventFilter(self)
        for sheet in self._sheets.values():
            sheet.hide()
            sheet.deleteLater()
        self._sheets.clear()
        if self._voices is not None:
            self._voices.end()
            self._voices = None

    @property
    def _said(self) -> Messages:
        return self._messages or Messages()

    def _lay_over(self, window: QWidget) -> None:
        from inspector.gui.cover.sheet import Sheet  # noqa: PLC0415 - see above

        if self._own is not None and window not in self._sheets:
            window.destroyed.connect(lambda: self._sheets.pop(window, None))
            self._sheets[window] = Sheet(window, self._own)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover what comes up, stay above all in each window, and let no tip tell anything."""
        kind = event.type()
        if kind == QEvent.Type.ToolTip:
            return True
        if kind in _SEEN and isinstance(watched, QWidget):
            self._look(watched, kind)
        return False

    def _look(self, widget: QWidget, kind: QEvent.Type) -> None:
        if kind == QEvent.Type.Show and self._voices is not None:
            self._voices.speak_for(widget)
        if widget.isWindow():
            if kind == QEvent.Type.Show:
                self._lay_over(widget)
            elif widget in self._sheets:
                self._sheets[widget].follow()


def the_cover() -> Cover:
    """Return the switch of this program. Raises RuntimeError where no application runs."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError  # noqa: TRY004 - there is none; it is not of a wrong kind
    found = app.findChild(Cover)
    return found if found is not None else Cover(app)


def switched_by_keys(window: QWidget) -> None:
    """Let the keys switch it in a window."""
    QShortcut(QKeySequence(KEYS), window).activated.connect(the_cover().toggle)
