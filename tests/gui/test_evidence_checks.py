# SPDX-License-Identifier: Apache-2.0
"""Any bundle checked on the page Evidence: whole, changed, another one, none at all, stopped."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from pytestqt.qtbot import QtBot

from inspector.app.evidence import checked, grouped
from inspector.app.jobs import Job
from inspector.app.session import Session
from inspector.bundle.verification import Verification
from inspector.gui.evidence.fingerprint import Figures
from inspector.gui.window import MainWindow
from inspector.system import resources
from tests.gui.bundles import SOON, bundle_of, drop, evidence, result, tampered
from tests.gui.hands import opens, press, tab_to, texts, write
from tests.gui.loopwatch import own_work
from tests.gui.travel import click
from tests.gui.walk import unnamed
from tests.unit.bundle.fictional import files_of, forged
from tests.unit.bundle.sealed import OTHER, sealed_again


@pytest.fixture
def made(demo_session: Session, tmp_path: Path) -> Path:
    """A bundle that was made before the window opened."""
    return bundle_of(demo_session, tmp_path)


def test_a_dropped_bundle_is_checked_and_not_collected(
    made: Path, demo_session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    page = evidence(window)
    before = len(demo_session.case.acts)
    drop(page, made)
    card = result(page, qtbot)
    assert card.verdict.text().startswith("Intact; sealed by a key")
    assert [row.check.ok for row in card.rows].count(False) == 0
    assert len(demo_session.case.acts) == before


def test_an_earlier_bundle_by_the_same_key_makes_the_key_known(
    made: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = Path(shutil.copy(made, tmp_path / "earlier.zip"))
    page = evidence(window)
    drop(page, made)
    card = result(page, qtbot)
    opens(earlier, monkeypatch)
    tab_to(card.compares)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.checking.result is not card, timeout=SOON)
    again = result(page, qtbot)
    assert again.verdict.text() == "Intact; sealed with the key of the earlier bundle."
    assert not again.compares.isVisible()


def test_a_bundle_that_somebody_sealed_again_is_not_called_intact(
    made: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with own_work():
        forged(tmp_path / "again.zip", sealed_again(files_of(made), OTHER))
    page = evidence(window)
    drop(page, tmp_path / "again.zip")
    card = result(page, qtbot)
    assert card.verdict.text().startswith("Intact; sealed by a key not known here.")
    opens(made, monkeypatch)
    click(card.compares)
    qtbot.waitUntil(lambda: page.checking.result is not card, timeout=SOON)
    again = result(page, qtbot)
    assert again.verdict.text() == "This bundle is not sealed with the key of the earlier one."
    assert [row.check.name for row in again.rows if row.check.ok is False] == ["seal"]
    assert "somebody changed it and sealed it again" in " ".join(texts(again))


def test_an_earlier_bundle_that_shows_nothing_leaves_the_result_as_it_is(
    made: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tampered(made, tmp_path / "t.zip")
    page = evidence(window)
    drop(page, made)
    card = result(page, qtbot)
    opens(tmp_path / "t.zip", monkeypatch)
    click(card.compares)
    qtbot.waitUntil(lambda: page.checking.underway.isHidden() and card.told.isVisible(), timeout=SOON)
    assert page.checking.result is card
    assert card.told.text().startswith("t.zip is not intact itself")
    assert card.compares.hasFocus()


def test_a_tampered_bundle_names_the_file(
    made: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    tampered(made, tmp_path / "t.zip")
    page = evidence(window)
    drop(page, tmp_path / "t.zip")
    card = result(page, qtbot)
    assert card.verdict.text() == "This bundle is not as it was made."
    failing = [sentence for row in card.rows if row.check.ok is False for sentence in row.sentences]
    assert any("data/" in sentence for sentence in failing)
    assert "Not every file in it is as it was." in texts(card)
    assert not card.is_unfolded
    click(card.more)
    assert card.is_unfolded


def test_another_fingerprint_than_the_one_given_is_told(made: Path, window: MainWindow, qtbot: QtBot) -> None:
    page = evidence(window)
    page.checking.expect.setText("ab" * 32)
    drop(page, made)
    card = result(page, qtbot)
    assert card.verdict.text() == "This is another bundle than the one whose fingerprint you gave."
    assert grouped("ab" * 32) in texts(card)
    assert grouped(card.found.fingerprint or "") in texts(card)
    # Corrected, it is compared at once.
    page.checking.expect.setText(card.found.fingerprint or "")
    qtbot.waitUntil(lambda: page.checking.result not in (None, card), timeout=SOON)
    assert "it has the fingerprint that you gave." in result(page, qtbot).verdict.text()


def test_what_cannot_be_a_fingerprint_is_told_while_it_is_typed(window: MainWindow) -> None:
    page = evidence(window)
    page.checking.expect.setFocus()
    write("ab12")
    assert page.checking.problem.isVisible()
    page.checking.expect.clear()
    assert not page.checking.problem.isVisible()


def test_something_else_than_a_bundle_is_told_apart(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    page = evidence(window)
    drop(page, tmp_path / "notes.txt")
    card = result(page, qtbot)
    assert [row.check.ok for row in card.rows] == [False, None]
    assert "8 further checks" in card.rows[1].accessibleName()
    assert card.verdict.text().startswith("This is no evidence bundle")
    drop(page, tmp_path / "notes.txt", tmp_path / "notes.txt")
    assert page.checking.told.text() == "Drop one bundle at a time."
    assert page.checking.result is None


def test_a_folder_can_be_checked_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = evidence(window)
    opens(tmp_path, monkeypatch)
    page.checking.folder.click()
    assert not result(page, qtbot).found.ok


def test_many_failing_files_are_all_listed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for number in range(40):
        (data / f"{number:02}.txt").write_text("x", encoding="utf-8")
    (tmp_path / "manifest-sha256.txt").write_bytes(b"")
    page = evidence(window)
    page.check_bundle(tmp_path)
    card = result(page, qtbot)
    row = max(card.rows, key=lambda one: len(one.sentences))
    assert row.list.model().rowCount() >= 40
    assert not unnamed(card)


@pytest.mark.parametrize("by_click", [True, False], ids=["click", "keyboard"])
def test_a_check_tells_how_far_it_is_and_can_be_stopped(
    made: Path,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    *,
    by_click: bool,
) -> None:
    goes_on = threading.Event()

    def slow(path: Path, expect: str, job: Job, known: frozenset[str], password: str | None) -> Verification:
        job.progress(5_000_000, 20_000_000)
        while not goes_on.wait(0.01):
            job.check()
        return checked(path, expect, job, known, password)

    monkeypatch.setattr("inspector.gui.evidence.checking.checked", slow)
    page = evidence(window)
    opens(made, monkeypatch)
    tab_to(page.checking.file)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.checking.far.text() == "5.0 MB of 20.0 MB read", timeout=SOON)
    assert (page.checking.lane.value(), page.checking.lane.maximum()) == (5_000_000, 20_000_000)
    assert not page.checking.expect.isEnabled()
    assert page.checking.stops.hasFocus()
    if by_click:
        click(page.checking.stops)
    else:
        press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not page.checking.underway.isVisible(), timeout=SOON)
    assert page.checking.told.text() == "Stopped. b.zip was not checked."
    assert page.checking.result is None
    assert page.checking.file.hasFocus()
    goes_on.set()
    drop(page, made)
    assert result(page, qtbot).found.ok


def test_groups_of_digits_keep_their_places_where_words_are_read_from_the_right(qtbot: QtBot) -> None:
    held = QFontDatabase.addApplicationFont(str(resources.path("fonts/NotoMono-Regular.ttf")))
    # Each of its characters is 12 whole pixels wide, so that all lines are as wide as the label.
    even = QFont("Noto Mono")
    even.setPixelSize(20)
    drawn = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        figures = Figures("5661 3629 6da7\n2e4c 0000 1111")
        qtbot.addWidget(figures)
        figures.setFont(even)
        figures.setLayoutDirection(direction)
        figures.resize(figures.sizeHint())
        drawn.append(figures.grab().toImage())
    QFontDatabase.removeApplicationFont(held)
    assert drawn[0] == drawn[1]
