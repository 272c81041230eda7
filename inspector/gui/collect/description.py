# SPDX-License-Identifier: Apache-2.0
"""The content-free description of a source: made beside the window, shown whole, saved only when asked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector.app.failing import why_failed
from inspector.app.intake import size
from inspector.app.jobs import Job, Lane
from inspector.app.letters import save
from inspector.app.skeleton import skeleton_text
from inspector.archives.names import shown
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.dialogs.room import gives_way, room_in
from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton, SmallLinkButton
from inspector.gui.widgets.text import Aside, Strong
from inspector.gui.you.told import announce
from inspector.worker.client import Asked

NAME = "description.json"
_LARGEST = QSize(860, 620)
_WHOLE = 1000


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
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(steps(4))
        self.bar.setRange(0, _WHOLE)
        self.bar.setAccessibleName(text("gui.describe.working"))
        self.look = Aside(text("gui.describe.look"))
        self.lines = Lines(text("gui.describe.lines"))
        self.shows = SmallLinkButton(text("gui.letter.show"))
        self._lay_out()
        self._add_buttons()
        self.resize(room_in(parent, _LARGEST))
        self._job: Job | None = self._begin(path)

    def _lay_out(self) -> None:
        self.look.hide()
        self.lines.hide()
        self.shows.hide()
        for part in (self.state, self.bar, self.look):
            self.body.addWidget(part)
        self.body.addWidget(self.lines, 1)
        self.body.addWidget(self.shows)
        self.body.addStretch()
        self.shows.clicked.connect(self._show_in_folder)

    def _add_buttons(self) -> None:
        self.saves = PrimaryButton(self.desk.text("gui.describe.save"))
        self.closes = SecondaryButton(self.desk.text("gui.cancel"))
        self.saves.setEnabled(False)
        self.saves.clicked.connect(self._save)
        self.closes.clicked.connect(self.reject)
        self.add(self.saves, self.closes)

    def _begin(self, path: Path) -> Job:
        self._tell("gui.describe.working")
        opens = self.desk.session.passwords
        return self.desk.bridge.start(
            lambda job: skeleton_text([path], opens, Asked(job.cancelled, job.progress)),
            self._show,
            failed=self._failed,
            progress=self._progress,
            lane=Lane.LOOK,
        )

    def _progress(self, done: int, total: int) -> None:
        self.bar.setValue(_WHOLE * done // total if total else 0)
        self._tell("gui.collect.far", done=size(done), total=size(total))

    def _show(self, made: str) -> None:
        self._job = None
        self.made = made
        self.lines.show_text(made)
        self.bar.hide()
        self.look.show()
        self.lines.show()
        self._tell("gui.describe.made", size=size(len(made.encode())))
        self.closes.setText(self.desk.text("gui.close"))
        self.saves.setEnabled(True)
        self.saves.setDefault(True)
        self.saves.setFocus()
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
        self.setFont(Step.ASIDE.font())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self._delegate = _Line(self)
        self.setItemDelegate(self._delegate)
        gives_way(self)

    def show_text(self, text: str) -> None:
        """Show another text, from its beginning."""
        lines = text.splitlines()
        longest = max(lines, key=len, default="")
        self._delegate.width = self.fontMetrics().horizontalAdvance(longest) + steps(6)
        self.setModel(QStringListModel(lines, self))
        self.setCurrentIndex(self.model().index(0, 0))


class _Line(QStyledItemDelegate):
    """All lines have the room of the longest."""

    width = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of any line."""
        del option, index
        return QSize(self.width, Step.ASIDE.line)
