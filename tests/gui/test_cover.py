# SPDX-License-Identifier: Apache-2.0
"""Covered content cannot be made out: neither by eye, nor by a screen reader, nor in tips; all else stays.

INSPECTOR_ALL_SIGHTS looks at everything there is to be seen instead of at some of it.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QToolTip, QWidget

import inspector.gui
import tests.gui.sights_answer
import tests.gui.sights_begin
import tests.gui.sights_board
import tests.gui.sights_cases
import tests.gui.sights_collect
import tests.gui.sights_confirm
import tests.gui.sights_end
import tests.gui.sights_privacy
import tests.gui.sights_redaction  # noqa: F401 - each fills the list of sights
from inspector.app.own_words import OwnWords
from inspector.gui.cover.openly import is_open
from inspector.gui.cover.personal import OPEN_SHAPES, personal_part
from inspector.gui.cover.switch import Cover, the_cover
from inspector.gui.dialogs.offline import OfflineDialog
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.window import MainWindow
from inspector.system.messages import Messages
from tests.gui.hands import opened, texts
from tests.gui.loopwatch import own_work
from tests.gui.sights import SIGHTS, Visit
from tests.gui.walk import accessible_name, settle, visible

_SOME = (
    "act_letter_whole",
    "confirm_clear",
    "evidence_ready",
    "findings_open_mover",
    "you_full",
)
_LOOKED_AT = sorted(SIGHTS) if "INSPECTOR_ALL_SIGHTS" in os.environ else _SOME
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_TOLD = (
    "LinkedIn",
    "Ada",
    "Anna",
    "Berlin",
    "Germany",
    "United States",
    ".zip",
    ".png",
    ".eml",
    "2019",
    "2023",
    "2024",
    "2025",
    "2026",
)


@pytest.fixture
def cover(window: MainWindow) -> Iterator[Cover]:
    cover = the_cover()
    yield cover
    cover.turn(on=False)


def grabbed(window: QWidget) -> QImage:
    settle()
    return window.grab().toImage()


def words_seen(root: QWidget, own: OwnWords) -> Iterator[tuple[str, QRect]]:
    """Words of the person that stand somewhere in a window, and where."""
    for one in visible(root):
        text = one.text() if isinstance(one, QLabel | QAbstractButton | QLineEdit) else ""
        is_own = not text if isinstance(one, QLineEdit) else text in own
        place = one.visibleRegion().boundingRect()
        if is_own or is_open(one) or place.isEmpty():
            continue
        inner = one.rect().adjusted(8, 8, -8, -8) if not isinstance(one, QLabel) else one.rect()
        wide = min(inner.width(), one.sizeHint().width())
        shown = QRect(inner.topLeft(), inner.bottomRight()) & place
        shown.setWidth(min(shown.width(), wide))
        yield text, shown.translated(one.mapTo(root, QPoint()))


def colours(picture: QImage, place: QRect) -> set[str]:
    place = place & picture.rect()
    across, down = range(place.left(), place.right() + 1), range(place.top(), place.bottom() + 1)
    return {picture.pixelColor(x, y).name() for x in across for y in down}


def all_spoken(interface: QAccessibleInterface) -> Iterator[str]:
    """Everything that a screen reader can be told of a window."""
    kinds = (
        QAccessible.Text.Name,
        QAccessible.Text.Description,
        QAccessible.Text.Value,
        QAccessible.Text.Help,
    )
    yield from (interface.text(kind) for kind in kinds)
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child.isValid() and not child.state().invisible:
            yield from all_spoken(child)


@pytest.mark.parametrize("look", _LOOKED_AT)
def test_nothing_of_the_person_can_be_seen_or_heard(visit: Visit, cover: Cover, look: str) -> None:
    seen = SIGHTS[look](visit)
    settle()
    rail = visit.window.rail
    before = {one: one.geometry() for one in visible(seen) if not rail.isAncestorOf(one)}
    cover.turn(on=True)
    with own_work():
        picture, tokens, own = grabbed(seen), tokens_of(seen), OwnWords(visit.window.desk.messages)
        hidden = {tokens.line.name(), tokens.outline.name()}
        places = list(words_seen(seen, own))
        for text, place in places:
            assert colours(picture, place) <= hidden, text
        assert all(one.geometry() == place for one, place in before.items())
        spoken = [text for text in all_spoken(QAccessible.queryAccessibleInterface(seen)) if text]
    assert not [text for text in spoken for word in _TOLD if word in text and text not in own]
    assert "Covered" in spoken or not places


def test_the_keys_switch_it_on_pages_and_in_dialogs_and_it_is_always_said(
    window: MainWindow, cover: Cover
) -> None:
    rail = window.rail
    assert "Your content is covered" not in texts(rail)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_B, _CTRL_SHIFT)
    assert [cover.is_on] == [True]
    assert "Your content is covered" in texts(rail)
    assert accessible_name(rail.cover) == "Uncover my content"
    rail.foot.outward.click()
    dialog = opened(window, OfflineDialog)
    QTest.keyClick(dialog.ends, Qt.Key.Key_B, _CTRL_SHIFT)
    assert [cover.is_on] == [False]
    assert "Your content is covered" not in texts(rail)
    dialog.accept()
    rail.cover.click()
    assert cover.is_on


def test_names_come_back_when_it_is_uncovered(window: MainWindow, cover: Cover) -> None:
    field = QLineEdit("a name", window)
    field.setAccessibleName("About Ada")
    field.show()
    assert accessible_name(field) == "About Ada"
    cover.turn(on=True)
    assert accessible_name(field) == "Covered"
    assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Value) == ""
    cover.turn(on=False)
    assert accessible_name(field) == "About Ada"
    assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Value) == "a name"


def test_what_is_covered_can_still_be_pressed_by_a_screen_reader(window: MainWindow, cover: Cover) -> None:
    button = QPushButton("Show Ada’s export", window)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    cover.turn(on=True)
    assert accessible_name(button) == "Covered"
    found = QAccessible.queryAccessibleInterface(button).actionInterface()
    assert "Press" in found.actionNames()
    found.doAction("Press")
    assert pressed == [True]


def test_no_tip_comes_up_while_it_is_covered(window: MainWindow, cover: Cover) -> None:
    window.rail.lock.setToolTip("Ada’s case")
    place = QPoint(2, 2)
    for on, tip in ((True, ""), (False, "Ada’s case")):
        cover.turn(on=on)
        asked = QHelpEvent(QEvent.Type.ToolTip, place, window.rail.lock.mapToGlobal(place))
        QApplication.sendEvent(window.rail.lock, asked)
        assert QToolTip.text() == tip
    QToolTip.hideText()
    for one in QApplication.topLevelWidgets():
        if type(one).__name__ == "QTipLabel":
            one.close()


def test_a_dialog_that_comes_up_meanwhile_is_covered_too(visit: Visit, cover: Cover) -> None:
    cover.turn(on=True)
    seen = SIGHTS["act_letter_whole"](visit)
    own = OwnWords(visit.window.desk.messages)
    assert seen is not visit.window
    picture, tokens = grabbed(seen), tokens_of(seen)
    places = list(words_seen(seen, own))
    assert places
    for text, place in places:
        assert colours(picture, place) <= {tokens.line.name(), tokens.outline.name()}, text


def test_another_language_is_covered_by_its_own_words(window: MainWindow, cover: Cover) -> None:
    cover.turn(on=True)
    german = Messages("de")
    title = german.text("gui.collect.title")
    label = QLabel(title, window)
    cover.speak(german)
    assert cover.is_on
    assert personal_part(label, OwnWords(german)) is None
    assert personal_part(label, OwnWords(Messages())) is not None
    cover.speak(window.desk.messages)


def test_what_paints_itself_and_is_shown_openly_still_exists() -> None:
    (folder,) = inspector.gui.__path__
    classes = {
        node.name
        for file in Path(folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert classes >= OPEN_SHAPES
