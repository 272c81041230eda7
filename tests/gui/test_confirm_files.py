# SPDX-License-Identifier: Apache-2.0
"""The page Confirm with saved pages, settings and mails: several questions of one file."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.app.session import Session
from inspector.cases.acts import ActKind
from inspector.gui.confirm.side import Mode
from inspector.gui.window import MainWindow
from tests.gui.hands import opens, press, texts
from tests.gui.loopwatch import LoopWatch
from tests.gui.shots import acts, add, confirming, mode, put
from tests.gui.travel import SOON, click
from tests.makers.captures.mails import GRANTED, NOTICE, Signer, mail, mailbox
from tests.makers.captures.pages import LINKEDIN_URL, claude_account, linkedin_switch, plain, single_file

TOKEN = '<meta name="csrf-token" content="abcdefgh1234567890">'


@pytest.fixture
def off(session: Session, tmp_path: Path) -> Path:
    """A saved page that shows OFF, in the case before there is a window."""
    session.declare_services(["linkedin"])
    path = put(tmp_path, "page.html", single_file(linkedin_switch("off", "Off") + TOKEN))
    add(session, path)
    return path


def test_a_page_with_two_settings_is_two_questions(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    keys = '{"settings": {"training_allowed": false, "codex_training_allowed_v2": true}}'
    with loop_watch.paused():
        add(session, put(tmp_path, "settings.json", keys))
    window.refresh()
    page = confirming(window, qtbot)
    assert page.aside.text().startswith("settings.json · setting 1 of 2 in it · ")
    click(page.yes)
    assert mode(page) is Mode.CLEAR
    assert page.side.cards.name.text().startswith("ChatGPT")
    page.yes.setFocus()
    press(Qt.Key.Key_N)
    assert [said.control for said in session.statements] == ["chatgpt/improve-the-model"]
    assert len(acts(session, ActKind.READING_REJECTED)) == 1
    assert not session.left_out
    assert page.aside.text().startswith("settings.json · counts because you said so")


def test_what_only_wants_a_yes_comes_first_and_of_the_rest_one_says_so_once(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    with loop_watch.paused():
        add(session, put(tmp_path, "a.html", plain("<p>Holidays</p>")))
    window.page_of("confirm").refresh(session)
    with loop_watch.paused():
        add(
            session,
            put(tmp_path, "b.html", single_file(linkedin_switch("off", "Off"))),
            put(tmp_path, "c.html", plain("<p>An invoice</p>")),
        )
    window.refresh()
    page = confirming(window, qtbot)
    assert page.aside.text() == "b.html · nothing counts until you say so · 2 more files after this"
    assert page.yes.leads
    assert not page.none.isVisible()
    click(page.yes)
    assert page.none.text() == "None of these 2 shows a setting"
    assert page.none.leads
    click(page.none)
    assert [one.name for one in session.left_out] == ["a.html", "c.html"]
    assert window.page.name == "findings"


def test_a_date_that_the_service_keeps_counts_beside_the_time_of_the_page(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    with loop_watch.paused():
        add(session, put(tmp_path, "account.json", claude_account(enabled=True)))
    window.refresh()
    page = confirming(window, qtbot)
    assert page.side.cards.name.text().startswith("Claude")
    click(page.yes)
    assert [said.control for said in session.statements] == ["claude/model-improvement"] * 2
    assert "stands so since" in page.side.said.bounds.text()
    assert [one.key for one in page.model.questions] == [(session.sources[0].sha256, 0)]


def test_what_opens_an_account_is_told_with_kind_and_place_and_never_shown(
    off: Path, window: MainWindow, qtbot: QtBot
) -> None:
    page = confirming(window, qtbot)
    told = page.asides.secrets.text.text()
    assert page.asides.secrets.isVisible()
    assert "hidden codes of a form on line" in told
    assert "abcdefgh1234567890" not in " ".join(texts(page))
    assert LINKEDIN_URL in page.side.cards.place.text()


def test_mails_are_listed_and_a_notice_asks_nothing(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    answer = mail("Facebook <a@facebookmail.com>", "Your objection", GRANTED)
    notice = mailbox(mail("LinkedIn <a@linkedin.com>", "Updates to our terms", NOTICE))
    with loop_watch.paused():
        add(session, put(tmp_path, "answer.eml", answer), put(tmp_path, "box.mbox", notice))
    window.refresh()
    page = confirming(window, qtbot)
    assert [one.source.name for one in page.model.questions] == ["answer.eml"]
    assert mode(page) is Mode.ASKED
    assert "“Your objection”" in page.asides.mails.text()
    click(page.side.form.positions.off)
    click(page.yes)
    assert [said.control for said in session.statements] == ["facebook/ai-objection"]
    assert session.statements[0].place == "message 1"


def test_a_page_without_a_setting_is_the_persons_to_name(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    with loop_watch.paused():
        add(session, put(tmp_path, "page.html", plain("nothing of that kind")))
    window.refresh()
    page = confirming(window, qtbot)
    assert mode(page) is Mode.ASKED
    assert page.side.form.isVisible()


def test_a_file_of_keys_tells_whose_words_a_mail_is(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    signer = Signer("facebookmail.com", ed25519.Ed25519PrivateKey.generate())
    answer = mail("Facebook <a@facebookmail.com>", "Your objection", GRANTED)
    with loop_watch.paused():
        add(session, put(tmp_path, "answer.eml", signer.signed(answer)))
    window.refresh()
    page = confirming(window, qtbot)
    assert page.asides.keys.isVisible()
    with pytest.MonkeyPatch.context() as patch:
        opens(put(tmp_path, "keys.txt", signer.record), patch)
        click(page.asides.keys)
    qtbot.waitUntil(page.asides.keys.isHidden, timeout=SOON)
    assert "The signature of the sender's domain holds" in page.side.cards.says.text()
    click(page.side.form.positions.off)
    click(page.yes)
    assert session.statements[0].signed_by == "facebookmail.com"
    assert page.side.said.word.text() == "by your word and the sender’s signature"
