# SPDX-License-Identifier: Apache-2.0
"""The fingerprint of a bundle, large and in groups, to be compared and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.evidence import grouped
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside, TextBlock


class FingerprintBox(QWidget):
    """Shows a fingerprint in a face whose characters are all equally wide, with a button that copies it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.fingerprint = ""
        self.figures = Figures(step=Step.NAME)
        self.copies = SecondaryButton(desk.text("gui.evidence.made.copy"))
        self.told = Aside()
        self.row = Flow(across=steps(1.5))
        self.row.addWidget(self.copies)
        self.row.addWidget(self.told)
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(2))
        column.addWidget(Aside(desk.text("gui.evidence.made.fingerprint")))
        column.addWidget(self.figures)
        column.addLayout(self.row)
        self.copies.clicked.connect(self._copy)

    def show_fingerprint(self, fingerprint: str) -> None:
        """Show this one."""
        self.fingerprint = fingerprint
        self.figures.setText(grouped(fingerprint))
        self.figures.setAccessibleName(f"{self.desk.text('gui.evidence.made.fingerprint')}: {fingerprint}")
        self._tell("")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.fingerprint)
        self._tell(self.desk.text("gui.evidence.made.copied"))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))


class Figures(TextBlock):
    """Figures in groups, in an even face, read from the left in every language.

    Otherwise groups of digits alone change places with those that hold letters, where words are read from
    the right.
    """

    reading = Qt.LayoutDirection.LeftToRight

    def __init__(self, text: str = "", *, step: Step = Step.TEXT) -> None:
        super().__init__(text, step=step, characters=None)
        self.setFont(even_face(step))


def even_face(step: Step) -> QFont:
    """Return a face of which all characters are equally wide."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(step.pixels)
    return font
