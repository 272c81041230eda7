# SPDX-License-Identifier: Apache-2.0
"""What the checks of a bundle found: a sentence each, and on request every file that failed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector.app.earlier import can_be_held
from inspector.app.evidence import grouped
from inspector.app.verdict import headline, is_odd, is_other, meaning, outcome, spelled, told_as_one
from inspector.bundle.verification import Check, Verification
from inspector.gui.desk import Desk
from inspector.gui.evidence.check_mark import CheckMark
from inspector.gui.evidence.fingerprint import Figures, FingerprintBox
from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside, Name, Strong, TextBlock

_FEW = 6
"""Sentences that stand one below the other; more go into a list of their own that scrolls."""


class ChecksCard(Card):
    """The verdict, what it means, the fingerprint, and a row per check; `expect`: the one that was given.

    `compare` tells that an earlier bundle is to be asked as well.
    """

    compare = Signal()

    def __init__(
        self, desk: Desk, name: str, found: Verification, expect: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.found = found
        self.verdict = Name(desk.notes.text(headline(found)))
        self.body.addWidget(Aside(desk.text("gui.evidence.check.of", name=name)))
        self.body.addWidget(self.verdict)
        means = meaning(found)
        if means is not None:
            self.body.addWidget(TextBlock(desk.notes.text(means)))
        self._add_fingerprint(expect)
        self.rows = [CheckRow(desk, checks) for checks in told_as_one(found)]
        self.more = SecondaryButton()
        self.more.clicked.connect(lambda: self.unfold(on=not self.is_unfolded))
        self.body.addSpacing(steps(2))
        self.body.addLayout(self._grid())
        self.compares = SecondaryButton(desk.text("gui.evidence.check.compare"))
        self.compares.clicked.connect(self.compare)
        if not can_be_held(found):
            self.compares.hide()
        self.told = TextBlock(colour="on")
        self.told.hide()
        row = Flow(across=steps(1.5))
        row.addWidget(self.more)
        row.addWidget(self.compares)
        self.body.addSpacing(steps(2))
        self.body.addLayout(row)
        self.body.addWidget(self.told)
        self.unfold(on=is_odd(found))

    def _add_fingerprint(self, expect: str) -> None:
        """Show the fingerprint to be compared; that of a bundle that was changed is no use to anybody."""
        found = self.found.fingerprint
        if found is None:
            return
        if is_other(self.found):
            for key, figures in (("given", expect.strip()), ("found", found)):
                self.body.addWidget(Aside(self.desk.text(f"gui.evidence.check.{key}")))
                self.body.addWidget(Figures(grouped("".join(figures.split()).casefold())))
        elif self.found.ok:
            self.fingerprint = FingerprintBox(self.desk)
            self.fingerprint.show_fingerprint(found)
            self.body.addWidget(self.fingerprint)

    def tell(self, sentence: str) -> None:
        """Say why an earlier bundle is of no use; empty for nothing."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    @property
    def is_unfolded(self) -> bool:
        """Answer whether it is said what exactly was found."""
        return any(not row.details.isHidden() for row in self.rows)

    def unfold(self, *, on: bool) -> None:
        """Say what exactly was found, or no more."""
        for row in self.rows:
            row.details.setVisible(on)
        self.more.setText(self.desk.text(f"gui.evidence.check.{'less' if on else 'details'}"))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(steps(3))
        grid.setVerticalSpacing(steps(2))
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(self.rows):
            grid.addWidget(CheckMark(ok=row.check.ok), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row, number, 1)
        return grid


class CheckRow(QWidget):
    """One check, or several told as one: what it came to, and in `details` the sentences that say what."""

    def __init__(self, desk: Desk, checks: tuple[Check, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        check = self.check = checks[0]
        self.sentences = [spelled(one) for one in check.sentences(desk.messages)]
        alone = len(checks) == 1
        key = f"verdict.check.{check.name}.{outcome(check)}" if alone else "gui.evidence.check.others"
        told = desk.text(key) if alone else desk.text(key, n=len(checks))
        self.told = Strong(told) if check.ok is False else TextBlock(told)
        self.details = self._details(desk, told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.told)
        column.addWidget(self.details)
        found = " ".join(self.sentences[:_FEW])
        self.setAccessibleName(desk.text("gui.evidence.check.row", sentence=told, found=found))

    def _details(self, desk: Desk, told: str) -> QWidget:
        if len(self.sentences) <= _FEW:
            return TextBlock("\n".join(self.sentences), colour="muted")
        self.list = _list(f"{told} {desk.text('gui.evidence.check.list')}", self.sentences)
        return self.list


class _LowRow(QStyledItemDelegate):
    """A row that is only read: as high as its words with some room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of one line."""
        return QSize(super().sizeHint(option, index).width(), Step.ASIDE.line + steps(2))


def _list(name: str, sentences: list[str]) -> QListView:
    found = QListView()
    found.setModel(QStringListModel(sentences, found))
    found.setFont(Step.ASIDE.font())
    found.setItemDelegate(_LowRow(found))
    found.setUniformItemSizes(True)
    found.setWordWrap(False)
    found.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    found.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    found.setAccessibleName(name)
    found.setFixedHeight(steps(44))
    return found
