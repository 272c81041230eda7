# SPDX-License-Identifier: Apache-2.0
"""What a person does with cases from the start page: make, open, check, take out, get a new recovery code."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector.app.case_error import CaseError
from inspector.app.jobs import Job, Lane
from inspector.app.journey import is_unsaved
from inspector.app.mishap import mishap
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.dialogs.leaving import may_forget
from inspector.gui.vault.row import last_used, name_of
from inspector.gui.vault.vault import own_keychain

if TYPE_CHECKING:
    from inspector.app.case_check import Checked
    from inspector.app.case_doors import Made, Opened
    from inspector.app.case_shelf import Shelved
    from inspector.cases.vault.place import CasePlace


class Deeds(QObject):
    """Opens the dialogs and starts the work. `told` carries a sentence on how something ended."""

    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._over = parent

    def new(self) -> None:
        """Make a case that is kept; what was done so far goes into it."""
        from inspector.gui.vault.new_case import NewCaseDialog  # noqa: PLC0415 - the window opens without it

        dialog = NewCaseDialog(self._desk, self._over)
        dialog.made.connect(self._show_code_of)
        dialog.open()

    def open(self, shelved: Shelved) -> None:
        """Open a case: by itself where the keychain opens it, else by what the person knows."""
        if not self._may_leave():
            return
        which = self._desk.text(
            "gui.case.unlock.which", name=name_of(self._desk, shelved), when=last_used(self._desk, shelved)
        )
        if not shelved.opens:
            self._unlock(shelved.place, which)
            return
        self.told.emit(self._desk.text("gui.case.unlock.opening"))
        self._desk.vault.open(
            partial(_by_keychain, shelved.place),
            lambda: self.told.emit(""),
            lambda error: self._ask_instead(shelved.place, which, error),
        )

    def open_elsewhere(self) -> None:
        """Open a case in a folder of the person's choice."""
        from inspector.app.case_shelf import find  # noqa: PLC0415 - loaded with the first case

        if not self._may_leave():
            return
        folder = files.folder_to_open(self._over, self._desk.text("gui.case.elsewhere_title"))
        if folder is None:
            return
        try:
            self._unlock(find(str(folder), None, folder))
        except CaseError:
            self.told.emit(self._desk.text("case.none_there"))

    def check(self) -> None:
        """Read the originals and the log once more."""
        from inspector.app.case_check import check  # noqa: PLC0415 - loaded with the first case

        session = self._desk.session
        keeper = session.keeper
        if keeper is None:
            return
        sources = [one.source for one in session.case.readings]

        def done(checked: Checked) -> None:
            from inspector.app.case_check import note_check  # noqa: PLC0415 - the same

            if session is self._desk.session:
                note_check(session, checked)
            self.told.emit(" ".join(self._desk.notes.text(one) for one in checked.notes))
            self._desk.vault.refreshed.emit()

        self.told.emit(self._desk.text("gui.case.checking"))
        self._desk.bridge.start(
            lambda job: check(keeper, sources, job.cancelled), done, failed=self._tell, lane=Lane.LOOK
        )

    def take_out(self) -> None:
        """Write the originals to a folder of the person's choice, as they were handed in."""
        folder = files.folder_to_open(self._over, self._desk.text("gui.case.take_out_title"))
        if folder is not None:
            self._take_out(folder)

    def _take_out(self, folder: Path) -> None:
        from inspector.app.case_originals import take_out  # noqa: PLC0415 - loaded with the first case

        opened = self._desk.vault.opened
        if opened is None:
            return
        case, sources = opened.case, [one.source for one in opened.case.readings]

        def work(job: Job) -> int:
            return len(take_out(case, sources, folder, job.cancelled))

        def done(count: int) -> None:
            self.told.emit(self._desk.text("case.taken_out", n=count, folder=folder.name))

        self.told.emit(self._desk.text("gui.case.taking_out"))
        self._desk.bridge.start(work, done, failed=self._tell, lane=Lane.LOOK)

    def change(self) -> None:
        """Change the name of the case and what opens it."""
        from inspector.gui.vault.change import ChangeDialog  # noqa: PLC0415 - the window opens without it

        opened = self._desk.vault.opened
        if opened is None:
            return
        dialog = ChangeDialog(self._desk, opened, self._over)
        dialog.accepted.connect(lambda: self.told.emit(self._desk.text("gui.case.change.done")))
        dialog.wants_code.connect(self.new_code)
        dialog.open()

    def new_code(self) -> None:
        """Give the case a new recovery code; the one before opens nothing any more."""
        from inspector.app import case_doors  # noqa: PLC0415 - loaded with the first case

        opened = self._desk.vault.opened
        if opened is None:
            return
        try:
            self._show_code(case_doors.renew_code(opened))
        except CaseError as error:
            self._tell(error)

    def _may_leave(self) -> bool:
        """Answer whether nothing is lost by going on with another case, or the person says so."""
        is_lost = not self._desk.vault.is_open and is_unsaved(self._desk.session.case)
        return not is_lost or may_forget(self._desk, self._over)

    def _unlock(self, place: CasePlace, why: str = "") -> None:
        from inspector.gui.vault.unlock import UnlockDialog  # noqa: PLC0415 - the window opens without it

        UnlockDialog(self._desk, place, why, self._over).open()

    def _ask_instead(self, place: CasePlace, which: str, error: BaseException) -> None:
        """The passphrase opens the case whatever the keychain says."""
        self.told.emit("")
        self._unlock(place, f"{which} {self._desk.notes.text(mishap(error))}")

    def _show_code_of(self, made: Made) -> None:
        self._show_code(made.code)

    def _show_code(self, code: str) -> None:
        from inspector.gui.vault.recovery import RecoveryDialog  # noqa: PLC0415 - the window opens without it

        RecoveryDialog(self._desk, code, self._over).open()

    def _tell(self, error: BaseException) -> None:
        self.told.emit(self._desk.notes.text(mishap(error)))


def _by_keychain(place: CasePlace) -> Opened:
    from inspector.app import case_doors  # noqa: PLC0415 - loaded with the first case

    return case_doors.by_keychain(place, own_keychain())
