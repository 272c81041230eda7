# SPDX-License-Identifier: Apache-2.0
"""What all pages share: one sentence at the top, a body that scrolls, and a bar with one primary action."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from inspector.gui.desk import Desk
from inspector.gui.theme.buttons import LINK, LINK_ROOM, look_of
from inspector.gui.theme.measures import RING, SCROLL_BAR, steps
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.typed import type_again, typed
from inspector.gui.widgets.edges import Edges
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside, Heading

if TYPE_CHECKING:
    from inspector.app.session import Session

_SIDE = steps(8) - RING
_BETWEEN = steps(4)
"""Between the buttons and what is at the far end."""
_ASIDE = 110
"""The sentence below the page's own may run on: it is one line wherever there is room."""


class Page(QWidget):
    """One question of the journey. Subclasses fill `body` and `bar`; `refresh` shows what the case says.

    `session_changed` tells the window that the case was changed; it then refreshes whatever is shown. `go`
    asks it to show another page by its name.
    """

    name: ClassVar[str]
    session_changed = Signal()
    go = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Make an empty page with its sentence; the window calls `refresh` before it is first shown."""
        super().__init__(parent)
        self.desk = desk
        self._waits: Callable[[], None] | None = None
        self._given: tuple[Session, Any] | None = None
        self.title = Heading(characters=None)
        self.aside = Aside(characters=_ASIDE)
        self.aside.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(steps(2))
        self.bar = BottomBar()
        self.scroller = self._scrolling()
        self.edges = Edges(self.scroller)
        bar = self.scroller.verticalScrollBar()
        bar.valueChanged.connect(self._show_edge)
        bar.rangeChanged.connect(self._show_edge)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.open_help)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.scroller, 1)
        whole.addWidget(self.bar)

    def text(self, key: str, /, **values: object) -> str:
        """Return the sentence of a key."""
        return self.desk.text(key, **values)

    @property
    def is_whole(self) -> bool:
        """Answer whether all that the page shows of an answer is there; some of it may come later."""
        return True

    @property
    def wide(self) -> int:
        """Return the room from side to side that the body has."""
        inside = self.scroller.widget()
        return inside.width() - _SIDE - (_SIDE - SCROLL_BAR) if inside is not None else 0

    def say(self, title: str, aside: str = "") -> None:
        """Set the sentence of the page and what explains it."""
        self.title.setText(title)
        self.aside.setText(aside)
        self.aside.setVisible(bool(aside))
        self.setAccessibleName(title)
        self.scroller.setAccessibleName(title)

    def prepare(self, session: Session) -> None:
        """Work out what `refresh` will show. Runs beside the window and touches no widget."""
        session.inspection()

    def refresh(self, session: Session) -> None:
        """Show what the case says now. Raises NotImplementedError where a page forgot to say how."""
        raise NotImplementedError

    def fields(self) -> Sequence[QWidget]:
        """Return the fields of which the case does not know what stands in them; each page has the same."""
        return ()

    def handed(self) -> Any:
        """Return all that stands only here, for the same page made anew in another language."""
        return typed(self.fields())

    def go_on_with(self, handed: Any) -> None:
        """Take what the same page in another language had; called once this one shows the case."""
        type_again(self.fields(), handed)

    def hand_on(self, page: Page) -> None:
        """Give the same page in another language what stands here, for when it shows the case."""
        given = self._given
        if given is None and self.desk.is_ready:
            given = self.desk.session, self.handed()
        page._given = given

    def take_given(self) -> None:
        """Go on with what stood on the page in the language before, unless that was another case."""
        given, self._given = self._given, None
        if given is not None and given[0] is self.desk.session:
            self.go_on_with(given[1])

    def once_answered(self, deed: Callable[[], None]) -> None:
        """Do what needs the answer: now where it is known, else when it is shown here, the last deed alone.

        What is shown may be older than the case. The answer to a click on it is never worked out on the
        window's own thread, and nobody gets a letter or a bundle from an answer that no longer holds.
        """
        if self.desk.is_ready and self.desk.session.is_answered:
            deed()
        else:
            self._waits = deed
            self.session_changed.emit()

    def open_help(self) -> None:
        """Say what the page is for and what its words mean."""
        from inspector.gui.dialogs.help import HelpDialog  # noqa: PLC0415 - only when asked for

        dialog = HelpDialog(self.desk, self.name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def open_remember(self) -> None:
        """Ask what the person remembers."""
        self.remember_of(None)

    def remember_of(self, control: str | None) -> None:
        """Ask what the person remembers, of a setting where one is named."""
        from inspector.gui.dialogs.remember import RememberDialog  # noqa: PLC0415 - only when asked for

        dialog = RememberDialog(self.desk, control, self)
        dialog.accepted.connect(self.session_changed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def go_on(self) -> None:
        """Do what waited for the answer that is shown now."""
        waited, self._waits = self._waits, None
        if waited is not None:
            self.once_answered(waited)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what waited: the person has gone elsewhere."""
        if not event.spontaneous():
            self._waits = None
        super().hideEvent(event)

    def take_keyboard(self) -> None:
        """Give the keyboard to the first thing on the page that takes it, to the body where nothing does."""
        for widget in self._in_focus_order():
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisibleTo(self) and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.scroller.setFocus(Qt.FocusReason.TabFocusReason)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to where a part of the page is seen whole, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._scroll_to(widget))

    def _scroll_to(self, widget: QWidget) -> None:
        inside = self.scroller.widget()
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            layout.activate()
            self.scroller.ensureWidgetVisible(widget, 0, self.edges.below.height())

    def _show_edge(self) -> None:
        """Draw a line above the actions where more of the page lies below them."""
        bar = self.scroller.verticalScrollBar()
        self.bar.show_edge(on=bar.value() < bar.maximum())

    def _in_focus_order(self) -> Iterator[QWidget]:
        """Yield what is on the page, the scrolling area itself left out."""
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if self.isAncestorOf(widget) and widget is not self.scroller:
                yield widget
            widget = widget.nextInFocusChain()

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, steps(7), _SIDE - SCROLL_BAR, steps(4))
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(steps(1))
        column.addWidget(self.aside)
        column.addSpacing(steps(3))
        column.addLayout(self.body)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its room is always kept: else all that is on the page would jump, and be laid out twice.
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        return scroll


class BottomBar(QWidget):
    """The actions of a page, the primary one first, and an aside at the far end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_edge = False
        self._row = row = QHBoxLayout(self)
        # The line above the actions is as high as that at the foot of the rail.
        row.setContentsMargins(_SIDE, steps(2.5), _SIDE, steps(5.5))
        row.setSpacing(_BETWEEN)
        self.buttons = Flow(across=steps(1.5), down=steps(1))
        self._far = Flow(across=0, down=0)
        row.addLayout(self.buttons, 1)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addLayout(self._far)
        middle.addStretch(1)
        row.addLayout(middle)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def show_edge(self, *, on: bool) -> None:
        """Set the bar off from what scrolls above it, or not."""
        if on != self._has_edge:
            self._has_edge = on
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line where there is one."""
        super().paintEvent(event)
        if self._has_edge:
            painter = QPainter(self)
            edge = _SIDE + RING
            painter.fillRect(QRect(edge, 0, self.width() - 2 * edge, 1), tokens_of(self).line)
            painter.end()

    def add(self, *buttons: QWidget) -> None:
        """Put buttons at the end of the actions."""
        for button in buttons:
            self.buttons.addWidget(button)
        self.show()

    def show_link(self, link: QWidget, *, on: bool) -> None:
        """Show the link at the far end, or end there with the words before it."""
        link.setVisible(on)
        self._end_with(link=on)

    def _end_with(self, *, link: bool) -> None:
        """End where all else does: the words of a link do so, the room round them lies beyond."""
        margins = self._row.contentsMargins()
        margins.setRight(_SIDE - LINK_ROOM if link else _SIDE)
        self._row.setContentsMargins(margins)

    def place_far(self, width: int) -> bool:
        """In a bar of this width, put what is at the far end above the buttons where it has no room there.

        Answer whether the order of the keyboard is another now.
        """
        margins = self._row.contentsMargins()
        room = width - margins.left() - margins.right()
        beside = self.buttons.sizeHint().width() + _BETWEEN + self._far.sizeHint().width() <= room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop
        is_new = way != self._row.direction()
        self._row.setDirection(way)
        self._row.setSpacing(_BETWEEN if beside else steps(1))
        return is_new

    def add_aside(self, *widgets: QWidget) -> None:
        """Put an aside, or a link, at the far end."""
        for widget in widgets:
            self._far.addWidget(widget)
        self._end_with(link=look_of(widgets[-1]) == LINK)
        self.show()
