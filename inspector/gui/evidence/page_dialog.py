# SPDX-License-Identifier: Apache-2.0
"""One page of the report, large enough to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget

from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.dialogs.room import gives_way, room_in
from inspector.gui.evidence.pages import EDGE
from inspector.gui.theme.measures import RING, steps
from inspector.gui.theme.tokens import LIGHT
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.edges import Edges

_LARGEST = QSize(1000, 900)
_WIDEST = 920
"""A page of the report is then a little larger than on paper."""
_ALL = 1000
"""Of this many shares of the width the page has all but one."""


class _Sheet(QScrollArea):
    """What scrolls; `resized` tells that there is other room in it than before."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of it: the room is known here, and not yet where the dialog is resized."""
        super().resizeEvent(event)
        self.resized.emit()


class PageDialog(Dialog):
    """Shows a page and goes to the next and the previous one."""

    def __init__(
        self, desk: Desk, pictures: Sequence[bytes], page: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.text("gui.evidence.report.title"), " ", parent)
        self.desk = desk
        self.pictures = tuple(pictures)
        self.page = page
        self._whole = QPixmap()
        self.picture = QLabel()
        # Its page must not keep the dialog from growing narrower.
        self.picture.setMinimumWidth(1)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.scroller = _Sheet()
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.scroller.setWidget(self.picture)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.viewport().setAutoFillBackground(False)
        self.picture.setAutoFillBackground(False)
        # Paper is white in a dark window too.
        self.edges = Edges(self.scroller, "card", LIGHT)
        bar = self.scroller.verticalScrollBar().sizeHint().width()
        self.scroller.setMaximumWidth(_WIDEST + bar)
        row = QHBoxLayout()
        row.setContentsMargins(RING, steps(1), 0, 0)
        row.addWidget(self.scroller, _ALL)
        row.addStretch(1)
        self.body.addLayout(row, 1)
        self._add_buttons()
        gives_way(self.scroller)
        self.resize(room_in(parent, _LARGEST))
        self.show_page(page)
        self.scroller.resized.connect(self._fit)
        self.scroller.setFocus()

    def _add_buttons(self) -> None:
        self.previous = SecondaryButton(self.desk.text("gui.evidence.report.previous"))
        self.next = SecondaryButton(self.desk.text("gui.evidence.report.next"))
        self.closes = SecondaryButton(self.desk.text("gui.evidence.report.close"))
        self.previous.clicked.connect(lambda: self.show_page(self.page - 1))
        self.next.clicked.connect(lambda: self.show_page(self.page + 1))
        self.closes.clicked.connect(self.accept)
        self.add(self.next, self.previous, self.closes)
        for keys, button in (("Ctrl+PgUp", self.previous), ("Ctrl+PgDown", self.next)):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)

    def _fit(self) -> None:
        """Keep the page as wide as there is room."""
        ratio = self.devicePixelRatioF()
        room = min(self.scroller.viewport().width(), _WIDEST)
        if self._whole.isNull() or room <= 0:
            return
        fitting = self._whole.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
        painter = QPainter(fitting)
        painter.setPen(EDGE)
        painter.drawRect(fitting.rect().adjusted(0, 0, -1, -1))
        painter.end()
        fitting.setDevicePixelRatio(ratio)
        self.picture.setPixmap(fitting)

    def show_page(self, page: int) -> None:
        """Show a page from its top."""
        self.page = max(0, min(page, len(self.pictures) - 1))
        self._whole = QPixmap()
        self._whole.loadFromData(self.pictures[self.page], "PNG")
        place = {"page": self.page + 1, "pages": len(self.pictures)}
        self._fit()
        self.words.setText(self.desk.text("gui.evidence.report.page", **place))
        self.picture.setAccessibleName(self.desk.text("gui.evidence.report.picture", **place))
        self.scroller.setAccessibleName(self.desk.text("gui.evidence.report.picture", **place))
        self.scroller.verticalScrollBar().setValue(0)
        self.previous.setEnabled(self.page > 0)
        is_last = self.page == len(self.pictures) - 1
        self.next.setEnabled(not is_last)
        self.next.lead(on=not is_last)
        self.closes.lead(on=is_last)
