# SPDX-License-Identifier: Apache-2.0
"""Passphrases and recovery codes: from a file or typed unseen, never from the command line."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from pathlib import Path

from inspector.app.case_error import CaseError
from inspector.app.request import UsageError
from inspector.app.specs import password
from inspector.domain.text import note
from inspector.system.messages import Messages


def passphrase(file: Path | None, messages: Messages) -> str:
    """Return the passphrase of a case. Raises UsageError where there is nobody to ask."""
    return password(file) if file else _asked("case.ask.passphrase", messages)


def new_passphrase(file: Path | None, messages: Messages) -> str:
    """Return a new passphrase, typed twice. Raises UsageError, CaseError where the two differ."""
    if file:
        return password(file)
    first = _asked("case.ask.new_passphrase", messages)
    if _asked("case.ask.again", messages) != first:
        raise CaseError(note("case.two_passphrases"))
    return first


class CodeFile:
    """A new file for a recovery code, which others cannot read. It is there before the code is made.

    Else a code could be made, take the place of the one before, and be lost.
    """

    def __init__(self, file: Path) -> None:
        """Make the file. Raises UsageError where one is there already, or none can be made."""
        self.file = file
        try:
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except OSError as error:
            raise UsageError(note("usage.cannot_write", file=file.name)) from error

    def write(self, code: str, messages: Messages) -> None:
        """Write the code, alone in the first line: the file opens the case as it is."""
        self.file.write_text(f"{code}\n\n{messages.text('case.code.what_for')}\n", encoding="utf-8")

    def forget(self) -> None:
        """Remove the file: there is no code."""
        self.file.unlink(missing_ok=True)


def _asked(key: str, messages: Messages) -> str:
    if not sys.stdin.isatty():
        raise UsageError(note("case.nobody_to_ask"))
    return getpass(messages.text(key) + " ")
