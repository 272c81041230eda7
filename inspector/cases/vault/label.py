# SPDX-License-Identifier: Apache-2.0
"""What the person calls a case: a small encrypted file, so that a list of cases need not open each."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from inspector.cases.vault.encrypted_file import AlteredError, decrypted, encrypt
from inspector.cases.vault.header import settle
from inspector.cases.vault.keys import derived

NAME: Final = "name"
LONGEST: Final = 200
"""Characters that a name may have."""

# Every name takes the same room, so that the file's size tells nothing of it.
_ROOM: Final = 1024


def write_label(folder: Path, data_key: bytes, text: str) -> None:
    """Keep a name in the place of the one before. Raises OSError, ValueError for one that is too long."""
    if len(text) > LONGEST:
        raise ValueError("name")
    beside = folder / f".{NAME}.new"
    beside.unlink(missing_ok=True)
    encrypt(beside, [text.encode().ljust(_ROOM, b"\0")], derived(data_key, "label"))
    beside.replace(folder / NAME)
    settle(folder)


def read_label(folder: Path, data_key: bytes) -> str:
    """Return the name, empty where there is none that this key opens."""
    try:
        data = b"".join(decrypted(folder / NAME, derived(data_key, "label")))
        return data.rstrip(b"\0").decode()
    except (OSError, AlteredError, UnicodeDecodeError):
        return ""
