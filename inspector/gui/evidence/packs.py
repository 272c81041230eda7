# SPDX-License-Identifier: Apache-2.0
"""The part of the page Evidence that makes a pack for an authority."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.app.export import Order
from inspector.app.failing import why_failed
from inspector.app.jobs import Job, Lane
from inspector.app.packs import Form, Pack, bundle_in, forms, make_pack
from inspector.app.underway import Watch
from inspector.archives.names import shown
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside, TextBlock
from inspector.report.words import Words


class PackCard(Card):
    """Tells where the newest pack lies, and leads there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.folder = Path()
        self.told = TextBlock()
        self.shows = SecondaryButton(desk.text("gui.pack.show"))
        self.shows.clicked.connect(lambda: files.show_in_folder(self.folder / "send"))
        row = Flow()
        row.addWidget(self.shows)
        self.body.addWidget(self.told)
        self.body.addLayout(row)
        self.hide()

    def show_made(self, folder: Path) -> None:
        """Tell of a pack that lies there."""
        self.folder = folder
        self.told.setText(self.desk.text("gui.pack.made", folder=shown(folder.name)))
        self.show()


class PackSection(Section):
    """A button for each form. `made` tells of a pack: the order of its bundle, and the bundle's fingerprint.

    The page shows `card`, which tells of the pack, where it tells of bundles.
    `order` gives what it is made from, `once_answered` does something when the answer is known.
    """

    made = Signal(object, str)

    def __init__(
        self,
        desk: Desk,
        order: Callable[[], Order],
        once_answered: Callable[[Callable[[], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.text("gui.pack.title"), desk.text("gui.pack.aside"), parent)
        self.desk = desk
        self._order = order
        self._once_answered = once_answered
        self._job: Job | None = None
        self._folder = Path()
        self.choices = {form.id: SecondaryButton(desk.text(f"gui.pack.form.{form.id}")) for form in forms()}
        self.checked = Aside(self._checked())
        self.told = TextBlock()
        self.stops = SecondaryButton(desk.text("gui.pack.stop"))
        self.card = PackCard(desk)
        after = Flow(across=steps(1.5))
        for form in forms():
            self.choices[form.id].clicked.connect(lambda _checked=False, one=form: self._choose(one))
            self.choices[form.id].setAccessibleDescription(desk.text(f"gui.pack.limits.{form.id}"))
            row = Flow(across=steps(3), down=0)
            row.addWidget(self.choices[form.id])
            row.addWidget(Aside(desk.text(f"gui.pack.limits.{form.id}")))
            self.body.addLayout(row)
        self.stops.clicked.connect(self._stop)
        self.body.addWidget(self.checked)
        self.body.addWidget(self.told)
        after.addWidget(self.stops)
        self.stops.hide()
        self.told.hide()
        self.body.addLayout(after)

    @property
    def is_made(self) -> bool:
        """Return whether a pack was made and is told of."""
        return not self.card.isHidden()

    def _checked(self) -> str:
        """Return since when at least it is known what the forms take."""
        oldest = min(date.fromisoformat(form.checked) for form in forms())
        day = Words(self.desk.messages).day(oldest)
        return self.desk.text("gui.pack.checked", day=day)

    def _choose(self, form: Form) -> None:
        folder = files.folder_to_open(self, self.desk.text("gui.pack.choose"))
        if folder is not None:
            self._folder = folder
            self._once_answered(lambda: self._start(form))

    def _start(self, form: Form) -> None:
        order, folder, catalog = self._order(), self._folder, self.desk.session.catalog
        wanted = replace(order, wish=replace(order.wish, target=bundle_in(folder)))
        self._tell(self.desk.text("gui.pack.making", folder=folder.name))
        self._running(going=True)
        self._job = self.desk.bridge.start(
            lambda job: make_pack(
                wanted, catalog, form, folder, Watch(job.check, job.cancelled, job.progress)
            ),
            lambda pack: self._done(wanted, pack),
            failed=self._failed,
            stopped=lambda: self._end(self.desk.text("gui.pack.stopped")),
            lane=Lane.LOOK,
        )

    def _stop(self) -> None:
        if self._job is not None:
            self.stops.setEnabled(False)
            self._tell(self.desk.text("gui.pack.stopping"))
            self._job.cancel()

    def _done(self, wanted: Order, pack: Pack) -> None:
        self._job = None
        self._running(going=False)
        self.told.hide()
        self.card.show_made(self._folder)
        self.card.shows.setFocus()
        self.made.emit(wanted, pack.fingerprint)

    def _failed(self, error: BaseException) -> None:
        self._end(f"{self.desk.text('gui.pack.failed')} {self.desk.notes.text(why_failed(error))}")

    def _end(self, told: str) -> None:
        self._job = None
        self._running(going=False)
        self._tell(told)

    def _running(self, *, going: bool) -> None:
        for button in self.choices.values():
            button.setDisabled(going)
        self.stops.setVisible(going)
        self.stops.setEnabled(True)
        if going:
            self.card.hide()
            self.stops.setFocus()

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()
