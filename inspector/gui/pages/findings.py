# SPDX-License-Identifier: Apache-2.0
"""The page of findings: one card per setting, each opening to its full view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from inspector.app.findings.shapes import Card, Detail, FindingsView
from inspector.app.findings_view import FindingsViews
from inspector.app.jobs import Lane
from inspector.gui.desk import Desk
from inspector.gui.findings.cards import FindingCard
from inspector.gui.findings.detail import DetailView
from inspector.gui.findings.grid import Grid
from inspector.gui.findings.picture import picture_of
from inspector.gui.pages.page import Page
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton, SmallLinkButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.notes import EmptyState, ErrorNote
from inspector.gui.widgets.order import tab_in_reading_order
from inspector.gui.widgets.text import Aside
from inspector.report.words import Words
from inspector.system.clock import now

if TYPE_CHECKING:
    from inspector.app.session import Session

_LIVED, _LIVED_NARROW = 60, 28
_WIDE = 860
_PICTURES = (".svg", ".png")


class FindingsPage(Page):
    """Cards first; `open_detail` shows one of them whole, `back` all of them again."""

    name = "findings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view: FindingsView | None = None
        self.detail: DetailView | None = None
        self.cards: list[FindingCard] = []
        self.table: Grid | None = None
        self._views = FindingsViews(desk.messages)
        self._open: str | None = None
        self._fill_bar()
        self.back_link = LinkButton(self.say_of("back"))
        self.back_link.clicked.connect(self.back)
        self.side_link = SmallLinkButton()
        self.side_link.clicked.connect(self.change_sides)
        whole = self.scroller.widget()
        column = whole.layout() if whole is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertLayout(0, _row(self.back_link))
            column.insertLayout(column.count() - 1, _row(self.side_link))
        self.back_link.hide()
        self.side_link.hide()
        self.inside: QWidget | None = None
        self._listen()

    def say_of(self, key: str, /, **values: object) -> str:
        """Return a sentence of this page."""
        return self.text(f"gui.findings.{key}", **values)

    def _fill_bar(self) -> None:
        self.live = PrimaryButton(self.say_of("lived_say"))
        self.act = PrimaryButton(self.say_of("act"))
        self.act_later = SecondaryButton(self.say_of("act"))
        self.bundle = SecondaryButton(self.say_of("evidence"))
        self.lived = Aside(characters=_LIVED)
        self.change = SmallLinkButton(self.say_of("lived_change"))
        self.change.setAccessibleName(self.say_of("lived_change_name"))
        pages = {self.live: "you", self.act: "act", self.act_later: "act", self.bundle: "evidence"}
        for button, page in {**pages, self.change: "you"}.items():
            button.clicked.connect(lambda _=False, page=page: self.go.emit(page))
        self.bar.add(*pages)
        self.bar.add_aside(self.lived, self.change)

    def _listen(self) -> None:
        for keys, deed in (("Esc", self.leave), ("Alt+Left", self.back), ("T", self.change_sides)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def prepare(self, session: Session) -> None:
        """Put the answer into words."""
        self._views.of(session.inspection(), session.catalog)

    def refresh(self, session: Session) -> None:
        """Show what the case says now; what is open stays open."""
        view = self._views.of(session.inspection(), session.catalog)
        if view is self.view:
            return
        self.view = view
        self._show_bar(view)
        opened = next((one for one in view.details if one.card.key == self._open), None)
        if opened is not None:
            self.open_detail(opened)
        else:
            self.back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the actions their line first; the aside beside them wraps."""
        self.lived.bound(_LIVED if event.size().width() >= _WIDE else _LIVED_NARROW)
        super().resizeEvent(event)

    def _show_bar(self, view: FindingsView) -> None:
        self.bar.setVisible(bool(view.details))
        self.live.setVisible(view.asks_residence)
        self.act.setVisible(not view.asks_residence)
        self.act_later.setVisible(view.asks_residence)
        self.lived.setText(view.lived)

    def back(self) -> None:
        """Show all cards."""
        came_from, self._open = self._open, None
        view = self.view
        if view is None:
            return
        self.say(view.title, view.aside)
        self.back_link.hide()
        column = self._empty()
        self.detail, self.table = None, None
        self.cards = [self._card(detail) for detail in view.details]
        for card in self.cards:
            column.addWidget(card)
        if not self.cards:
            column.addWidget(self._nothing())
        self._offer_side("as_table" if self.cards else None)
        self._settle()
        again = next((card for card in self.cards if card.words.key == came_from), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_side(self, key: str | None) -> None:
        """Offer the table in place of the cards, or the cards again, or neither."""
        self.side_link.setVisible(key is not None)
        if key is not None:
            self.side_link.setText(self.say_of(key))

    def _nothing(self) -> EmptyState:
        collect = SecondaryButton(self.say_of("empty_action"))
        collect.clicked.connect(lambda: self.go.emit("collect"))
        return EmptyState(self.say_of("empty_title"), self.say_of("empty"), collect)

    def _empty(self) -> QVBoxLayout:
        """Return an empty column in place of what was shown."""
        before, self.inside = self.inside, QWidget()
        if before is not None:
            # Laid out in the right width at once, what comes need not be laid out twice.
            self.inside.resize(before.size())
            before.hide()
            self.body.removeWidget(before)
            before.deleteLater()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(2))
        self.body.addWidget(self.inside)
        return column

    def _card(self, detail: Detail) -> FindingCard:
        card = FindingCard(self.desk, detail.card)
        card.opened.connect(lambda: self.open_detail(detail))
        self._answer_to(card, detail.card)
        return card

    def _answer_to(self, one: FindingCard | DetailView, card: Card) -> None:
        one.remember.connect(lambda: self.remember(card.control))
        one.live.connect(lambda: self.go.emit("you"))
        one.collect.connect(lambda: self.go.emit("collect"))

    def open_detail(self, detail: Detail) -> None:
        """Show one setting whole."""
        card = detail.card
        self._open = card.key
        self.say(f"{card.sentence}.", f"{card.service} · {card.title}")
        self.back_link.show()
        self._offer_side(None)
        column = self._empty()
        self.cards, self.table = [], None
        self.detail = DetailView(self.desk, detail)
        self.detail.opened.connect(self._into_sight)
        self.detail.save.connect(self.ask_where_to_save)
        self._answer_to(self.detail, card)
        column.addWidget(self.detail)
        self._settle()
        self.scroller.verticalScrollBar().setValue(0)
        self.back_link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        """Show what was put together, and let Tab go down the page and end in the bar."""
        if self.inside is not None:
            self.inside.show()
            tab_in_reading_order(self.back_link, self.inside, self.side_link, self.bar)

    def _into_sight(self, panel: QWidget) -> None:
        self._settle()
        # Where the panel stands is known only after the next layout.
        QTimer.singleShot(0, panel, lambda: self.scroller.ensureWidgetVisible(panel, 0, steps(4)))

    def leave(self) -> None:
        """Close the evidence where it is open, else go back to all cards."""
        if self.detail is not None and self.detail.panel is not None:
            self.detail.hide_evidence()
        elif self._open is not None:
            self.back()

    def change_sides(self) -> None:
        """Show a table in place of the timeline or of the cards, or the other way round."""
        if self.view is None or not self.view.details:
            return
        if self.detail is not None:
            self.detail.change()
            return
        if self.table is not None:
            self.back()
            self.take_keyboard()
            return
        column = self._empty()
        self.cards = []
        self.table = Grid(self.view.table)
        details = self.view.details
        self.table.opened.connect(lambda row: self.open_detail(details[row]))
        column.addWidget(self.table)
        self._offer_side("as_cards")
        self._settle()
        self.table.take_keyboard()

    def remember(self, control: str) -> None:
        """Ask what the person remembers of a setting."""
        from inspector.gui.dialogs.remember import RememberDialog  # noqa: PLC0415 - only when asked for

        dialog = RememberDialog(self.desk, control, self)
        dialog.accepted.connect(self.session_changed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_where_to_save(self) -> None:
        """Ask for a file, then save the timeline in it."""
        dialog = QFileDialog(self, self.say_of("save_title"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.say_of("save_svg"), self.say_of("save_png")])
        dialog.setDefaultSuffix("svg")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_picture(Path(name)))
        dialog.open()

    def save_picture(self, path: Path) -> None:
        """Paint the timeline and write it to a file, which may take as long as the disk does."""
        detail = self.detail
        if detail is None:
            return
        made = self.say_of("picture_made", day=Words(self.desk.messages).day(now().date()))
        suffix = path.suffix.lower() if path.suffix.lower() in _PICTURES else _PICTURES[0]
        data = picture_of(detail.detail, made, suffix)
        self.desk.bridge.start(
            lambda _: path.write_bytes(data),
            lambda _: self._tell(self.say_of("saved", name=path.name)),
            failed=lambda error: self._not_saved(error, path.name),
            lane=Lane.LOOK,
        )

    def _tell(self, words: str) -> None:
        if self.detail is not None:
            self.detail.tell(words)

    def _not_saved(self, error: BaseException, name: str) -> None:
        if not isinstance(error, OSError):
            self.desk.bridge.failed.emit(error)
        elif self.detail is not None:
            note = ErrorNote(
                self.say_of("not_saved", name=name),
                self.say_of("not_saved_means"),
                self.say_of("not_saved_then"),
            )
            self.detail.column.insertWidget(self.detail.column.indexOf(self.detail.sheet) + 1, note)


def _row(link: SmallLinkButton | LinkButton) -> Flow:
    """Return a row of its own for a link, in which its words stand where all others do."""
    row = Flow()
    row.addWidget(link)
    return row
