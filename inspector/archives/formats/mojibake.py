# SPDX-License-Identifier: Apache-2.0
"""UTF-8 that was written byte by byte as if it were Latin-1, put right where that is certain.

Source: Meta's exports escape each byte of a UTF-8 text on its own (C3 and A9 for é), in keys too.
"""

from __future__ import annotations

from typing import Any


def repaired_text(text: str) -> str:
    """Return the text as it was meant, the same where it is not certainly mistaken.

    Certain is: every character is a byte, and the bytes are UTF-8. Encoding the result gives the bytes back.
    """
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def repaired(value: Any) -> Any:
    """Return a decoded JSON value with its texts put right; the value handed in stays as it was read.

    Keys too, but where two keys of one object would become the same they stay as they are.
    """
    match value:
        case str():
            return repaired_text(value)
        case list():
            return [repaired(one) for one in value]
        case dict():
            keys = [repaired_text(key) for key in value]
            if len(set(keys)) != len(keys):
                keys = [*value]
            return dict(zip(keys, map(repaired, value.values()), strict=True))
        case _:
            return value
