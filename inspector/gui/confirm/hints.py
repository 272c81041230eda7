# SPDX-License-Identifier: Apache-2.0
"""The days that a file itself names, where nothing better tells when it was made."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.hints import day_hints
from inspector.domain.sources import Source
from inspector.gui.collect.when import When
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside
from inspector.report.words import Words


class Hints(QWidget):
    """What the file itself says of its day, each with a button that takes it over."""

    def __init__(self, desk: Desk, source: Source, when: When) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        hints = day_hints(source.path)
        column.addWidget(Aside(desk.text("gui.confirm.hints")))
        row = Flow(across=steps(4), down=0)
        for hint in hints:
            day = hint.day.isoformat()
            words = Words(desk.messages).day(hint.day)
            take = SmallLinkButton(desk.text(f"gui.confirm.hint.{hint.by}", day=words))
            take.setAutoDefault(False)
            take.clicked.connect(lambda _checked, day=day: when.day.take_text(day))
            row.addWidget(take)
        column.addLayout(row)
        if not hints:
            self.hide()
