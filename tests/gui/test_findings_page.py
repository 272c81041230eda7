# SPDX-License-Identifier: Apache-2.0
"""The page of findings by pointer and by keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from inspector.app import specs
from inspector.app.session import Session
from inspector.gui.dialogs.remember import RememberDialog
from inspector.gui.findings.cards import FindingCard
from inspector.gui.findings.detail import DetailView
from inspector.gui.findings.evidence import EvidencePanel
from inspector.gui.pages.findings import FindingsPage
from inspector.gui.theme.theme import Theme
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.notes import EmptyState, ErrorNote
from inspector.gui.widgets.text import TextBlock
from inspector.gui.window import MainWindow
from tests.e2e.scenarios import CONTROL
from tests.gui.hands import fill
from tests.gui.loopwatch import LoopWatch, next_turn
from tests.gui.walk import clipped, outside, tab_order, unnamed
from tests.makers.bad.containers import bad_checksum
from tests.unit.app.read_once import read_once

LEFT = Qt.MouseButton.LeftButton


def show(window: MainWindow) -> FindingsPage:
    window.go("findings")
    page = window.page
    assert isinstance(page, FindingsPage)
    QApplication.processEvents()
    return page


def opened(window: MainWindow) -> tuple[FindingsPage, DetailView]:
    page = show(window)
    next_turn()
    press(page.cards[0], Qt.Key.Key_Return)
    assert page.detail is not None
    QApplication.processEvents()
    return page, page.detail


def fits(page: FindingsPage) -> bool:
    """Whether nothing lies beyond the edge, where nobody can scroll to."""
    inner, port = page.scroller.widget(), page.scroller.viewport()
    return inner is not None and inner.width() <= port.width()


def is_open(page: FindingsPage) -> bool:
    return page.detail is not None


def press(widget: QWidget | None, key: Qt.Key) -> None:
    assert widget is not None
    QTest.keyClick(widget, key)


def words_in(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(TextBlock) if one.isVisibleTo(widget))


def panel_of(detail: DetailView) -> EvidencePanel:
    assert detail.panel is not None
    return detail.panel


def test_no_answer_leads_to_collect(window: MainWindow) -> None:
    page = show(window)
    (nothing,) = page.findChildren(EmptyState)
    assert not page.bar.isVisibleTo(page)
    QTest.mouseClick(nothing.findChildren(type(page.bundle))[0], LEFT)
    assert window.page.name == "collect"


@pytest.mark.usefixtures("demo_session")
def test_a_card_opens_by_click_and_goes_back_by_click(window: MainWindow) -> None:
    page = show(window)
    assert page.title.text() == "One setting is on."
    QTest.mouseClick(page.cards[0], LEFT, pos=QPoint(40, 20))
    assert is_open(page)
    assert page.title.text() == "On since 3 November 2025."
    QTest.mouseClick(page.back_link, LEFT)
    assert not is_open(page)
    assert page.title.text() == "One setting is on."


@pytest.mark.usefixtures("demo_session")
def test_card_evidence_and_way_back_by_keyboard_alone(window: MainWindow) -> None:
    page = show(window)
    window.jump("findings")
    assert isinstance(QApplication.focusWidget(), FindingCard)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    detail = page.detail
    assert detail is not None
    for _ in range(20):
        if QApplication.focusWidget() is detail.timeline:
            break
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is panel_of(detail).shut
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert detail.panel is None
    assert QApplication.focusWidget() is detail.timeline
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not is_open(page)
    assert QApplication.focusWidget() is page.cards[0]


def test_a_mark_leads_to_file_row_and_raw_text(window: MainWindow, session: Session, tmp_path: Path) -> None:
    fill(session, 5, tmp_path)
    _, detail = opened(window)
    number = next(n for n, item in enumerate(detail.timeline.items) if item.kind == "square")
    place = detail.timeline.place_of(number).center().toPoint()
    QTest.mouseClick(detail.timeline, LEFT, pos=place)
    words = words_in(panel_of(detail))
    for text in (
        "picture-1-off.png",
        "whole file",
        "You confirmed",
        "The switch reads: off",
    ):
        assert text in words
    assert "SHA-256 of the source" not in words
    (more,) = (one for one in panel_of(detail).findChildren(SmallLinkButton) if "check needs" in one.text())
    more.click()
    assert "SHA-256 of the source" in words_in(panel_of(detail))


def test_a_stretch_leads_to_rule_row_and_sources_one_click_away(
    window: MainWindow, session: Session, tmp_path: Path
) -> None:
    fill(session, 1, tmp_path)
    _, detail = opened(window)
    link = next(
        one for one in detail.findChildren(QWidget) if one.accessibleName().startswith("Evidence for")
    )
    QTest.mouseClick(link, LEFT)
    words = words_in(panel_of(detail))
    for text in ("earliest time: alleged; latest time: official", "Checked", "Published in"):
        assert text in words


@pytest.mark.usefixtures("demo_session")
def test_the_text_goes_to_the_clipboard(window: MainWindow) -> None:
    _, detail = opened(window)
    detail.copy()
    assert QApplication.clipboard().text() == detail.detail.as_text
    assert detail.status.text() == "The text is on the clipboard."


@pytest.mark.usefixtures("demo_session")
@pytest.mark.parametrize(("suffix", "head"), [(".svg", b"<?xml"), (".png", b"\x89PNG")])
def test_the_picture_is_saved_beside_the_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, suffix: str, head: bytes
) -> None:
    page, detail = opened(window)
    file = tmp_path / f"timeline{suffix}"
    page.save_picture(file)
    qtbot.waitUntil(lambda: not page.desk.bridge.busy)
    data = file.read_bytes()
    assert data.startswith(head)
    assert detail.status.text() == f"The picture is saved as {file.name}."
    if suffix == ".svg":
        assert "Timeline of Data for Generative AI Improvement" in data.decode()
        assert "<image" not in data.decode()


@pytest.mark.usefixtures("demo_session")
def test_a_picture_that_cannot_be_written_is_told_of(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page, detail = opened(window)
    page.save_picture(tmp_path / "missing" / "timeline.svg")
    qtbot.waitUntil(lambda: not page.desk.bridge.busy)
    (note,) = detail.findChildren(ErrorNote)
    assert note.what.text() == "The picture could not be written to timeline.svg."


@pytest.mark.usefixtures("demo_session")
def test_save_asks_where_without_stopping_the_window(window: MainWindow, qtbot: QtBot) -> None:
    page, detail = opened(window)
    detail.save.emit()
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: not page.findChildren(QFileDialog))


def test_remembering_adds_a_reading_and_the_card_follows(
    window: MainWindow, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(session, 1, tmp_path)
    page = show(window)
    page.cards[0].remember.emit()
    (dialog,) = page.findChildren(RememberDialog)
    session.say(specs.declared(f"{CONTROL}=off@2026-05-01", session.catalog))
    dialog.accept()
    qtbot.waitUntil(lambda: not page.findChildren(RememberDialog))
    assert page.cards[0].words.state == "off"
    assert page.cards[0].words.chip == "declared · by you"


def test_without_a_residence_the_first_thing_to_do_is_to_say_it(
    window: MainWindow, session: Session, tmp_path: Path
) -> None:
    fill(session, 10, tmp_path)
    page = show(window)
    assert page.live.isVisibleTo(page)
    assert not page.act.isVisibleTo(page)
    assert "If you lived anywhere else" in words_in(page.cards[0])
    QTest.mouseClick(page.live, LEFT)
    assert window.page.name == "you"


def test_what_was_not_read_stands_on_the_card_and_in_the_full_view(
    window: MainWindow, session: Session, loop_watch: LoopWatch, tmp_path: Path
) -> None:
    with loop_watch.paused():
        session.declare_residence(specs.residence("US", session.catalog))
        session.add(read_once(session, bad_checksum().write(tmp_path)))
    page = show(window)
    assert "Not all that you handed in could be read." in words_in(page.cards[0])
    press(page.cards[0], Qt.Key.Key_Return)
    assert page.detail is not None
    assert "Not all that you handed in could be read." in words_in(page.detail)


@pytest.mark.usefixtures("demo_session")
def test_an_open_view_stays_open_when_the_case_changes(window: MainWindow, session: Session) -> None:
    page, before = opened(window)
    session.say(specs.declared(f"{CONTROL}=off@2026-05-01", session.catalog))
    page.session_changed.emit()
    assert page.detail is not None
    assert page.detail is not before
    assert page.title.text().startswith("Off since")


@pytest.mark.usefixtures("demo_session")
def test_the_full_view_opens_in_place_and_the_window_keeps_the_keyboard(window: MainWindow) -> None:
    page, detail = opened(window)
    next_turn()
    detail.show_evidence(detail.sheet, detail.timeline.items[0].chains, detail.timeline)
    next_turn()
    QApplication.processEvents()
    only_one_window = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert only_one_window == [window]
    assert QApplication.activeWindow() is window
    assert QApplication.focusWidget() is panel_of(detail).shut
    detail.hide_evidence()
    assert QApplication.focusWidget() is detail.timeline
    page.back()
    assert QApplication.focusWidget() is page.cards[0]


@pytest.mark.usefixtures("demo_session")
@pytest.mark.parametrize("button", ["act", "bundle", "change"])
def test_the_bar_leads_on(window: MainWindow, button: str) -> None:
    page = show(window)
    QTest.mouseClick(getattr(page, button), LEFT)
    assert window.page.name == {"act": "act", "bundle": "evidence", "change": "you"}[button]


@pytest.mark.parametrize("number", [1, 5, 10, 13, 17])
def test_everything_that_has_the_keyboard_is_named(
    window: MainWindow, session: Session, number: int, tmp_path: Path
) -> None:
    fill(session, number, tmp_path)
    page, detail = opened(window)
    detail.show_evidence(detail.sheet, detail.timeline.items[0].chains, detail.timeline)
    assert not unnamed(window)
    detail.change()
    assert not unnamed(window)
    page.back()
    assert not unnamed(window)


@pytest.mark.usefixtures("demo_session")
def test_tab_goes_down_the_full_view_and_ends_in_the_bar(window: MainWindow) -> None:
    page, _ = opened(window)
    window.activateWindow()
    page.back_link.setFocus()
    order = tab_order(window)
    in_body = order[: order.index(page.act)]
    tops = [one.mapTo(page, QPoint()).y() for one in in_body]
    assert len(tops) > 10
    assert tops == sorted(tops)


@pytest.mark.parametrize("messages", ["en", "xx-long"], indirect=True)
@pytest.mark.parametrize("size", [(900, 600), (1180, 760)])
@pytest.mark.parametrize("number", [3, 5, 10, 13])
def test_no_text_is_cut_off(
    window: MainWindow, session: Session, size: tuple[int, int], number: int, tmp_path: Path
) -> None:
    fill(session, number, tmp_path)
    window.resize(*size)
    page = show(window)
    QApplication.processEvents()
    assert not clipped(page)
    assert not outside(page)
    assert fits(page)
    press(page.cards[0], Qt.Key.Key_Return)
    assert page.detail is not None
    page.detail.show_evidence(page.detail.sheet, page.detail.timeline.items[0].chains, page.detail.timeline)
    QApplication.processEvents()
    assert not clipped(page)
    assert not outside(page)
    assert fits(page)


@pytest.mark.usefixtures("demo_session")
def test_the_theme_changes_while_the_page_is_open(window: MainWindow, scheme: Theme) -> None:
    _, detail = opened(window)
    QApplication.processEvents()
    light = detail.sheet.grab().toImage()
    scheme.wear("dark")
    QApplication.processEvents()
    dark = detail.sheet.grab().toImage()
    inside = QPoint(light.width() // 2, 12)
    assert light.pixelColor(inside).lightness() > 200
    assert dark.pixelColor(inside).lightness() < 60
    scheme.wear("light")
    QApplication.processEvents()
    assert detail.sheet.grab().toImage() == light


def test_a_setting_not_in_the_plan_is_told_as_such(
    window: MainWindow, session: Session, tmp_path: Path
) -> None:
    fill(session, 1, tmp_path)
    page = show(window)
    assert page.view is not None
    card = page.view.details[0].card
    without = replace(
        page.view.details[0], card=replace(card, state="not_applicable", word="NOT APPLICABLE", others=())
    )
    page.open_detail(without)
    assert page.detail is not None
    assert not unnamed(page)
