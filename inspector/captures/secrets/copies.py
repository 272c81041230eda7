# SPDX-License-Identifier: Apache-2.0
"""What of a page or mail may leave this computer: a copy in which all that opens an account is masked.

Of a mailbox only the message that is evidence goes anywhere, never the mailbox.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from inspector.captures.mails.mailbox import is_mailbox, mails_in
from inspector.captures.secrets.files import Cleaned, cleaned, cleaned_bytes

_HEAD: Final = 1 << 16


class NoSuchMessageError(Exception):
    """A mailbox holds no such message, or one that cannot be read."""


def copy_of(path: Path, message: int | None = None) -> Cleaned:
    """Return the masked copy of a file, or of one message of it, counted from 1.

    Raises OSError, TooLargeToScanError, NoSuchMessageError.
    """
    if message is None:
        return cleaned(path)
    with path.open("rb") as file:
        if not is_mailbox(file.read(_HEAD)):
            if message != 1:
                raise NoSuchMessageError
            return cleaned(path)
        file.seek(0)
        for kept in mails_in(file, lambda _head: True):
            if kept.number == message and kept.raw is not None:
                return cleaned_bytes(kept.raw)
    raise NoSuchMessageError
