# SPDX-License-Identifier: Apache-2.0
"""What lay in ON by month, with the provider's own statement beside the counts."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.app.findings.shapes import Counted, Detail, Statement
from inspector.gui.desk import Desk
from inspector.gui.findings.grid import Grid
from inspector.gui.findings.inks import mixed
from inspector.gui.theme.measures import RING, Step, steps
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside, Strong, TextBlock

_BARS = 28
_MOST_WIDE = 9.0
_LEAST = 3.0
BAR = 0.62
"""How much of the ink is left in the bar of a month."""


class MonthBars(QWidget):
    """A bar for each month. The widget beside it says the same in words."""

    def __init__(self, counted: Counted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months = counted.months
        self._between = counted.between
        self.setAccessibleName(counted.accessible)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a size for a usual page."""
        return QSize(180, _BARS + Step.SCALE.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars on a line, the first and the last month below it."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        wide = min((self.width() - 2 * RING) / len(self._months), _MOST_WIDE)
        most = max(count for _, count in self._months)
        # Time runs to the right in any language; the bars begin where words do.
        whole = wide * len(self._months)
        left = RING if self.isLeftToRight() else self.width() - RING - whole
        painter.fillRect(QRectF(left, _BARS, whole, 1), tokens.line)
        colour = mixed(tokens.ink, tokens.card, BAR)
        for at, (_, count) in enumerate(self._months):
            height = max(_LEAST, (_BARS - _LEAST) * count / most) if count else 0
            painter.fillRect(QRectF(left + at * wide, _BARS - height, max(wide - 1, 1), height), colour)
        painter.setFont(Step.SCALE.font())
        painter.setPen(tokens.muted)
        below = QRectF(RING, _BARS, self.width() - 2 * RING, Step.SCALE.line)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeading), self._between)
        painter.end()


class StatementCard(Card):
    """Classes of which the provider states the same, and what it states."""

    def __init__(self, statement: Statement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout()
        row.setSpacing(steps(6))
        classes = QVBoxLayout()
        classes.setSpacing(steps(2))
        for counted in statement.classes:
            classes.addLayout(_counted(counted))
        classes.addStretch(1)
        row.addLayout(classes, 1)
        stated = QVBoxLayout()
        stated.setSpacing(steps(1))
        stated.addWidget(Strong(statement.stated))
        for text in statement.texts:
            stated.addWidget(Aside(text, colour="ink"))
        stated.addStretch(1)
        row.addLayout(stated, 1)
        self.body.addLayout(row)


def _counted(counted: Counted) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(TextBlock(counted.name))
    column.addWidget(Aside(counted.words))
    if counted.months:
        column.addWidget(MonthBars(counted))
    return column


class ExposureSection(Section):
    """All statements, and the months as a table when asked for."""

    def __init__(self, desk: Desk, detail: Detail, parent: QWidget | None = None) -> None:
        text = desk.text
        super().__init__(text("gui.findings.part.exposure"), text("gui.findings.part.exposure_aside"), parent)
        self._desk = desk
        self.body.setSpacing(steps(2))
        for statement in detail.statements:
            self.body.addWidget(StatementCard(statement))
        self._months = detail.months
        self.toggle = SecondaryButton(text("gui.findings.months_show"))
        self.toggle.clicked.connect(self.change)
        row = Flow()
        row.addWidget(self.toggle)
        self.body.addLayout(row)
        if not detail.months.rows:
            self.toggle.hide()

    @cached_property
    def grid(self) -> Grid:
        """Return the table of months, made when it is first asked for."""
        grid = Grid(self._months)
        self.body.addWidget(grid.inset())
        grid.holder.hide()
        QWidget.setTabOrder(self.toggle, grid)
        return grid

    def change(self) -> None:
        """Show the table of months, or hide it."""
        shown = self.grid.holder.isHidden()
        self.grid.holder.setVisible(shown)
        self.toggle.setText(self._desk.text(f"gui.findings.months_{'hide' if shown else 'show'}"))
