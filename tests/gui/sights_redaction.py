# SPDX-License-Identifier: Apache-2.0
"""What is to be seen of the workspace in which a person chooses what to withhold."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector.app.request import Said
from inspector.domain.moment import instant
from inspector.domain.words import Switch
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.redaction.workspace import RedactionDialog
from tests.gui.hands import press
from tests.gui.loopwatch import own_work
from tests.gui.shots import CONTROL, add, switch
from tests.gui.sights import Visit, sight
from tests.gui.travel import click


def workspace(visit: Visit) -> RedactionDialog:
    visit.demo()
    path = switch(visit.folder, on=False)
    with own_work():
        add(visit.session, path)
        when = instant(datetime(2026, 1, 10, tzinfo=UTC), "2026-01-10")
        visit.session.say(Said(CONTROL, Switch.OFF, when, path))
    page = visit.at(EvidencePage)
    page.redaction.redacts.setChecked(True)
    visit.answered()
    click(page.redaction.chooses)
    return visit.dialog(RedactionDialog)


@sight
def evidence_redacts(visit: Visit) -> QWidget:
    visit.demo()
    page = visit.at(EvidencePage)
    page.redaction.redacts.setChecked(True)
    visit.answered()
    page.scroller.ensureWidgetVisible(page.redaction)
    return visit.window


@sight
def redaction_boxes(visit: Visit) -> QWidget:
    dialog = workspace(visit)
    visit.wait(lambda: dialog.editor.has_picture)
    click(dialog.adds)
    press(Qt.Key.Key_Up, 6)
    click(dialog.adds)
    press(Qt.Key.Key_Left, 9)
    return dialog


@sight
def redaction_parts(visit: Visit) -> QWidget:
    dialog = workspace(visit)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    visit.wait(lambda: dialog.table.parts.rowCount() > 0)
    return dialog


@sight
def redaction_nothing(visit: Visit) -> QWidget:
    dialog = workspace(visit)
    dialog.keep.choose("nothing")
    return dialog
