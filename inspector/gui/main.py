# SPDX-License-Identifier: Apache-2.0
"""Opens the window."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from inspector.app.mishap import place_of
from inspector.gui.bridge import Bridge
from inspector.gui.desk import Desk
from inspector.gui.interrupts import CANCELLED, Interrupts
from inspector.gui.taste import Taste
from inspector.gui.theme.measures import Step
from inspector.gui.theme.theme import Theme
from inspector.gui.tongue import speak
from inspector.gui.window import MainWindow
from inspector.system import resources
from inspector.system.messages import Messages
from inspector.system.trace import Trace

_NAME = "privacy-settings-inspector"
_OWN_FACES = ("Regular", "SemiBold", "Bold", "Italic")


def open_window(messages: Messages, trace: Trace | None = None, *, asked: bool = False) -> int:
    """Open the window and return the exit code when it is closed; with `trace`, once it is idle.

    It speaks the language of `messages` where that was `asked` for, else what was chosen, else the system's.
    """
    marks = trace or Trace()
    marks.mark("imported")
    app = QApplication([_NAME])
    marks.mark("application")
    taste = Taste()
    words = messages if asked else Messages(taste.language())
    theme = dress(app, words)
    theme.choose(taste.look)
    window = make_window(words, theme)
    window.resize(window.size().boundedTo(window.screen().availableSize()))
    sys.excepthook = lambda _kind, error, _trace: tell_bug(window, error)
    marks.mark("window")
    window.show()
    marks.mark("shown")
    watch = FirstIdle(window, marks) if trace else None
    code = _until_closed(app, window)
    marks.mark("closed")
    del watch
    return code


def _until_closed(app: QApplication, window: MainWindow) -> int:
    def interrupt() -> None:
        window.closes_unasked()
        window.close()

    interrupts = Interrupts(interrupt)
    code = app.exec()
    interrupts.end()
    return CANCELLED if interrupts.came else code


def make_window(messages: Messages, theme: Theme) -> MainWindow:
    """Return a window with a new case, not shown yet."""
    return MainWindow(Desk(messages, Bridge()), theme)


def tell_bug(window: MainWindow, error: BaseException) -> None:
    """Tell of an error that nothing caught, by its place alone: its words may quote what was handed in."""
    sys.stderr.write(place_of(error) + "\n")
    window.tell(error)


class FirstIdle(QObject):
    """Closes a window once it was painted and has nothing left to do, its parts loaded."""

    def __init__(self, window: MainWindow, trace: Trace) -> None:
        super().__init__(window)
        self._window = window
        self._trace = trace
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._idle)
        return False

    def _idle(self) -> None:
        self._trace.mark("idle")
        if self._window.desk.is_ready:
            self._close()
        else:
            self._window.ready.connect(self._close)

    def _close(self) -> None:
        self._trace.mark("ready")
        self._window.close()


def dress(app: QApplication, messages: Messages) -> Theme:
    """Give the application name, language, colours and size of text, and a face where the system has none."""
    app.setApplicationName(_NAME)
    speak(messages)
    app.setDesktopFileName(_NAME)
    app.setWindowIcon(QIcon(str(resources.path("icons/app.svg"))))
    if not QFontDatabase.families():
        use_own_face(app)
    font = app.font()
    font.setPixelSize(Step.TEXT.pixels)
    app.setFont(font)
    return Theme(app)


def use_own_face(app: QApplication) -> None:
    """Wear the face that ships with the program for its reports."""
    for weight in _OWN_FACES:
        QFontDatabase.addApplicationFont(str(resources.path(f"fonts/NotoSans-{weight}.ttf")))
    font = app.font()
    font.setFamily("Noto Sans")
    app.setFont(font)
