# SPDX-License-Identifier: Apache-2.0
"""A content-free description from the page Collect: shown whole, saved where the person says, stopped."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from inspector.app import skeleton
from inspector.app.session import Session
from inspector.app.skeleton import skeleton_text
from inspector.gui.collect.description import RAW, DescriptionDialog
from inspector.gui.pages.collect import CollectPage
from inspector.gui.theme.measures import SMALLEST
from inspector.gui.theme.theme import Theme
from inspector.gui.window import MainWindow
from inspector.system.messages import Messages
from inspector.worker.client import Worker
from tests.gui.collecting import at_collect, at_rest, until
from tests.gui.hands import opened, press, saves_to, shown, tab_to
from tests.gui.loopwatch import LoopWatch
from tests.gui.pictures import grab
from tests.gui.travel import click, drop, wake
from tests.gui.walk import clipped, outside, small_targets, unnamed
from tests.makers import linkedin
from tests.makers.bad import MAKERS
from tests.makers.winzip import locked
from tests.makers.zips import zip_bytes
from tests.unit.archives.skeleton.test_skeleton import planted_members
from tests.unit.worker.stand_ins import HANG, LONG_BEFORE, faulty_outlines

both_ways = pytest.mark.parametrize("by_click", [True, False], ids=["click", "keyboard"])


@pytest.fixture
def page(window: MainWindow) -> CollectPage:
    return at_collect(window)


@pytest.fixture
def unknown(tmp_path: Path) -> Path:
    """One that no reader claims: only names that many services could have."""
    members = [
        one for one in planted_members(5)[0] if one.name.endswith((".csv", "events.json", "broken.json"))
    ]
    path = tmp_path / "okafor-export.zip"
    path.write_bytes(zip_bytes(members))
    return path


def describe(window: MainWindow, page: CollectPage, *, by_click: bool = True) -> DescriptionDialog:
    button = page.view.cards[0].buttons["describe"]
    if by_click:
        click(button)
    else:
        tab_to(button)
        press(Qt.Key.Key_Space)
    return shown(window, DescriptionDialog)


def lines(dialog: DescriptionDialog) -> list[str]:
    model = dialog.lines.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@both_ways
def test_an_unknown_export_is_described_shown_and_saved(
    window: MainWindow,
    page: CollectPage,
    unknown: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    by_click: bool,
) -> None:
    drop(window, unknown)
    at_rest(page, 1)
    dialog = describe(window, page, by_click=by_click)
    until(dialog.lines.isVisible)
    values = planted_members(5)[1]
    to_be_read = lines(dialog)
    assert not any(mark in line for line in to_be_read for mark in '{}"')
    dialog.ways.choose(RAW)
    for shown_lines in (to_be_read, lines(dialog)):
        assert not [value for value in values if value in "\n".join(shown_lines).casefold()]
        assert "okafor" not in "\n".join(shown_lines)
    click(dialog.copies)
    assert QGuiApplication.clipboard().text().splitlines() == lines(dialog)
    target = unknown.with_name("form.json")
    saves_to(target, monkeypatch)
    if by_click:
        click(dialog.saves)
    else:
        opened(window, DescriptionDialog)
        tab_to(dialog.saves)
        press(Qt.Key.Key_Return)
    until(lambda: dialog.saved == target)
    assert target.read_text("utf-8").splitlines() == lines(dialog)
    assert json.loads(target.read_text("utf-8"))["schema"] == "inspector/skeleton/1"
    assert "Saved as form.json" in dialog.state.text()
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    wake(window)


@pytest.mark.parametrize(
    ("maker", "offered"),
    [("broken_off", True), ("missing_columns", True), ("something_else", True), ("no_bytes", False)],
)
def test_it_is_offered_where_not_all_was_understood(
    maker: str, offered: bool, window: MainWindow, page: CollectPage, tmp_path: Path
) -> None:
    drop(window, MAKERS[maker]().write(tmp_path))
    at_rest(page, 1)
    assert page.view.cards[0].buttons["describe"].isVisible() is offered


def test_it_is_not_offered_where_all_was_read(window: MainWindow, page: CollectPage, tmp_path: Path) -> None:
    drop(window, linkedin.simple().write(tmp_path))
    at_rest(page, 1)
    assert not page.view.cards[0].buttons["describe"].isVisible()


@both_ways
def test_whoever_closes_it_stops_it_and_the_worker_is_gone(
    window: MainWindow,
    page: CollectPage,
    unknown: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    by_click: bool,
) -> None:
    drop(window, unknown)
    at_rest(page, 1)
    hangs = faulty_outlines(HANG, "data.csv")
    monkeypatch.setattr(skeleton, "command", lambda _work: hangs)
    started: list[int] = []
    whole = Worker.grant

    def granted(self: Worker, paths: Sequence[bytes], cancelled: Callable[[], bool]) -> None:
        started.append(self.pid)
        whole(self, paths, cancelled)

    monkeypatch.setattr(Worker, "grant", granted)
    dialog = describe(window, page, by_click=by_click)
    until(lambda: bool(started))
    if by_click:
        click(dialog.closes)
    else:
        opened(window, DescriptionDialog)
        press(Qt.Key.Key_Escape)
    begun = time.monotonic()
    until(lambda: not page.desk.bridge.busy)
    assert time.monotonic() - begun < LONG_BEFORE
    assert not Path(f"/proc/{started[0]}").exists()
    wake(window)


def test_a_locked_export_is_described_with_the_password_that_opened_others(
    window: MainWindow, page: CollectPage, session: Session, tmp_path: Path
) -> None:
    """One that no reader knows, so that it is described although it opens."""
    session.unlock("Zebra-417 x")
    members = [("settings/privacy.json", b'[{"created_at": 1}]')]
    drop(window, locked(tmp_path / "a.zip", members, "Zebra-417 x"))
    at_rest(page, 1)
    dialog = describe(window, page)
    until(dialog.lines.isVisible)
    assert "      … › created_at: integer" in lines(dialog)
    dialog.ways.choose(RAW)
    assert ' {"path": "/[]/created_at", "kinds": {"integer": 1}}' in lines(dialog)
    dialog.reject()
    wake(window)


def test_where_it_cannot_be_written_the_person_is_told(
    window: MainWindow, page: CollectPage, unknown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(window, unknown)
    at_rest(page, 1)
    dialog = describe(window, page)
    until(dialog.lines.isVisible)
    saves_to(unknown.parent / "no folder" / "form.json", monkeypatch)
    click(dialog.saves)
    until(lambda: not page.desk.bridge.busy)
    assert dialog.saved is None
    assert "cannot be written" in dialog.state.text()
    dialog.reject()
    wake(window)


def test_a_long_description_does_not_hold_up_the_window(
    window: MainWindow,
    page: CollectPage,
    unknown: Path,
    loop_watch: LoopWatch,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with loop_watch.paused():
        long = skeleton_text([unknown]) * 2_000
    drop(window, unknown)
    at_rest(page, 1)
    monkeypatch.setattr("inspector.gui.collect.description.skeleton_text", lambda *_: long)
    before = loop_watch.longest
    dialog = describe(window, page)
    until(dialog.lines.isVisible)
    assert dialog.lines.model().rowCount() == len(long.splitlines())
    assert max(loop_watch.longest, before) < LoopWatch.LIMIT
    dialog.reject()
    wake(window)


@pytest.mark.parametrize("messages", [Messages("en"), Messages("xx-long")], ids=["en", "long"])
def test_nothing_is_unnamed_clipped_or_outside(
    window: MainWindow, page: CollectPage, unknown: Path, scheme: Theme
) -> None:
    drop(window, unknown)
    at_rest(page, 1)
    window.resize(*SMALLEST)
    dialog = describe(window, page)
    for _ in range(2):
        QApplication.sendPostedEvents()
        for look in (unnamed, clipped, outside, small_targets):
            assert not look(dialog)
        until(dialog.lines.isVisible)
    grab(dialog, f"description-small-{window.desk.messages.lang}", scheme)
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    dialog.reject()
    wake(window)


def test_pictures(window: MainWindow, page: CollectPage, scheme: Theme, unknown: Path) -> None:
    drop(window, unknown)
    at_rest(page, 1)
    card = grab(window, "collect-unknown", scheme)
    dialog = describe(window, page)
    making = grab(dialog, "description-making", scheme)
    until(dialog.lines.isVisible)
    assert grab(dialog, "description", scheme) != making
    assert grab(dialog, "description", scheme, "dark", 2) != card
    dialog.reject()
    wake(window)
