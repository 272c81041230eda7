# SPDX-License-Identifier: Apache-2.0
"""A case in the window: made, locked, opened in every way; locked, nothing of it is seen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from inspector.app.demo import ARCHIVE
from inspector.app.journey import begun, is_unsaved
from inspector.cases.vault.keychain import Keychain
from inspector.cases.vault.vault_case import VaultCase
from inspector.domain.residence import Stay
from inspector.gui.dialogs.leaving import LosingDialog
from inspector.gui.pages.collect import CollectPage
from inspector.gui.pages.start import StartPage
from inspector.gui.vault.change import ChangeDialog
from inspector.gui.vault.idle import MINUTES
from inspector.gui.vault.new_case import NewCaseDialog
from inspector.gui.vault.recovery import RecoveryDialog
from inspector.gui.vault.unlock import UnlockDialog
from inspector.system.resources import path
from tests.gui.loopwatch import own_work
from tests.gui.sights import Visit
from tests.gui.sights_cases import WORDS, keep_code, make_case, shelves
from tests.gui.travel import SOON, click
from tests.unit.app.kept_cases import CHEAP, made
from tests.unit.cases.vault.test_keychain import Kept

NAME = "My question to LinkedIn"


def said(window: QWidget) -> str:
    """All words that lie in the window, seen or not."""
    return "\n".join(one.text() for one in window.findChildren(QLabel))


def lock(visit: Visit) -> StartPage:
    click(visit.window.rail.lock)
    page = visit.at(StartPage)
    visit.wait(lambda: bool(page.cases.rows) and not visit.window.desk.bridge.busy)
    return page


def unlock(visit: Visit, words: str = WORDS) -> UnlockDialog:
    page = visit.at(StartPage)
    page.cases.rows[0].opened.emit()
    dialog = visit.dialog(UnlockDialog)
    dialog.passphrase.line.setText(words)
    click(dialog.opens)
    return dialog


def test_a_case_is_made_and_holds_what_was_done_before_and_after(visit: Visit) -> None:
    visit.session.declare_residence((Stay("US"),))
    page = keep_code(visit, make_case(visit))
    assert isinstance(visit.session.case, VaultCase)
    assert visit.session.residence == (Stay("US"),)
    visit.session.name_maker("Aza Fictional")
    assert page.cases.note.title.text() == NAME
    lock(visit)
    assert not begun(visit.session.case)
    assert NAME not in said(visit.window)
    unlock(visit)
    visit.wait(lambda: visit.window.desk.vault.is_open)
    assert visit.session.residence == (Stay("US"),)
    assert visit.session.maker == "Aza Fictional"


def test_nothing_of_the_case_is_shown_on_any_page_once_it_is_locked(visit: Visit) -> None:
    keep_code(visit, make_case(visit))
    visit.demo()
    for name in ("findings", "act", "start"):
        visit.window.go(name)
        visit.answered()
    lock(visit)
    for name in ("findings", "act", "evidence", "collect", "you"):
        visit.window.go(name)
        current = visit.window.stack.currentWidget()
        assert current is visit.window.waiting or visit.session.is_answered
        visit.answered()
        assert "2012" not in said(visit.window.page)


def test_a_stored_case_closes_without_a_question(visit: Visit) -> None:
    keep_code(visit, make_case(visit))
    visit.session.name_maker("Aza Fictional")
    assert is_unsaved(visit.session.case), "no bundle holds it, yet nothing would be lost"
    case = visit.session.case
    assert visit.window.close()
    assert isinstance(case, VaultCase)
    assert not visit.window.isVisible()


def test_leaving_offers_to_keep_it_as_a_case(visit: Visit) -> None:
    visit.session.declare_residence((Stay("US"),))
    QTimer.singleShot(50, _press_cases)
    assert not visit.window.close()
    assert visit.dialog(NewCaseDialog).isVisible()
    visit.leave()


def _press_cases() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LosingDialog)
    dialog.cases.click()


def test_a_wrong_passphrase_is_told_and_can_be_mended(visit: Visit) -> None:
    keep_code(visit, make_case(visit))
    lock(visit)
    dialog = unlock(visit, "calm harbour")
    visit.wait(lambda: bool(dialog.passphrase.told.words.text()))
    assert "does not open the case" in dialog.passphrase.told.words.text()
    assert dialog.opens.isEnabled()
    dialog.passphrase.line.setText(WORDS)
    click(dialog.opens)
    visit.wait(lambda: visit.window.desk.vault.is_open)


def test_a_forgotten_passphrase_is_renewed_with_the_code(visit: Visit) -> None:
    shown = make_case(visit)
    code = shown.figures.text()
    keep_code(visit, shown)
    page = lock(visit)
    assert page.cases.note.title.text() == "A new question is not stored yet"
    page.cases.rows[0].opened.emit()
    dialog = visit.dialog(UnlockDialog)
    click(dialog.turns)
    dialog.code.line.setText(code.lower().replace("-", " "))
    for field in (dialog.new, dialog.again):
        field.line.setText("another harbour")
    click(dialog.opens)
    visit.wait(lambda: visit.window.desk.vault.is_open)
    assert dialog.code.line.text() == "", "nothing of it is left in the dialog"
    lock(visit)
    unlock(visit, "another harbour")
    visit.wait(lambda: visit.window.desk.vault.is_open)


def test_name_and_passphrase_of_a_case_are_changed_in_the_window(visit: Visit) -> None:
    page = keep_code(visit, make_case(visit))
    click(page.cases.changes)
    dialog = visit.dialog(ChangeDialog)
    dialog.name.line.setText("  For my lawyer ")
    dialog.passphrase.line.setText("another harbour")
    click(dialog.saves)
    assert "passphrases differ" in dialog.again.told.words.text()
    assert dialog.isVisible()
    dialog.again.line.setText("another harbour")
    click(dialog.saves)
    visit.wait(lambda: not dialog.isVisible())
    assert page.cases.note.title.text() == "For my lawyer"
    assert not dialog.passphrase.line.text(), "nothing of it is left in the dialog"
    lock(visit)
    unlock(visit, "another harbour")
    visit.wait(lambda: visit.window.desk.vault.is_open)
    assert visit.at(StartPage).cases.note.title.text() == "For my lawyer"


def test_a_new_name_alone_leaves_the_passphrase(visit: Visit) -> None:
    page = keep_code(visit, make_case(visit))
    click(page.cases.changes)
    dialog = visit.dialog(ChangeDialog)
    dialog.name.line.setText("For my lawyer")
    click(dialog.saves)
    visit.wait(lambda: not dialog.isVisible())
    lock(visit)
    unlock(visit, WORDS)
    visit.wait(lambda: visit.window.desk.vault.is_open)
    click(visit.at(StartPage).cases.changes)
    click(visit.dialog(ChangeDialog).codes)
    shown = visit.dialog(RecoveryDialog)
    assert shown.figures.text()
    keep_code(visit, shown)


def test_the_keychain_opens_it_without_a_word(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Kept()
    monkeypatch.setattr("inspector.gui.vault.vault.own_keychain", lambda: Keychain(backend))
    monkeypatch.setattr("inspector.gui.vault.deeds.own_keychain", lambda: Keychain(backend))
    visit.window.desk.vault.look()
    visit.wait(lambda: visit.window.desk.vault.has_keychain)
    keep_code(visit, make_case(visit))
    page = lock(visit)
    assert page.cases.rows[0].shelved.name == NAME
    page.cases.rows[0].opened.emit()
    visit.wait(lambda: visit.window.desk.vault.is_open)
    page = lock(visit)
    backend.refuses = True
    page.cases.rows[0].opened.emit()
    dialog = visit.dialog(UnlockDialog)
    assert "keychain" in dialog.words.text()
    visit.leave()


def test_the_code_is_not_taken_away_before_it_is_kept(visit: Visit, tmp_path: Path) -> None:
    shown = make_case(visit)
    shown.reject()
    assert shown.isVisible()
    assert not shown.ends.isEnabled()
    for ending, head in ((".pdf", b"%PDF"), (".txt", b"Recovery code")):
        shown._write(tmp_path / f"code{ending}")
        assert (tmp_path / f"code{ending}").read_bytes().startswith(head)
    assert shown.figures.text().encode() in (tmp_path / "code.txt").read_bytes()
    keep_code(visit, shown)


def test_nobody_there_locks_it_but_not_while_something_runs(visit: Visit) -> None:
    keep_code(visit, make_case(visit))
    idle, vault = visit.window.idle, visit.window.desk.vault
    assert idle.timer.isActive()
    assert idle.timer.interval() == MINUTES * 60_000
    visit.window.desk.bridge.start(lambda job: job.cancelled(), lambda _: None)
    idle.timer.timeout.emit()
    assert vault.opened is not None, "something runs"
    visit.wait(lambda: not visit.window.desk.bridge.busy)
    idle.timer.setTimerType(Qt.TimerType.PreciseTimer)
    idle.timer.start()
    QTest.qWait(60)
    before = idle.timer.remainingTime()
    QTest.keyClick(visit.window, Qt.Key.Key_Shift)
    assert idle.timer.remainingTime() > before
    idle.timer.timeout.emit()
    visit.wait(lambda: not vault.is_open and not idle.timer.isActive())
    visit.wait(lambda: not visit.window.desk.bridge.busy)


def test_locking_closes_what_stands_in_front(visit: Visit) -> None:
    page = keep_code(visit, make_case(visit))
    page.cases.deeds.new_code()
    shown = visit.dialog(RecoveryDialog)
    visit.window.desk.vault.lock()
    visit.wait(lambda: not visit.window.desk.bridge.busy)
    assert not shown.isVisible()


def test_originals_are_checked_and_written_out(visit: Visit, tmp_path: Path) -> None:
    page = keep_code(visit, make_case(visit))
    visit.demo()
    page = visit.at(StartPage)
    visit.wait(lambda: "1 original is copied" in page.cases.note.text.text())
    click(page.cases.checks)
    visit.qtbot.waitUntil(lambda: "unchanged." in page.cases.outcome.text(), timeout=SOON)
    page.cases.deeds._take_out(tmp_path / "out")
    visit.qtbot.waitUntil(lambda: "was written" in page.cases.outcome.text(), timeout=SOON)
    assert len(list((tmp_path / "out").iterdir())) == 1
    visit.wait(lambda: not visit.window.desk.bridge.busy)


def test_what_an_earlier_version_read_is_read_anew_beside_the_window(visit: Visit) -> None:
    keep_code(visit, make_case(visit))
    visit.monkeypatch.setattr("inspector.app.case_opening.__version__", "0.0.1")
    lock(visit)
    unlock(visit)
    visit.wait(lambda: visit.window.desk.vault.is_open)
    visit.demo()
    visit.monkeypatch.setattr("inspector.app.case_opening.__version__", "0.0.2")
    lock(visit)
    unlock(visit)
    visit.wait(lambda: visit.window.desk.vault.is_open)
    visit.wait(lambda: not visit.window.desk.bridge.busy)
    added = [act for act in visit.session.case.acts if act.kind == "added"]
    assert len(added) == 2


def test_what_is_read_while_the_case_is_made_is_in_it_too(visit: Visit) -> None:
    archive = path(ARCHIVE)
    before = visit.session
    page = visit.at(CollectPage)
    page.reader.take([archive])
    start = visit.at(StartPage)
    start.cases.deeds.new()
    dialog = visit.dialog(NewCaseDialog)
    visit.monkeypatch.setenv("INSPECTOR_DATA", str(visit.folder))
    visit.monkeypatch.setattr("inspector.cases.vault.place.Cost", lambda: CHEAP)
    dialog.name.line.setText(NAME)
    for field in (dialog.passphrase, dialog.again):
        field.line.setText(WORDS)
    click(dialog.makes)
    keep_code(visit, visit.dialog(RecoveryDialog))
    visit.wait(lambda: bool(visit.session.case.readings) and not visit.window.desk.bridge.busy)
    assert visit.session is not before
    opened = visit.window.desk.vault.opened
    assert opened is not None
    visit.qtbot.waitUntil(lambda: bool(opened.case.originals), timeout=SOON)
    assert [one.source.name for one in opened.case.readings] == [archive.name]


def test_another_case_does_not_take_the_place_of_what_was_begun_unasked(visit: Visit) -> None:
    keep_code(visit, make_case(visit))
    page = lock(visit)
    visit.session.declare_residence((Stay("US"),))
    asked = []

    def stay() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LosingDialog)
        asked.append(dialog)
        dialog.keep.click()

    QTimer.singleShot(50, stay)
    page.cases.rows[0].opened.emit()
    assert asked
    assert not visit.window.desk.vault.is_open
    assert visit.session.residence == (Stay("US"),)


def test_locked_cases_have_numbers_and_hours_and_stand_apart_from_the_steps(visit: Visit) -> None:
    shelf = shelves(visit.folder, visit.monkeypatch)
    with own_work():
        for name in ("Mine", "Hers"):
            made(shelf, name=name).opened.close()
    page = visit.at(StartPage)
    assert page.begins.isHidden()
    assert page.onward.text() == "Begin"
    visit.window.desk.vault.look()
    visit.wait(lambda: len(page.cases.rows) == 2)
    names = sorted(row.accessibleName() for row in page.cases.rows)
    assert [name.partition(".")[0] for name in names] == ["Open Locked case 1", "Open Locked case 2"]
    assert all(re.search(r"Last used \d+ \w+ \d{4}, \d\d:\d\d\.", name) for name in names)
    assert page.begins.isVisible()
    assert page.onward.text() == "Begin a new question"
    page.cases.rows[0].link.click()
    dialog = visit.dialog(UnlockDialog)
    assert dialog.words.text().startswith("Locked case")
    dialog.turn()
    assert "The recovery code opens the case." in dialog.words.text()
    dialog.reject()
