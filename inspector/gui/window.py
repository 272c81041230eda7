# SPDX-License-Identifier: Apache-2.0
"""The one window: rail at the leading edge, the pages of the journey beside it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from inspector.app.jobs import Lane
from inspector.app.journey import PAGES, is_unsaved, journey
from inspector.gui import tongue
from inspector.gui.ahead import Ahead
from inspector.gui.answering import Answering
from inspector.gui.cover.switch import switched_by_keys, the_cover
from inspector.gui.desk import Desk
from inspector.gui.dialogs.leaving import ask_before_leaving
from inspector.gui.loading import load_case, load_pages
from inspector.gui.pages.page import Page
from inspector.gui.theme.measures import LEAST, UNSCROLLED, USUAL
from inspector.gui.theme.theme import Theme
from inspector.gui.vault.idle import IdleLock
from inspector.gui.widgets.rail import Rail
from inspector.gui.widgets.waiting import Waiting
from inspector.gui.widgets.whole import Inside, Whole
from inspector.system.messages import Messages

if TYPE_CHECKING:
    from inspector.app.session import Session
    from inspector.gui.dialogs.mishap import MishapDialog

_AFTER_PAINT_MS = 30


class MainWindow(QMainWindow):
    """Shows one page at a time and lets the person jump freely; pages are made when first shown."""

    ready = Signal()
    """What reads and reasons is loaded."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.desk = desk
        self.theme = theme
        self.rail = Rail(desk.messages)
        self.stack = QStackedWidget()
        self.waiting = Waiting(desk)
        self.answering = Answering(desk, self._show_answer, self._show_waiting, self.refresh, self._unseen)
        self._pages: dict[str, Page] = {}
        self._name = PAGES[0]
        self._answered = {PAGES[0]}
        self._keyboard_goes = False
        self._asks = True
        self._is_over = False
        self._is_loaded = desk.is_ready
        self._warming = QTimer(self, singleShot=True)
        self._warming.timeout.connect(self._warm_up)
        self.mishap: MishapDialog | None = None
        self.setWindowTitle(desk.text("gui.title"))
        self.setMinimumSize(*LEAST)
        self.resize(*USUAL)
        self._lay_out()
        self._listen()
        self.stack.addWidget(self.waiting)
        self.stack.setCurrentWidget(self.page)
        self.rail.show_page(self._name)
        self.page.take_keyboard()
        if desk.is_ready:
            self.refresh()
        else:
            self._warming.start(_AFTER_PAINT_MS)

    def _lay_out(self) -> None:
        whole = Inside()
        self._row = row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(Whole(whole, QSize(*UNSCROLLED)))

    def _listen(self) -> None:
        self._speaks_anew = False
        self._ahead = Ahead(self._make_next, self)
        self._listen_to_rail()
        self.desk.bridge.failed.connect(self.tell)
        self.desk.taste.look_chosen.connect(lambda: self.theme.choose(self.desk.taste.look))
        self.desk.taste.language_chosen.connect(self._want_words)
        self.desk.bridge.busy_changed.connect(self._speak_if_wanted, Qt.ConnectionType.QueuedConnection)
        self._listen_to_case()
        self._listen_to_cover()
        for number, page in enumerate(PAGES, 1):
            jump = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            jump.activated.connect(lambda page=page: self.jump(page))
        for keys in ("F6", "Shift+F6"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.change_sides)

    def _listen_to_rail(self) -> None:
        self.rail.chosen.connect(self.go)
        self.rail.locks.connect(self.desk.vault.lock)
        self.rail.covers.connect(the_cover().toggle)
        self.rail.asks_outward.connect(self._show_outward)
        self._show_covered(the_cover().is_on)

    def _listen_to_cover(self) -> None:
        the_cover().speak(self.desk.messages)
        the_cover().changed.connect(self._show_covered)
        switched_by_keys(self)

    def _show_covered(self, on: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        self.rail.show_covered(on=on)

    def _show_outward(self) -> None:
        from inspector.gui.dialogs.offline import OfflineDialog  # noqa: PLC0415 - only when asked for

        dialog = OfflineDialog(self.desk, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _listen_to_case(self) -> None:
        self.idle = IdleLock(self.desk, self)
        vault = self.desk.vault
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(vault.lock)
        vault.entered.connect(self._change_case)
        vault.locked.connect(self._change_case)
        vault.refreshed.connect(self.refresh)

    @property
    def page(self) -> Page:
        """Return the page the person is at, made now where it was not; it is shown with its first answer."""
        return self.page_of(self._name)

    def page_of(self, name: str) -> Page:
        """Return a page by its name, made when first asked for. Raises KeyError."""
        if name not in self._pages:
            page = make_page(name, self.desk)
            page.session_changed.connect(self.refresh)
            page.go.connect(self.jump)
            self.stack.addWidget(page)
            self._pages[name] = page
        return self._pages[name]

    def go(self, name: str) -> None:
        """Show a page as the case stands now."""
        self._name = name
        self.rail.show_page(name)
        self.refresh()

    def jump(self, name: str) -> None:
        """Show a page and give it the keyboard."""
        self._keyboard_goes = True
        self.go(name)

    def _change_case(self) -> None:
        """Begin with another case: nothing of the one before is shown any more, in front or below."""
        for dialog in self.findChildren(QDialog):
            dialog.done(QDialog.DialogCode.Rejected)
        self._answered = {PAGES[0]}
        self.idle.follow()
        self.rail.show_kept(on_disk=self.desk.vault.is_open)
        self.rail.show_whose(example=False)
        self.jump(PAGES[0])

    def _want_words(self) -> None:
        self._speaks_anew = True
        self._speak_if_wanted()

    def _speak_if_wanted(self) -> None:
        """Say everything in the language that was chosen, once nothing runs that would tell a page of it."""
        asks = any(one.isVisible() for page in self._pages.values() for one in page.findChildren(QDialog))
        if self._speaks_anew and not (self.desk.bridge.busy or asks):
            self._speaks_anew = False
            lang = self.desk.taste.language()
            if lang != self.desk.messages.lang:
                self.speak(Messages(lang))

    def speak(self, messages: Messages) -> None:
        """Make all that has words anew in another language, and show the same page of the same case."""
        cover = the_cover()
        is_covered = cover.is_on
        self._ahead.end()
        cover.turn(on=False)
        cover.speak(messages)
        tongue.speak(messages)
        self.desk.speak(messages)
        self.setWindowTitle(self.desk.text("gui.title"))
        pages = list(self._pages.values())
        before = [self.rail, self.waiting, *pages]
        self._pages, self._answered = {}, {PAGES[0]}
        self.rail, self.waiting = Rail(messages), Waiting(self.desk)
        self.stack.addWidget(self.waiting)
        self._row.insertWidget(0, self.rail)
        for page in pages:
            page.hand_on(self.page_of(page.name))
        for one in before:
            one.hide()
            self.stack.removeWidget(one)
            one.deleteLater()
        self._listen_to_rail()
        self.rail.show_kept(on_disk=self.desk.vault.is_open)
        self.jump(self._name)
        cover.turn(on=is_covered)
        if self._is_loaded:
            self._ahead.begin()

    def _warm_up(self) -> None:
        """Load what reads and reasons beside the window that is already there, then the other pages."""
        self.desk.bridge.start(load_case, self._begin, lane=Lane.LOOK)

    def _begin(self, session: Session) -> None:
        if not self.desk.is_ready:
            self.desk.take(session)
        self.refresh()
        self.desk.bridge.start(lambda job: load_pages(job, self.desk), self._loaded, lane=Lane.LOOK)

    def _loaded(self, _done: None) -> None:
        self._is_loaded = True
        if self._name not in self._answered:
            self.refresh()
        self.desk.vault.look()
        self.ready.emit()
        self._ahead.begin()

    def _make_next(self) -> Page | None:
        name = next((one for one in PAGES if one not in self._pages), None)
        if name is None:
            return None
        page = self.page_of(name)
        page.resize(self.stack.size())
        return page

    def change_sides(self) -> None:
        """Take the keyboard from the rail to the page, or back."""
        focused: QWidget | None = self.focusWidget()
        if focused is not None and self.rail.isAncestorOf(focused):
            self.page.take_keyboard()
        else:
            self.rail.take_keyboard()

    def _unseen(self) -> list[Page]:
        return [page for name, page in self._pages.items() if name != self._name]

    def refresh(self) -> None:
        """Show on the rail and on the page what the case says, as soon as that is worked out."""
        if self._is_over:
            return
        if self._is_loaded or (self.desk.is_ready and self._name in self._pages):
            self.answering.ask(self.page)
        else:
            self._show_waiting()

    def _show_answer(self, page: Page, session: Session) -> None:
        from inspector.app.example import is_example  # noqa: PLC0415 - the window opens before it is loaded

        self.rail.show_journey(journey(session.case, session.inspection()))
        opened = self.desk.vault.opened
        self.rail.show_whose(example=is_example(session.case), name=opened.name if opened else "")
        self.rail.foot.show_connections(self.desk.connected)
        self.desk.looking.follow(session)
        page.refresh(session)
        page.take_given()
        self._answered.add(page.name)
        self.stack.setCurrentWidget(page)
        if self._keyboard_goes:
            self._keyboard_goes = False
            page.take_keyboard()
        page.go_on()

    def _show_waiting(self) -> None:
        """A page that never had an answer has nothing to show; another goes on showing its old one."""
        known = self._name in self._answered
        self.stack.setCurrentWidget(self.page if known else self.waiting)

    def tell(self, error: BaseException) -> None:
        """Say that something did not work, in front of the window, which stays usable."""
        from inspector.gui.dialogs.mishap import MishapDialog  # noqa: PLC0415 - as above

        if self.mishap is not None:
            self.mishap.deleteLater()
        self.mishap = MishapDialog(self.desk, error, self)
        self.mishap.open()

    def closes_unasked(self) -> None:
        """Let the next closing lose what it loses."""
        self._asks = False

    def changeEvent(self, event: QEvent) -> None:
        """Look again what the system wears when it changes its clothes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ThemeChange:
            self.theme.follow()

    def _may_close(self) -> bool:
        """Answer whether nothing is lost by closing, or the person says so."""
        is_kept = not self.desk.is_ready or self.desk.vault.is_open
        if not self._asks or is_kept or not is_unsaved(self.desk.session.case):
            return True
        answer = ask_before_leaving(self.desk, self)
        if answer == "keep":
            self.desk.vault.wanted.emit()
            self.jump(PAGES[0])
        return answer == "leave"

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask where something would be lost; stop what still runs."""
        if not self._may_close():
            event.ignore()
            return
        self._warming.stop()
        self._ahead.end()
        self.answering.end()
        # What is typed last is noted when its page goes; what follows from it nobody is there to see.
        self._is_over = True
        the_cover().turn(on=False)
        # A picture may still be read, and its worker takes half a second to end: nobody looks on meanwhile.
        self.hide()
        self.idle.end()
        self.desk.bridge.shut()
        self.desk.end()
        event.accept()


def make_page(name: str, desk: Desk) -> Page:
    """Return a new page: class `XPage` of the module `x`. Only what is shown is imported. Raises KeyError."""
    if name not in PAGES:
        raise KeyError(name)
    module = import_module(f"inspector.gui.pages.{name}")
    page = getattr(module, f"{name.title()}Page")(desk)
    if not isinstance(page, Page):
        raise TypeError(name)
    return page
