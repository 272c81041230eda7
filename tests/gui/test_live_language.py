# SPDX-License-Identifier: Apache-2.0
"""Whoever chooses another language in the middle of something finds all that was typed and chosen again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from inspector.domain.words import Switch
from inspector.gui.dialogs.taste import TasteDialog
from inspector.gui.pages.act import ActPage
from inspector.gui.pages.collect import CollectPage
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.pages.findings import FindingsPage
from inspector.gui.pages.start import StartPage
from inspector.gui.pages.you import YouPage
from inspector.system.messages import Messages
from inspector.system.preferences import Look
from tests.gui.hands import press, tab_to, whole, write
from tests.gui.loopwatch import own_work
from tests.gui.shots import is_settled, unclear
from tests.gui.sights import Visit
from tests.gui.travel import click, drop
from tests.makers import linkedin
from tests.makers.winzip import locked
from tests.unit.app.read_once import read_once

PASSWORD = "Zebra 417 am See"
FINGERPRINT = "ab" * 32

pytestmark = pytest.mark.usefixtures("scheme")  # a look is chosen, and taken back


def in_german(visit: Visit, look: Look = Look.SYSTEM) -> None:
    """Choose the language, and a look, on the page Start as a person does."""
    click(visit.at(StartPage).cases.taste)
    dialog = visit.dialog(TasteDialog)
    if look is not Look.SYSTEM:
        dialog.looks[look].setChecked(True)
    dialog.languages["de"].setChecked(True)
    visit.dialog(TasteDialog).accept()
    assert visit.window.desk.messages.lang == "de"


def locking(visit: Visit) -> None:
    """Open the demo, and type a password for its bundle."""
    visit.demo()
    page = visit.at(EvidencePage)
    page.lock.locks.setChecked(True)
    page.lock.first.line.setText(PASSWORD)
    visit.at(StartPage)


def test_wishes_of_a_bundle_and_its_password_stay_and_are_written_nowhere(
    visit: Visit, tmp_path: Path
) -> None:
    visit.demo()
    page = visit.at(EvidencePage)
    page.choices.fold.turn(on=True)
    page.holds.originals.setChecked(True)
    page.seal.stamps.setChecked(True)
    page.seal.first.setText("tsa.example.com")
    page.lock.locks.click()
    for field in (page.lock.first, page.lock.again):
        click(field.line)
        write(PASSWORD)
    click(page.checking.expect)
    write(FINGERPRINT)
    in_german(visit, Look.DARK)
    german = visit.at(EvidencePage)
    assert german is not page
    assert german.lock.password == german.lock.again.line.text() == PASSWORD
    assert german.lock.first.line.echoMode() == german.lock.first.line.EchoMode.Password
    assert german.lock.is_whole()
    assert german.holds.originals.isChecked()
    assert german.seal.stamps.isChecked()
    assert german.seal.first.text() == "tsa.example.com"
    assert german.choices.fold.is_open
    assert german.checking.expect.text() == FINGERPRINT
    assert german.makes.isEnabled()
    written = [one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()]
    assert written, "the language was written down"
    assert not any(PASSWORD.encode() in one for one in written)


def test_what_was_typed_for_one_case_is_not_in_the_next(visit: Visit) -> None:
    locking(visit)
    visit.window.speak(Messages("de"))
    visit.window.desk.start_over()
    visit.demo()
    german = visit.at(EvidencePage)
    assert german.lock.password is None
    assert not german.lock.first.line.text()


def test_two_changes_on_end_lose_nothing(visit: Visit) -> None:
    locking(visit)
    for lang in ("de", "en"):
        visit.window.speak(Messages(lang))
    assert visit.at(EvidencePage).lock.first.line.text() == PASSWORD


def test_what_is_open_on_findings_and_act_and_half_typed_on_you_stays(visit: Visit) -> None:
    visit.demo()
    you = visit.at(YouPage)
    click(you.residence.add)
    write("Ruritania")
    press(Qt.Key.Key_Tab)
    you.residence.rows[-1].start.line.clear()
    write("4 March 2026")
    click(you.services.field)
    write("Nosuch")
    findings = visit.at(FindingsPage)
    click(findings.cards[0])
    act = whole(visit.at(ActPage))
    card = list(act.cards.values())[1]
    click(card.toggle)
    first = next(iter(act.cards.values()))
    first.choose("android")
    in_german(visit)
    german = visit.at(YouPage)
    row = german.residence.rows[-1]
    assert (row.what.text(), row.start.text()) == ("Ruritania", "4. März 2026")
    assert row.told.isVisible()
    assert german.services.field.text() == "Nosuch"
    detail = visit.at(FindingsPage).detail
    assert detail is not None
    assert findings.detail is not None
    assert detail.detail.card.key == findings.detail.detail.card.key
    opened = visit.at(ActPage)
    assert opened.checklist.opened == {first.task.id: "android", card.task.id: card.platform}


def test_a_file_that_was_stopped_and_a_password_that_was_begun_stay(visit: Visit) -> None:
    page = visit.at(CollectPage)
    members = [(one.name, one.data) for one in linkedin.simple().members]
    assert drop(visit.window, locked(visit.folder / "Complete_LinkedInDataExport.zip", members, "Otter 22"))
    visit.wait(lambda: len(page.queue.intake.items) == 1 and not page.queue.underway)
    page.queue.stopped(page.queue.queue(visit.folder / "another.zip").number)
    before = [(item.name, item.stage) for item in page.queue.intake.items]
    lock = page.view.cards[0].lock
    assert lock is not None
    click(lock.field)
    write("Otter 2")
    in_german(visit)
    german = visit.at(CollectPage)
    assert [(item.name, item.stage) for item in german.queue.intake.items] == before
    again = german.view.cards[0].lock
    assert again is not None
    assert again.field.text() == "Otter 2"


def test_an_answer_that_was_begun_stays(visit: Visit) -> None:
    with own_work():
        visit.session.add(read_once(visit.session, unclear(visit.folder), looks=True))
        visit.session.rest()
    page = visit.at(ConfirmPage)
    visit.wait(lambda: is_settled(page))
    form = page.side.form
    form.positions.off.setChecked(True)
    form.by_word.setChecked(True)
    tab_to(form.when.day.line)
    write("3 March 2026")
    control = form.control.currentData()
    in_german(visit)
    german = visit.at(ConfirmPage).side.form
    assert german.control.currentData() == control
    assert german.positions.position is Switch.OFF
    assert german.by_word.isChecked()
    assert german.when.day.text() == "3. März 2026"
