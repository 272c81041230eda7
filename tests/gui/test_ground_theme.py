# SPDX-License-Identifier: Apache-2.0
"""Colours: contrast of all pairs, both palettes, and the system's choice followed live."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.gui.findings.exposure import BAR
from inspector.gui.findings.inks import mixed
from inspector.gui.findings.strokes import PALE
from inspector.gui.theme.palette import palette_of
from inspector.gui.theme.theme import Theme
from inspector.gui.theme.tokens import (
    DARK,
    LIGHT,
    PART_PAIRS,
    TEXT_PAIRS,
    Tokens,
    contrast,
    tokens_for,
    tokens_of,
)
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.text import TextBlock
from inspector.gui.window import MainWindow
from tests.gui.walk import faint

both = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
_Role = QPalette.ColorRole


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert contrast(QColor("#777"), QColor("#777")) == pytest.approx(1)
    # The grey that the standard's own techniques give as just enough on white.
    assert contrast(QColor("#767676"), QColor("#fff")) == pytest.approx(4.54, abs=0.01)


@both
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_stands_out_from_its_ground(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(tokens.colour(pair[0]), tokens.colour(pair[1])) >= 4.5


@both
@pytest.mark.parametrize("pair", PART_PAIRS, ids="-on-".join)
def test_parts_stand_out_from_their_ground(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(tokens.colour(pair[0]), tokens.colour(pair[1])) >= 3


@both
def test_what_is_lightened_still_stands_out(tokens: Tokens) -> None:
    assert contrast(tokens.ink, mixed(tokens.edge, tokens.card, PALE)) >= 4.5
    assert contrast(mixed(tokens.ink, tokens.card, BAR), tokens.card) >= 3


@both
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (_Role.WindowText, _Role.Window),
        (_Role.Text, _Role.Base),
        (_Role.Text, _Role.AlternateBase),
        (_Role.ButtonText, _Role.Button),
        (_Role.PlaceholderText, _Role.Base),
        (_Role.HighlightedText, _Role.Highlight),
        (_Role.ToolTipText, _Role.ToolTipBase),
        (_Role.Link, _Role.Window),
        (_Role.Link, _Role.Base),
        (_Role.LinkVisited, _Role.Base),
    ],
    ids=lambda role: role.name,
)
@pytest.mark.parametrize("group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive])
def test_every_pair_of_the_palette_stands_out(
    tokens: Tokens, text: QPalette.ColorRole, ground: QPalette.ColorRole, group: QPalette.ColorGroup
) -> None:
    palette = palette_of(tokens)
    assert contrast(palette.color(group, text), palette.color(group, ground)) >= 4.5


def test_words_that_are_too_faint_are_found_by_the_walk(qtbot: QtBot, theme: Theme) -> None:
    holder, holds = Card(), {name: TextBlock("Some words", colour=name) for name in ("ink", "line")}
    qtbot.addWidget(holder)
    for block in holds.values():
        holder.body.addWidget(block)
    holder.resize(300, 120)
    with qtbot.waitExposed(holder):
        holder.show()
    assert [one.rpartition(":")[2] for one in faint(holder)] == [" 1.4 to 1"]


@both
def test_every_colour_is_opaque_and_the_palette_leads_back_to_its_tokens(tokens: Tokens) -> None:
    assert all(tokens.colour(name).alpha() == 255 for name in tokens.names())
    assert tokens_for(palette_of(tokens)) is tokens


@both
def test_states_have_ink_and_ground_and_what_is_no_state_looks_unknown(tokens: Tokens) -> None:
    assert tokens.state("on") == (tokens.on, tokens.on_ground)
    assert tokens.state("off") == (tokens.off, tokens.off_ground)
    assert tokens.state("not_applicable") == (tokens.unknown, tokens.unknown_ground)
    with pytest.raises(KeyError):
        tokens.colour("scheme")


class System:
    """What a desktop would ask for."""

    def __init__(self) -> None:
        self.asks = Qt.ColorScheme.Unknown

    def __call__(self) -> Qt.ColorScheme:
        return self.asks

    def turn(self, scheme: Qt.ColorScheme) -> None:
        """Ask for something else and say so, as the platform does."""
        self.asks = scheme
        QApplication.styleHints().colorSchemeChanged.emit(scheme)
        QCoreApplication.sendPostedEvents()


@pytest.fixture
def system(qapp: QApplication, theme: Theme) -> Iterator[tuple[System, Theme]]:
    system = System()
    following = Theme(qapp, system)
    yield system, following
    qapp.styleHints().colorSchemeChanged.disconnect(following.follow)
    theme.wear("light")


def test_an_open_window_follows_the_system_and_repaints(
    window: MainWindow, system: tuple[System, Theme]
) -> None:
    desktop, following = system
    seen = []
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        desktop.turn(scheme)
        picture = window.grab().toImage()
        seen.append((picture.pixelColor(600, 2).name(), picture.pixelColor(5, 300).name()))
        assert tokens_of(window.rail) is following.tokens
    light, dark = [(one.paper.name(), one.rail.name()) for one in (LIGHT, DARK)]
    assert seen == [dark, light, dark]


@pytest.mark.parametrize(
    ("text", "ground", "expected"), [("white", "black", DARK), ("black", "white", LIGHT)]
)
def test_where_the_system_does_not_say_its_own_colours_decide(
    qapp: QApplication, theme: Theme, text: str, ground: str, expected: Tokens
) -> None:
    palette = QPalette(QColor(ground))
    palette.setColor(_Role.Window, QColor(ground))
    palette.setColor(_Role.WindowText, QColor(text))
    qapp.setPalette(palette)
    try:
        assert Theme(qapp, System()).tokens is expected
    finally:
        theme.wear("light")
