# SPDX-License-Identifier: Apache-2.0
"""The page of findings: one card per setting, each opening to its full view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from inspector.app.findings.choosing import MANY, Arrangement, Group, arranged, in_rows
from inspector.app.findings.shapes import Detail, FindingsView
from inspector.app.findings_view import FindingsViews
from inspector.app.jobs import Lane
from inspector.gui.desk import Desk
from inspector.gui.dialogs.unrecorded import forgetter
from inspector.gui.findings.cards import FindingCard
from inspector.gui.findings.chooser import Chooser
from inspector.gui.findings.deck import Deck
from inspector.gui.findings.detail import DetailView
from inspector.gui.findings.grid import Grid
from inspector.gui.findings.picture import picture_of
from inspector.gui.findings.portions import Portions
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

_LIVED = 90
_PICTURES = (".svg", ".png")


class FindingsPage(Page):
    """Cards first; `open_detail` shows one of them whole, `back` all of them again."""

    name = "findings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view: FindingsView | None = None
        self.detail: DetailView | None = None
        self.deck: Deck | None = None
        self.table: Grid | None = None
        self.chooser: Chooser | None = None
        self._asked = Arrangement()
        self._views = FindingsViews(desk.messages)
        self._open: str | None = None
        self._fill_bar()
        self.back_link = LinkButton(self.say_of("back"))
        self.back_link.clicked.connect(self.back)
        self.portions = Portions(desk)
        self.portions.turned.connect(self._show_portion)
        self.side_link = SmallLinkButton()
        self.side_link.clicked.connect(self.change_sides)
        self._below_back = QWidget()
        self._below_back.setFixedHeight(steps(1))
        whole = self.scroller.widget()
        column = whole.layout() if whole is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertLayout(0, _row(self.back_link))
            column.insertWidget(1, self._below_back)
            column.insertWidget(column.count() - 1, self.portions)
            column.insertLayout(column.count() - 1, _row(self.side_link))
        self._offer_back(on=False)
        self.side_link.hide()
        self.inside: QWidget | None = None
        self._listen()

    @property
    def cards(self) -> list[FindingCard]:
        """Return the cards where they are what is shown, those that are there so far."""
        return self.deck.cards if self.deck is not None and self.inside is self.deck else []

    def say_of(self, key: str, /, **values: object) -> str:
        """Return a sentence of this page."""
        return self.text(f"gui.findings.{key}", **values)

    def _fill_bar(self) -> None:
        self.live = PrimaryButton(self.say_of("lived_say"))
        self.act = PrimaryButton(self.say_of("act"))
        self.act_later = SecondaryButton(self.say_of("act"))
        self.bundle = SecondaryButton(self.say_of("evidence"))
        self.lived, self.change = Aside(characters=_LIVED), SmallLinkButton(self.say_of("lived_change"))
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

    def handed(self) -> Any:
        """Give on what is asked for among many, and which setting, or the table, is open."""
        return self._asked, self.portions.at, self._open, self.table is not None

    def go_on_with(self, handed: Any) -> None:
        """Show the same of the answer."""
        self._asked, portion, opened, has_table = handed
        if (view := self.view) is None or not view.details:
            return
        self._offer_choice(view)
        self.portions.begin(portion)
        self._show_asked()
        detail = next((one for one in view.details if one.card.key == opened), None)
        if detail is not None:
            self.open_detail(detail)
        elif has_table:
            self._put_table(view)

    def refresh(self, session: Session) -> None:
        """Show what the case says now; what is open stays open."""
        view = self._views.of(session.inspection(), session.catalog)
        if view is self.view:
            return
        self.view = view
        self._offer_choice(view)
        self._show_bar(view, has_lived=bool(session.residence))
        opened = next((one for one in view.details if one.card.key == self._open), None)
        if opened is not None:
            self.open_detail(opened)
        else:
            self.back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the actions a line of their own where the aside has no room beside them."""
        if self.bar.place_far(event.size().width()):
            self._order_tabs()
        super().resizeEvent(event)

    def _show_bar(self, view: FindingsView, *, has_lived: bool) -> None:
        self.bar.setVisible(bool(view.details))
        self.live.setVisible(view.asks_residence)
        self.act.setVisible(not view.asks_residence)
        self.act_later.setVisible(view.asks_residence)
        self.lived.setText(view.lived)
        self.change.setText(self.say_of("lived_change" if has_lived else "lived_tell"))
        # The first of the buttons beside it asks the same.
        self.bar.show_link(self.change, on=not view.asks_residence)
        self.bar.place_far(self.width())

    def back(self) -> None:
        """Show all cards."""
        came_from, self._open = self._open, None
        view = self.view
        if view is None:
            return
        self.say(view.title, view.aside)
        self._offer_back(on=False)
        self.detail, self.table = None, None
        if view.details:
            self._put(self._cards_of(view))
        else:
            self._put(self._nothing())
        self._offer_side("as_table" if view.details else None)
        again = self.deck.card_of(came_from) if self.deck is not None and came_from is not None else None
        self._settle()
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll_to(again)

    def _cards_of(self, view: FindingsView) -> Deck:
        """Return the cards of an answer, those that were shown before where it is the same."""
        if self.deck is not None and self.deck.view is view:
            return self.deck
        if self.deck is not None and self.deck is not self.inside:
            self.body.removeWidget(self.deck)
            self.deck.deleteLater()
        self.deck = deck = Deck(self.desk, view, self._groups(view), self._width())
        deck.opened.connect(self.open_detail)
        deck.remember.connect(self.remember_of)
        deck.wants_all.connect(lambda: self.chooser.show_all() if self.chooser is not None else None)
        deck.opened_conflict.connect(self._open_conflict)
        deck.collect.connect(lambda: self.go.emit("collect"))
        deck.grown.connect(lambda: self._order_tabs() if self.inside is deck else None)
        return deck

    def _offer_choice(self, view: FindingsView) -> None:
        """Offer to choose among many findings; what was asked for before stays asked for."""
        if self.chooser is not None:
            self.body.removeWidget(self.chooser)
            self.chooser.hide()
            self.chooser.deleteLater()
            self.chooser = None
        if len(view.details) >= MANY:
            self.chooser = Chooser(self.desk, view, self._asked)
            self.chooser.changed.connect(self._arrange)
            self.body.insertWidget(0, self.chooser)

    def _groups(self, view: FindingsView) -> tuple[Group, ...]:
        """Return what is shown: all findings as they come where there are few, else what is asked for."""
        few = (Group("", "", view.details),)
        return self.portions.of(few if self.chooser is None else arranged(view.details, self._asked))

    def _arrange(self) -> None:
        """Show what is asked for now, as cards or as the table, whichever is shown."""
        if self.chooser is not None:
            self._asked = self.chooser.arrangement
            self.portions.begin()
            self._show_asked()

    def _show_portion(self) -> None:
        self._show_asked()
        self.scroller.verticalScrollBar().setValue(0)

    def _show_asked(self) -> None:
        view = self.view
        if view is None:
            return
        if self.deck is not None:
            self.deck.arrange(self._groups(view))
        if self.table is not None:
            self._put_table(view)
        self.side_link.setVisible(any(group.details for group in self._groups(view)))
        self._settle()

    def _offer_back(self, *, on: bool) -> None:
        """Offer the way back, or not; the ring round it keeps off the page's sentence."""
        self.back_link.setVisible(on)
        self._below_back.setVisible(on)
        if self.chooser is not None:
            self.chooser.setVisible(not on)

    def _offer_side(self, key: str | None) -> None:
        """Offer the table in place of the cards, or the cards again, or neither."""
        self.side_link.setVisible(key is not None)
        if key is not None:
            self.side_link.setText(self.say_of(key))

    def _nothing(self) -> EmptyState:
        collect = SecondaryButton(self.say_of("empty_action"))
        collect.lead()
        collect.clicked.connect(lambda: self.go.emit("collect"))
        remember = SecondaryButton(self.say_of("remember"))
        remember.clicked.connect(self.open_remember)
        return EmptyState(self.say_of("empty_title"), self.say_of("empty"), collect, remember)

    def _width(self) -> int:
        return self.inside.width() if self.inside is not None else self.width()

    def _put(self, shown: QWidget) -> None:
        """Show something in place of what was shown; the cards are kept for when they are asked for again."""
        before, self.inside = self.inside, shown
        if before is shown:
            return
        if before is not None:
            shown.resize(before.width(), shown.height())
            before.hide()
            if before is not self.deck:
                self.body.removeWidget(before)
                before.deleteLater()
        if self.body.indexOf(shown) < 0:
            self.body.addWidget(shown)

    def open_detail(self, detail: Detail) -> None:
        """Show one setting whole."""
        card = detail.card
        self._open = card.key
        self.say(f"{card.sentence}.", f"{card.service} · {card.title}")
        self._offer_back(on=True)
        self._offer_side(None)
        self.table = None
        self.detail = one = DetailView(self.desk, detail)
        one.opened.connect(self._into_sight)
        one.save.connect(self.ask_where_to_save)
        one.remember.connect(lambda: self.remember_of(card.control))
        one.collect.connect(lambda: self.go.emit("collect"))
        self._put(one)
        self._settle()
        self.scroller.verticalScrollBar().setValue(0)
        self.back_link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_conflict(self, detail: Detail) -> None:
        """Show one setting whole, at what contradicts itself in it."""
        self.open_detail(detail)
        if self.detail is not None:
            self.detail.show_contradictions()

    def _settle(self) -> None:
        """Show what was put together, and let Tab go down the page and end in the bar."""
        has_any = self.view is not None and bool(self.view.details)
        self.portions.setVisible(has_any and self.detail is None and self.portions.is_needed)
        if self.inside is not None:
            self.inside.show()
            self._order_tabs()

    def _order_tabs(self) -> None:
        deck, shown = self.deck, self.inside
        if deck is not None and shown is deck and deck.is_ordered and deck.cards:
            # Its cards have stayed in their order; only what comes after them has to follow the last.
            tab_in_reading_order(deck.cards[-1], self.portions, self.side_link, self.bar)
        elif shown is not None:
            chooser = [self.chooser] if self.chooser is not None and not self.chooser.isHidden() else []
            tab_in_reading_order(self.back_link, *chooser, shown, self.portions, self.side_link, self.bar)
            if deck is not None and shown is deck:
                deck.is_ordered = deck.is_whole

    def _into_sight(self, panel: QWidget) -> None:
        self._settle()
        self._scroll_to(panel)

    def _scroll_to(self, widget: QWidget) -> None:
        # Where it stands is known only after the next layout.
        QTimer.singleShot(0, widget, lambda: self.scroller.ensureWidgetVisible(widget, 0, steps(4)))

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
        self._put_table(self.view).take_keyboard()

    def _put_table(self, view: FindingsView) -> Grid:
        """Show what is asked for as a table."""
        table, shown = in_rows(view.table, view.details, self._groups(view))
        self.table = grid = Grid(table)
        grid.opened.connect(lambda row: self.open_detail(shown[row]))
        self._put(grid.inset(self.say_of("row_opens")))
        self._offer_side("as_cards")
        self._settle()
        return grid

    def ask_where_to_save(self) -> None:
        """Ask for a file, then save the timeline in it."""
        dialog = QFileDialog(self, self.say_of("save_title"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.say_of("save_svg"), self.say_of("save_png")])
        dialog.setDefaultSuffix("svg")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_picture(Path(name)))
        dialog.destroyed.connect(forgetter())
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
