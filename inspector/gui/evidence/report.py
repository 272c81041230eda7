# SPDX-License-Identifier: Apache-2.0
"""The part of the page Evidence that shows the report before the bundle is made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from inspector.app.evidence import preview
from inspector.app.export import Order
from inspector.app.failing import why_failed
from inspector.app.jobs import Job, Lane
from inspector.app.session import Session
from inspector.bundle.redaction.rules import Rules
from inspector.gui.desk import Desk
from inspector.gui.evidence.page_dialog import PageDialog
from inspector.gui.evidence.pages import PagesView, small_picture
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside

_SEEN_AT_ONCE = 12


class ReportSection(Section):
    """Sets the pages when asked to, beside the window.

    `order` gives what they are set from, `once_answered` does something when the answer is known.
    """

    def __init__(
        self,
        desk: Desk,
        order: Callable[[], Order],
        once_answered: Callable[[Callable[[], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk.text("gui.evidence.report.title"), desk.text("gui.evidence.report.aside"), parent
        )
        self.desk = desk
        self._order = order
        self._shown: tuple[int, str | None, Rules | None] | None = None
        self._job: Job | None = None
        self._had_keyboard = False
        self.shows = SecondaryButton(desk.text("gui.evidence.report.show"))
        self.told = Aside()
        self.view = PagesView(desk)
        self.view.hide()
        self.shows.clicked.connect(lambda: once_answered(self._set))
        self.view.activated.connect(self._open)
        self.view.clicked.connect(self._open)
        row = Flow()
        row.addWidget(self.shows)
        row.addWidget(self.told)
        self.body.addWidget(self.view)
        self.body.addLayout(row)

    def refresh(self) -> None:
        """Say where the case has changed since the pages were set; while it changes, the page asks again."""
        if self._shown is not None and self._job is None and self.desk.session.is_answered:
            is_old = self._shown != _what(self._order())
            key = "stale" if is_old else "open"
            self.told.setText(self.desk.text(f"gui.evidence.report.{key}"))
            self.shows.setVisible(is_old)

    def _set(self) -> None:
        wanted, session, ratio = self._order(), self.desk.session, self.devicePixelRatioF()
        self._had_keyboard = self.shows.hasFocus()
        self.shows.setEnabled(False)
        self.told.setText(self.desk.text("gui.evidence.report.setting"))
        self._job = self.desk.bridge.start(
            lambda job: _pictures(wanted, session, ratio, job),
            lambda made: self._show(made[0], made[1], wanted),
            failed=self._failed,
            lane=Lane.LOOK,
        )

    def _show(self, pictures: tuple[bytes, ...], small: list[QImage], wanted: Order) -> None:
        self._job = None
        self._shown = _what(wanted)
        self.view.show_pages(pictures, small)
        self.view.show()
        self.shows.setEnabled(True)
        self.shows.setText(self.desk.text("gui.evidence.report.again"))
        self.refresh()
        if self._had_keyboard:
            self.view.setFocus()

    def _failed(self, error: BaseException) -> None:
        self._job = None
        self.shows.setEnabled(True)
        why = self.desk.notes.text(why_failed(error))
        self.told.setText(f"{self.desk.text('gui.evidence.not_shown')} {why}")

    def _open(self, index: QModelIndex) -> None:
        if self.window().findChild(PageDialog) is not None:
            return
        dialog = PageDialog(self.desk, self.view.pages.pictures, index.row(), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _pictures(
    wanted: Order, session: Session, ratio: float, job: Job
) -> tuple[tuple[bytes, ...], list[QImage]]:
    """Return all pages, and the first of them small: those that are seen at once."""
    pictures = preview(wanted, session, job, ratio)
    return pictures, [small_picture(picture, ratio) for picture in pictures[:_SEEN_AT_ONCE]]


def _what(wanted: Order) -> tuple[int, str | None, Rules | None]:
    """Return what tells whether pages are those of the case as it stands; exporting changes none of them."""
    return (wanted.says, wanted.wish.maker, wanted.wish.redact)
