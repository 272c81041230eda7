# SPDX-License-Identifier: Apache-2.0
"""What is to be seen of the pages Act and Evidence: letters, days, bundles made and checked."""

from __future__ import annotations

import zipfile
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector.app.stamping import Asking
from inspector.bundle import layout
from inspector.bundle.timestamp.question import question
from inspector.gui.act.day import DayDialog
from inspector.gui.dialogs.address import AddressDialog
from inspector.gui.dialogs.letter import LetterDialog
from inspector.gui.dialogs.sending import SendingDialog
from inspector.gui.evidence.checking import CheckSection
from inspector.gui.evidence.page_dialog import PageDialog
from inspector.gui.pages.act import ActPage
from inspector.gui.pages.evidence import EvidencePage
from inspector.network.errand import Errand
from tests.gui.hands import opens, saves_to
from tests.gui.loopwatch import own_work
from tests.gui.sights import Visit, sight
from tests.gui.travel import click
from tests.unit.bundle.fictional import files_of, forged
from tests.unit.bundle.sealed import OTHER, sealed_again

_PASSWORD = "seven small telescopes"


@sight
def act_empty(visit: Visit) -> QWidget:
    visit.at(ActPage)
    return visit.window


@sight
def act_demo(visit: Visit) -> QWidget:
    visit.demo()
    visit.at(ActPage)
    return visit.window


def _unfolded(visit: Visit, number: int = 2) -> ActPage:
    visit.scenario(number)
    page = visit.at(ActPage)
    for card in page.cards.values():
        card.unfold(on=True)
    return page


@sight
def act_unfolded(visit: Visit) -> QWidget:
    _unfolded(visit)
    return visit.window


@sight
def act_address(visit: Visit) -> QWidget:
    page = _unfolded(visit)
    card = next(card for card in page.cards.values() if card.task.url)
    click(card.opens)
    return visit.dialog(AddressDialog)


def _letter(visit: Visit) -> LetterDialog:
    page = _unfolded(visit)
    card = next(card for card in page.cards.values() if card.task.letter)
    click(card.writes)
    return visit.dialog(LetterDialog)


@sight
def act_letter(visit: Visit) -> QWidget:
    return _letter(visit)


@sight
def act_letter_whole(visit: Visit) -> QWidget:
    dialog = _letter(visit)
    for name, box in dialog.form.boxes.items():
        editor = box.editor
        text = "12 Sample Street\n01234 Sampleton" if isinstance(editor, QPlainTextEdit) else "Mara Lindqvist"
        text = "mara@example.com" if "email" in name else text
        if not box.value:
            editor.setPlainText(text) if isinstance(editor, QPlainTextEdit) else editor.setText(text)
    return dialog


@sight
def act_day(visit: Visit) -> QWidget:
    page = _unfolded(visit)
    card = next(card for card in page.cards.values() if card.task.offers)
    card.day_asked.emit(card.task.id, card.task.offers[0])
    return visit.dialog(DayDialog)


@sight
def act_sent(visit: Visit) -> QWidget:
    page = _unfolded(visit)
    card = next(card for card in page.cards.values() if card.task.offers)
    card.day_asked.emit(card.task.id, card.task.offers[0])
    visit.dialog(DayDialog).accept()
    visit.answered()
    return visit.window


@sight
def evidence_empty(visit: Visit) -> QWidget:
    visit.at(EvidencePage)
    return visit.window


@sight
def evidence_ready(visit: Visit) -> QWidget:
    visit.demo()
    visit.at(EvidencePage)
    return visit.window


def _made(visit: Visit) -> EvidencePage:
    visit.demo()
    visit.session.name_maker("Mara Lindqvist")
    page = visit.at(EvidencePage)
    saves_to(visit.folder / "privacy-evidence.zip", visit.monkeypatch)
    click(page.makes)
    visit.wait(page.made.isVisible)
    return page


@sight
def evidence_choices(visit: Visit) -> QWidget:
    """Whoever wants a bundle made otherwise has opened the choices."""
    visit.demo()
    page = visit.at(EvidencePage)
    click(page.choices.fold.link)
    page.reveal(page.choices)
    return visit.window


@sight
def evidence_originals(visit: Visit) -> QWidget:
    """The whole archives go in, and what that means is read beside the choice."""
    visit.demo()
    page = visit.at(EvidencePage)
    page.holds.originals.click()
    visit.answered()
    page.holds.originals.setFocus()
    return visit.window


@sight
def evidence_pack(visit: Visit) -> QWidget:
    """A pack for an authority was made."""
    visit.demo()
    page = visit.at(EvidencePage)
    (visit.folder / "pack").mkdir()
    opens(visit.folder / "pack", visit.monkeypatch)
    click(page.packs.choices["ico"])
    visit.wait(page.packs.card.isVisible)
    return visit.window


@sight
def evidence_being_checked(visit: Visit) -> QWidget:
    """A bundle is being checked."""
    page = visit.at(EvidencePage)
    page.checking._begin(Path("privacy-evidence.zip"))
    page.checking.lane.tell(12, 40)
    far = {"done": "12 MB", "total": "40 MB"}
    page.checking.far.setText(visit.window.desk.text("gui.evidence.check.far_of", **far))
    return visit.window


@sight
def evidence_stamp_wanted(visit: Visit) -> QWidget:
    """A timestamp is wanted, and nobody is named yet."""
    visit.demo()
    page = visit.at(EvidencePage)
    page.seal.stamps.click()
    visit.wait(page.seal.first.hasFocus)
    return visit.window


def _lock_wanted(visit: Visit, again: str) -> EvidencePage:
    visit.demo()
    page = visit.at(EvidencePage)
    page.lock.locks.click()
    visit.wait(page.lock.first.line.hasFocus)
    page.lock.first.line.setText(_PASSWORD)
    page.lock.again.line.setText(again)
    return page


@sight
def evidence_lock_wanted(visit: Visit) -> QWidget:
    """A password is to lock the bundle, and the second one is another."""
    page = _lock_wanted(visit, "seven small microscopes")
    click(page.makes)
    return visit.window


@sight
def evidence_lock_shown(visit: Visit) -> QWidget:
    """A password is to lock the bundle, and its letters show."""
    _lock_wanted(visit, _PASSWORD).lock.shows.click()
    return visit.window


def _made_locked(visit: Visit) -> EvidencePage:
    page = _lock_wanted(visit, _PASSWORD)
    saves_to(visit.folder / "privacy-evidence.zip", visit.monkeypatch)
    click(page.makes)
    visit.wait(page.made.isVisible)
    return page


@sight
def evidence_lock_made(visit: Visit) -> QWidget:
    """The bundle was made and is locked."""
    _made_locked(visit)
    return visit.window


@sight
def evidence_lock_asks(visit: Visit) -> QWidget:
    """A locked bundle is to be checked, and the password that was given is another one."""
    page = _made_locked(visit)
    click(page.made.checks)
    visit.wait(lambda: page.checking.unlock is not None)
    first = page.checking.unlock
    assert first is not None
    first.field.line.setText("seven small microscopes")
    click(first.opens)
    visit.wait(lambda: page.checking.unlock not in (None, first))
    return visit.window


@sight
def evidence_sending(visit: Visit) -> QWidget:
    """One request, before it is sent."""
    asked = question(b"the list of hashes")
    place = "http://stamp.example/tsr"
    errand = Errand(place, "timestamp", asked.request, "application/timestamp-query", "")
    visit.at(EvidencePage)
    dialog = SendingDialog(visit.window.desk, Asking(errand, "lists", asked.digest.hex()), visit.window)
    dialog.open()
    return visit.dialog(SendingDialog)


@sight
def evidence_underway(visit: Visit) -> QWidget:
    visit.demo()
    page = visit.at(EvidencePage)
    saves_to(visit.folder / "privacy-evidence.zip", visit.monkeypatch)
    click(page.makes)
    assert page.underway.isVisible()
    return visit.window


@sight
def evidence_made(visit: Visit) -> QWidget:
    _made(visit)
    return visit.window


@sight
def evidence_not_made(visit: Visit) -> QWidget:
    visit.demo()
    page = visit.at(EvidencePage)
    saves_to(visit.folder / "nowhere" / "privacy-evidence.zip", visit.monkeypatch)
    click(page.makes)
    visit.wait(page.error.isVisible)
    return visit.window


@sight
def evidence_verified(visit: Visit) -> QWidget:
    page = _made(visit)
    page.checking.expect.setText(page.made.fingerprint.fingerprint)
    _check(visit, page, visit.folder / "privacy-evidence.zip")
    return visit.window


@sight
def evidence_other_fingerprint(visit: Visit) -> QWidget:
    page = _made(visit)
    page.checking.expect.setText("abc")
    page.checking.expect.setText("0" * 64)
    _check(visit, page, visit.folder / "privacy-evidence.zip")
    return visit.window


@sight
def evidence_tampered(visit: Visit) -> QWidget:
    page = _made(visit)
    changed = visit.folder / "changed.zip"
    with own_work():
        _change(visit.folder / "privacy-evidence.zip", changed)
    _check(visit, page, changed)
    return visit.window


@sight
def evidence_odd(visit: Visit) -> QWidget:
    """A bundle that was made fit again after another page and another log were put in."""
    page = _made(visit)
    with own_work():
        files = files_of(visit.folder / "privacy-evidence.zip")
        forged(visit.folder / "odd.zip", sealed_again({**files, layout.VERIFY_PAGE: b"<h1>Intact"}, OTHER))
    _check(visit, page, visit.folder / "odd.zip")
    return visit.window


@sight
def evidence_sealed_again(visit: Visit) -> QWidget:
    """A bundle that somebody sealed again, held against the one from before."""
    _sealed_again(visit).hold_against(visit.folder / "privacy-evidence.zip")
    visit.wait(lambda: not visit.at(EvidencePage).checking.lane.isVisible())
    return visit.window


@sight
def evidence_compared_in_vain(visit: Visit) -> QWidget:
    checking = _sealed_again(visit)
    with own_work():
        _change(visit.folder / "privacy-evidence.zip", visit.folder / "changed.zip")
    checking.hold_against(visit.folder / "changed.zip")
    visit.wait(lambda: not checking.lane.isVisible())
    return visit.window


@sight
def evidence_no_bundle(visit: Visit) -> QWidget:
    page = visit.at(EvidencePage)
    (visit.folder / "letter.zip").write_bytes(b"no bundle")
    page.checking.expect.setText("not a fingerprint")
    _check(visit, page, visit.folder / "letter.zip")
    return visit.window


def _sealed_again(visit: Visit) -> CheckSection:
    """Check a bundle that was sealed again with a key that nobody knows here."""
    page = _made(visit)
    with own_work():
        files = files_of(visit.folder / "privacy-evidence.zip")
        forged(visit.folder / "again.zip", sealed_again(files, OTHER))
    _check(visit, page, visit.folder / "again.zip")
    return page.checking


def _check(visit: Visit, page: EvidencePage, bundle: Path) -> None:
    page.check_bundle(bundle)
    visit.wait(lambda: not page.checking.lane.isVisible())


def _change(source: Path, target: Path) -> None:
    """Copy a bundle with one file changed and one missing."""
    with zipfile.ZipFile(source) as bundle, zipfile.ZipFile(target, "w") as copy:
        files = [name for name in bundle.namelist() if "/data/" in name and not name.endswith("/")]
        for name in bundle.namelist():
            if name != files[0]:
                copy.writestr(name, bundle.read(name) + (b" " if name == files[1] else b""))


def _pages(visit: Visit) -> EvidencePage:
    visit.demo()
    page = visit.at(EvidencePage)
    click(page.report.shows)
    visit.wait(page.report.view.isVisible)
    return page


@sight
def evidence_pages(visit: Visit) -> QWidget:
    _pages(visit)
    return visit.window


@sight
def evidence_page(visit: Visit) -> QWidget:
    page = _pages(visit)
    page.report.view.activated.emit(page.report.view.pages.index(0))
    return visit.dialog(PageDialog)
