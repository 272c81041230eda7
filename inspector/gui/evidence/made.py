# SPDX-License-Identifier: Apache-2.0
"""The bundle that was made: where it is, its fingerprint, and what to do with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.app.evidence import grouped
from inspector.app.export import Order
from inspector.app.failing import why_failed
from inspector.app.jobs import Lane
from inspector.app.letters import save
from inspector.archives.names import shown
from inspector.bundle.report_out import report_in
from inspector.domain.text import Note
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.evidence.fingerprint import Figures, FingerprintBox
from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.fold import Fold
from inspector.gui.widgets.text import Aside, Name, TextBlock


@dataclass(frozen=True, slots=True)
class MadeBundle:
    """What is told of a bundle; no password is part of it. `key`: of the seal, None for none.

    `stamps` says what became of each authority that was asked.
    """

    path: Path
    fingerprint: str
    key: str | None
    stamps: tuple[Note, ...]
    is_locked: bool


def made_by(wanted: Order, fingerprint: str) -> MadeBundle:
    """Return what is told of the bundle that came of an order."""
    wish, key = wanted.wish, wanted.key.fingerprint if wanted.key else None
    stamps = tuple(one.note for one in wish.stamping.outcomes) if wish.stamping else ()
    return MadeBundle(wish.target, fingerprint, key, stamps, wish.lock is not None)


class MadeCard(Card):
    """Tells of the newest bundle. `check_asked` tells that the person wants it checked."""

    check_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.path = Path()
        self.told_of: MadeBundle | None = None
        self.title = Name()
        self.where = Aside(characters=None)
        self.lock = TextBlock(desk.text("gui.evidence.made.locked"))
        self.fingerprint = FingerprintBox(desk)
        self.shows = SecondaryButton(desk.text("gui.evidence.made.show"))
        self.shows.lead()
        self.checks = SecondaryButton(desk.text("gui.evidence.made.check"))
        self.saves = SecondaryButton(desk.text("gui.evidence.made.report"))
        self.told = Aside()
        self.told.hide()
        self.saves.clicked.connect(self._save_report)
        self.shows.clicked.connect(lambda: files.show_in_folder(self.path))
        self.checks.clicked.connect(lambda: self.check_asked.emit(self.path))
        self.seal, self.stamps = Aside(), TextBlock()
        self.key = Figures(step=Step.ASIDE)
        self.key_fold = Fold(desk.text("gui.evidence.made.key_show"), desk.text("gui.evidence.made.key_hide"))
        self._lay_out()

    def _lay_out(self) -> None:
        row = Flow(across=steps(1.5))
        for part in (self.shows, self.saves, self.checks, self.told):
            row.addWidget(part)
        for words in (self.title, self.where, self.lock):
            self.body.addWidget(words)
        self.body.addLayout(row)
        self.body.addSpacing(steps(2))
        self.body.addWidget(self.fingerprint)
        self.body.addWidget(TextBlock(self.desk.text("gui.evidence.made.advice")))
        self.body.addSpacing(steps(2))
        self.key_fold.body.addWidget(self.key)
        for below in (self.stamps, self.seal, self.key_fold):
            self.body.addWidget(below)

    def show_bundle(self, made: MadeBundle) -> None:
        """Tell of the bundle that was made: of its seal, and of what authorities did."""
        self.told_of, self.path = made, made.path
        self.title.setText(self.desk.text("gui.evidence.made.title", name=self.path.name))
        folder = shown(str(self.path.absolute().parent))
        self.where.setText(self.desk.text("gui.evidence.made.where", folder=folder))
        self.lock.setVisible(made.is_locked)
        # What a password locks is not opened again beside it.
        self.saves.setVisible(not made.is_locked)
        self.told.hide()
        self.fingerprint.show_fingerprint(made.fingerprint)
        key = made.key
        self.seal.setText(self.desk.text(f"gui.evidence.made.{'sealed' if key else 'unsealed'}"))
        self.key.setText(grouped(key) if key else "")
        self.key_fold.setVisible(bool(key))
        self.key_fold.turn(on=False)
        told = [self.desk.notes.text(one) for one in made.stamps]
        self.stamps.setText("\n".join(told))
        self.stamps.setVisible(bool(told))

    def _save_report(self) -> None:
        """Save the report by itself, where the person wants it."""
        text, bundle = self.desk.text, self.path
        name = self.path.with_suffix(".pdf").name
        where, kind = text("gui.evidence.made.report_where"), text("gui.help.kind")
        target = files.place_to_save(self, where, name, kind)
        if target is not None:
            self.desk.bridge.start(
                lambda _job: save(report_in(bundle), target),
                lambda saved: self._tell(text("gui.help.saved", name=shown(saved.name))),
                failed=lambda error: self._tell(self.desk.notes.text(why_failed(error))),
                lane=Lane.LOOK,
            )

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
