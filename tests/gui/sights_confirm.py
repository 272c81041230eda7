# SPDX-License-Identifier: Apache-2.0
"""What is to be seen of readings: clear, asked, corrected, of a mailbox, and what a file carries."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QWidget

from inspector.app.request import Said
from inspector.domain.moment import instant
from inspector.domain.words import Switch
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.pages.evidence import EvidencePage
from tests.gui.loopwatch import own_work
from tests.gui.shots import CONTROL, is_settled, put, switch, unclear
from tests.gui.sights import Visit, sight
from tests.gui.travel import click
from tests.makers.captures.mails import GRANTED, NOTICE, mail, mailbox
from tests.makers.captures.pages import linkedin_switch, single_file
from tests.makers.captures.photos import noted
from tests.unit.app.read_once import read_once

TOKEN = '<meta name="csrf-token" content="abcdefgh1234567890">'
FACEBOOK = "Facebook <a@facebookmail.com>"


def _read(visit: Visit, *paths: Path) -> ConfirmPage:
    """The page Confirm with these files, once they are read."""
    with own_work():
        for path in paths:
            visit.session.add(read_once(visit.session, path, looks=True))
        visit.session.rest()
    visit.window.refresh()
    page = visit.at(ConfirmPage)
    visit.wait(lambda: is_settled(page))
    # Pages and mails have nothing to be drawn.
    visit.wait(lambda: page.one is None or page.one.source.kind != "capture" or not page.shot.words)
    return page


@sight
def confirm_clear(visit: Visit) -> QWidget:
    _read(visit, switch(visit.folder, on=False))
    return visit.window


@sight
def confirm_clues(visit: Visit) -> QWidget:
    page = _read(visit, switch(visit.folder, on=False))
    click(page.side.time.clues.fold)
    return visit.window


@sight
def confirm_said(visit: Visit) -> QWidget:
    """Two pictures; what the first shows was said, and the second waits."""
    page = _read(visit, switch(visit.folder, on=False), unclear(visit.folder))
    said = next(one for one in page.model.questions if one.is_clear)
    page.table.selectRow(page.model.questions.index(said))
    click(page.yes)
    visit.wait(lambda: any(one.statements for one in page.model.questions))
    said = next(one for one in page.model.questions if one.statements)
    page.table.selectRow(page.model.questions.index(said))
    visit.wait(lambda: page.side.mode == "said")
    return visit.window


@sight
def confirm_asked(visit: Visit) -> QWidget:
    _read(visit, unclear(visit.folder), switch(visit.folder, on=True))
    return visit.window


@sight
def confirm_corrected(visit: Visit) -> QWidget:
    page = _read(visit, switch(visit.folder, on=False))
    click(page.correct)
    click(page.side.form.by_word)
    click(page.yes)
    return visit.window


@sight
def confirm_secrets(visit: Visit) -> QWidget:
    _read(visit, put(visit.folder, "page.html", single_file(linkedin_switch("off", "Off") + TOKEN)))
    return visit.window


@sight
def confirm_mailbox(visit: Visit) -> QWidget:
    mails = [
        mail(FACEBOOK, "Your objection", GRANTED, f"{day} {year} 10:00:00 +0000")
        for day, year in (("Mon, 3 Jun", 2024), ("Tue, 27 May", 2025))
    ]
    notice = mail(FACEBOOK, "Privacy policy", NOTICE)
    _read(visit, put(visit.folder, "All mail.mbox", mailbox(*mails, notice)))
    return visit.window


@sight
def confirm_notes(visit: Visit) -> QWidget:
    _read(visit, _photo(visit))
    return visit.window


@sight
def evidence_bare(visit: Visit) -> QWidget:
    path = _photo(visit)
    _read(visit, path)
    said = instant(datetime(2026, 1, 10, tzinfo=UTC), "2026-01-10")
    visit.session.say(Said(CONTROL, Switch.OFF, said, path))
    page = visit.at(EvidencePage)
    page.choices.fold.turn(on=True)
    click(page.holds.bare)
    return visit.window


def _photo(visit: Visit) -> Path:
    return put(visit.folder, "IMG_0001.png", noted("PNG", Image.new("RGB", (240, 160), "white")))
