# SPDX-License-Identifier: Apache-2.0
"""What is to be seen of handing in: how an archive is got, what is locked, described, shown or taken now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from inspector.app.intake import Stage
from inspector.cases.story import Story
from inspector.domain.residence import Stay
from inspector.gui.capture.dialog import TakeDialog
from inspector.gui.collect.description import DescriptionDialog
from inspector.gui.collect.story import StoryDialog
from inspector.gui.dialogs.address import AddressDialog
from inspector.gui.dialogs.mishap import MishapDialog
from inspector.gui.pages.collect import CollectPage
from inspector.gui.pages.confirm import ConfirmPage
from tests.gui.sights import Visit, sight
from tests.gui.travel import click, drop
from tests.makers import linkedin
from tests.makers.bad import MAKERS
from tests.makers.pictures import picture
from tests.makers.winzip import locked

_SCREEN = (1280, 800)
_PATIENCE = 200


def _handed_in(visit: Visit, *paths: Path) -> CollectPage:
    page = visit.at(CollectPage)
    assert drop(visit.window, *paths)
    visit.wait(lambda: len(page.queue.intake.items) == len(paths) and not page.queue.underway)
    visit.answered()
    return page


def _locked(visit: Visit) -> CollectPage:
    members = [(one.name, one.data) for one in linkedin.simple().members]
    return _handed_in(visit, locked(visit.folder / "Complete_LinkedInDataExport.zip", members, "Otter 22"))


@sight
def collect_dropping(visit: Visit) -> QWidget:
    """Files are held over the page."""
    page = visit.at(CollectPage)
    page.panel.light(on=True)
    return visit.window


@sight
def collect_how_to(visit: Visit) -> QWidget:
    """One of many services is told of."""
    page = visit.at(CollectPage)
    click(page.how_tos.choices["linkedin"])
    return visit.window


@sight
def collect_how_to_named(visit: Visit) -> QWidget:
    """The services that a person named, as few as are told of at once."""
    visit.session.declare_services(["linkedin", "chatgpt"])
    visit.at(CollectPage)
    return visit.window


@sight
def collect_address(visit: Visit) -> QWidget:
    page = visit.at(CollectPage)
    click(page.how_tos.choices["linkedin"])
    click(page.how_tos.sections["linkedin"].browse)
    return visit.dialog(AddressDialog)


@sight
def collect_underway(visit: Visit) -> QWidget:
    """One is being read, one stops, one waits, one was stopped, and the program failed in one."""
    page = visit.at(CollectPage)
    paths = [visit.folder / name / "Complete_LinkedInDataExport.zip" for name in ("2024", "2025", "old")]
    reading, stopping, _ = [page.queue.queue(path) for path in paths]
    page.queue.progress(reading.number, 41_000_000, 118_000_000)
    page.queue.progress(stopping.number, 3_000_000, 118_000_000)
    page.queue.ask_to_stop(stopping.number)
    page.queue.stopped(page.queue.queue(visit.folder / "holiday-pictures.zip").number)
    page.queue.failed(page.queue.queue(visit.folder / "backup.tgz").number, ValueError())
    return visit.window


@sight
def collect_left_out(visit: Visit) -> QWidget:
    """One left out, one that is there already, one that belongs to no service."""
    MAKERS["something_else"]().write(visit.folder)
    found = sorted(visit.folder.iterdir())
    (visit.folder / "again").mkdir()
    whole = [linkedin.simple().write(visit.folder), linkedin.simple().write(visit.folder / "again")]
    page = _handed_in(visit, *whole, *found)
    assert [one.stage for one in page.queue.intake.items][1] is Stage.TWIN
    click(page.view.cards[0].buttons["leave_out"])
    visit.answered()
    return visit.window


@sight
def collect_locked(visit: Visit) -> QWidget:
    _locked(visit)
    return visit.window


@sight
def collect_wrong_password(visit: Visit) -> QWidget:
    page = _locked(visit)
    lock = page.view.cards[0].lock
    assert lock is not None
    lock.shows.setChecked(True)
    lock.field.setText("Giraffe-9")
    click(lock.opens)
    visit.wait(lambda: page.queue.intake.items[0].tried and not page.queue.underway)
    return visit.window


@sight
def collect_without_password(visit: Visit) -> QWidget:
    page = _locked(visit)
    lock = page.view.cards[0].lock
    assert lock is not None
    click(lock.skips)
    return visit.window


@sight
def collect_description(visit: Visit) -> QWidget:
    (visit.folder / "export").mkdir()
    page = _handed_in(visit, MAKERS["missing_columns"]().write(visit.folder / "export"))
    click(page.view.cards[0].buttons["describe"])
    dialog = visit.dialog(DescriptionDialog)
    visit.wait(dialog.lines.isVisible)
    return dialog


def _asked_how(visit: Visit) -> StoryDialog:
    page = _handed_in(visit, linkedin.simple().write(visit.folder))
    click(page.view.cards[0].buttons["story"])
    return visit.dialog(StoryDialog)


@sight
def collect_story(visit: Visit) -> QWidget:
    """How a file was got is asked."""
    return _asked_how(visit)


@sight
def collect_story_wrong(visit: Visit) -> QWidget:
    """Two days that cannot both be, and a text that is too long."""
    dialog = _asked_how(visit)
    dialog.asked.show_text("2026-03-05")
    dialog.got.show_text("2026-03")
    dialog.chosen.show_text("CSV, all that there is, since I joined")
    dialog.came.show_text("A link in an e-mail")
    dialog.got.show_text("2026-02-20")
    dialog.more.show_text("I opened it once to look. " * 30)
    click(dialog.tells)
    return dialog


@sight
def collect_story_told(visit: Visit) -> QWidget:
    """The cards say of which files it is told."""
    members = [(one.name, one.data) for one in linkedin.simple().members]
    shot = visit.folder / "settings.png"
    shot.write_bytes(picture(5, 300, 200))
    whole = linkedin.simple().write(visit.folder)
    page = _handed_in(visit, whole, shot, locked(visit.folder / "locked.zip", members, "Otter 22"))
    for source in visit.session.sources[:2]:
        visit.session.tell_story(source, Story(asked="2026-03", came="A link in an e-mail"))
    visit.answered()
    visit.wait(lambda: sum(card.story.isVisible() for card in page.view.cards) == 2)
    return visit.window


def _take(visit: Visit) -> TakeDialog:
    visit.session.declare_services(["linkedin"])
    visit.session.declare_residence((Stay("US"),))
    page = visit.at(ConfirmPage)
    page.open_take()
    return visit.dialog(TakeDialog)


@sight
def take_first(visit: Visit) -> QWidget:
    """To the right page first, then the picture."""
    return _take(visit)


@sight
def take_stamped(visit: Visit) -> QWidget:
    """A timestamp of the picture is wanted."""
    dialog = _take(visit)
    dialog.stamp.wants.click()
    dialog.stamp.address.setFocus()
    return dialog


@sight
def take_part(visit: Visit) -> QWidget:
    """The picture is there; the part of it that is kept is chosen."""
    dialog = _take(visit)
    screen = QImage(*_SCREEN, QImage.Format.Format_RGB32)
    screen.loadFromData(picture(5, *_SCREEN))
    visit.monkeypatch.setattr("inspector.gui.capture.dialog.grab", lambda _where: screen)
    dialog._timer.setInterval(1)
    click(dialog.takes)
    visit.wait(dialog.region.isVisible)
    dialog.region.choose(QRect(100, 80, 700, 400))
    for _ in range(_PATIENCE):
        # Without a window system nobody else makes the dialog active again, and not twice in a row.
        visit.window.activateWindow()
        QTest.qWait(5)
        dialog.activateWindow()
        dialog.region.setFocus()
        QTest.qWait(5)
        if dialog.region.hasFocus():
            break
    return dialog


@sight
def mishap_of_the_system(visit: Visit) -> QWidget:
    """The disk is full, of which no page tells."""
    visit.window.tell(OSError(28, "no space"))
    return visit.dialog(MishapDialog)
