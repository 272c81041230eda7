# SPDX-License-Identifier: Apache-2.0
"""The content-free description of a source: made beside the window, shown whole, saved only when asked."""

from __future__ import annotations

from math import ceil
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector.app.failing import why_failed
from inspector.app.jobs import Job, Lane
from inspector.app.letters import save
from inspector.app.outline_told import readable
from inspector.app.sizes import size
from inspector.app.skeleton import skeleton_text
from inspector.archives.names import shown
from inspector.gui.act.segments import Segments
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.dialogs.room import gives_way, room_in
from inspector.gui.evidence.fingerprint import even_face
from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton, SmallLinkButton
from inspector.gui.widgets.edges import Edges
from inspector.gui.widgets.lane import ProgressLane
from inspector.gui.widgets.text import Strong, TextBlock
from inspector.gui.you.told import announce
from inspector.worker.client import Asked

NAME = "description.json"
_LARGEST = QSize(860, 720)
_WIDEST_OF = 40
"""So many of the longest lines are measured; the widest of a text is among them."""
READ, RAW = "read", "raw"


class DescriptionDialog(Dialog):
    """One source. Whoever closes it while the description is being made stops that."""

    def __init__(self, desk: Desk, path: Path, parent: QWidget | None = None) -> None:
        text = desk.text
        name = shown(path.name or str(path))
        super().__init__(text("gui.describe.title"), text("gui.describe.text", name=name), parent)
        self.desk = desk
        self.made = ""
        self.saved: Path | None = None
        self.state = Strong(characters=None)
        self.told = ""
        self.bar = ProgressLane()
        self.bar.busy()
        self.bar.setAccessibleName(text("gui.describe.working"))
        self.look = TextBlock(text("gui.describe.look"), colour="muted")
        ways = [(way, text(f"gui.describe.way.{way}")) for way in (READ, RAW)]
        self.ways = Segments(text("gui.describe.way"), ways, READ)
        self.ways.chosen.connect(self._show_way)
        self.lines = Lines(text("gui.describe.lines"))
        self.shows = SmallLinkButton(text("gui.letter.show"))
        self._lay_out()
        self._add_buttons()
        self.resize(room_in(parent, _LARGEST))
        self._job: Job | None = self._begin(path)

    def _lay_out(self) -> None:
        for later in (self.look, self.ways, self.lines, self.shows):
            later.hide()
        for part in (self.state, self.bar, self.look, self.ways):
            self.body.addWidget(part)
        self.body.addWidget(self.lines, 1)
        self.body.addWidget(self.shows)
        self.body.addStretch()
        self.shows.clicked.connect(self._show_in_folder)

    def _add_buttons(self) -> None:
        self.saves = PrimaryButton(self.desk.text("gui.describe.save"))
        self.closes = SecondaryButton(self.desk.text("gui.cancel"))
        self.copies = SecondaryButton(self.desk.text("gui.describe.copy"))
        for button in (self.saves, self.copies):
            button.setEnabled(False)
        self.saves.clicked.connect(self._save)
        self.copies.clicked.connect(self._copy)
        self.closes.clicked.connect(self.reject)
        self.add(self.saves, self.copies, self.closes)

    def _begin(self, path: Path) -> Job:
        self._tell("gui.describe.working")
        opens, messages = self.desk.session.passwords, self.desk.messages

        def make(job: Job) -> tuple[str, str]:
            made = skeleton_text([path], opens, Asked(job.cancelled, job.progress))
            return made, readable(made, messages)

        return self.desk.bridge.start(
            make,
            self._show,
            failed=self._failed,
            progress=self._progress,
            lane=Lane.LOOK,
        )

    def _progress(self, done: int, total: int) -> None:
        self.bar.tell(done, total)
        lang = self.desk.messages.lang
        self._tell("gui.collect.far", done=size(done, lang), total=size(total, lang))

    def _show(self, found: tuple[str, str]) -> None:
        self._job = None
        self.made, self.told = made, _ = found
        self.ways.choose(READ if self.told else RAW)
        self._show_way(self.ways.code)
        self.bar.hide()
        for part in (self.look, self.lines):
            part.show()
        self.ways.setVisible(bool(self.told))
        self.copies.setEnabled(True)
        self._tell("gui.describe.made", size=size(len(made.encode()), self.desk.messages.lang))
        self.closes.setText(self.desk.text("gui.close"))
        self.saves.setEnabled(True)
        self.saves.setDefault(True)
        self.saves.setFocus()
        announce(self, self.state.text())

    def _show_way(self, way: str) -> None:
        """Show the description to be read, or as it is saved."""
        is_raw = way == RAW
        self.lines.show_text(self.made if is_raw else self.told, even=is_raw)

    def _copy(self) -> None:
        """Copy what is saved, whichever way it is shown."""
        QGuiApplication.clipboard().setText(self.made)
        self._tell("gui.describe.copied")
        announce(self, self.state.text())

    def _failed(self, error: BaseException) -> None:
        self._job = None
        self.bar.hide()
        self.state.setText(self.desk.notes.text(why_failed(error)))
        announce(self, self.state.text())

    def _save(self) -> None:
        kinds = self.desk.text("gui.describe.kind")
        target = files.place_to_save(self, self.desk.text("gui.describe.save_title"), NAME, kinds)
        if target is None:
            return
        data = self.made.encode()
        self._job = self.desk.bridge.start(
            lambda _job: save(data, target), self._saved, failed=self._failed, lane=Lane.LOOK
        )

    def _saved(self, target: Path) -> None:
        self._job = None
        self.saved = target
        self._tell("gui.describe.saved", name=shown(target.name))
        self.shows.show()
        announce(self, self.state.text())

    def _show_in_folder(self) -> None:
        if self.saved is not None:
            files.show_in_folder(self.saved)

    def _tell(self, key: str, **values: object) -> None:
        self.state.setText(self.desk.text(key, **values))

    def done(self, result: int) -> None:
        """Wait for nothing any more, however the dialog is closed."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)


class Lines(QListView):
    """A text line by line, of which only what is seen is drawn: it may be long."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setViewportMargins(0, steps(2), 0, steps(2))
        self.edges = Edges(self, "card")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self._delegate = _Line(self)
        self.setItemDelegate(self._delegate)
        gives_way(self)
        # Below long words in the smallest window there is room for these lines and no more.
        self.setMinimumHeight(5 * Step.ASIDE.line)

    def show_text(self, text: str, *, even: bool) -> None:
        """Show another text, from its beginning; `even`: in a face whose characters are equally wide."""
        lines = text.splitlines()
        face: QFont = even_face(Step.ASIDE) if even else Step.ASIDE.font()
        self.setFont(face)
        longest = sorted(set(lines), key=len)[-_WIDEST_OF:]
        widest = max(map(QFontMetricsF(face).horizontalAdvance, longest), default=0.0)
        self._delegate.width = ceil(widest) + steps(3)
        self.setModel(QStringListModel(lines, self))
        self.setCurrentIndex(self.model().index(0, 0))


class _Line(QStyledItemDelegate):
    """All lines have the room of the longest."""

    width = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of any line."""
        del option, index
        return QSize(self.width, Step.ASIDE.line)
