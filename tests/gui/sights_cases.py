# SPDX-License-Identifier: Apache-2.0
"""What is to be seen of cases that are kept: on the start page, and where they are made and opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from inspector.domain.residence import Stay
from inspector.gui.pages.start import StartPage
from inspector.gui.vault.change import ChangeDialog
from inspector.gui.vault.new_case import NewCaseDialog
from inspector.gui.vault.recovery import RecoveryDialog
from inspector.gui.vault.unlock import UnlockDialog
from tests.gui.loopwatch import own_work
from tests.gui.sights import Visit, sight
from tests.gui.travel import click
from tests.unit.app.kept_cases import CHEAP, made

WORDS = "stormy harbour"


def shelves(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for cases of this test alone, and passphrases that cost next to nothing to try."""
    monkeypatch.setenv("INSPECTOR_DATA", str(folder))
    monkeypatch.setattr("inspector.cases.vault.place.Cost", lambda: CHEAP)
    return folder / "cases"


def make_case(visit: Visit, name: str = "My question to LinkedIn") -> RecoveryDialog:
    """Make a case as a person does; its recovery code is shown then."""
    shelves(visit.folder, visit.monkeypatch)
    page = visit.at(StartPage)
    click(page.cases.keeps)
    dialog = visit.dialog(NewCaseDialog)
    dialog.name.line.setText(name)
    dialog.passphrase.line.setText(WORDS)
    dialog.again.line.setText(WORDS)
    click(dialog.makes)
    return visit.dialog(RecoveryDialog)


def keep_code(visit: Visit, shown: RecoveryDialog) -> StartPage:
    """Say that the code is kept, and be back on the start page."""
    shown.kept.setChecked(True)
    click(shown.ends)
    return visit.at(StartPage)


@sight
def case_new(visit: Visit) -> QWidget:
    page = visit.at(StartPage)
    click(page.cases.keeps)
    dialog = visit.dialog(NewCaseDialog)
    dialog.passphrase.line.setText("short")
    click(dialog.makes)
    return dialog


@sight
def case_code(visit: Visit) -> QWidget:
    return make_case(visit)


@sight
def case_open(visit: Visit) -> QWidget:
    visit.session.declare_residence((Stay("US"),))
    keep_code(visit, make_case(visit))
    return visit.window


@sight
def case_change(visit: Visit) -> QWidget:
    page = keep_code(visit, make_case(visit))
    click(page.cases.changes)
    dialog = visit.dialog(ChangeDialog)
    dialog.passphrase.line.setText("another harbour")
    click(dialog.saves)
    return dialog


@sight
def case_checked(visit: Visit) -> QWidget:
    page = keep_code(visit, make_case(visit))
    visit.demo()
    visit.at(StartPage)
    # Checked before the original is copied, the case would have none to read once more.
    visit.wait(page.cases.takes_out.isVisible)
    click(page.cases.checks)
    visit.wait(lambda: not visit.window.desk.bridge.busy and bool(page.cases.outcome.text()))
    return visit.window


@sight
def case_list(visit: Visit) -> QWidget:
    shelf = shelves(visit.folder, visit.monkeypatch)
    with own_work():
        for name in ("Mine", "Hers"):
            made(shelf, name=name).opened.close()
    visit.window.desk.vault.look()
    page = visit.at(StartPage)
    visit.wait(lambda: len(page.cases.rows) == 2)
    return visit.window


@sight
def case_unlock(visit: Visit) -> QWidget:
    page = keep_code(visit, make_case(visit))
    click(visit.window.rail.lock)
    visit.wait(lambda: bool(page.cases.rows))
    page.cases.rows[0].opened.emit()
    dialog = visit.dialog(UnlockDialog)
    dialog.passphrase.line.setText("calm harbour")
    click(dialog.opens)
    visit.wait(lambda: bool(dialog.passphrase.told.words.text()))
    return dialog


@sight
def case_unlock_by_code(visit: Visit) -> QWidget:
    case_unlock(visit)
    dialog = visit.dialog(UnlockDialog)
    click(dialog.turns)
    return dialog
