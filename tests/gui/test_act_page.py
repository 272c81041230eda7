# SPDX-License-Identifier: Apache-2.0
"""The page Act: the checklist as cards, pages to open, letters to write, days to note."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.app.letters import mark, post
from inspector.app.session import Session
from inspector.cases.acts import ActKind
from inspector.gui.act.day import DayDialog
from inspector.gui.dialogs import address, files
from inspector.gui.dialogs.address import AddressDialog
from inspector.gui.dialogs.letter import LetterDialog
from inspector.gui.pages.act import ActPage
from inspector.gui.theme.theme import Theme
from inspector.gui.theme.tokens import Scheme
from inspector.gui.window import MainWindow
from inspector.system.clock import today
from inspector.system.messages import Messages
from tests.gui.hands import focused, inside, opened, press, saves_to, shown, tab_to, texts, whole, write
from tests.gui.loopwatch import LoopWatch
from tests.gui.pictures import grab
from tests.gui.walk import clipped, in_reading_order, outside, settle, small_targets, tab_order, unnamed

OBJECTION = "linkedin.object.objection"
SWITCH = "linkedin.switch-off.generative-ai-improvement"
SETTINGS = "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement"
SIZES = [(900, 600), (1180, 760)]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def writes_letter(page: ActPage) -> None:
    """Unfold the objection, and ask for its letter."""
    card = page.cards[OBJECTION]
    card.unfold(on=True)
    card.writes.click()


def act(window: MainWindow) -> ActPage:
    window.jump("act")
    assert isinstance(window.page, ActPage)
    return whole(window.page)


def test_an_empty_case_says_where_to_begin(window: MainWindow, qtbot: QtBot) -> None:
    page = act(window)
    assert page.empty.isVisible()
    assert not page.bar.isVisible()
    press(Qt.Key.Key_Space)
    assert window.page.name == "collect"


def test_the_first_thing_to_do_stands_open(demo_session: Session, window: MainWindow) -> None:
    page = act(window)
    assert page.title.text() == "6 things are left to do."
    assert [name for name, card in page.cards.items() if card.is_unfolded] == [SWITCH]
    assert QApplication.focusWidget() is page.cards[SWITCH].toggle


def test_the_first_thing_that_is_open_leads_and_only_one(demo_session: Session, window: MainWindow) -> None:
    page = act(window)
    first, other = page.cards[SWITCH], page.cards[OBJECTION]
    assert (first.opens.leads, page.evidence.leads) == (True, False)
    other.toggle.click()
    assert not other.leads
    first.toggle.click()
    assert (other.leads, page.evidence.leads) == (True, False)
    other.toggle.click()
    assert page.evidence.leads


def test_steps_show_one_platform_at_a_time(demo_session: Session, window: MainWindow) -> None:
    page = act(window)
    card = page.cards[SWITCH]
    shown = "Open the LinkedIn app on your Android device."
    assert shown not in texts(card)
    tab_to(card.toggle)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right, 2)
    assert shown in texts(card)
    assert "Open LinkedIn in a browser and sign in." not in texts(card)


def test_a_page_opens_only_after_its_whole_address_was_shown(
    demo_session: Session, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []

    def take(url: str) -> bool:
        taken.append(url)
        return True

    monkeypatch.setattr(address, "open_in_browser", take)
    page = act(window)
    page.cards[SWITCH].opens.click()
    dialog = opened(window, AddressDialog)
    assert SETTINGS in texts(dialog)
    assert "www.linkedin.com" in texts(dialog)
    assert not taken
    dialog.stays.click()
    assert not taken
    page.cards[SWITCH].opens.click()
    assert opened(window, AddressDialog).opens.hasFocus()
    press(Qt.Key.Key_Return)
    assert taken == [SETTINGS]


def test_without_a_browser_the_address_can_be_copied(
    demo_session: Session, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "open_in_browser", lambda _url: False)
    act(window).cards[SWITCH].opens.click()
    dialog = opened(window, AddressDialog)
    dialog.opens.click()
    assert dialog.isVisible()
    assert dialog.outcome.text() == "No browser took the address. Copy it and open it yourself."
    dialog.copies.click()
    assert QGuiApplication.clipboard().text() == SETTINGS
    dialog.reject()


def test_only_web_addresses_reach_the_browser() -> None:
    assert not address.open_in_browser("file:///etc/passwd")
    assert not address.open_in_browser("javascript:alert(1)")


def test_a_letter_is_filled_in_saved_and_marked_by_click(
    demo_session: Session,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = act(window)
    page.cards[OBJECTION].toggle.click()
    writes_letter(page)
    dialog = opened(window, LetterDialog)
    assert not dialog.saves_pdf.isEnabled()
    assert dialog.state.text() == "Your name is missing. The letter needs it."
    assert "[Your name]" in dialog.sheet.toPlainText()
    assert not dialog.marks.isEnabled(), "nobody has sent what is not whole"
    fill(dialog)
    assert dialog.marks.isEnabled()
    assert dialog.state.text() == "The letter is complete."
    saves_to(tmp_path / "letter.pdf", monkeypatch)
    dialog.saves_pdf.click()
    assert not dialog.saves_pdf.isEnabled()
    qtbot.waitUntil(lambda: dialog.saved == tmp_path / "letter.pdf", timeout=20_000)
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF-")
    saves_to(tmp_path / "letter.txt", monkeypatch)
    dialog.saves_text.click()
    qtbot.waitUntil(lambda: dialog.saved == tmp_path / "letter.txt")
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == dialog.sheet.toPlainText()
    dialog.marks.click()
    days = opened(window, DayDialog)
    days.notes.click()
    assert post(demo_session, OBJECTION).sent == today()
    assert page.cards[OBJECTION].standing.text().startswith("Sent on ")


def fill(dialog: LetterDialog) -> None:
    values = {"name": "Mara Lindqvist", "email": "mara@example.com", "reason": "I write about people."}
    for name, value in values.items():
        editor = dialog.form.boxes[name].editor
        editor.setFocus()
        QTest.keyClicks(editor, value)


def test_the_same_journey_by_keyboard_alone(
    demo_session: Session,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = act(window)
    card = page.cards[OBJECTION]
    tab_to(card.toggle)
    press(Qt.Key.Key_Space)
    tab_to(card.writes)
    press(Qt.Key.Key_Return)
    dialog = opened(window, LetterDialog)
    assert QApplication.focusWidget() is dialog.form.boxes["name"].editor
    write("Mara Lindqvist")
    tab_to(dialog.form.boxes["email"].editor)
    write("mara@example.com")
    press(Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter in a field closes nothing"
    tab_to(dialog.form.boxes["reason"].editor)
    write("I write about people.")
    saves_to(tmp_path / "letter.txt", monkeypatch)
    tab_to(dialog.saves_text)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.saved == tmp_path / "letter.txt")
    tab_to(dialog.marks)
    press(Qt.Key.Key_Space)
    opened(window, DayDialog)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(card.posts.buttons["sent"].hasFocus)
    assert post(demo_session, OBJECTION).sent == today()
    tab_to(card.posts.buttons["received"])
    press(Qt.Key.Key_Space)
    opened(window, DayDialog)
    press(Qt.Key.Key_Return)
    assert card.due.text().startswith("Answer due by ")


def test_what_was_typed_is_still_there_when_the_letter_is_opened_again(
    demo_session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    page = act(window)
    writes_letter(page)
    dialog = opened(window, LetterDialog)
    fill(dialog)
    dialog.language.choose("de")
    assert "Mit freundlichen Grüßen" in dialog.sheet.toPlainText()
    dialog.reject()
    qtbot.wait(10)
    writes_letter(page)
    again = opened(window, LetterDialog)
    assert again.form.values["reason"] == "I write about people."
    assert again.language.code == "de"
    again.reject()


def test_a_value_that_cannot_be_is_told_beside_its_field(demo_session: Session, window: MainWindow) -> None:
    writes_letter(act(window))
    dialog = opened(window, LetterDialog)
    dialog.form.boxes["email"].editor.setFocus()
    write("mara")
    assert dialog.form.boxes["email"].problem.isVisible()
    assert not dialog.form.boxes["name"].problem.isVisible()
    dialog.reject()


def test_a_letter_that_cannot_be_written_says_why(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes_letter(act(window))
    dialog = opened(window, LetterDialog)
    fill(dialog)
    saves_to(tmp_path / "no" / "letter.txt", monkeypatch)
    dialog.saves_text.click()
    qtbot.waitUntil(lambda: "cannot be written" in dialog.state.text())
    assert dialog.saves_text.isEnabled()
    dialog.reject()


def test_a_day_that_cannot_be_keeps_the_button_shut(demo_session: Session, window: MainWindow) -> None:
    page = act(window)
    page.cards[OBJECTION].posts.buttons["sent"].click()
    dialog = opened(window, DayDialog)
    dialog.field.setDate(QDate(2099, 1, 1))
    assert not dialog.notes.isEnabled()
    assert "has not come yet" in dialog.problem.text()
    dialog.reject()
    assert post(demo_session, OBJECTION).sent is None


def test_a_day_can_be_taken_back(demo_session: Session, window: MainWindow) -> None:
    mark(demo_session, OBJECTION, ActKind.SENT, today())
    page = act(window)
    page.cards[OBJECTION].posts.buttons["sent"].click()
    opened(window, DayDialog).takes_back.click()
    assert post(demo_session, OBJECTION).sent is None
    assert page.cards[OBJECTION].standing.text() == "To do"


def test_the_days_are_saved_for_a_calendar(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = act(window)
    saves_to(tmp_path / "days", monkeypatch)
    page.calendar.click()
    qtbot.waitUntil(lambda: "days.ics" in page.told.text())
    assert b"BEGIN:VEVENT" in (tmp_path / "days.ics").read_bytes()


def test_the_folder_of_a_letter_can_be_shown(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(files, "show_in_folder", shown.append)
    writes_letter(act(window))
    dialog = opened(window, LetterDialog)
    fill(dialog)
    saves_to(tmp_path / "letter.txt", monkeypatch)
    dialog.saves_text.click()
    qtbot.waitUntil(dialog.shows.isVisible)
    dialog.shows.click()
    assert shown == [tmp_path / "letter.txt"]
    dialog.reject()


def test_tab_goes_in_reading_order_and_everything_has_a_name(
    demo_session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    page = act(window)
    for card in page.cards.values():
        card.unfold(on=True)
    qtbot.wait(10)
    first = focused()
    order = [
        first,
        *(one for one in tab_order(window) if inside(page).isAncestorOf(one) and one is not first),
    ]
    assert len(order) > 20
    assert in_reading_order(order, window)
    assert not unnamed(window)
    assert not small_targets(page.scroller)


@pytest.mark.parametrize("messages", [Messages("xx-long")], ids=["xx-long"])
def test_long_words_are_not_cut_off(
    demo_session: Session, window: MainWindow, qtbot: QtBot, loop_watch: LoopWatch
) -> None:
    window.resize(900, 600)
    page = act(window)
    for card in page.cards.values():
        card.unfold(on=True)
    qtbot.wait(30)
    with loop_watch.paused():
        assert not clipped(page)
        assert not outside(page)
    writes_letter(page)
    page.cards[OBJECTION].posts.buttons["sent"].click()
    page.cards[SWITCH].opens.click()
    qtbot.wait(30)
    with loop_watch.paused():
        for kind in (LetterDialog, DayDialog, AddressDialog):
            dialog = shown(window, kind)
            assert not clipped(dialog)
            assert not outside(dialog)
            assert not unnamed(dialog)
            assert dialog.width() <= 900
            assert dialog.height() <= 600
            dialog.reject()


@pytest.mark.parametrize("size", SIZES, ids=["small", "usual"])
def test_pictures(
    demo_session: Session, window: MainWindow, scheme: Theme, size: tuple[int, int], loop_watch: LoopWatch
) -> None:
    window.resize(*size)
    page = act(window)
    mark(demo_session, OBJECTION, ActKind.SENT, today())
    mark(demo_session, OBJECTION, ActKind.RECEIVED, today())
    window.refresh()
    page.cards[OBJECTION].unfold(on=True)
    writes_letter(page)
    page.cards[SWITCH].opens.click()
    page.cards[OBJECTION].posts.buttons["sent"].click()
    parts: dict[str, QWidget] = {
        "page": window,
        "whole": inside(page),
        "letter": shown(window, LetterDialog),
        "address": shown(window, AddressDialog),
        "day": shown(window, DayDialog),
    }
    with loop_watch.paused():
        keep(parts, size[0], scheme)
        shown(window, LetterDialog).form.boxes["name"].editor.setFocus()
        fill(shown(window, LetterDialog))
        keep({"letter-complete": parts["letter"]}, size[0], scheme)
    for kind in (DayDialog, AddressDialog, LetterDialog):
        shown(window, kind).reject()


def keep(parts: dict[str, QWidget], width: int, theme: Theme) -> None:
    for name, widget in parts.items():
        light, dark = (grab(widget, f"act-{name}-{width}", theme, look) for look in SCHEMES)
        assert light != dark
        for look in SCHEMES:
            grab(widget, f"act-{name}-{width}", theme, look, 2)


def test_cards_that_stay_keep_the_keyboard_when_others_come(
    demo_session: Session, window: MainWindow
) -> None:
    page = act(window)
    before = dict(page.cards)
    first = next(iter(before.values()))
    first.toggle.setFocus()
    demo_session.declare_services(["linkedin", "chatgpt", "x"])
    window.refresh()
    whole(page)
    assert set(before) < set(page.cards)
    assert all(page.cards[name] is card for name, card in before.items())
    assert QApplication.focusWidget() is first.toggle
    settle()
    tops = [card.y() for card in page.cards.values()]
    assert tops == sorted(tops)
