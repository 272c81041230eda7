# SPDX-License-Identifier: Apache-2.0
"""Files of fictional people that show settings: pictures that the real reader can read, pages, mails."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.app.session import Session
from inspector.cases.acts import ActKind
from inspector.gui.confirm.side import Mode
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.window import MainWindow
from tests.gui.hands import press, tab_to, write
from tests.gui.travel import SOON
from tests.unit.app.read_once import read_once
from tests.unit.captures.drawn import GREEN, GREY, Page

CONTROL: Final = "linkedin/generative-ai-improvement"
SCREEN: Final = "Screenshot_20260110-120311.png"
WRITTEN: Final = datetime(2026, 1, 12, 9, tzinfo=UTC).timestamp()


def put(folder: Path, name: str, data: str | bytes) -> Path:
    """A file that was last written some days after it was made."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    os.utime(path, (WRITTEN, WRITTEN))
    return path


def switch(folder: Path, *, on: bool, name: str = SCREEN, height: int = 420) -> Path:
    """A picture of LinkedIn's setting as a browser shows it."""
    page = Page(900, height)
    page.text(40, 36, "Data for Generative AI Improvement", 26)
    page.text(40, 96, "Can LinkedIn and its affiliates use your personal data and content", 18)
    page.text(40, 126, "you create on LinkedIn to train generative AI models?", 18)
    page.text(40, 210, "Use my data for training content creation AI models", 20)
    page.slide(800, 206, 1.0 if on else 0.0, GREEN if on else GREY)
    page.image.save(folder / name)
    os.utime(folder / name, (WRITTEN, WRITTEN))
    return folder / name


def unclear(folder: Path, name: str = "unclear.png") -> Path:
    """The same, with a switch whose knob stands in the middle."""
    path = switch(folder, on=True, name=name)
    page = Page(900, 420)
    page.text(40, 210, "Use my data for training content creation AI models", 20)
    page.slide(800, 206, 0.5, GREY)
    page.image.save(path)
    os.utime(path, (WRITTEN, WRITTEN))
    return path


def add(session: Session, *paths: Path) -> None:
    """Hand files in, as the page Collect does."""
    for path in paths:
        session.add(read_once(session, path))
    session.rest()


def confirming(window: MainWindow, qtbot: QtBot) -> ConfirmPage:
    """The page Confirm once everything was read that can be."""
    window.go("confirm")
    page = window.page
    assert isinstance(page, ConfirmPage)
    qtbot.waitUntil(lambda: is_settled(page), timeout=SOON)
    page.take_keyboard()
    return page


def is_settled(page: ConfirmPage) -> bool:
    """Tell whether nothing more is being read."""
    looking = page.desk.looking
    sources = page.desk.session.sources
    return page.isVisible() and not any(looking.is_at(source) for source in sources)


def say(page: ConfirmPage, position: str, day: str | None = None) -> None:
    """Answer by keyboard."""
    form = page.side.form
    tab_to(form.positions.on)
    if position == "off":
        press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    if day is not None:
        tab_to(form.when.day.line)
        write(day)
    press(Qt.Key.Key_Return)


def mode(page: ConfirmPage) -> Mode:
    """The mode as it is now, which a type checker takes for what it was."""
    return page.side.mode


def acts(session: Session, kind: ActKind) -> list[dict[str, object]]:
    """The details of all acts of a kind."""
    return [dict(act.details) for act in session.case.acts if act.kind is kind]
