# SPDX-License-Identifier: Apache-2.0
"""What is to be seen of the board of days on Act."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from inspector.app.board import note_request
from inspector.app.letters import mark
from inspector.cases.acts import ActKind
from inspector.gui.act.exports import CompareDialog
from inspector.gui.act.request import RequestDialog
from inspector.gui.pages.act import ActPage
from inspector.system.clock import today
from tests.gui.sights import Visit, sight
from tests.gui.test_act_changes import export, see
from tests.gui.travel import click


def _running(visit: Visit) -> None:
    day = today()
    mark(visit.session, "linkedin.object.objection", ActKind.SENT, day - timedelta(days=61))
    mark(visit.session, "linkedin.object.objection", ActKind.RECEIVED, day - timedelta(days=60))
    mark(visit.session, "linkedin.request.setting-history", ActKind.SENT, day - timedelta(days=2))
    for service, ago in (("google", 1), ("reddit", 3), ("spotify", 0)):
        note_request(visit.session, service, day - timedelta(days=ago))


@sight
def act_board(visit: Visit) -> QWidget:
    """An answer that is overdue, a letter on its way, three archives asked for."""
    visit.monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    visit.demo()
    _running(visit)
    visit.at(ActPage)
    return visit.window


@sight
def act_board_overdue(visit: Visit) -> QWidget:
    act_board(visit)
    page = visit.at(ActPage)
    page.board.which.choose("overdue")
    return visit.window


@sight
def act_request(visit: Visit) -> QWidget:
    act_board(visit)
    page = visit.at(ActPage)
    click(page.asked)
    dialog = visit.dialog(RequestDialog)
    dialog.which.show_code("google")
    return dialog


@sight
def act_before_after(visit: Visit) -> QWidget:
    """A picture of ON and a later one of OFF."""
    see(visit.session, visit.folder)
    page = visit.at(ActPage)
    before, after = page.moved.cards[0].sides
    visit.wait(lambda: not (before.preview.picture.isNull() or after.preview.picture.isNull()))
    page.scroller.verticalScrollBar().setValue(page.scroller.verticalScrollBar().maximum())
    return visit.window


@sight
def act_two_exports(visit: Visit) -> QWidget:
    export(visit.session, visit.folder)
    page = visit.at(ActPage)
    page.scroller.verticalScrollBar().setValue(page.scroller.verticalScrollBar().maximum())
    return visit.window


@sight
def act_compared(visit: Visit) -> QWidget:
    act_two_exports(visit)
    page = visit.at(ActPage)
    click(page.exports.cards[0].opens)
    return visit.dialog(CompareDialog)
