# SPDX-License-Identifier: Apache-2.0
"""How a file was got, told from its card: noted in the case, shown on the card, changed, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector.app.session import Session
from inspector.cases.acts import ActKind
from inspector.cases.standing import key_of
from inspector.cases.story import Story
from inspector.gui.collect.story import StoryDialog
from inspector.gui.pages.collect import CollectPage
from inspector.gui.theme.measures import SMALLEST
from inspector.gui.window import MainWindow
from tests.gui.collecting import at_collect, at_rest, until
from tests.gui.hands import focused, opened, press, tab_to, write
from tests.gui.travel import click, drop, wake
from tests.makers import linkedin

both_ways = pytest.mark.parametrize("by_click", [True, False], ids=["click", "keyboard"])


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> CollectPage:
    page = at_collect(window)
    drop(window, linkedin.simple().write(tmp_path))
    at_rest(page, 1)
    return page


def ask(window: MainWindow, page: CollectPage, *, by_click: bool = True) -> StoryDialog:
    link = page.view.cards[0].buttons["story"]
    if by_click:
        click(link)
    else:
        tab_to(link)
        press(Qt.Key.Key_Space)
    return opened(window, StoryDialog)


def enter(dialog: StoryDialog, field: QWidget, text: str, *, by_click: bool) -> None:
    if by_click:
        field.setFocus()
        field.setProperty("plainText" if field is dialog.more.editor else "text", text)
    else:
        tab_to(field)
        write(text)


@both_ways
def test_what_is_told_stands_in_the_case_and_the_card_says_that_it_does(
    window: MainWindow, page: CollectPage, session: Session, *, by_click: bool
) -> None:
    card = page.view.cards[0]
    assert card.buttons["story"].text() == "How did you get it?"
    assert not card.story.isVisible()
    dialog = ask(window, page, by_click=by_click)
    enter(dialog, dialog.asked.day.line, "March 2026", by_click=by_click)
    enter(dialog, dialog.came.line, "a link in an e-mail", by_click=by_click)
    enter(dialog, dialog.more.editor, "Opened once", by_click=by_click)
    if by_click:
        click(dialog.tells)
    else:
        tab_to(dialog.tells)
        press(Qt.Key.Key_Return)
    until(lambda: session.is_answered)
    (source,) = session.sources
    story = Story(asked="2026-03", came="a link in an e-mail", more="Opened once")
    assert session.stories[key_of(source)].story == story
    until(card.story.isVisible)
    assert card.story.text().startswith("You told how you got it")
    assert card.buttons["story"].text() == "See or change what you told"
    wake(window)


def test_it_is_shown_again_changed_and_taken_back(
    window: MainWindow, page: CollectPage, session: Session
) -> None:
    (source,) = session.sources
    session.tell_story(source, Story(asked="2026-03", got="2026-03-04", chosen="CSV", more="One.\nTwo."))
    dialog = ask(window, page)
    assert dialog.asked.text() == "March 2026"
    assert dialog.got.text() == "4 March 2026"
    assert dialog.more.text() == "One.\nTwo."
    dialog.chosen.line.setText("JSON")
    click(dialog.tells)
    until(lambda: session.stories[key_of(source)].story.chosen == "JSON")
    dialog = ask(window, page)
    for field in dialog.fields.values():
        field.show_text("")
    click(dialog.tells)
    until(lambda: not session.stories)
    until(lambda: not page.view.cards[0].story.isVisible())
    assert [act.kind for act in session.case.acts].count(ActKind.STORY_TOLD) == 3
    wake(window)


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_noted(
    window: MainWindow, page: CollectPage, session: Session
) -> None:
    dialog = ask(window, page)
    dialog.asked.day.line.setText("spring")
    dialog.got.day.line.setText("2099")
    click(dialog.tells)
    assert dialog.isVisible()
    assert "no day and no month" in dialog.asked.told.words.text()
    assert dialog.got.told.isVisible()
    assert focused() is dialog.asked.day.line
    assert not session.stories
    dialog.asked.day.line.setText("2026-03-05")
    dialog.got.day.line.setText("2026-03-04")
    click(dialog.tells)
    assert not dialog.asked.told.isVisible()
    assert "before you asked" in dialog.got.told.words.text()
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not session.stories
    wake(window)


def test_lines_end_where_the_report_would_cut_them_and_long_texts_are_refused(
    window: MainWindow, page: CollectPage, session: Session
) -> None:
    window.resize(*SMALLEST)
    dialog = ask(window, page)
    dialog.came.line.insert("a" * 300)
    assert len(dialog.came.text()) == 200
    dialog.more.editor.setPlainText("b" * 604)
    click(dialog.tells)
    assert "4 are too many" in dialog.more.told.words.text()
    assert focused() is dialog.more.editor
    assert not session.stories
    told = dialog.more.told.words
    until(lambda: told.visibleRegion().boundingRect() == told.rect())
    dialog.reject()
    wake(window)


def test_the_first_of_what_is_wrong_has_the_keyboard(window: MainWindow, page: CollectPage) -> None:
    dialog = ask(window, page)
    dialog.asked.show_text("2026-03-05")
    dialog.got.show_text("2026-03-04")
    dialog.more.show_text("b" * 601)
    click(dialog.tells)
    assert focused() is dialog.got.day.line
    dialog.reject()
    wake(window)


def test_it_is_asked_only_of_what_counts(window: MainWindow, page: CollectPage) -> None:
    card = page.view.cards[0]
    assert card.buttons["story"].isVisible()
    click(card.buttons["leave_out"])
    until(card.buttons["take_in"].isVisible)
    assert not card.buttons["story"].isVisible()
    assert not card.story.isVisible()
    wake(window)
