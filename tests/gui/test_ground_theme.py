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
from inspector.gui.theme.palette import palette_of, palette_of_rows
from inspector.gui.theme.theme import Asked, Theme
from inspector.gui.theme.tokens import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    LINE_PAIRS,
    PALETTES,
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
from inspector.system.preferences import Look
from tests.gui.walk import faint

both = pytest.mark.parametrize("tokens", list(PALETTES.values()), ids=list(PALETTES))
strong = pytest.mark.parametrize("tokens", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
_Role = QPalette.ColorRole
_Qt = Qt.ColorScheme


def least(tokens: Tokens) -> float:
    """How much words must stand out: WCAG 2.2, 1.4.3, in high contrast 1.4.6."""
    return 7 if tokens.is_strong else 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert contrast(QColor("#777"), QColor("#777")) == pytest.approx(1)
    # The grey that the standard's own techniques give as just enough on white.
    assert contrast(QColor("#767676"), QColor("#fff")) == pytest.approx(4.54, abs=0.01)


@both
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_stands_out_from_its_ground(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(tokens.colour(pair[0]), tokens.colour(pair[1])) >= least(tokens)


@both
@pytest.mark.parametrize("pair", PART_PAIRS, ids="-on-".join)
def test_parts_stand_out_from_their_ground(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(tokens.colour(pair[0]), tokens.colour(pair[1])) >= 3


@strong
@pytest.mark.parametrize("pair", LINE_PAIRS, ids="-on-".join)
def test_in_high_contrast_lines_stand_out_too(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(tokens.colour(pair[0]), tokens.colour(pair[1])) >= 3


@both
def test_what_is_lightened_still_stands_out(tokens: Tokens) -> None:
    assert contrast(tokens.ink, mixed(tokens.edge, tokens.card, PALE)) >= least(tokens)
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
    assert contrast(palette.color(group, text), palette.color(group, ground)) >= least(tokens)


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
    for palette in (palette_of(tokens), palette_of_rows(tokens)):
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
            palette.setCurrentColorGroup(group)
            assert tokens_for(palette) is tokens


@both
def test_what_cannot_be_used_is_quieter_and_can_still_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.idle, tokens.paper) < contrast(tokens.ink, tokens.paper)
    assert contrast(tokens.idle, tokens.paper) >= 4.5


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
        self.asks = Asked(Qt.ColorScheme.Unknown)

    def __call__(self) -> Asked:
        return self.asks

    def turn(self, scheme: Qt.ColorScheme, *, strong: bool = False) -> None:
        """Ask for something else and say so, as the platform does."""
        self.asks = Asked(scheme, strong)
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.emit(scheme)
        wanted = Qt.ContrastPreference
        hints.accessibility().contrastPreferenceChanged.emit(
            wanted.HighContrast if strong else wanted.NoPreference
        )
        QCoreApplication.sendPostedEvents()


@pytest.fixture
def system(qapp: QApplication, theme: Theme) -> Iterator[tuple[System, Theme]]:
    system = System()
    following = Theme(qapp, system)
    yield system, following
    qapp.styleHints().unsetColorScheme()
    qapp.styleHints().colorSchemeChanged.disconnect(following.follow)
    qapp.styleHints().accessibility().contrastPreferenceChanged.disconnect(following.follow)
    theme.wear("light")


def test_an_open_window_follows_the_system_and_repaints(
    window: MainWindow, system: tuple[System, Theme]
) -> None:
    desktop, following = system
    seen = []
    turns = [(scheme, strong) for strong in (False, True) for scheme in (_Qt.Dark, _Qt.Light)]
    for scheme, strong in turns:
        desktop.turn(scheme, strong=strong)
        picture = window.grab().toImage()
        seen.append((picture.pixelColor(600, 2).name(), picture.pixelColor(5, 300).name()))
        assert tokens_of(window.rail) is following.tokens
    worn = (DARK, LIGHT, CONTRAST_DARK, CONTRAST_LIGHT)
    assert seen == [(one.paper.name(), one.rail.name()) for one in worn]


@pytest.mark.parametrize(
    ("look", "worn"),
    [
        (Look.SYSTEM, [DARK, CONTRAST_LIGHT]),
        (Look.LIGHT, [LIGHT, LIGHT]),
        (Look.DARK, [DARK, DARK]),
        (Look.CONTRAST, [CONTRAST_DARK, CONTRAST_LIGHT]),
    ],
    ids=str,
)
def test_what_the_person_chose_goes_before_what_the_system_asks(
    system: tuple[System, Theme], look: Look, worn: list[Tokens]
) -> None:
    desktop, following = system
    following.choose(look)
    seen = []
    for scheme, strong in ((_Qt.Dark, False), (_Qt.Light, True)):
        desktop.turn(scheme, strong=strong)
        seen.append(following.tokens)
    assert seen == worn


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
