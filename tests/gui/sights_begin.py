# SPDX-License-Identifier: Apache-2.0
"""What is to be seen of the pages Start, You, Collect and Confirm, and of what asks and tells anywhere."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication, QWidget

from inspector.app import specs
from inspector.domain.residence import Stay
from inspector.gui.collect.ledger import LedgerDialog
from inspector.gui.dialogs.about import AboutDialog
from inspector.gui.dialogs.help import HelpDialog
from inspector.gui.dialogs.leaving import LosingDialog, forgetting_dialog, leaving_dialog
from inspector.gui.dialogs.mishap import MishapDialog
from inspector.gui.dialogs.remember import RememberDialog
from inspector.gui.pages.collect import CollectPage
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.pages.start import StartPage
from inspector.gui.pages.you import YouPage
from inspector.gui.you.calendar import CalendarDialog
from tests.gui.hands import type_out
from tests.gui.loopwatch import own_work
from tests.gui.sights import Visit, sight
from tests.gui.travel import click, drop
from tests.makers import linkedin
from tests.makers.bad import MAKERS
from tests.makers.pictures import picture


@sight
def start_new(visit: Visit) -> QWidget:
    visit.at(StartPage)
    return visit.window


@sight
def about(visit: Visit) -> QWidget:
    click(visit.at(StartPage).cases.about)
    return visit.dialog(AboutDialog)


@sight
def help_words(visit: Visit) -> QWidget:
    """What the page Findings is for, and its words first."""
    visit.demo()
    visit.window.jump("findings")
    visit.answered()
    visit.window.page.open_help()
    return visit.dialog(HelpDialog)


@sight
def help_found(visit: Visit) -> QWidget:
    """A word was looked for."""
    click(visit.at(StartPage).cases.help)
    dialog = visit.dialog(HelpDialog)
    dialog.search.setText(visit.window.desk.text("words.seal.name"))
    return dialog


@sight
def start_begun(visit: Visit) -> QWidget:
    visit.session.declare_residence((Stay("US"),))
    visit.at(StartPage)
    return visit.window


@sight
def start_example(visit: Visit) -> QWidget:
    page = visit.at(StartPage)
    click(page.example)
    visit.wait(lambda: visit.window.page.name == "findings")
    visit.at(StartPage)
    return visit.window


@sight
def waiting(visit: Visit) -> QWidget:
    """The findings are being worked out for the first time."""
    visit.demo()
    window = visit.window
    window.rail.show_page("findings")
    window.stack.setCurrentWidget(window.waiting)
    return window


@sight
def leaving(visit: Visit) -> QWidget:
    leaving_dialog(visit.window.desk, visit.window).open()
    return visit.dialog(LosingDialog)


@sight
def starting_over(visit: Visit) -> QWidget:
    forgetting_dialog(visit.window.desk, visit.window).open()
    return visit.dialog(LosingDialog)


@sight
def mishap(visit: Visit) -> QWidget:
    try:
        raise ValueError("what nobody foresaw")
    except ValueError as error:
        visit.window.tell(error)
    return visit.dialog(MishapDialog)


@sight
def you_empty(visit: Visit) -> QWidget:
    visit.at(YouPage)
    return visit.window


@sight
def you_typing(visit: Visit) -> QWidget:
    """A country that is being typed, with what fits below it."""
    page = visit.at(YouPage)
    click(page.residence.rows[0].what)
    type_out("uni")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


@sight
def you_overlap(visit: Visit) -> QWidget:
    page = visit.at(YouPage)
    page.residence.rows[0].what.show_code("US")
    page.residence.add_row()
    page.residence.rows[1].what.show_code("DE")
    page.residence.rows[1].start.take_text("2025-03-01")
    page.residence.add_row()
    page.residence.rows[2].start.take_text("1 March")
    return visit.window


@sight
def you_full(visit: Visit) -> QWidget:
    """A mover with plans, several services, a note of consent, and something remembered."""
    session, catalog = visit.session, visit.session.catalog
    session.declare_residence(
        specs.residence("/2015-02-01=US,2015-03-01/2025-02-01=DE,2025-02-01/=FR", catalog)
    )
    session.declare_services(["linkedin", "chatgpt", "x", "slack", "meta-ai"])
    session.declare_plans([specs.plan("linkedin=premium:2023-01-01/2025-01-01", catalog)])
    session.name_maker("Mara Lindqvist")
    session.note_consent("by phone on 3 March 2026")
    for spec in ("on@2025-01-01", "off@2025-06-01T12:00:00+02:00"):
        session.say(specs.declared(f"linkedin/generative-ai-improvement={spec}", catalog))
    page = visit.at(YouPage)
    assert page.memory_section.isVisible()
    return visit.window


@sight
def you_helping(visit: Visit) -> QWidget:
    """Someone helps and has not yet said how the other agreed; a service is asked for that is not known."""
    page = visit.at(YouPage)
    page.person.helps.click()
    page.services.field.setText("Nowhere Social")
    page.services.take.click()
    visit.wait(page.person.note.isVisible)
    page.scroller.ensureWidgetVisible(page.person, 0, 0)
    return visit.window


@sight
def you_calendar(visit: Visit) -> QWidget:
    page = visit.at(YouPage)
    page.residence.rows[0].start.line.setText("2020-05-01")
    click(page.residence.rows[0].start.button)
    return visit.dialog(CalendarDialog)


@sight
def remember_empty(visit: Visit) -> QWidget:
    click(visit.at(YouPage).remember)
    return visit.dialog(RememberDialog)


@sight
def remember_missing(visit: Visit) -> QWidget:
    click(visit.at(YouPage).remember)
    dialog = visit.dialog(RememberDialog)
    click(dialog.say_it)
    assert dialog.isVisible()
    return dialog


@sight
def remember_filled(visit: Visit) -> QWidget:
    click(visit.at(YouPage).remember)
    dialog = visit.dialog(RememberDialog)
    dialog.form.control.setCurrentIndex(dialog.form.control.findData("linkedin/generative-ai-improvement"))
    click(dialog.form.positions.on)
    dialog.form.when.day.take_text("2024-11-01")
    dialog.say_it.setFocus()
    return dialog


@sight
def collect_empty(visit: Visit) -> QWidget:
    visit.at(CollectPage)
    return visit.window


def _collected(visit: Visit) -> CollectPage:
    """A whole archive, four that are not, a picture and a page."""
    folder = visit.folder
    with own_work():
        paths = [linkedin.simple().write(folder)]
        for name in ("bad_checksum", "locked", "not_a_zip", "missing_columns"):
            (folder / name).mkdir()
            paths.append(MAKERS[name]().write(folder / name))
        (folder / "Screenshot_20260110-120311.png").write_bytes(picture(3, 300, 200))
        paths.append(folder / "Screenshot_20260110-120311.png")
    page = visit.at(CollectPage)
    assert drop(visit.window, *paths)
    visit.wait(lambda: len(page.queue.intake.items) == len(paths) and not page.queue.underway)
    visit.answered()
    return page


@sight
def collect_many(visit: Visit) -> QWidget:
    _collected(visit)
    return visit.window


@sight
def collect_ledger(visit: Visit) -> QWidget:
    page = _collected(visit)
    card = next(card for card in page.view.cards if card.buttons["ledger"].isVisibleTo(card))
    click(card.buttons["ledger"])
    return visit.dialog(LedgerDialog)


@sight
def confirm_empty(visit: Visit) -> QWidget:
    visit.at(ConfirmPage)
    return visit.window


@sight
def you_days_of_the_past(visit: Visit) -> QWidget:
    """Many stays, so that the page scrolls and the picture of them is dense."""
    places = ("US", "CA", "GB", "FR", "DE", "CH", "AT", "IT")
    stays = [
        Stay(place, date(2009 + 2 * at, 1, 1), date(2011 + 2 * at, 1, 1)) for at, place in enumerate(places)
    ]
    visit.session.declare_residence(tuple(stays))
    visit.at(YouPage)
    return visit.window
