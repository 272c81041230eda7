# SPDX-License-Identifier: Apache-2.0
"""What was being read when the program ended: kept in the case, encrypted with it, and offered again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from inspector.app.session import Session

_NAME: Final = "unfinished"


class Unfinished:
    """Follows one case at a time. `left`: what was being read when it was closed, or the program killed.

    A case that lives in memory alone keeps nothing, this included.
    """

    def __init__(self) -> None:
        """Follow no case yet."""
        self.left: tuple[Path, ...] = ()
        self._session: Session | None = None
        self._stored: tuple[Path, ...] = ()
        self._is_over = False

    def end(self) -> None:
        """Note nothing any more: the case is closed, and what was being read stays noted in it."""
        self._is_over, self._session = True, None

    def follow(self, session: Session) -> None:
        """Go on with a case, which tells what was left in it the first time."""
        if session is not self._session and not self._is_over:
            self._session = session
            self.left = self._stored = _stored(session)

    def note(self, underway: Sequence[Path]) -> None:
        """Keep what is being read now, and what is still left from before. Raises CaseError."""
        wanted = tuple(dict.fromkeys((*self.left, *underway)))
        if self._session is not None and wanted != self._stored:
            self._stored = wanted
            _store(self._session, wanted)

    def take(self) -> tuple[Path, ...]:
        """Return what is left, to be read again or never: it is offered no more."""
        found, self.left = self.left, ()
        return found

    @property
    def there(self) -> tuple[Path, ...]:
        """Return what is left and lies where it lay."""
        from inspector.archives.within import is_there  # noqa: PLC0415 - the window opens without it

        return tuple(one for one in self.left if is_there(one))


def _stored(session: Session) -> tuple[Path, ...]:
    keeper = session.keeper
    found = keeper.case.secret(_NAME) if keeper is not None else None
    return tuple(Path(one) for one in json.loads(found)) if found else ()


def _store(session: Session, paths: Sequence[Path]) -> None:
    from inspector.app.case_telling import told  # noqa: PLC0415 - loaded with the first case on disk

    if session.keeper is not None:
        with told():
            session.keeper.case.keep_secret(_NAME, json.dumps([str(one) for one in paths]).encode())
