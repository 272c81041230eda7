# SPDX-License-Identifier: Apache-2.0
"""“Take it now”: to the right page first, then the picture, the part of it, and a plain file of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from inspector.app import taking
from inspector.app.saying import likely_control
from inspector.app.taking import Taken
from inspector.gui.capture.portal import Portal
from inspector.gui.capture.region import Region
from inspector.gui.capture.screen import grab, means, needs_leave, png_of
from inspector.gui.capture.stamp import StampChoice
from inspector.gui.desk import Desk
from inspector.gui.dialogs.address import AddressDialog
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.dialogs.unrecorded import unrecorded
from inspector.gui.setting_names import controls
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside
from inspector.gui.you.told import ToldLine
from inspector.system.clock import now, zone_text

_ROOMY = QSize(860, 680)
SECONDS = 3
"""So long the person has to bring the page to the front after the window is out of the way."""


class TakeDialog(Dialog):
    """Accepted once a picture was taken, saved and added."""

    def __init__(self, desk: Desk, control: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.take.title"), desk.text("gui.take.text"), parent)
        self.desk = desk
        self.taken: Taken | None = None
        self._at: datetime | None = None
        self._window: QWidget | None = None
        self._was = Qt.WindowState.WindowNoState
        self._is_aside = self._is_kept = False
        self._left = 0
        self.control = QComboBox()
        self.control.setAccessibleName(desk.text("gui.reading.control"))
        self.control.setPlaceholderText(desk.text("gui.reading.choose"))
        for code, name in controls(desk):
            self.control.addItem(name, code)
        known = control or likely_control(desk.session)
        self.control.setCurrentIndex(self.control.findData(known) if known else -1)
        self.address, self.page = Aside(characters=None), SecondaryButton(desk.text("gui.take.page"))
        self.how = Aside(desk.text(f"gui.take.how.{means()}", n=SECONDS))
        self.leave = Aside(desk.text("gui.take.needs_leave"))
        self.region = Region(desk)
        self.noted, self.stamp, self.told = Aside(), StampChoice(desk), ToldLine()
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._count)
        self._portal = Portal(self)
        self._lay_out()
        self._listen()
        self._show_page()

    def _lay_out(self) -> None:
        text = self.desk.text
        row = Flow(down=0)
        row.addWidget(self.page)
        self._page = QWidget()
        self._page.setLayout(row)
        self._before = [Aside(text("gui.take.which")), self.control, self.address, self._page, self.how]
        for part in (*self._before, self.leave, self.region, self.noted, self.stamp, self.told):
            self.body.addWidget(part)
        self.leave.setVisible(needs_leave())
        for later in (self.region, self.noted):
            later.hide()
        self.takes = PrimaryButton(text("gui.take.take"))
        self.saves = PrimaryButton(text("gui.take.save"))
        self.again = SecondaryButton(text("gui.take.again"))
        self.leaves = SecondaryButton(text("gui.cancel"))
        self.add(self.takes, self.saves, self.again, self.leaves)
        self.saves.hide()
        self.again.hide()
        self.takes.setDefault(True)

    def _listen(self) -> None:
        self.control.currentIndexChanged.connect(self._show_page)
        self.page.clicked.connect(self._open_page)
        self.takes.clicked.connect(self.take)
        self.again.clicked.connect(self._start_over)
        self.saves.clicked.connect(self._save)
        self.leaves.clicked.connect(self.reject)
        self._portal.taken.connect(self._take_file)
        self._portal.cancelled.connect(lambda: self._come_back("gui.take.left"))
        self._portal.missing.connect(lambda: self._come_back("gui.take.no_tool"))

    @property
    def _address(self) -> str | None:
        control = self.control.currentData()
        return self.desk.catalog.control_entry(control).url if control else None

    def _show_page(self) -> None:
        address = self._address
        self._page.setVisible(address is not None)
        self.address.setVisible(address is not None or self.control.currentData() is not None)
        self.address.setText(address or self.desk.text("gui.take.no_page"))

    def _open_page(self) -> None:
        if self._address is not None:
            AddressDialog(self.desk, self._address, self).open()

    def take(self) -> None:
        """Take the picture, by the program or by the desktop's own tool."""
        self.told.tell("")
        if means() == "portal":
            self._portal.ask()
            return
        self._step_aside()
        self._left = SECONDS
        self._timer.start()

    def _step_aside(self) -> None:
        """Let what lies behind the program be seen."""
        behind = self.parentWidget()
        self._window = behind.window() if behind is not None else None
        self.hide()
        if self._window is not None:
            self._was = self._window.windowState()
            self._window.showMinimized()
        self._is_aside = True

    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
            self._grab()

    def _grab(self) -> None:
        image = grab(QCursor.pos())
        self._at = now().astimezone()
        self._come_back("gui.take.nothing" if image.isNull() else "")
        if image.isNull():
            return
        self.region.show_image(image)
        self._show_region(on=True)
        self.region.setFocus(Qt.FocusReason.OtherFocusReason)

    def _come_back(self, key: str) -> None:
        if self._is_aside:
            self._is_aside = False
            if self._window is not None:
                self._window.setWindowState(self._was)
                self._window.show()
            self.show()
        self.activateWindow()
        self.told.tell(self.desk.text(key) if key else "")

    def _show_region(self, *, on: bool) -> None:
        for part in self._before:
            part.setVisible(not on)
        if not on:
            self._show_page()
        self.region.setVisible(on)
        self.takes.setVisible(not on)
        self.saves.setVisible(on)
        self.again.setVisible(on)
        self.words.setText(self.desk.text("gui.take.choose" if on else "gui.take.text"))
        if on:
            self.resize(self.screen().availableGeometry().size().boundedTo(_ROOMY))
        self.saves.setDefault(on)

    def _start_over(self) -> None:
        self.taken = self._at = None
        self.noted.hide()
        self._show_region(on=False)

    def _take_file(self, path: Path) -> None:
        """Take what the desktop's tool saved, as it is."""
        try:
            self._hold(taking.taken(path.read_bytes(), "portal"))
        except OSError:
            self._come_back("gui.take.nothing")
            return
        self._come_back("")
        self._save()

    def _hold(self, taken: Taken) -> None:
        """Keep a picture with its hash, and say by which clock it was taken."""
        self.taken = taken
        values = {"sha256": taken.sha256, "time": f"{taken.at:%Y-%m-%d %H:%M:%S}", "system": taken.system}
        self.noted.setText(self.desk.text("gui.take.noted", zone=zone_text(taken.at), **values))
        self.noted.show()

    def _save(self) -> None:
        if self._at is not None:
            self._hold(taking.taken(png_of(self.region.chosen(), self._at), "screen", self._at))
        taken, problem = self.taken, self.stamp.problem()
        if taken is None:
            return
        if problem:
            self.told.tell(problem, about=(self.stamp.address,))
            return
        text = self.desk.text
        with unrecorded():
            chosen, _ = QFileDialog.getSaveFileName(
                self, text("gui.take.where"), str(Path.home() / taken.file_name), text("gui.take.png")
            )
        if not chosen:
            self.told.tell(text("gui.take.not_kept"))
            return
        path = Path(chosen)
        try:
            taking.save(taken, path)
        except OSError:
            self.told.tell(text("gui.take.cannot_save", file=path.name))
            return
        taking.add(self.desk.session, taken, path, self.control.currentData())
        if not self.stamp.wants.isChecked():
            self.accept()
            return
        self._is_kept = True
        for part in (self.saves, self.again, self.stamp):
            part.hide()
        self.leaves.setText(text("gui.take.close"))
        self.stamp.ask(taken, path, self._stamped)

    def _stamped(self, said: str, came: bool) -> None:  # noqa: FBT001 - told apart by place
        """Say what came of the timestamp; the picture is kept in any case."""
        self.told.tell(said, wrong=not came)
        self.leaves.setFocus()

    def reject(self) -> None:
        """Leave; what was kept is in the case, with its timestamp or without."""
        if self._is_kept:
            self.accept()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """End what still waits."""
        self.stamp.end()
        self._timer.stop()
        self._portal.end()
        super().done(result)
