# SPDX-License-Identifier: Apache-2.0
"""The pieces of pages: words that wrap, rows that wrap, cards that open, marks that are more than colour."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector.gui.theme.icons import Icon, icon
from inspector.gui.theme.marks import MARK
from inspector.gui.theme.measures import RING, TARGET, Step
from inspector.gui.theme.theme import Theme
from inspector.gui.theme.tokens import DARK, LIGHT
from inspector.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from inspector.gui.widgets.card import Card, OpeningCard
from inspector.gui.widgets.chip import Chip
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.notes import EmptyState, ErrorNote, QuietNote
from inspector.gui.widgets.pill import Pill
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside, Heading, TextBlock
from tests.gui.pictures import grab
from tests.gui.walk import accessible_name, clipped, settle

SENTENCE = (
    "The service says since when it was allowed to use what you wrote, and this program says how it knows. "
)

pytestmark = pytest.mark.usefixtures("theme")


def dark_pixels(picture: QImage, colour: str) -> int:
    """How many pixels have exactly this colour."""
    return sum(
        picture.pixelColor(x, y).name() == colour
        for x in range(picture.width())
        for y in range(picture.height())
    )


def lines_of(block: TextBlock, width: int) -> int:
    return block.heightForWidth(width) // block.step.line


def test_running_text_has_at_most_about_75_characters_in_a_line() -> None:
    block = TextBlock(SENTENCE * 8)
    lines = lines_of(block, 4000)
    assert len(SENTENCE * 8) / lines <= 75
    assert len(SENTENCE * 8) / lines > 60


def test_text_without_that_bound_takes_the_room_there_is() -> None:
    assert lines_of(TextBlock(SENTENCE * 2, characters=None), 4000) == 1


def test_text_grows_down_where_it_is_narrow_and_a_word_that_is_too_long_is_broken() -> None:
    block = TextBlock(SENTENCE * 2)
    assert lines_of(block, 200) > lines_of(block, 400) > lines_of(block, 900)
    assert lines_of(TextBlock("x" * 200), 200) > 1
    assert block.minimumSizeHint().width() <= 120


def test_line_heights_are_those_of_the_type_scale() -> None:
    assert TextBlock("one").heightForWidth(500) == round(15 * 1.5)
    assert Aside("one").heightForWidth(500) == round(13 * 1.5)
    one, two = Heading("one").heightForWidth(500), Heading("one\ntwo").heightForWidth(500)
    assert two - one == round(26 * 1.25)
    assert TextBlock("one\ntwo\nthree").heightForWidth(500) == 3 * Step.TEXT.line


def test_text_is_never_markup(qtbot: QtBot) -> None:
    block = TextBlock("<b>bold</b> &amp; <img src=x>")
    qtbot.addWidget(block)
    assert block.textFormat() == Qt.TextFormat.PlainText
    assert accessible_name(block) == "<b>bold</b> &amp; <img src=x>"
    assert block.sizeHint().width() > TextBlock("bold &").sizeHint().width() * 2


def test_text_follows_the_scheme_and_the_direction(qtbot: QtBot, scheme: Theme) -> None:
    block = TextBlock("short")
    qtbot.addWidget(block)
    block.resize(300, 24)
    left = ink_columns(grab(block, "text", scheme), LIGHT.ink.name())
    block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = ink_columns(grab(block, "text-rtl", scheme), LIGHT.ink.name())
    assert max(left) < 100
    assert min(right) > 200
    assert ink_columns(grab(block, "text-rtl", scheme, "dark"), DARK.ink.name())


def ink_columns(picture: QImage, colour: str) -> list[int]:
    return [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y).name() == colour for y in range(picture.height()))
    ]


@pytest.mark.parametrize("state", ["on", "off", "unknown"])
def test_a_state_is_a_word_and_a_shape_of_its_own(qtbot: QtBot, scheme: Theme, state: str) -> None:
    pill = Pill(state, state.upper())
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    assert accessible_name(pill) == state.upper()
    picture = grab(pill, f"pill-{state}", scheme, "light", 2)
    mark = picture.copy(QRect(20, 12, 32, 30))
    ink = LIGHT.state(state)[0].name()
    centre = mark.pixelColor(13, 15).name()
    assert (centre == ink) == (state == "on")
    assert dark_pixels(mark, ink) > 20


def test_a_pill_can_show_another_state(qtbot: QtBot) -> None:
    pill = Pill("on", "ON")
    qtbot.addWidget(pill)
    before = pill.sizeHint().width()
    pill.show_state("unknown", "UNKNOWN")
    assert pill.sizeHint().width() > before


def test_a_row_that_wraps_keeps_everything_inside(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = Flow(holder, across=6, down=4)
    buttons = [SecondaryButton(f"Button number {number}") for number in range(6)]
    for button in buttons:
        row.addWidget(button)
    assert row.heightForWidth(2000) == TARGET
    assert row.heightForWidth(400) > 2 * TARGET
    holder.resize(400, row.heightForWidth(400))
    holder.show()
    settle()
    assert all(holder.rect().contains(button.geometry()) for button in buttons)
    assert not any(
        one.geometry().intersects(other.geometry())
        for one in buttons
        for other in buttons
        if one is not other
    )
    assert row.count() == 6
    assert row.itemAt(9) is None
    assert row.takeAt(9) is None


def test_a_row_mirrors_where_reading_does(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row = Flow(holder)
    first, second = SecondaryButton("One"), SecondaryButton("Two")
    row.addWidget(first)
    row.addWidget(second)
    holder.resize(500, TARGET)
    holder.show()
    settle()
    assert first.x() > second.x()


def test_what_is_wider_than_its_row_gets_the_row(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = Flow(holder)
    block = TextBlock(SENTENCE * 2)
    row.addWidget(block)
    holder.resize(300, row.heightForWidth(300))
    holder.show()
    settle()
    assert block.width() == 300
    assert not clipped(holder)


def test_a_card_that_opens_does_so_by_click_enter_and_space(qtbot: QtBot) -> None:
    card = OpeningCard()
    card.setAccessibleName("LinkedIn, on")
    qtbot.addWidget(card)
    card.body.addWidget(TextBlock(SENTENCE))
    card.resize(400, 200)
    card.show()
    with qtbot.waitSignal(card.opened):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(card.opened):
            qtbot.keyClick(card, key)
    with qtbot.assertNotEmitted(card.opened):
        qtbot.mouseClick(card, Qt.MouseButton.RightButton)
        qtbot.keyClick(card, Qt.Key.Key_A)


def test_whatever_has_the_keyboard_wears_a_ring(qtbot: QtBot, scheme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    card = OpeningCard()
    card.body.addWidget(TextBlock("A card"))
    takers: list[QWidget] = [
        PrimaryButton("Primary"),
        SecondaryButton("Secondary"),
        LinkButton("A link"),
        QLineEdit("A line"),
        QComboBox(),
        QDateEdit(),
        QCheckBox("A check box"),
        QRadioButton("A radio button"),
        QPlainTextEdit("A text"),
        QTableWidget(2, 2),
        card,
    ]
    for taker in takers:
        column.addWidget(taker)
    with qtbot.waitActive(holder):
        holder.resize(500, 1100)
        holder.show()
        holder.activateWindow()
    for taker in takers:
        holder.setFocus()
        before = grab(taker, "ring", scheme)
        taker.setFocus(Qt.FocusReason.TabFocusReason)
        assert taker.hasFocus()
        after = grab(taker, "ring", scheme)
        focus = LIGHT.focus.name()
        found = dark_pixels(after, focus) - dark_pixels(before, focus)
        # Of a choice with words beside it, the mark wears the ring; little of a round one is not softened.
        is_marked = isinstance(taker, QCheckBox | QRadioButton)
        least = 2 * MARK if is_marked else 2 * (after.width() + after.height())
        assert found > least, type(taker).__name__
    for number, tokens in enumerate((LIGHT, DARK), 1):
        grab(holder, "controls", scheme, tokens.scheme, number)


@pytest.mark.parametrize(
    "make",
    [PrimaryButton, SecondaryButton, LinkButton, QPushButton, QCheckBox, QRadioButton],
    ids=lambda make: make.__name__,
)
def test_buttons_are_high_enough_for_a_hand_and_wide_enough_for_their_words(
    qtbot: QtBot, make: Callable[[str], QWidget]
) -> None:
    short, long = make("Go"), make("Go on with the next open page of the journey")
    for button in (short, long):
        qtbot.addWidget(button)
        assert button.sizeHint().height() >= TARGET
    words = long.fontMetrics().horizontalAdvance("Go on with the next open page of the journey")
    assert long.sizeHint().width() >= words + 2 * RING
    assert short.sizeHint().width() < long.sizeHint().width()


@pytest.mark.parametrize("make", [QLineEdit, QComboBox, QDateEdit], ids=lambda make: make.__name__)
def test_fields_are_high_enough_for_a_hand(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    field = make()
    qtbot.addWidget(field)
    assert field.sizeHint().height() == TARGET


def test_a_date_field_keeps_text_and_arrows_apart(qtbot: QtBot) -> None:
    field = QDateEdit()
    qtbot.addWidget(field)
    field.resize(200, TARGET)
    field.show()
    line = field.findChild(QLineEdit)
    assert line is not None
    assert line.geometry().right() < 200 - 20
    assert line.geometry().left() >= RING
    value = field.date()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(200 - 14, 14))
    assert field.date() > value
    field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    field.grab()


def test_notes_take_no_room_for_what_they_do_not_say(qtbot: QtBot) -> None:
    note = ErrorNote("The file ends early.")
    qtbot.addWidget(note)
    short = note.sizeHint().height()
    note.tell("The file ends early.", "The rest is not in the answer.", "Ask for the archive again.")
    assert note.sizeHint().height() > short
    quiet = QuietNote("Only a title")
    qtbot.addWidget(quiet)
    assert quiet.text.isHidden()


def test_an_empty_state_says_what_brings_something(qtbot: QtBot) -> None:
    button = SecondaryButton("Collect")
    state = EmptyState("Nothing yet", SENTENCE, button)
    qtbot.addWidget(state)
    state.resize(400, state.heightForWidth(400))
    state.show()
    settle()
    assert state.rect().contains(button.geometry())
    assert not clipped(state)


def test_sections_cards_and_chips_hold_their_words(qtbot: QtBot) -> None:
    section = Section("Where you lived", SENTENCE)
    qtbot.addWidget(section)
    card = Card()
    card.body.addWidget(TextBlock(SENTENCE))
    row = QHBoxLayout()
    row.addWidget(Chip("default · of your region"))
    row.addStretch()
    card.body.addLayout(row)
    section.body.addWidget(card)
    section.resize(360, section.heightForWidth(360))
    section.show()
    assert not clipped(section)


def test_icons_wear_the_colour_of_their_token(qtbot: QtBot, scheme: Theme) -> None:
    picture = Icon("offline", 32, "muted")
    qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    for tokens in (LIGHT, DARK):
        assert dark_pixels(grab(picture, "icon", scheme, tokens.scheme, 2), tokens.muted.name()) > 50
    assert icon("offline", picture).availableSizes() == [QSize(size, size) for size in (18, 36, 54)]


def test_tables_tabs_and_progress_are_drawn_in_both_schemes(qtbot: QtBot, scheme: Theme) -> None:
    table = QTableWidget(3, 2)
    table.setHorizontalHeaderLabels(["File", "Row"])
    table.setSortingEnabled(True)
    table.selectRow(1)
    tabs = QTabWidget()
    tabs.addTab(table, "Table")
    tabs.addTab(QLabel("x"), "Timeline")
    bars = QWidget()
    column = QVBoxLayout(bars)
    for least, most, value in ((0, 100, 0), (0, 100, 40), (0, 0, 0)):
        bar = QProgressBar()
        bar.setRange(least, most)
        bar.setValue(value)
        bar.setTextVisible(False)
        column.addWidget(bar)
    for widget, name in ((tabs, "tabs"), (bars, "bars")):
        qtbot.addWidget(widget)
        widget.resize(400, 260)
        widget.show()
        for tokens in (LIGHT, DARK):
            assert dark_pixels(grab(widget, name, scheme, tokens.scheme), tokens.accent.name()) > 100
    assert table.verticalHeader().defaultSectionSize() == TARGET
