# SPDX-License-Identifier: Apache-2.0
"""The case on disk that a window works in, if any: made, opened and locked beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.app.jobs import Job, Lane
from inspector.system.clock import now
from inspector.system.places import cases_folder

if TYPE_CHECKING:
    from inspector.app.case_changing import Change
    from inspector.app.case_doors import Made, Opened
    from inspector.app.case_keeping import Kept
    from inspector.app.case_shelf import Shelved
    from inspector.app.session import Session
    from inspector.cases.vault.keychain import Keychain
    from inspector.domain.reading import SourceReading
    from inspector.domain.sources import Source
    from inspector.gui.desk import Desk

Failed = Callable[[BaseException], None]


@dataclass(frozen=True, slots=True)
class NewCase:
    """What a person wants of a new case. `in_place`: originals stay where they are."""

    name: str
    keychain: bool
    in_place: bool


class Vault(QObject):
    """`entered` tells that another case is worked in from now on, `locked` that one was locked.

    `listed` tells that the cases on this computer are known anew. What keeps cases is loaded with the first.
    """

    entered = Signal()
    locked = Signal()
    listed = Signal()
    wanted = Signal()
    """The person wants to keep what is done as a case."""
    refreshed = Signal()
    """A source was read anew by this version."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.opened: Opened | None = None
        self.cases: tuple[Shelved, ...] = ()
        self.has_keychain = False
        self._leaving: list[Opened] = []
        self._is_over = False
        desk.bridge.busy_changed.connect(self._let_go)

    @property
    def is_open(self) -> bool:
        """Answer whether what is done is stored."""
        return self.opened is not None

    def look(self) -> None:
        """Look which cases there are on this computer; the keychain may ask the person something."""
        self._desk.bridge.start(lambda _job: _shelf(), self._list, lane=Lane.LOOK)

    def make(self, wish: NewCase, passphrase: str, made: Callable[[Made], None], failed: Failed) -> None:
        """Make a case; what was done so far goes into it. `made` gets the recovery code, this once."""
        session = self._desk.session
        self._desk.bridge.start(
            lambda job: _make(session, wish, passphrase, job),
            lambda done: self._made(done, made),
            failed=failed,
        )

    def open(self, door: Callable[[], Opened], opened: Callable[[], None], failed: Failed) -> None:
        """Open a case through a door and go on with it."""
        catalog = self._desk.catalog

        def work(_job: Job) -> tuple[Opened, Session]:
            from inspector.app.case_session import session_of  # noqa: PLC0415 - loaded with the first case

            one = door()
            try:
                session = session_of(one, catalog)
                session.inspection()
            except BaseException:
                one.close()
                raise
            return one, session

        def done(found: tuple[Opened, Session]) -> None:
            opened()
            self._desk.forget_letters()
            self._enter(*found)

        self._desk.bridge.start(work, done, failed=failed, lane=Lane.LOOK)

    def change(self, wish: Change, done: Callable[[], None], failed: Failed) -> None:
        """Change the name of the open case and what opens it."""
        opened = self.opened
        if opened is None:
            return

        def changed(_before: Change) -> None:
            done()
            self.refreshed.emit()

        self._desk.bridge.start(lambda _job: _change(opened, wish), changed, failed=failed, lane=Lane.LOOK)

    def lock(self) -> None:
        """Lock the case: its key is forgotten as soon as nothing runs any more. A new case is begun."""
        if self.opened is None:
            return
        self._leave()
        self._desk.start_over()
        self.locked.emit()
        self.look()

    def end(self) -> None:
        """Lock the case when the window goes; the jobs have ended before."""
        self._is_over = True
        if self.opened is not None:
            self._leaving.append(self.opened)
            self.opened = None
        self._let_go()

    def _leave(self) -> None:
        self._desk.bridge.cancel_all()
        if self.opened is not None:
            self._leaving.append(self.opened)
            self.opened = None
        self._let_go()

    def _let_go(self) -> None:
        """Close what was left, once no job can be in it any more; keep originals that are not kept yet."""
        if not self._is_over and self._desk.bridge.busy:
            return
        while self._leaving:
            self._leaving.pop().close()
        if not self._is_over and self.opened is not None:
            self._keep_missing(self._desk.session)

    def _keep_missing(self, session: Session) -> None:
        """Copy the originals of what was being read when the case was made."""
        keeper = session.keeper
        if keeper is None:
            return

        def done(kept: Kept | None) -> None:
            if kept is not None and session is self._desk.session:
                keeper.note(kept, now())
                self.refreshed.emit()

        for source in keeper.missing():

            def work(job: Job, source: Source = source) -> Kept | None:
                return keeper.take(source, job.cancelled, job.progress)

            self._desk.bridge.start(work, done)

    def _list(self, found: tuple[tuple[Shelved, ...], bool]) -> None:
        self.cases, self.has_keychain = found
        self.listed.emit()

    def _made(self, found: tuple[Made, Session, int], told: Callable[[Made], None]) -> None:
        from inspector.app.case_session import catch_up  # noqa: PLC0415 - it is loaded by now

        made, session, done = found
        catch_up(self._desk.session.case, done, session)
        self._enter(made.opened, session)
        told(made)
        self.look()

    def _enter(self, opened: Opened, session: Session) -> None:
        if self.opened is not None:
            self._leave()
        self.opened = opened
        self._desk.take(session)
        self._let_go()
        self.entered.emit()
        self._read_anew(session)

    def _read_anew(self, session: Session) -> None:
        """Have what an earlier version read be read by this one, where the files are still there."""
        from inspector.app.case_session import read_once_more, stale  # noqa: PLC0415 - it is loaded by now

        for source in stale(session):

            def work(job: Job, source: Source = source) -> SourceReading | None:
                return read_once_more(session, source, job.cancelled)

            self._desk.bridge.start(work, lambda reading: self._take(session, reading))

    def _take(self, session: Session, reading: SourceReading | None) -> None:
        if reading is not None and session is self._desk.session:
            session.add(reading)
            self.refreshed.emit()


def own_keychain() -> Keychain | None:
    """Return the keychain of this system, None where it has none that may be trusted."""
    from inspector.cases.vault.keychain import system_keychain  # noqa: PLC0415 - loaded with the first case

    return system_keychain()


def _shelf() -> tuple[tuple[Shelved, ...], bool]:
    from inspector.app.case_shelf import shelf  # noqa: PLC0415 - loaded with the first case

    keychain = own_keychain()
    return shelf(keychain), keychain is not None


def _change(opened: Opened, wish: Change) -> Change:
    from inspector.app.case_changing import change  # noqa: PLC0415 - loaded with the first case

    return change(opened, wish, own_keychain)


def _make(session: Session, wish: NewCase, passphrase: str, job: Job) -> tuple[Made, Session, int]:
    from inspector.app import case_doors  # noqa: PLC0415 - loaded with the first case
    from inspector.app.case_session import leave_originals, session_of, store  # noqa: PLC0415 - the same

    keychain = own_keychain() if wish.keychain else None
    made = case_doors.make(wish.name, passphrase, cases_folder(), keychain)
    try:
        if wish.in_place:
            leave_originals(made.opened)
        done = store(session, made.opened, job)
        after = session_of(made.opened, session.catalog)
        after.inspection()
    except BaseException:
        case_doors.discard(made)
        raise
    return made, after, done
