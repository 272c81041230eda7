# SPDX-License-Identifier: Apache-2.0
"""The steps of a thing to do, numbered; those that lead to a page have a link to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector.app.tasks import Guide, Step
from inspector.gui.act.segments import Segments
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps as spaces
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.text import Aside, TextBlock

_NUMBER = 24


class StepList(QWidget):
    """Numbered steps; what is no step has a dot. `asked` tells the address of a page to be seen."""

    asked = Signal(str)

    def __init__(self, desk: Desk, found: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spaces(2))
        grid.setVerticalSpacing(spaces(1.5))
        grid.setColumnMinimumWidth(0, _NUMBER)
        grid.setColumnStretch(1, 1)
        number = 0
        for row, step in enumerate(found):
            number += step.numbered
            mark = f"{number}." if step.numbered else "•"
            grid.addWidget(TextBlock(mark, colour="muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(TextBlock(step.text), row, 1)
            if step.url is not None:
                grid.addWidget(self._link(desk, step.url), row, 2, Qt.AlignmentFlag.AlignTop)

    def _link(self, desk: Desk, url: str) -> SmallLinkButton:
        link = SmallLinkButton(desk.text("gui.act.open_this"))
        link.setAccessibleName(desk.text("gui.act.open_named", url=url))
        link.clicked.connect(lambda: self.asked.emit(url))
        return link


class GuideChoice(QWidget):
    """The steps on one platform at a time; those on another are `made` when they are first chosen."""

    asked = Signal(str)
    made = Signal()

    def __init__(self, desk: Desk, guides: Sequence[Guide], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._guides = {one.platform: one for one in guides}
        self._lists: dict[str, StepList] = {}
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spaces(2))
        words = [(one.platform, desk.text(f"gui.act.platform.{one.platform}")) for one in guides]
        self.choice = Segments(desk.text("gui.act.platform.choose"), words, guides[0].platform)
        column.addWidget(Aside(desk.text("gui.act.platform.choose")))
        column.addWidget(self.choice)
        self.choice.chosen.connect(self._show)
        self._show(guides[0].platform)

    @property
    def platforms(self) -> tuple[str, ...]:
        """Return the platforms to choose from."""
        return tuple(self._guides)

    def _show(self, platform: str) -> None:
        if platform not in self._lists:
            self._lists[platform] = found = StepList(self._desk, self._guides[platform].steps)
            found.asked.connect(self.asked)
            self._column.addWidget(found)
            self.made.emit()
        for name, one in self._lists.items():
            one.setVisible(name == platform)
