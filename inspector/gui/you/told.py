# SPDX-License-Identifier: Apache-2.0
"""What stands beside a field: what is wrong with it, or what it leaves open, and a way to mend it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.theme.fields import mark_wrong
from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import TextBlock

_CHARACTERS = 110


class ToldLine(QWidget):
    """A sentence, said to screen readers too when it changes; empty ones take no room."""

    mended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked: tuple[QWidget, ...] = ()
        self.words = TextBlock(step=Step.ASIDE, characters=_CHARACTERS)
        self.mend = SmallLinkButton()
        self.mend.setAutoDefault(False)
        self.mend.clicked.connect(self.mended)
        row = Flow(self, across=steps(3), down=0)
        row.addWidget(self.words)
        row.addWidget(self.mend)
        self.hide()

    def tell(self, text: str, mend: str = "", *, wrong: bool = True, about: tuple[QWidget, ...] = ()) -> None:
        """Say a sentence beside the fields it is `about`; `mend`: the words of what would mend it.

        What is `wrong` is marked at the fields too, until something else is said.
        """
        is_new = text != self.words.text()
        self.words.set_colour("on" if wrong else "muted")
        self.words.setText(text)
        self.mend.setText(mend)
        self.mend.setVisible(bool(mend))
        self.setVisible(bool(text))
        for field in about:
            field.setAccessibleDescription(text)
        self._mark(about if wrong and text else ())
        if is_new and text:
            announce(self, text)

    def unmark(self) -> None:
        """Take the marks back."""
        for field in self._marked:
            mark_wrong(field.focusProxy() or field, wrong=False)
        self._marked = ()

    def _mark(self, fields: tuple[QWidget, ...]) -> None:
        self.unmark()
        for field in fields:
            mark_wrong(field.focusProxy() or field, wrong=True)
        self._marked = fields


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say a sentence."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
