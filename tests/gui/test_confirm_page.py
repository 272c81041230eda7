# SPDX-License-Identifier: Apache-2.0
"""The page Confirm: the reading of the real worker, the person's word, and nothing that counts before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector.app.reading_captures import CaptureReaders
from inspector.app.session import Session
from inspector.cases.acts import ActKind
from inspector.domain.captured import Captured
from inspector.gui.confirm.side import Mode
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.theme.measures import SMALLEST
from inspector.gui.theme.theme import Theme
from inspector.gui.window import MainWindow
from inspector.system.messages import Messages
from tests.gui.hands import press, tab_to, texts, write
from tests.gui.loopwatch import LoopWatch, own_work
from tests.gui.pictures import grab
from tests.gui.shots import (
    CONTROL,
    SCREEN,
    acts,
    add,
    confirming,
    is_settled,
    mode,
    put,
    say,
    switch,
    unclear,
)
from tests.gui.travel import SOON, click
from tests.gui.walk import clipped, outside, small_targets, unnamed
from tests.makers.captures.pages import linkedin_switch, single_file
from tests.makers.pictures import picture

TOKEN = '<meta name="csrf-token" content="abcdefgh1234567890">'


@pytest.fixture
def off(session: Session, tmp_path: Path) -> Path:
    """A saved page that shows OFF, in the case before there is a window."""
    session.declare_services(["linkedin"])
    path = put(tmp_path, "page.html", single_file(linkedin_switch("off", "Off") + TOKEN))
    add(session, path)
    return path


@pytest.fixture
def shot(session: Session, tmp_path: Path) -> Path:
    """A picture that shows OFF, of which the name alone tells the time."""
    session.declare_services(["linkedin"])
    path = switch(tmp_path, on=False)
    add(session, path)
    return path


@pytest.fixture
def held(shot: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Event]:
    """The reading of pictures begins only when this is set; the window then closes as always."""
    let_go, read = Event(), CaptureReaders.read

    def waiting(self: CaptureReaders, *given: Any) -> Captured:
        let_go.wait(SOON / 1000)
        return read(self, *given)

    monkeypatch.setattr(CaptureReaders, "read", waiting)
    request.getfixturevalue("window")
    yield let_go
    let_go.set()


def state(session: Session) -> tuple[str, str]:
    found = next(one for one in session.inspection().findings if one.control == CONTROL)
    return str(found.state), str(found.grade)


def test_a_picture_is_read_beside_the_window_and_shown_beside_its_place(
    shot: Path, window: MainWindow, qtbot: QtBot, session: Session
) -> None:
    page = confirming(window, qtbot)
    assert mode(page) is Mode.CLEAR
    assert page.title.text() == "Is this what your picture shows?"
    assert page.aside.text() == f"{SCREEN} · nothing counts until you say so"
    assert page.side.cards.name.text() == "LinkedIn · Data for Generative AI Improvement"
    assert page.side.cards.pill.text() == "OFF"
    assert page.side.cards.sure.text().startswith("Of ")
    assert page.side.time.when.text() == "10 January 2026, 12:03"
    assert page.shot.turn.isVisible()
    assert not session.statements
    assert not session.inspection().complete


def test_enter_confirms_a_clear_reading_and_the_act_says_what_was_read(
    shot: Path, window: MainWindow, qtbot: QtBot, session: Session
) -> None:
    page = confirming(window, qtbot)
    page.setFocus()
    tab_to(page.yes)
    press(Qt.Key.Key_Return)
    (act,) = acts(session, ActKind.READING_SHOWN)
    assert (act["read"], act["answer"], act["setting"]) == ("off 0.97", "confirmed", 0)
    assert str(act["place"]).startswith("pixels ")
    assert act["moment"] == {
        "not_before": "2026-01-09T22:03:11Z",
        "not_after": "2026-01-11T00:03:11Z",
        "raw": SCREEN,
        "zone": "none",
        "precision": "second",
    }
    assert mode(page) is Mode.SAID
    assert page.side.said.pill.text() == "OFF"
    assert page.aside.text().endswith("counts because you said so")


def test_naming_the_zone_of_the_clock_makes_the_time_exact(
    shot: Path, window: MainWindow, qtbot: QtBot, session: Session
) -> None:
    page = confirming(window, qtbot)
    zone = page.side.time.zone
    assert zone.isVisible()
    tab_to(zone.field)
    write("Europe/Berlin")
    press(Qt.Key.Key_Escape)
    assert page.side.time.bounds.text() == "10 January 2026, 11:03:11 UTC"
    click(page.yes)
    moment = session.statements[0].moment
    assert moment.not_before == moment.not_after
    assert moment.zone == "stated"


def test_clues_are_told_with_what_each_is_worth(shot: Path, window: MainWindow, qtbot: QtBot) -> None:
    page = confirming(window, qtbot)
    clues = page.side.time.clues
    click(clues.fold)
    qtbot.waitUntil(lambda: len(texts(clues)) > 1)
    told = " ".join(texts(clues))
    assert "The file’s name: 10 January 2026, 12:03" in told
    assert "It states when the screen was shown." in told
    assert "It only says that this was there by then." in told


def test_times_that_contradict_each_other_are_told(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = switch(tmp_path, on=True, name="Screenshot_20260301-120000.png")
    with own_work():
        add(session, path)
    window.refresh()
    page = confirming(window, qtbot)
    assert page.side.time.troubles.text() == "The file was last changed before the time that it states."


def test_c_corrects_and_escape_goes_back_to_the_reading(
    shot: Path, window: MainWindow, qtbot: QtBot, session: Session
) -> None:
    page = confirming(window, qtbot)
    page.yes.setFocus()
    press(Qt.Key.Key_C)
    assert mode(page) is Mode.ASKED
    assert page.side.form.positions.on.hasFocus()
    press(Qt.Key.Key_Escape)
    assert mode(page) is Mode.CLEAR
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    (act,) = acts(session, ActKind.READING_SHOWN)
    assert (act["position"], act["answer"], act["read"]) == ("on", "corrected", "off 0.97")
    assert session.statements[0].moment.raw == SCREEN


def test_a_correction_may_name_another_setting_and_another_day(
    off: Path, window: MainWindow, qtbot: QtBot, session: Session
) -> None:
    page = confirming(window, qtbot)
    click(page.correct)
    form = page.side.form
    form.control.setCurrentIndex(form.control.findData("x/grok-training"))
    click(form.by_word)
    say(page, "on", "2025-03-01")
    said = session.statements[0]
    assert (said.control, said.position, said.moment.raw) == ("x/grok-training", "on", "2025-03-01")


def test_what_was_said_can_be_corrected_and_the_old_word_no_longer_counts(
    off: Path, window: MainWindow, qtbot: QtBot, session: Session
) -> None:
    page = confirming(window, qtbot)
    click(page.yes)
    assert state(session) == ("off", "shown")
    assert window.page.name == "findings"
    page = confirming(window, qtbot)
    click(page.correct)
    assert page.side.form.positions.off.isChecked()
    click(page.side.form.positions.on)
    click(page.yes)
    assert [said.position for said in session.statements] == ["on"]
    assert len(acts(session, ActKind.READING_WITHDRAWN)) == 1


def test_an_unclear_picture_is_never_confirmed_by_enter_alone(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    with loop_watch.paused():
        add(session, unclear(tmp_path))
    window.refresh()
    page = confirming(window, qtbot)
    assert mode(page) is Mode.ASKED
    assert page.side.cards.pill.text() == "UNKNOWN"
    assert page.side.form.control.currentData() == CONTROL
    page.shot.turn.setFocus()
    tab_to(page.yes)
    press(Qt.Key.Key_Return)
    assert not session.statements
    assert page.side.form.told["position"].words.text() == "Choose ON or OFF."
    say(page, "off", "2026-01-10")
    assert [said.position for said in session.statements] == ["off"]


def test_where_nothing_can_be_read_the_person_chooses_from_the_list(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    with loop_watch.paused():
        add(session, put(tmp_path, "blank.png", picture(3, 300, 200)))
    window.refresh()
    page = confirming(window, qtbot)
    assert "The program finds no setting" in page.side.refused.text()
    assert page.side.form.control.currentIndex() == -1
    assert page.not_this.text() == "It shows no setting"
    say(page, "off", "2026-01-10")
    assert page.side.form.told["control"].words.text() == "Choose a setting."
    tab_to(page.side.form.control)
    write("Spot")
    press(Qt.Key.Key_Return)
    assert session.statements[0].control.startswith("spotify/")


def test_words_of_several_services_put_those_first_and_choose_none(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    from tests.unit.captures.drawn import GREEN, Page

    page = Page(700, 200)
    page.text(30, 60, "Improve the model for everyone", 22)
    page.slide(600, 56, 1.0, GREEN)
    page.image.save(tmp_path / "chat.png")
    with loop_watch.paused():
        add(session, tmp_path / "chat.png")
    window.refresh()
    shown = confirming(window, qtbot)
    (found,) = shown.model.questions
    assert found.setting is not None
    assert found.setting.control is None
    among = found.setting.among
    assert len(among) > 1
    form = shown.side.form
    assert form.control.currentIndex() == -1
    assert {form.control.itemData(place) for place in range(len(among))} == set(among)


def test_n_leaves_a_file_out_that_shows_nothing_else_but_not_while_typing(
    off: Path, window: MainWindow, qtbot: QtBot, session: Session
) -> None:
    page = confirming(window, qtbot)
    click(page.correct)
    click(page.side.form.by_word)
    tab_to(page.side.form.when.day.line)
    write("n")
    assert [source.name for source in session.sources] == ["page.html"]
    page.side.form.positions.on.setFocus()
    press(Qt.Key.Key_N)
    assert [source.name for source in session.sources] == []
    assert [source.name for source in session.left_out] == ["page.html"]
    assert page.empty.isVisible()


def test_several_questions_are_gone_through_by_enter(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    first = put(tmp_path, "a.html", single_file(linkedin_switch("off", "Off")))
    second = put(tmp_path, "b.html", single_file(linkedin_switch("on", "On")))
    with loop_watch.paused():
        add(session, first, second)
    window.refresh()
    page = confirming(window, qtbot)
    page.table.setFocus()
    assert page.aside.text() == "a.html · nothing counts until you say so · one more file after this"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(page.yes.hasFocus, timeout=SOON)
    assert page.aside.text() == "b.html · nothing counts until you say so"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page.name == "findings", timeout=SOON)
    assert sorted(said.position for said in session.statements) == ["off", "on"]


def test_while_it_is_being_read_the_person_can_answer_already(
    shot: Path, held: Event, window: MainWindow, qtbot: QtBot, session: Session
) -> None:
    window.go("confirm")
    page = window.page
    assert isinstance(page, ConfirmPage)
    qtbot.waitUntil(page.isVisible, timeout=SOON)
    assert mode(page) is Mode.WAITING
    assert not page.yes.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert not session.statements
    QTest.keyClick(page, Qt.Key.Key_C)
    assert mode(page) is Mode.ASKED
    say(page, "off", "2026-01-10")
    assert [said.position for said in session.statements] == ["off"]
    held.set()
    window.jump("confirm")
    qtbot.waitUntil(lambda: is_settled(page), timeout=SOON)
    assert mode(page) is Mode.SAID
    assert [said.moment.raw for said in session.statements] == ["2026-01-10"]


def test_without_pictures_it_says_what_brings_some(window: MainWindow) -> None:
    window.go("confirm")
    page = window.page
    assert isinstance(page, ConfirmPage)
    assert page.empty.isVisible()
    assert not page.bar.isVisible()


def test_the_list_keeps_the_rules_of_qt(
    qtmodeltester: ModelTester, off: Path, window: MainWindow, qtbot: QtBot
) -> None:
    qtmodeltester.check(confirming(window, qtbot).model, force_py=True)


def test_names_that_would_reorder_text_are_written_out(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    with loop_watch.paused():
        add(session, put(tmp_path, "off\u202elmth.html", single_file(linkedin_switch("off", "Off"))))
    window.refresh()
    assert "off\\u202elmth.html" in confirming(window, qtbot).aside.text()


@pytest.mark.parametrize("messages", [Messages("en"), Messages("xx-long")], ids=["en", "long"])
def test_nothing_is_unnamed_clipped_or_outside(shot: Path, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(*SMALLEST)
    page = confirming(window, qtbot)
    click(page.side.time.clues.fold)
    for act in (page.refresh, lambda _: page.correct_it(), lambda _: click(page.side.form.positions.off)):
        act(page.desk.session)
        QApplication.sendPostedEvents()
        assert not unnamed(page)
        assert not clipped(page)
        assert not outside(page)
        assert not small_targets(page)
    click(page.yes)
    assert not clipped(confirming(window, qtbot))


def test_pictures(shot: Path, window: MainWindow, qtbot: QtBot, scheme: Theme) -> None:
    page = confirming(window, qtbot)
    qtbot.waitUntil(lambda: not page.shot.words, timeout=SOON)
    read = grab(window, "confirm", scheme)
    click(page.yes)
    confirming(window, qtbot)
    assert read != grab(window, "confirm-said", scheme, "dark", 2)
