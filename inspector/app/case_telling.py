# SPDX-License-Identifier: Apache-2.0
"""Turns what keeps a case from being opened, made or used into the sentence that tells it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from inspector.app.case_error import CaseError
from inspector.cases.vault.header import HeaderError
from inspector.cases.vault.in_use import InUseError
from inspector.cases.vault.keychain import KeychainError
from inspector.cases.vault.keys import WrongKeyError
from inspector.cases.vault.originals import NoRoomError
from inspector.cases.vault.place import NoSuchLockError
from inspector.cases.vault.recovery import NotACodeError
from inspector.cases.vault.rows import NewerError, RowsError
from inspector.cases.vault.vault_case import BrokenLogError
from inspector.domain.text import Note, note

_MEGABYTE = 1_000_000


_SENTENCES: dict[type[Exception], str] = {
    InUseError: "case.in_use",
    KeychainError: "case.keychain_silent",
    NoSuchLockError: "case.no_such_way",
    NotACodeError: "case.not_a_code",
    NewerError: "case.newer",
    FileExistsError: "case.folder_taken",
    PermissionError: "case.no_access",
}


_KINDS: tuple[type[Exception], ...] = (*_SENTENCES, RowsError, OSError)


@contextmanager
def told(wrong_key: str = "case.wrong_passphrase") -> Iterator[None]:
    """Turn what a case raises into a CaseError. `wrong_key` is the sentence for what does not open it."""
    try:
        yield
    except WrongKeyError as error:
        raise CaseError(note(wrong_key)) from error
    except (BrokenLogError, HeaderError, NoRoomError) as error:
        raise CaseError(_with_values(error)) from error
    except _KINDS as error:
        raise CaseError(_sentence(error)) from error


def _with_values(error: BrokenLogError | HeaderError | NoRoomError) -> Note:
    if isinstance(error, BrokenLogError):
        return note("case.broken_log", act=error.number)
    if isinstance(error, HeaderError):
        return note("case.newer" if error.newer else "case.none_there")
    return note("case.no_room", megabytes=error.missing // _MEGABYTE + 1)


def _sentence(error: Exception) -> Note:
    fitting = (key for kind, key in _SENTENCES.items() if isinstance(error, kind))
    fallback = "case.damaged" if isinstance(error, RowsError) else "case.disk"
    return note(next(fitting, fallback))
