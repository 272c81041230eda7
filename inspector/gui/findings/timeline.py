# SPDX-License-Identifier: Apache-2.0
"""The timeline as a widget: it zooms, moves, and opens the evidence of whatever is asked about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.app.findings.shapes import Plot
from inspector.gui.findings.layout import Item, PlotLayout
from inspector.gui.findings.strokes import END, paint_names, paint_plot
from inspector.gui.theme.measures import RING, steps
from inspector.gui.theme.painting import along_time, arrow, box, inside, ring
from inspector.gui.theme.tokens import Tokens, tokens_of

_MOST_ZOOM = 64.0
_ZOOM_STEP = 1.5
_MOVE = 0.2
_NOTCH = 120
_DRAG = 4
_PLATE = 15.0
_ARROW = 8.0


class CardBar(QWidget):
    """The sharing track of one setting, to look at; the card itself says the same in words."""

    def __init__(self, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot = plot
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return a size for a usual card."""
        return QSize(300, round(PlotLayout(self._plot, 300, card=True).height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and its years."""
        del event
        painter = along_time(QPainter(self))
        painter.translate(RING, 0)
        paint_plot(painter, PlotLayout(self._plot, self.width() - 2 * RING, card=True), tokens_of(self))
        painter.end()


class TimelineView(QWidget):
    """All tracks with their marks. `asked` carries the item whose evidence is wanted, `told` its title."""

    asked = Signal(object)
    told = Signal(str)

    def __init__(self, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = plot
        self.zoom = 1.0
        self.offset = 0.0
        self.chosen: int | None = None
        self._pressed: QPointF | None = None
        self._dragged = False
        self._layout = PlotLayout(plot, 600)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(plot.name)
        self.setAccessibleDescription(plot.description)

    def sizeHint(self) -> QSize:
        """Return a size for a usual page."""
        return QSize(600, round(self._layout.height) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return the least size that can be read."""
        return QSize(300, round(self._layout.height) + 2 * RING)

    @property
    def items(self) -> tuple[Item, ...]:
        """Return all that opens evidence, in the order the keyboard goes through them."""
        return self._layout.items

    def place_of(self, number: int) -> QRectF:
        """Return where an item is seen, in the coordinates of the widget."""
        return self.items[number].seen.translated(self._corner())

    def magnify(self, factor: float, around: float | None = None) -> None:
        """Zoom by a factor round an x of the widget, its middle by default."""
        centre = self.width() / 2 if around is None else around
        at = (centre - self._corner().x()) / self._layout.scale.width
        self.zoom = min(max(self.zoom * factor, 1.0), _MOST_ZOOM)
        self._lay_out()
        self.move_to(at * self._layout.scale.width - (centre - self._layout.gutter - RING))

    def show_whole(self) -> None:
        """Show all years."""
        self.magnify(1 / _MOST_ZOOM)

    def move_to(self, offset: float) -> None:
        """Move the plot so that it begins `offset` pixels into the time it shows."""
        self.offset = min(max(offset, 0.0), self._layout.scale.width - self._layout.room)
        self.update()

    def choose(self, number: int) -> None:
        """Look at an item, moving it into sight."""
        self.chosen = number
        item = self.items[number]
        left, right = item.seen.left(), item.seen.right()
        if left < self.offset or right > self.offset + self._layout.room:
            self.move_to(left - steps(6))
        self.told.emit(item.title)
        self.setAccessibleName(f"{self.plot.name}: {item.title}")
        self.update()

    def _corner(self) -> QPointF:
        return QPointF(RING + self._layout.gutter - self.offset, RING)

    def _lay_out(self) -> None:
        self._layout = PlotLayout(self.plot, self.width() - 2 * RING, zoom=self.zoom)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew in another width."""
        super().resizeEvent(event)
        share = self.offset / self._layout.scale.width
        self._lay_out()
        self.move_to(share * self._layout.scale.width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint names, plot, and the rings of what is looked at."""
        del event
        tokens = tokens_of(self)
        painter = along_time(QPainter(self))
        painter.translate(RING, RING)
        paint_names(painter, self._layout, tokens)
        painter.translate(-RING, -RING)
        if self.zoom > 1:
            left = RING + self._layout.gutter
            painter.setClipRect(QRectF(left, 0, self._layout.room + 2 * RING, self.height()))
        painter.translate(self._corner())
        paint_plot(painter, self._layout, tokens, self.offset)
        self._paint_ends(painter, tokens)
        painter.setClipping(False)
        if self.chosen is not None and self.chosen < len(self.items):
            colour = tokens.focus if self.hasFocus() else tokens.accent
            item = self.items[self.chosen]
            ring(
                painter, inside(item.seen, -1), item.seen.height() / 2 if item.kind == "circle" else 4, colour
            )
        painter.resetTransform()
        if self.hasFocus():
            # Round the plot alone: the names beside it stand at the very edge.
            begins = max(0, round(self._layout.gutter) - steps(2))
            ring(painter, inside(self.rect().adjusted(begins, 0, 0, 0)), 6, tokens.focus)
        painter.end()

    def _paint_ends(self, painter: QPainter, tokens: Tokens) -> None:
        """Point outwards at an end beyond which the plot goes on: fading, it would seem to begin there."""
        layout, more = self._layout, self._layout.scale.width - self._layout.room - self.offset
        ends = ((self.offset, self.offset, 1), (more, self.offset + layout.room, -1))
        for at, inwards in ((at, inwards) for hidden, at, inwards in ends if hidden >= 1):
            for lane in layout.lanes:
                centre = QPointF(at + inwards * END / 2, lane.top + lane.height / 2)
                _paint_onward(painter, centre, tokens, left=inwards > 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, move, go through the items and open them."""
        key = event.key()
        deeds: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Plus: lambda: self.magnify(_ZOOM_STEP),
            Qt.Key.Key_Equal: lambda: self.magnify(_ZOOM_STEP),
            Qt.Key.Key_Minus: lambda: self.magnify(1 / _ZOOM_STEP),
            Qt.Key.Key_0: self.show_whole,
            Qt.Key.Key_Left: lambda: self.move_to(self.offset - self._layout.room * _MOVE),
            Qt.Key.Key_Right: lambda: self.move_to(self.offset + self._layout.room * _MOVE),
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_Home: lambda: self.choose(0),
            Qt.Key.Key_End: lambda: self.choose(len(self.items) - 1),
            Qt.Key.Key_Return: self._ask,
            Qt.Key.Key_Enter: self._ask,
            Qt.Key.Key_Space: self._ask,
        }
        if key in deeds:
            deeds[key]()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        last = len(self.items) - 1
        start = -1 if by > 0 else last + 1
        self.choose(min(max((start if self.chosen is None else self.chosen) + by, 0), last))

    def _ask(self) -> None:
        if self.chosen is None:
            self._step(1)
        if self.chosen is not None:
            self.asked.emit(self.items[self.chosen])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom round the pointer with Ctrl; without, let the page scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.magnify(_ZOOM_STEP ** (event.angleDelta().y() / _NOTCH), event.position().x())
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the plot along, or tell what lies below the pointer."""
        if self._pressed is not None:
            way = event.position().x() - self._pressed.x()
            self._dragged = self._dragged or abs(way) >= _DRAG
            if self._dragged and self.zoom > 1:
                self.move_to(self.offset - way)
                self._pressed = event.position()
            return
        found = self._layout.item_at(event.position() - self._corner())
        over = found is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        if found is not None:
            self.told.emit(self.items[found].title)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        was_click = self._pressed is not None and not self._dragged
        self._pressed = None
        found = self._layout.item_at(event.position() - self._corner())
        if was_click and found is not None:
            self.choose(found)
            self._ask()


def _paint_onward(painter: QPainter, centre: QPointF, tokens: Tokens, *, left: bool) -> None:
    """Paint a plate with an arrow that points left or right."""
    painter.save()
    painter.translate(centre)
    box(painter, QRectF(-_PLATE / 2, -_PLATE / 2, _PLATE, _PLATE), 4, tokens.card, tokens.line)
    painter.rotate(90 if left else -90)
    arrow(painter, QPointF(0, 0), _ARROW, tokens.ink)
    painter.restore()
