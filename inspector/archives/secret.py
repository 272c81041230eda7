# SPDX-License-Identifier: Apache-2.0
"""A password that shows itself nowhere by accident: not in logs, errors or debuggers' pictures of values."""

from __future__ import annotations

from typing import Final

_ENCODINGS: Final = ("utf-8", "cp1252", "cp437")


class Secret:
    """A password. `spellings` are the bytes it may stand for: packers never agreed on an encoding."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce__(self) -> str | tuple[object, ...]:
        """Refuse to be written to a file or sent to another process as part of something else."""
        raise TypeError("a password is not stored")

    @property
    def spellings(self) -> tuple[bytes, ...]:
        """Return the password in each encoding that can write it, the likeliest first, each once."""
        found: dict[bytes, None] = {}
        for encoding in _ENCODINGS:
            try:
                found.setdefault(self._text.encode(encoding))
            except UnicodeEncodeError:
                continue
        return tuple(found)
