# SPDX-License-Identifier: Apache-2.0
"""The pages of the report as small pictures in a row, decoded when they are first seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector.gui.desk import Desk
from inspector.gui.theme.measures import Step, steps
from inspector.gui.theme.painting import inside, ring
from inspector.gui.theme.tokens import tokens_of

_SIZE = QSize(124, 176)
EDGE = QColor(128, 128, 128)
"""Paper is white in both schemes; its edge shows on both."""
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class PagesModel(QAbstractListModel):
    """An item per page, its picture as PNG."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._small: dict[int, QImage] = {}
        self.ratio = 1.0
        self.pictures: tuple[bytes, ...] = ()

    def show_pages(self, pictures: Sequence[bytes], small: Sequence[QImage] = ()) -> None:
        """Show these pages; `small` are the first of them, made beforehand."""
        self.beginResetModel()
        self.pictures = tuple(pictures)
        self._small = dict(enumerate(small))
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of pages."""
        return 0 if parent.isValid() else len(self.pictures)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return which page it is, and its picture."""
        if not index.isValid():
            return None
        if role == _Role.DisplayRole:
            return str(index.row() + 1)
        if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            pages = {"page": index.row() + 1, "pages": len(self.pictures)}
            return self._desk.text("gui.evidence.report.page", **pages)
        return self._picture(index.row()) if role == _Role.DecorationRole else None

    def _picture(self, page: int) -> QImage:
        if page not in self._small:
            self._small[page] = small_picture(self.pictures[page], self.ratio)
        return self._small[page]


class PageDelegate(QStyledItemDelegate):
    """Paints a page as it is, its number below, and a frame round the one that is chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a page with its number and its frame."""
        del option, index
        return _SIZE + QSize(steps(4), steps(9))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one page."""
        view = option.widget
        tokens = tokens_of(view)
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            colour = tokens.focus if view.hasFocus() else tokens.muted
            ring(painter, inside(area, 3), 4, colour)
        picture = index.data(_Role.DecorationRole)
        painter.drawImage(QPointF(area.left() + steps(2), area.top() + steps(2)), picture)
        painter.setFont(view.font())
        painter.setPen(tokens.ink if chosen else tokens.muted)
        below = QRectF(area.left(), area.bottom() - steps(6.5), area.width(), steps(6))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), str(index.data(_Role.DisplayRole)))


class PagesView(QListView):
    """The pages side by side; the arrow keys go from one to the next, Enter opens one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PagesModel(desk, self)
        self.setModel(self.pages)
        self.setAccessibleName(desk.text("gui.evidence.report.pages"))
        # The page that has the keyboard has a ring; another one round all of them would say less.
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setItemDelegate(PageDelegate(self))
        self.setSpacing(steps(1))
        self.setFont(Step.ASIDE.font())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_SIZE.height() + steps(18))

    def show_pages(self, pictures: Sequence[bytes], small: Sequence[QImage] = ()) -> None:
        """Show these pages, as sharp as the screen is; `small` are the first of them, made beforehand."""
        self.pages.ratio = self.devicePixelRatioF()
        self.pages.show_pages(pictures, small)
        if pictures:
            self.setCurrentIndex(self.pages.index(0))


def small_picture(picture: bytes, ratio: float) -> QImage:
    """Return a page in the size of the row, for a screen of this ratio. May run on any thread."""
    whole = QImage.fromData(picture)
    kept = Qt.AspectRatioMode.KeepAspectRatio
    small = whole.scaled(_SIZE * ratio, kept, Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(small)
    painter.setPen(EDGE)
    painter.drawRect(small.rect().adjusted(0, 0, -1, -1))
    painter.end()
    small.setDevicePixelRatio(ratio)
    return small
