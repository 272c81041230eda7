# SPDX-License-Identifier: Apache-2.0
"""The rail at the window's leading edge: the journey, how far it has come, that nothing left the computer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector.app.journey import BEGINNING, PAGES, Standing, Step
from inspector.gui.theme.icons import Icon
from inspector.gui.theme.measures import CONTROL_RADIUS, RING, steps
from inspector.gui.theme.measures import Step as TypeStep
from inspector.gui.theme.painting import box, check, circle, disc, inside, ring
from inspector.gui.theme.tokens import Tokens, tokens_of
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside, Strong
from inspector.system.messages import Messages

_LEAST_WIDTH = 212
_MARK = 9
_ITEM = 46
_SIDE = steps(2.5)
_BEFORE_WORD = steps(10.5)
_COUNT_ROOM = steps(13)


class RailItem(QAbstractButton):
    """One page of the journey: mark, word, and a count where something waits there."""

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(TypeStep.TEXT.font())

    def sizeHint(self) -> QSize:
        """Return the size of mark, word and count, the word as strong as it gets."""
        words = QFontMetrics(TypeStep.STRONG.font()).horizontalAdvance(self.text())
        return QSize(words + _BEFORE_WORD + _COUNT_ROOM, _ITEM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the item; the page that is shown stands on a card."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        shape = inside(self.rect())
        if self.isChecked():
            box(painter, shape, CONTROL_RADIUS, tokens.card, tokens.line)
        elif self.underMouse():
            box(painter, shape, CONTROL_RADIUS, tokens.hover, None)
        self._paint_mark(painter, tokens)
        self._paint_word(painter, tokens)
        if self.step.waits:
            self._paint_count(painter, tokens)
        if self.hasFocus():
            ring(painter, shape, CONTROL_RADIUS, tokens.focus)
        painter.end()

    def _paint_mark(self, painter: QPainter, tokens: Tokens) -> None:
        centre = self._mirrored(QRectF(steps(3.5), 0, 2 * _MARK, self.height())).center()
        if self.step.standing is Standing.DONE:
            disc(painter, centre, _MARK, tokens.accent)
            check(painter, centre, 9, tokens.on_accent, 1.6)
        elif self.step.standing is Standing.OPEN:
            circle(painter, centre, _MARK, tokens.accent if self.isChecked() else tokens.muted)
        else:
            circle(painter, centre, _MARK, tokens.muted, dashes=8)

    def _paint_word(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setPen(tokens.ink)
        painter.setFont((TypeStep.STRONG if self.isChecked() else TypeStep.TEXT).font())
        right = _COUNT_ROOM if self.step.waits else steps(3)
        place = self._mirrored(QRectF(_BEFORE_WORD, 0, self.width() - _BEFORE_WORD - right, self.height()))
        painter.drawText(
            place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), self.text()
        )

    def _paint_count(self, painter: QPainter, tokens: Tokens) -> None:
        text = str(self.step.waits)
        painter.setFont(TypeStep.ASIDE.font())
        width = max(21, painter.fontMetrics().horizontalAdvance(text) + 14)
        place = QRectF(0, 0, width, 18)
        place.moveCenter(QPointF(self.width() - steps(3.5) - width / 2, self.height() / 2))
        place = self._mirrored(place)
        box(painter, place, 9, tokens.on_ground, None)
        painter.setPen(tokens.on)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _mirrored(self, rect: QRectF) -> QRectF:
        if self.isLeftToRight():
            return rect
        return QRectF(self.width() - rect.right(), rect.top(), rect.width(), rect.height())


class Rail(QFrame):
    """All pages, one of them shown; `chosen` tells which one the person wants."""

    chosen = Signal(str)
    locks = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._items = {step.page: RailItem(step) for step in BEGINNING}
        self._whose = Strong()
        self._kept = Aside(messages.text("gui.rail.kept"), step=TypeStep.ASIDE)
        self.lock = SmallLinkButton(messages.text("gui.case.rail_lock"))
        self.lock.setAutoDefault(False)
        self.lock.clicked.connect(self.locks)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setAccessibleName(messages.text("gui.rail.name"))
        self._lay_out()
        for page, item in self._items.items():
            item.setText(messages.text(f"gui.rail.{page}"))
            item.clicked.connect(lambda _checked, page=page: self.chosen.emit(page))
            self._group.addButton(item)
        widest = max(item.sizeHint().width() for item in self._items.values())
        self.setFixedWidth(max(_LEAST_WIDTH, widest + 2 * _SIDE + 1))
        self.show_journey(BEGINNING)
        self.show_whose(example=False)
        self.show_kept(on_disk=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, steps(5), _SIDE + 1, steps(7))
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(steps(4))
        for item in self._items.values():
            column.addWidget(item)
        column.addStretch(1)
        self.foot = Foot(self._messages)
        column.addWidget(self.foot)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(steps(3), 0, steps(2), 0)
        head.setSpacing(0)
        head.addWidget(self._whose)
        head.addWidget(self._kept)
        # A row of its own kind brings a link to where words begin.
        row = Flow(across=0, down=0)
        row.addWidget(self.lock)
        head.addLayout(row)
        return head

    def item(self, page: str) -> RailItem:
        """Return the item of a page."""
        return self._items[page]

    def show_journey(self, steps_of_journey: Sequence[Step]) -> None:
        """Show how every page stands."""
        for step in steps_of_journey:
            item = self._items[step.page]
            item.step = step
            item.setAccessibleName(self._spoken(step))
            item.update()

    def show_whose(self, *, example: bool, name: str = "") -> None:
        """Show the name that the person gave the case, else whether it is that of the fictional person."""
        whole = name or self._messages.text("gui.rail.example" if example else "gui.rail.head")
        room = self.width() - 2 * _SIDE - steps(5)
        self._whose.setText(_within(self._whose, whole, room) if name else whole)
        self._whose.setAccessibleName(whole)
        self._whose.setToolTip(name)

    def show_kept(self, *, on_disk: bool) -> None:
        """Show whether what is done is stored, and offer the lock where it is."""
        self._kept.setText(self._messages.text("gui.case.rail_kept" if on_disk else "gui.rail.kept"))
        self.lock.setVisible(on_disk)

    def show_page(self, page: str) -> None:
        """Mark the page that is shown."""
        self._items[page].setChecked(True)

    def take_keyboard(self) -> None:
        """Give the keyboard to the page that is shown."""
        shown = self._group.checkedButton()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.TabFocusReason)

    def _spoken(self, step: Step) -> str:
        name = self._messages.text(f"gui.rail.{step.page}")
        standing = self._messages.text(f"gui.standing.{step.standing}")
        if not step.waits:
            return self._messages.text("gui.rail.item", name=name, standing=standing)
        return self._messages.text("gui.rail.item_waits", name=name, standing=standing, n=step.waits)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line towards the page."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.rail)
        edge = self.width() - 1 if self.isLeftToRight() else 0
        painter.fillRect(edge, 0, 1, self.height(), tokens.line)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first and the last page with Home and End; the arrows are Qt's."""
        ends = {Qt.Key.Key_Home: PAGES[0], Qt.Key.Key_End: PAGES[-1]}
        page = ends.get(Qt.Key(event.key()))
        if page is None:
            super().keyPressEvent(event)
            return
        self._items[page].setFocus(Qt.FocusReason.TabFocusReason)
        self._items[page].click()


def _within(label: QWidget, text: str, room: int) -> str:
    """Return a text, cut where it needs more than two lines; words too long for a line are cut too."""
    metrics = QFontMetrics(label.font())
    words = (metrics.elidedText(word, Qt.TextElideMode.ElideRight, room) for word in text.split())
    return metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, 2 * room - steps(8))


class Foot(QWidget):
    """Says how many connections were made; only what the person lets out makes one."""

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(steps(3), steps(3), steps(2), 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(steps(1))
        # The words of the line below begin so far in.
        row.addSpacing(RING)
        row.addWidget(Icon("offline", 13, "muted"))
        self._messages = messages
        self._standing = Aside()
        self._count = Aside()
        row.addWidget(self._standing, 1)
        column.addLayout(row)
        column.addWidget(self._count)
        self.show_connections(0)

    def show_connections(self, count: int) -> None:
        """Say how many there were."""
        self._standing.setText(self._messages.text("gui.rail.asked" if count else "gui.rail.offline"))
        self._count.setText(self._messages.text("gui.rail.connections", n=count))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above."""
        del event
        painter = QPainter(self)
        painter.fillRect(RING, 0, self.width() - 2 * RING, 1, tokens_of(self).line)
        painter.end()
