# SPDX-License-Identifier: Apache-2.0
"""Has Qt speak the language of the window: its own dialogs, its dates, and which way all is read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from inspector.system import languages
from inspector.system.messages import Messages

_OF_QT = "words-of-qt"


def speak(messages: Messages) -> None:
    """Let whatever Qt says, writes and lays out by itself be of this language."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    app.setApplicationDisplayName(messages.text("gui.title"))
    left = languages.runs_left(messages.lang)
    QLocale.setDefault(_locale(messages.lang))
    _translate(app, messages.lang)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if left else Qt.LayoutDirection.LeftToRight)


def _locale(lang: str) -> QLocale:
    """Return the system's own customs where they are of this language, such as Austria's for German."""
    system = QLocale.system()
    return system if languages.base(system.bcp47Name()) == languages.base(lang) else QLocale(lang)


def _translate(app: QApplication, lang: str) -> None:
    """Load Qt's own words, where it has them; English is what it says without."""
    before = app.findChild(QTranslator, _OF_QT)
    if before is not None:
        QCoreApplication.removeTranslator(before)
        before.setParent(None)
        before.deleteLater()
    words = QTranslator(app)
    words.setObjectName(_OF_QT)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(f"qtbase_{languages.base(lang)}", folder):
        QCoreApplication.installTranslator(words)
