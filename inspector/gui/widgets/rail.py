# SPDX-License-Identifier: Apache-2.0
"""The rail at the window's leading edge: the journey, how far it has come, that nothing left the computer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from inspector.app.journey import BEGINNING, PAGES, Standing, Step
from inspector.gui.cover.openly import show_openly
from inspector.gui.cover.switch import KEYS
from inspector.gui.theme.measures import CONTROL_RADIUS, steps
from inspector.gui.theme.measures import Step as TypeStep
from inspector.gui.theme.painting import box, check, circle, disc, inside, ring
from inspector.gui.theme.tokens import Tokens, tokens_of
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.rail_foot import Foot
from inspector.gui.widgets.text import Aside, Strong
from inspector.system.messages import Messages

_LEAST_WIDTH = 212
_MARK = 9
_ITEM = 44
_SIDE = steps(2.5)
_BEFORE_WORD = steps(10.5)
_COUNT_ROOM = steps(13)


class RailItem(QAbstractButton):
    """One page of the journey: mark, word, and a count where something waits there."""

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.setCheckable(True)
        # One of several, of which one is shown: a screen reader calls it so, and no box to tick.
        self.setAutoExclusive(True)
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
        box(painter, place, 9, tokens.on_ground, tokens.on if tokens.is_strong else None)
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
    covers = Signal()
    asks_outward = Signal()
    """The person wants to see what leaves this computer."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._shown = ""
        self._items = {step.page: RailItem(step) for step in BEGINNING}
        self._whose = Strong()
        self._kept = Aside(messages.text("gui.rail.kept"), step=TypeStep.ASIDE)
        self._is_kept = self._is_covered = False
        self.lock = self._link("gui.rail.lock")
        self.lock.setAccessibleName(messages.text("gui.case.rail_lock"))
        self.lock.clicked.connect(self.locks)
        self.cover = self._link("gui.rail.cover")
        self.cover.clicked.connect(self.covers)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setAccessibleName(messages.text("gui.rail.name"))
        self._lay_out()
        for page, item in self._items.items():
            item.setText(messages.text(f"gui.rail.{page}"))
            # By click and key it is a choice once it is checked; a screen reader only checks it.
            item.toggled.connect(lambda on, page=page: self._choose(page) if on else None)
            self._group.addButton(item)
        widest = max(item.sizeHint().width() for item in self._items.values())
        self.setFixedWidth(max(_LEAST_WIDTH, widest + 2 * _SIDE + 1))
        self.show_journey(BEGINNING)
        self.show_whose(example=False)
        self.show_kept(on_disk=False)
        self.show_covered(on=False)
        show_openly(self.foot, self._kept, self.lock, self.cover, *self._items.values())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, steps(4), _SIDE + 1, steps(7))
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(steps(4))
        for item in self._items.values():
            column.addWidget(item)
        column.addStretch(1)
        self.foot = Foot(self._messages)
        self.foot.outward.clicked.connect(self.asks_outward)
        column.addWidget(self.foot)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(steps(3), 0, steps(2), 0)
        head.setSpacing(0)
        head.addWidget(self._whose)
        head.addWidget(self._kept)
        # A row of its own kind brings a link to where words begin.
        row = Flow(across=steps(2), down=0)
        row.addWidget(self.cover)
        row.addWidget(self.lock)
        head.addLayout(row)
        return head

    def _link(self, key: str) -> SmallLinkButton:
        link = SmallLinkButton(self._messages.text(key))
        link.setAutoDefault(False)
        return link

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
        self._is_kept = on_disk
        self.lock.setVisible(on_disk)
        self._show_standing()

    def show_covered(self, *, on: bool) -> None:
        """Show whether what is the person's own is covered, and offer the other."""
        self._is_covered = on
        name = self._messages.text("gui.cover.off" if on else "gui.cover.on")
        keys = QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.cover.setText(self._messages.text("gui.rail.uncover" if on else "gui.rail.cover"))
        self.cover.setAccessibleName(name)
        self.cover.setToolTip(self._messages.text("gui.cover.tip", keys=keys))
        self.cover.setAccessibleDescription(self.cover.toolTip())
        self._show_standing()

    def _show_standing(self) -> None:
        """Say what matters most now: that all is covered, else where it is kept."""
        key = "gui.case.rail_kept" if self._is_kept else "gui.rail.kept"
        self._kept.setText(self._messages.text("gui.cover.standing" if self._is_covered else key))
        self._kept.set_colour("on" if self._is_covered else "muted")

    def show_page(self, page: str) -> None:
        """Mark the page that is shown."""
        self._shown = page
        self._items[page].setChecked(True)

    def _choose(self, page: str) -> None:
        if page != self._shown:
            self.chosen.emit(page)

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
