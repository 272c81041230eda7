# SPDX-License-Identifier: Apache-2.0
"""Where words stand: chips that take more lines, links that stand below words, text measured once."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.theme.buttons import LINK_ROOM
from inspector.gui.theme.measures import RING, Step, steps
from inspector.gui.theme.theme import Theme
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.card import OpeningCard
from inspector.gui.widgets.chip import Chip
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside, Heading, Name, Strong, TextBlock
from inspector.gui.window import MainWindow
from tests.gui.pictures import grab
from tests.gui.test_ground_widgets import SENTENCE
from tests.gui.walk import clipped, settle

pytestmark = pytest.mark.usefixtures("theme")


def test_a_chip_without_room_takes_more_lines(qtbot: QtBot) -> None:
    chip = Chip("carried over · from an earlier reading")
    qtbot.addWidget(chip)
    whole = chip.sizeHint()
    assert chip.heightForWidth(whole.width()) == whole.height()
    assert chip.heightForWidth(whole.width() - 20) > whole.height()
    assert chip.minimumSizeHint().width() < whole.width()
    holder = QWidget()
    qtbot.addWidget(holder)
    row = Flow(holder)
    row.addWidget(chip)
    holder.resize(180, row.heightForWidth(180))
    holder.show()
    settle()
    assert chip.width() <= 180
    assert not clipped(holder)


def test_a_link_at_the_beginning_of_a_row_has_its_words_where_other_words_begin(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    words, link, second = Aside("Words"), SmallLinkButton("Link"), SmallLinkButton("Link")
    row = Flow()
    row.addWidget(link)
    row.addWidget(second)
    column.addWidget(words)
    column.addLayout(row)
    holder.show()
    settle()
    assert link.x() + LINK_ROOM == words.x()
    assert second.x() == link.geometry().right() + 1 + 8


def test_text_is_measured_once_for_each_width_until_it_changes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[str] = []

    class Counted(QTextLayout):
        def __init__(self, text: str, font: QFont) -> None:
            laid_out.append(text)
            super().__init__(text, font)

    monkeypatch.setattr("inspector.gui.widgets.text.QTextLayout", Counted)
    block = TextBlock(SENTENCE)
    qtbot.addWidget(block)
    before, layouts = block.heightForWidth(200), len(laid_out)
    assert block.heightForWidth(200) == before
    assert len(laid_out) == layouts
    block.setText("short")
    assert block.heightForWidth(200) < before
    assert len(laid_out) == layouts + 1
    block.setFont(Step.PAGE.font())
    block.heightForWidth(200)
    assert len(laid_out) == layouts + 2


def test_what_is_on_a_page_is_as_wide_whether_it_scrolls_or_not(window: MainWindow) -> None:
    bar, view = window.page.scroller.verticalScrollBar(), window.page.scroller.viewport()
    window.resize(1000, 1200)
    settle()
    assert bar.maximum() == 0
    width = view.width()
    window.resize(1000, 600)
    settle()
    assert bar.maximum() > 0
    assert view.width() == width
    cards = window.page.findChildren(OpeningCard)
    beside = [window.width() - one.mapTo(window, one.rect().topRight()).x() - 1 for one in cards]
    # As far from the edge of the window as the actions below, their ring left out.
    assert set(beside) == {steps(8) - RING}


@pytest.mark.parametrize("kind", [Heading, Name, Strong, TextBlock, Aside])
def test_what_hangs_below_a_line_is_not_cut_off(kind: type[TextBlock], scheme: Theme) -> None:
    block = kind("gjpqy ÅÉ")
    block.resize(block.sizeHint())
    picture = grab(block, f"hanging-{kind.__name__}", scheme)
    ground = picture.pixelColor(0, 0)
    for row in (0, picture.height() - 1):
        assert all(picture.pixelColor(x, row) == ground for x in range(picture.width()))
