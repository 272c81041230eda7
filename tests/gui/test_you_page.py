# SPDX-License-Identifier: Apache-2.0
"""The page You, by keyboard and by click: residence, services, plans, who asks, what is remembered."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from inspector.app import specs
from inspector.app.session import Session
from inspector.catalog.index import Catalog
from inspector.domain.residence import Stay
from inspector.gui.dialogs.remember import RememberDialog
from inspector.gui.pages.you import YouPage
from inspector.gui.theme.fields import WRONG
from inspector.gui.theme.measures import SMALLEST
from inspector.gui.theme.theme import Theme
from inspector.gui.window import MainWindow
from inspector.gui.you.calendar import CalendarDialog
from inspector.system.messages import Messages
from tests.gui.hands import focused, opened, press, tab_to
from tests.gui.hands import type_out as write
from tests.gui.pictures import grab
from tests.gui.walk import clipped, in_reading_order, outside, small_targets, tab_order, unnamed

GENERATIVE = "linkedin/generative-ai-improvement"


@pytest.fixture
def page(window: MainWindow) -> YouPage:
    window.jump("you")
    page = window.page
    assert isinstance(page, YouPage)
    return page


def row(page: YouPage, number: int) -> tuple[str, str]:
    """What is told beside a row, and what would mend it."""
    told = page.residence.rows[number].told
    return told.words.text(), told.mend.text()


def test_a_mover_types_two_countries(page: YouPage, session: Session) -> None:
    focus_first(page)
    write("United States\t")
    write("2010-01-01\t\t2025-03-01\t")
    press_add(page)
    write("de\t2025-03-01\t")
    assert session.residence == (
        Stay("US", date(2010, 1, 1), date(2025, 3, 1)),
        Stay("DE", date(2025, 3, 1), None),
    )
    assert row(page, 1) == ("", "")


def focus_first(page: YouPage) -> None:
    page.residence.rows[0].what.setFocus()


def press_add(page: YouPage) -> None:
    tab_to(page.residence.add)
    press(Qt.Key.Key_Space)
    assert focused() is page.residence.rows[-1].what


def test_an_overlap_is_told_while_it_is_typed_and_never_reaches_the_case(
    page: YouPage, session: Session
) -> None:
    focus_first(page)
    write("US\t")
    press_add(page)
    write("Germany\t2025-03-0")
    assert row(page, 1)[0] == ""
    write("1")
    assert row(page, 1)[0] == (
        "“United States” has no end, and “Germany” begins on 1 March 2025. "
        "Give the day on which “United States” ended."
    )
    assert page.residence.rows[0].end.line.accessibleDescription() == row(page, 1)[0]
    assert page.residence.rows[0].end.line.property(WRONG)
    assert not page.residence.rows[1].start.line.property(WRONG)
    press(Qt.Key.Key_Tab)
    assert session.residence == (Stay("US"),)


def test_an_unfinished_day_is_told_only_when_it_is_left(page: YouPage, session: Session) -> None:
    focus_first(page)
    write("DE\t1 March")
    assert row(page, 0)[0] == ""
    write("\t")
    assert row(page, 0)[0].startswith("This cannot be read. Write a day, a month or a year")
    assert session.residence == (Stay("DE"),)


def test_an_overlap_is_mended_by_one_press(page: YouPage, session: Session) -> None:
    focus_first(page)
    write("US\t")
    press_add(page)
    write("DE\t2025-03-01")
    tab_to(page.residence.rows[1].told.mend)
    press(Qt.Key.Key_Space)
    assert [stay.end for stay in session.residence] == [date(2025, 3, 1), None]
    assert row(page, 1) == ("", "")


def test_a_gap_is_told_and_counts(page: YouPage, session: Session, catalog: Catalog) -> None:
    session.declare_residence(specs.residence("/2025-02-01=US,2025-03-01/=DE", catalog))
    page.refresh(session)
    assert row(page, 1)[0].startswith("Nothing is said of the time between United States and Germany")
    assert "United States" in page.residence.strip.accessibleName()


def test_the_calendar_types_a_day(window: MainWindow, page: YouPage, session: Session) -> None:
    page.residence.rows[0].what.show_code("DE")
    page.residence.rows[0].start.line.setText("2020-05-01")
    page.residence.rows[0].start.button.click()
    dialog = opened(window, CalendarDialog)
    assert not unnamed(dialog)
    assert dialog.day == date(2020, 5, 1)
    dialog.calendar.setFocus()
    press(Qt.Key.Key_Right)
    dialog.accept()
    assert session.residence == (Stay("DE", date(2020, 5, 2), None),)


def test_leaving_the_page_lets_what_was_typed_last_count(window: MainWindow, page: YouPage) -> None:
    focus_first(page)
    write("DE")
    window.go("collect")
    assert window.desk.session.residence == (Stay("DE"),)


def test_removing_the_only_row_takes_the_residence_back(page: YouPage, session: Session) -> None:
    focus_first(page)
    write("DE\t")
    assert session.residence
    page.residence.rows[0].remove.click()
    assert session.residence == ()


def test_a_service_is_found_by_its_name_and_brings_its_plans(page: YouPage, session: Session) -> None:
    assert not page.plan_section.isVisible()
    page.services.field.setFocus()
    write("linked")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert session.services == ("linkedin",)
    assert page.plan_section.isVisible()
    part = page.plans.parts["linkedin"]
    assert not part.rows
    tab_to(part.add)
    press(Qt.Key.Key_Space)
    assert focused() is part.rows[0].what
    write("Premium\t2023-01-01\t\t2025-01-01\t")
    assert [(plan.plan, plan.start.raw) for plan in session.plans] == [("premium", "2023-01-01")]
    part.rows[0].remove.click()
    assert session.plans == ()
    assert focused() is part.add


def test_plans_of_a_service_that_is_taken_out_are_no_longer_asked_for(
    page: YouPage, session: Session
) -> None:
    session.declare_services(["linkedin", "chatgpt"])
    page.refresh(session)
    session.declare_services(["chatgpt"])
    page.refresh(session)
    assert page.plans.parts["chatgpt"].isVisible()
    assert not page.plans.parts["linkedin"].isVisible()


def test_a_service_without_catalog_is_said_not_to_be_covered(page: YouPage, session: Session) -> None:
    page.services.field.setFocus()
    write("Friendster")
    press(Qt.Key.Key_Return)
    told = page.services.told.words.text()
    assert told.startswith("“Friendster” is not covered yet, so this version cannot answer for it. ")
    assert session.services == ()


def test_helping_someone_needs_a_note_before_anything_is_kept(page: YouPage, session: Session) -> None:
    page.person.helps.setFocus()
    press(Qt.Key.Key_Space)
    assert page.person.told.words.text() == "Write how this person agreed. Until then, nothing is noted."
    tab_to(page.person.note)
    before = session.consent
    assert before is None
    write("agreed by telephone")
    press(Qt.Key.Key_Tab)
    assert session.consent == "agreed by telephone"
    assert page.person.told.words.text() == ""


def test_a_memory_is_added_and_taken_back(window: MainWindow, page: YouPage, session: Session) -> None:
    session.declare_services(["linkedin"])
    tab_to(page.remember)
    press(Qt.Key.Key_Space)
    dialog = opened(window, RememberDialog)
    assert not unnamed(dialog)
    assert not small_targets(dialog)
    tab_to(dialog.form.positions.on)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert dialog.form.told["when"].words.text() == "Say on which day it was so."
    assert focused() is dialog.form.when.day.line
    write("1 March 2025")
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert [(said.position, said.moment.raw) for said in session.statements] == [("off", "2025-03-01")]
    assert session.inspection().findings[0].grade == "declared"
    back = page.remembered.findChild(QPushButton)
    assert isinstance(back, QPushButton)
    back.click()
    assert not session.inspection().facts


def test_a_remembered_time_has_its_zone(window: MainWindow, page: YouPage, session: Session) -> None:
    dialog = RememberDialog(window.desk, GENERATIVE, page)
    dialog.open()
    form = dialog.form
    assert form.control.currentData() == GENERATIVE
    form.positions.on.click()
    form.when.day.line.setText("2025-07-01")
    form.when.with_time.click()
    form.when.clock.setText("9:30")
    form.when.zone.setText("Europe/Berlin")
    dialog.say_it.click()
    assert session.statements[0].moment.raw == "2025-07-01T09:30+02:00"


def test_focus_goes_in_reading_order(window: MainWindow, page: YouPage) -> None:
    page.take_keyboard()
    order = [one for one in tab_order(window) if page.isAncestorOf(one) and one.isVisible()]
    body = [one for one in order if page.scroller.isAncestorOf(one) and one is not page.scroller]
    assert in_reading_order(body, window)


@pytest.mark.parametrize("messages", [Messages("en"), Messages("xx-long")], ids=["en", "long"])
def test_nothing_is_unnamed_clipped_or_outside(window: MainWindow, page: YouPage, catalog: Catalog) -> None:
    session = window.desk.session
    session.declare_residence(specs.residence("/2025-02-01=US,2025-03-01/=DE", catalog))
    session.declare_services(["linkedin"])
    page.person.helps.click()
    window.resize(*SMALLEST)
    window.refresh()
    QApplication.sendPostedEvents()
    assert not unnamed(page)
    assert not clipped(page)
    assert not outside(page)
    assert not small_targets(page)


def test_pictures(window: MainWindow, page: YouPage, scheme: Theme, catalog: Catalog) -> None:
    window.desk.session.declare_residence(specs.residence("/2025-03-01=US,2025-03-01/=DE", catalog))
    window.refresh()
    light = grab(window, "you", scheme)
    assert light != grab(window, "you", scheme, "dark", 2)
    page.residence.rows[0].end.line.setText("2025-06-01")
    assert light != grab(window, "you-overlap", scheme)


def test_what_begins_as_it_was_typed_is_offered_first(page: YouPage) -> None:
    focus_first(page)
    write("uni")
    completer = page.residence.rows[0].what.completer()
    model = completer.completionModel()
    first = [str(model.index(row, 0).data()) for row in range(4)]
    assert first == [
        "United Arab Emirates (AE)",
        "United Kingdom (GB)",
        "United States (US)",
        "Alabama, United States (US-AL)",
    ]


def test_enter_takes_what_stands_first_and_leaving_takes_what_alone_is_meant(
    page: YouPage, session: Session
) -> None:
    focus_first(page)
    write("Germ\t")
    assert page.residence.rows[0].what.text() == "Germany"
    page.residence.rows[0].what.selectAll()
    focus_first(page)
    write("uk")
    press(Qt.Key.Key_Return)
    assert session.residence == (Stay("GB"),)
    page.services.field.setFocus()
    write("link")
    press(Qt.Key.Key_Return)
    assert session.services == ("linkedin",)


def test_a_second_country_is_not_called_wrong_before_its_days_can_be_typed(
    page: YouPage, session: Session
) -> None:
    focus_first(page)
    write("Germany\t")
    press_add(page)
    write("United States\t")
    assert row(page, 1) == ("", "")
    write("\t\t\t")
    assert row(page, 1)[0].startswith("“Germany” and “United States” are said for the same time.")


def test_the_day_of_the_move_is_typed_once_and_a_year_is_enough(page: YouPage, session: Session) -> None:
    focus_first(page)
    write("Germany\t2023\t")
    assert row(page, 0)[0] == "This is taken as 1 January 2023. Write the day if you know it."
    press_add(page)
    assert page.residence.rows[1].end.text() == "1 January 2023"
    assert row(page, 1) == ("", "")
    write("United States\t")
    assert session.residence == (Stay("US", None, date(2023, 1, 1)), Stay("DE", date(2023, 1, 1), None))


def test_the_calendar_has_the_keyboard_on_its_days(window: MainWindow, page: YouPage) -> None:
    page.residence.rows[0].start.button.click()
    dialog = opened(window, CalendarDialog)
    assert dialog.words.text() == "From which day, in row 1"
    assert dialog.calendar.isAncestorOf(focused())
    assert focused().objectName() == "qt_calendar_calendarview"
    dialog.reject()
