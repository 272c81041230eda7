# SPDX-License-Identifier: Apache-2.0
"""The page Collect: drops, progress, stopping, what cannot be read, what was looked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector.app.intake import Stage
from inspector.app.reading import Readers
from inspector.app.session import Session
from inspector.gui.collect.ledger import LedgerDialog, LedgerModel
from inspector.gui.dialogs.address import AddressDialog
from inspector.gui.pages.collect import CollectPage
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.theme.measures import SMALLEST
from inspector.gui.theme.theme import Theme
from inspector.gui.window import MainWindow
from inspector.system.messages import Messages
from tests.gui.collecting import at_collect, at_rest, processes, stages, until, words
from tests.gui.hands import opened, press, tab_to, texts
from tests.gui.loopwatch import LoopWatch
from tests.gui.pictures import grab
from tests.gui.shots import is_settled, say
from tests.gui.travel import SOON, arrive, click
from tests.gui.walk import clipped, outside, settle, small_targets, unnamed
from tests.makers import linkedin
from tests.makers.assistants.others import claude_sample
from tests.makers.bad import MAKERS
from tests.makers.linkedin.big import big_messages
from tests.makers.pictures import picture
from tests.makers.together import together
from tests.unit.worker.stand_ins import SEGFAULT, faulty


@pytest.fixture
def page(window: MainWindow) -> CollectPage:
    return at_collect(window)


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drop files on the window, away from the page; answer whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, copy = QPointF(20, 200), Qt.DropAction.CopyAction
    button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), copy, data, button, no_key)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(where, copy, data, button, no_key)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def wait_for(page: CollectPage, *wanted: Stage) -> None:
    until(lambda: stages(page) == list(wanted))


def test_a_dropped_archive_is_recognised(
    window: MainWindow, page: CollectPage, session: Session, tmp_path: Path
) -> None:
    assert drop(window, linkedin.simple().write(tmp_path))
    wait_for(page, Stage.ADDED)
    assert words(page).startswith("read An archive of LinkedIn (zip, ")
    assert [source.service for source in session.sources] == ["linkedin"]
    assert session.inspection().findings
    assert not page.how_tos.choices["linkedin"].isVisible()


def test_nothing_is_taken_while_another_page_is_shown(
    window: MainWindow, page: CollectPage, tmp_path: Path
) -> None:
    window.go("you")
    assert not drop(window, linkedin.simple().write(tmp_path))
    assert not stages(page)


def test_addresses_of_other_places_are_no_files(window: MainWindow, page: CollectPage) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.com/archive.zip")])
    enter = QDragEnterEvent(
        QPointF(20, 20).toPoint(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()
    assert not stages(page)


def test_several_at_once_and_twice_the_same(
    window: MainWindow, page: CollectPage, session: Session, tmp_path: Path
) -> None:
    first = linkedin.simple().write(tmp_path)
    again = tmp_path / "copy of it.zip"
    again.write_bytes(first.read_bytes())
    (tmp_path / "setting.png").write_bytes(picture(2))
    assert drop(window, tmp_path)
    wait_for(page, Stage.ADDED, Stage.TWIN, Stage.ADDED)
    assert words(page, 1) == f"the same again The same content as {first.name}. Together they count once."
    assert len(session.sources) == 2
    # Left out, its twin counts no more than that, says so, and brings both back.
    click(page.view.cards[0].buttons["leave_out"])
    assert words(page, 1).endswith("which you left out. So neither of them enters the answer.")
    click(page.view.cards[1].buttons["take_in"])
    assert words(page, 1).endswith("Together they count once.")
    assert [one.name for one in session.sources] == [first.name, "setting.png"]


def test_files_are_chosen_by_keyboard_alone(
    page: CollectPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = linkedin.simple().write(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    tab_to(page.files)
    press(Qt.Key.Key_Space)
    wait_for(page, Stage.ADDED)


def test_stopping_leaves_nothing_half_added_and_the_window_answers(
    window: MainWindow,
    page: CollectPage,
    session: Session,
    tmp_path: Path,
    loop_watch: LoopWatch,
) -> None:
    path = tmp_path / "Complete_LinkedInDataExport_01-01-2026.zip"
    with loop_watch.paused():
        big_messages(path, rows=60_000)
    acts, before = len(session.case.acts), processes()
    assert drop(window, path)
    until(lambda: any(item.done for item in page.queue.intake.items))
    assert stages(page) == [Stage.READING]
    assert processes() - before
    assert page.view.cards[0].bar.isVisible()
    page.view.cards[0].buttons["stop"].click()
    assert stages(page) == [Stage.STOPPING]
    wait_for(page, Stage.STOPPED)
    assert len(session.case.acts) == acts
    assert session.sources == ()
    assert "nothing of it counts" in words(page)
    assert not processes() - before
    assert path.exists()


def test_all_that_waits_can_be_stopped_at_once(
    window: MainWindow,
    page: CollectPage,
    session: Session,
    tmp_path: Path,
    loop_watch: LoopWatch,
) -> None:
    with loop_watch.paused():
        big_messages(tmp_path / "a.zip", rows=30_000)
    (tmp_path / "b.zip").write_bytes((tmp_path / "a.zip").read_bytes())
    assert drop(window, tmp_path / "a.zip", tmp_path / "b.zip")
    until(lambda: len(page.queue.underway) == 2)
    assert page.stop_all.isVisible()
    page.stop_all.click()
    wait_for(page, Stage.STOPPED, Stage.STOPPED)
    assert session.sources == ()
    assert not page.stop_all.isVisible()


@pytest.mark.parametrize(
    ("maker", "sentence"),
    [
        ("broken_off", "download it again."),
        ("locked", "This export is locked with a password"),
        ("missing_columns", "bear on the answer"),
        ("something_else", "does not enter the answer"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(
    maker: str, sentence: str, window: MainWindow, page: CollectPage, tmp_path: Path
) -> None:
    assert drop(window, MAKERS[maker]().write(tmp_path))
    wait_for(page, Stage.ADDED)
    assert sentence in words(page)


@pytest.mark.parametrize("files", [["messages.csv"], ["Registration.csv", "messages.csv"]])
def test_what_the_reader_stopped_at_is_named(
    files: list[str],
    window: MainWindow,
    page: CollectPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = page.desk.session
    monkeypatch.setattr(session, "_readers", Readers(faulty(SEGFAULT, *files)))
    assert drop(window, linkedin.simple().write(tmp_path))
    at_rest(page, 1)
    told = words(page)
    assert told.startswith("read in part")
    for file in files:
        assert f"{file}: the file could not be read, for the reader stopped at it" in told
    assert not session.inspection().complete


def test_a_wrong_file_is_left_out_and_taken_in_again(
    window: MainWindow, page: CollectPage, session: Session, tmp_path: Path
) -> None:
    drop(window, MAKERS["broken_off"]().write(tmp_path))
    wait_for(page, Stage.ADDED)
    assert not session.inspection().complete
    page.view.cards[0].buttons["leave_out"].click()
    assert stages(page) == [Stage.LEFT_OUT]
    assert session.inspection().complete
    page.view.cards[0].buttons["take_in"].click()
    assert stages(page) == [Stage.ADDED]
    assert not session.inspection().complete


def test_the_ledger_is_a_table(
    window: MainWindow, page: CollectPage, session: Session, tmp_path: Path
) -> None:
    drop(window, linkedin.simple().write(tmp_path))
    wait_for(page, Stage.ADDED)
    page.view.cards[0].buttons["ledger"].click()
    dialog = opened(window, LedgerDialog)
    assert not unnamed(dialog)
    model = dialog.table.model()
    cells = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert cells[2] == "absent"
    assert cells[3].startswith("No LinkedIn archive states this setting")
    dialog.accept()


def test_models_keep_the_rules_of_qt(
    qtmodeltester: ModelTester,
    demo_session: Session,
    page: CollectPage,
    window: MainWindow,
    loop_watch: LoopWatch,
) -> None:
    window.refresh()
    with loop_watch.paused():
        qtmodeltester.check(page.queue, force_py=True)
        page.queue.queue(Path("waits.zip"))
        source = demo_session.sources[0]
        qtmodeltester.check(LedgerModel(window.desk, source, page), force_py=True)


def test_a_picture_shows_off_and_the_finding_changes(
    window: MainWindow, page: CollectPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    session.declare_services(["linkedin"])
    assert session.inspection().findings[0].state == "unknown"
    path = tmp_path / "Screenshot_20260110-120311.png"
    path.write_bytes(picture(3, 60, 40))
    drop(window, path)
    wait_for(page, Stage.ADDED)
    assert "Say what it shows." in words(page)
    tab_to(page.view.cards[0].buttons["shows"])
    press(Qt.Key.Key_Space)
    confirm = arrive(window, qtbot, ConfirmPage)
    qtbot.waitUntil(lambda: is_settled(confirm), timeout=SOON)
    say(confirm, "off")
    finding = session.inspection().findings[0]
    assert (finding.state, finding.grade) == ("off", "shown")
    window.go("collect")
    assert words(arrive(window, qtbot, CollectPage)).startswith("you said what it shows")


def test_the_card_of_a_picture_leads_to_that_picture_among_several(
    window: MainWindow, page: CollectPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    for name, seed in (("a.png", 3), ("b.png", 4), ("c.png", 5)):
        (tmp_path / name).write_bytes(picture(seed, 60, 40))
    drop(window, *(tmp_path / name for name in ("a.png", "b.png", "c.png")))
    wait_for(page, Stage.ADDED, Stage.ADDED, Stage.ADDED)
    card = next(card for card in page.view.cards if "b.png" in " ".join(texts(card)))
    click(card.buttons["shows"])
    confirm = arrive(window, qtbot, ConfirmPage)
    assert confirm.one is not None
    assert confirm.one.source.name == "b.png"
    window.go("findings")
    window.go("confirm")
    assert confirm.one.source.name == "b.png"


def test_an_address_is_shown_before_anything_opens_it(window: MainWindow, page: CollectPage) -> None:
    tab_to(page.how_tos.choices["linkedin"])
    press(Qt.Key.Key_Space)
    tab_to(page.how_tos.sections["linkedin"].browse)
    press(Qt.Key.Key_Space)
    dialog = opened(window, AddressDialog)
    assert dialog.address == "https://www.linkedin.com/mypreferences/d/download-my-data"
    press(Qt.Key.Key_Escape)
    assert window.focusWidget() is page.how_tos.sections["linkedin"].browse


def test_of_many_services_one_is_told_of_and_of_few_all(
    window: MainWindow, page: CollectPage, session: Session
) -> None:
    told = page.how_tos
    assert not told.sections
    click(told.choices["linkedin"])
    click(told.choices["x"])
    assert [name for name, one in told.sections.items() if one.isVisible()] == ["x"]
    click(told.choices["x"])
    assert not [name for name, one in told.sections.items() if one.isVisible()]
    session.declare_services(["linkedin", "x"])
    window.refresh()
    until(lambda: not told.choices["linkedin"].isVisible())
    assert [name for name, one in told.sections.items() if one.isVisible()] == ["linkedin", "x"]


@pytest.mark.parametrize("messages", [Messages("en"), Messages("xx-long")], ids=["en", "long"])
def test_nothing_is_unnamed_clipped_or_outside(window: MainWindow, page: CollectPage, tmp_path: Path) -> None:
    linkedin.simple().write(tmp_path)
    (tmp_path / "setting.png").write_bytes(picture(4))
    (tmp_path / "bad").mkdir()
    MAKERS["missing_columns"]().write(tmp_path / "bad")
    drop(window, tmp_path)
    wait_for(page, Stage.ADDED, Stage.ADDED, Stage.ADDED)
    window.resize(*SMALLEST)
    QApplication.sendPostedEvents()
    assert not unnamed(page)
    assert not clipped(page)
    assert not outside(page)
    assert not small_targets(page)


def test_pictures(window: MainWindow, page: CollectPage, scheme: Theme, tmp_path: Path) -> None:
    empty = grab(window, "collect-empty", scheme)
    click(page.how_tos.choices["linkedin"])
    assert empty != grab(window, "collect-how-to", scheme, "dark")
    scheme.wear("light")
    click(page.how_tos.choices["linkedin"])
    drop(window, linkedin.simple().write(tmp_path))
    wait_for(page, Stage.ADDED)
    assert empty != grab(window, "collect", scheme)
    assert empty != grab(window, "collect", scheme, "dark", 2)


def test_pictures_of_every_state(
    window: MainWindow, page: CollectPage, loop_watch: LoopWatch, scheme: Theme, tmp_path: Path
) -> None:
    for maker in ("broken_off", "missing_columns", "something_else", "ragged_rows", "no_bytes"):
        (tmp_path / maker).mkdir()
        MAKERS[maker]().write(tmp_path / maker)
    (tmp_path / "setting.png").write_bytes(picture(4))
    (tmp_path / "whole").mkdir()
    whole = linkedin.simple().write(tmp_path / "whole")
    (tmp_path / "whole" / "copy.zip").write_bytes(whole.read_bytes())
    assert drop(window, *sorted(one for one in tmp_path.iterdir() if one.name != "whole"), whole)
    at_rest(page, 7)
    drop(window, tmp_path / "whole" / "copy.zip")
    at_rest(page, 8)
    for name, act in (
        ("waits", None),
        ("reading", "progress"),
        ("stopping", "ask_to_stop"),
        ("stopped", "stopped"),
    ):
        number = page.queue.queue(Path(f"{name} of someone.zip")).number
        if act == "progress":
            page.queue.progress(number, 1_300_000_000, 5_100_000_000)
        elif act is not None:
            getattr(page.queue, act)(number)
    page.queue.failed(page.queue.queue(Path("failed.zip")).number, ZeroDivisionError())
    page.view.cards[0].buttons["leave_out"].click()
    settle()
    inside = page.scroller.widget()
    assert inside is not None
    with loop_watch.paused():
        light = grab(inside, "collect-states", scheme)
        assert light != grab(inside, "collect-states", scheme, "dark", 2)
    assert not unnamed(page)
    assert not clipped(page)
    assert not outside(page)


def test_a_zip_with_several_exports_makes_room_for_each_of_them(
    window: MainWindow, page: CollectPage, session: Session, tmp_path: Path
) -> None:
    exports = {"mine/linkedin": linkedin.simple(), "mine/claude": claude_sample().made}
    assert drop(window, together("downloads.zip", exports).write(tmp_path))
    wait_for(page, Stage.ADDED, Stage.ADDED)
    assert sorted(item.name for item in page.queue.intake.items) == [
        "downloads.zip/mine/claude",
        "downloads.zip/mine/linkedin",
    ]
    assert sorted(str(source.service) for source in session.sources) == ["claude", "linkedin"]
    assert all("downloads.zip" not in words(page, number) for number in range(2))
