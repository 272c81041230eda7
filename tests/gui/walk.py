# SPDX-License-Identifier: Apache-2.0
"""Walks over widgets as a screen reader, a keyboard or an eye for cut-off words would."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import SIGNAL, QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from inspector.gui.capture.region import Region
from inspector.gui.collect.preview import Preview
from inspector.gui.findings.exposure import MonthBars
from inspector.gui.findings.timeline import TimelineView
from inspector.gui.redaction.boxes import BoxEditor
from inspector.gui.theme.measures import Step, steps
from inspector.gui.theme.tokens import contrast, tokens_of
from inspector.gui.widgets.card import OpeningCard
from inspector.gui.widgets.chip import Chip
from inspector.gui.widgets.rail import RailItem
from inspector.gui.widgets.text import TextBlock
from inspector.gui.you.strip import Strip
from tests.gui.loopwatch import next_turn

SPOKEN = (BoxEditor, MonthBars, Preview, Region, Strip, TimelineView)
"""Pictures that a screen reader is told of by themselves."""


def settle() -> None:
    """Let layouts come to rest: one that changes its height makes those round it look again."""
    for _ in range(5):
        QCoreApplication.sendPostedEvents()
    next_turn()


def visible(root: QWidget) -> list[QWidget]:
    """All widgets below `root` that are to be seen, `root` first."""
    return [root, *(one for one in root.findChildren(QWidget) if one.isVisibleTo(root))]


def described(widget: QWidget) -> str:
    name = widget.accessibleName() or widget.objectName()
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    place = ".".join(type(one).__name__ for one in _up(widget))
    return f"{place} {name or text!r} at {widget.geometry().getRect()}"


def _up(widget: QWidget) -> list[QWidget]:
    """A widget below the three that hold it."""
    chain = [widget]
    while len(chain) < 4 and (parent := chain[0].parentWidget()) is not None:
        chain.insert(0, parent)
    return chain


def accessible_name(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def takes_keyboard(widget: QWidget) -> bool:
    return widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.focusProxy()


def unnamed(root: QWidget) -> list[str]:
    """Everything that can have the keyboard and has no accessible name."""
    return [described(one) for one in visible(root) if takes_keyboard(one) and not accessible_name(one)]


def unspoken(root: QWidget) -> list[str]:
    """Pictures that say nothing to a screen reader."""
    return [described(one) for one in visible(root) if isinstance(one, SPOKEN) and not accessible_name(one)]


def deaf(root: QWidget) -> list[str]:
    """What can be checked and hears of it by a click alone: a screen reader checks without one."""
    return [
        described(one)
        for one in visible(root)
        if isinstance(one, QAbstractButton) and one.isCheckable() and _hears_only_clicks(one)
    ]


def _hears_only_clicks(button: QAbstractButton) -> bool:
    clicks, checks = (button.receivers(SIGNAL(f"{name}(bool)")) for name in ("clicked", "toggled"))
    return clicks > 0 and checks == 0


def clipped(root: QWidget) -> list[str]:
    """Words and buttons that are smaller than what stands in them."""
    settle()
    return [described(one) for one in visible(root) if _is_clipped(one)]


def _is_clipped(widget: QWidget) -> bool:
    if isinstance(widget, Chip | OpeningCard):
        # What stands in such a card is looked at by itself; its words wrap.
        return widget.height() < widget.heightForWidth(widget.width())
    if isinstance(widget, TextBlock):
        return widget.height() < widget.heightForWidth(widget.width()) or widget.width() < widget.narrowest()
    if isinstance(widget, QHeaderView):
        return _is_head_clipped(widget)
    if isinstance(widget, QLabel | RailItem):
        return bool(widget.text()) and widget.width() < widget.sizeHint().width()
    if isinstance(widget, QAbstractButton) and not isinstance(widget.parentWidget(), QLineEdit):
        return (
            widget.width() < widget.sizeHint().width() or widget.height() < widget.minimumSizeHint().height()
        )
    return False


def _is_head_clipped(head: QHeaderView) -> bool:
    """Whether any title is wider than its column, or a word of one that has two lines."""
    metrics = QFontMetrics(Step.ASIDE_STRONG.font())
    titles = [str(head.model().headerData(at, head.orientation()) or "") for at in range(head.count())]
    if head.height() >= 2 * metrics.lineSpacing() + steps(2):
        titles = [max(title.split(), key=len, default="") for title in titles]
    seen = [(at, one) for at, one in enumerate(titles) if not head.isSectionHidden(at)]
    return any(metrics.horizontalAdvance(one) > head.sectionSize(at) for at, one in seen)


def outside(root: QWidget) -> list[str]:
    """Widgets that reach out of their parent sideways, where nobody scrolls."""
    settle()
    return [described(one) for one in visible(root) if one is not root and _is_outside(one)]


def _is_outside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return False
    return widget.geometry().left() < 0 or widget.geometry().right() > parent.width()


def small_targets(root: QWidget, least: int = 44) -> list[str]:
    """What a hand must hit and is lower than it may be."""
    settle()
    return [described(one) for one in visible(root) if takes_keyboard(one) and one.height() < least]


def faint(root: QWidget, least: float = 4.5) -> list[str]:
    """Words that stand out too little from what they are painted on."""
    settle()
    picture = root.grab().toImage()
    found = []
    for one in visible(root):
        # No letter stands at the very edge of a text, so that the ground shows there.
        edge = QPoint(0, one.height() // 2)
        place = one.mapTo(root, edge) * picture.devicePixelRatio()
        is_seen = picture.rect().contains(place) and one.visibleRegion().contains(edge)
        if isinstance(one, TextBlock) and one.text() and one.isEnabled() and is_seen:
            ratio = contrast(tokens_of(one).colour(one.colour), picture.pixelColor(place))
            found += [f"{described(one)}: {ratio:.1f} to 1"] if ratio < least else []
    return found


def tab_order(window: QWidget, most: int = 200) -> list[QWidget]:
    """What has the keyboard after each press of Tab, from where it is now, until it comes round."""
    order: list[QWidget] = []
    for _ in range(most):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in order:
            break
        order.append(focused)
    return order


def in_reading_order(widgets: list[QWidget], window: QWidget) -> bool:
    """Whether each lies below the one before it, or beside it on its trailing side, within one column.

    What scrolls is looked at as if all of it were seen; what lies outside of it comes before or after.
    """
    placed = [(one, _sheet(one, window)) for one in widgets]
    return all(
        _follows(_corner(before, sheet), _corner(after, sheet))
        for (before, sheet), (after, other) in pairwise(placed)
        if sheet is other
    )


def _corner(widget: QWidget, sheet: QWidget) -> QPoint:
    """Where a widget begins; its distance from the side that is read from."""
    left = widget.mapTo(sheet, widget.rect().topLeft())
    return QPoint(sheet.width() - left.x() - widget.width() if sheet.isRightToLeft() else left.x(), left.y())


def _follows(before: QPoint, after: QPoint) -> bool:
    return after.y() + 4 >= before.y() or after.x() > before.x()


def _sheet(widget: QWidget, window: QWidget) -> QWidget:
    """The whole of what scrolls with a widget in it, the window where nothing does."""
    up = widget.parentWidget()
    while up is not None and up is not window:
        view = up.parentWidget()
        area = view.parentWidget() if view is not None else None
        if isinstance(area, QScrollArea) and area.widget() is up:
            return up
        up = view
    return window
