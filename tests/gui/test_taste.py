# SPDX-License-Identifier: Apache-2.0
"""Language and look: chosen by the person, kept, and changed while the window is open."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from inspector.gui.dialogs.taste import TasteDialog
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.pages.start import StartPage
from inspector.gui.taste import Taste
from inspector.gui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, tokens_of
from inspector.gui.tongue import speak
from inspector.gui.widgets.rows import RowsTable
from inspector.gui.widgets.text import kept_together
from inspector.system import preferences
from inspector.system.messages import MIRRORED_LANGUAGE, Messages
from inspector.system.preferences import Look, Preferences
from tests.gui.sights import Visit
from tests.gui.travel import click
from tests.gui.walk import settle

pytestmark = pytest.mark.usefixtures("scheme")  # a look is chosen, and taken back


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where what is chosen is kept in these tests."""
    return tmp_path / "data" / "window.json"


def choose(button: QRadioButton) -> None:
    """Click on the mark of a choice: beside its words nothing can be hit."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(12, button.height() // 2))
    settle()


def opened(visit: Visit) -> TasteDialog:
    click(visit.at(StartPage).cases.taste)
    return visit.dialog(TasteDialog)


def test_a_look_shows_at_once_and_is_kept(visit: Visit, kept: Path) -> None:
    dialog = opened(visit)
    assert dialog.looks[Look.SYSTEM].isChecked()
    choose(dialog.looks[Look.DARK])
    assert tokens_of(visit.window.rail) is DARK
    choose(dialog.looks[Look.CONTRAST])
    assert tokens_of(visit.window.rail) in (CONTRAST_LIGHT, CONTRAST_DARK)
    assert json.loads(kept.read_text())["look"] == "contrast"
    assert Taste().look is Look.CONTRAST


def test_another_language_shows_at_once_on_every_page_and_in_the_dialog(visit: Visit, kept: Path) -> None:
    visit.demo()
    dialog = opened(visit)
    english = {form for key in sorted(Messages().keys()) for form in Messages().templates(key)}
    choose(dialog.languages["de"])
    german = visit.dialog(TasteDialog)
    assert german is not dialog
    assert german.languages["de"].hasFocus()
    assert german.ends.text() == "Schließen"
    assert not german.told.isVisible()
    german.accept()
    window = visit.window
    assert window.rail.item("findings").text() == Messages("de").text("gui.rail.findings")
    for name in ("you", "collect", "findings", "act", "evidence", "start"):
        window.go(name)
        visit.answered()
        assert window.page.bar.buttons.count() == 0 or window.page.title.text() not in english
    assert visit.session.sources, "the case is the same"
    assert json.loads(kept.read_text())["language"] == "de"
    choose(opened(visit).languages[""])
    assert window.rail.item("findings").text() == Messages().text("gui.rail.findings")


def test_what_is_withheld_stays_withheld_in_another_language(visit: Visit) -> None:
    visit.demo()
    page = visit.at(EvidencePage)
    page.redaction.redacts.setChecked(True)
    rules = page.redaction.wanted
    assert rules is not None
    choose(opened(visit).languages["de"])
    visit.dialog(TasteDialog).accept()
    german = visit.at(EvidencePage)
    assert german is not page
    assert german.redaction.wanted == rules


def test_the_language_waits_for_what_is_still_read(visit: Visit) -> None:
    goes_on = Event()
    dialog = opened(visit)
    visit.window.desk.bridge.start(lambda _job: goes_on.wait(20), lambda _: None)
    choose(dialog.languages["de"])
    assert dialog.told.text() == Messages().text("gui.taste.later")
    assert visit.window.desk.messages.lang == "en"
    dialog.accept()
    goes_on.set()
    visit.wait(lambda: visit.window.desk.messages.lang == "de")


def test_a_choice_that_cannot_be_written_down_holds_and_says_so(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    dialog = opened(visit)
    choose(dialog.looks[Look.DARK])
    assert tokens_of(visit.window.rail) is DARK
    assert dialog.told.text() == Messages().text("gui.taste.not_kept")


@pytest.mark.parametrize(
    ("chosen", "asked", "spoken"),
    [
        (None, ["de-Latn-AT", "de"], "de"),
        (None, ["fr-FR", "de-DE", "en-GB"], "de"),
        (None, ["C"], "en"),
        (None, ["xx-long"], "en"),
        ("en", ["de-DE"], "en"),
        ("de", ["C"], "de"),
        ("tlh", ["de-DE"], "de"),
    ],
)
def test_the_language_is_the_one_chosen_else_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, chosen: str | None, asked: list[str], spoken: str
) -> None:
    class System:
        def uiLanguages(self) -> list[str]:  # noqa: N802 - as Qt names it
            return asked

    monkeypatch.setattr("inspector.gui.taste.QLocale.system", System)
    preferences.save(Preferences(language=chosen))
    assert Taste().language() == spoken


def test_qt_itself_speaks_the_language_and_turns_round_for_one_that_runs_left(qapp: QApplication) -> None:
    said = []
    for lang in ("de", MIRRORED_LANGUAGE, "en"):
        speak(Messages(lang))
        left = qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
        said.append((QCoreApplication.translate("QPlatformTheme", "Cancel"), left))
    assert said == [("Abbrechen", False), ("Cancel", True), ("Cancel", False)]
    assert QLocale().language() in (QLocale.Language.English, QLocale.Language.C)


@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2], ids=["left to right", "right to left"])
def test_a_row_is_chosen_whichever_way_a_table_is_read(qtbot: QtBot, way: Qt.LayoutDirection) -> None:
    table = RowsTable(QStandardItemModel(3, 2), "Rows")
    qtbot.addWidget(table)
    table.setLayoutDirection(way)
    table.resize(600, 200)
    table.show()
    table.selectRow(1)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
    assert table.currentIndex().row() == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("since 18 September 2024, or so", ["since", "18 September 2024,", "or", "so"]),
        ("seit dem 18. September 2024", ["seit", "dem", "18. September 2024"]),
        ("seit 3. Mai und bis 2026. Danach", ["seit", "3. Mai", "und", "bis 2026.", "Danach"]),
        ("12 files", ["12 files"]),
    ],
)
def test_no_line_ends_within_a_day(text: str, parts: list[str]) -> None:
    assert kept_together(text).replace("\N{NO-BREAK SPACE}", "_").split(" ") == [
        part.replace(" ", "_") for part in parts
    ]
