# SPDX-License-Identifier: Apache-2.0
"""Passwords of encrypted sources: in memory alone, as long as the case is open, shown nowhere by accident."""

from __future__ import annotations

from pathlib import Path


class Passwords:
    """The one given last, for whatever comes, and those that have opened a source, for when it is read again.

    May be used on any thread.
    """

    __slots__ = ("_last", "_opened")

    def __init__(self, password: str | None = None) -> None:
        """Begin with a password, or with none."""
        self._last = password or None
        self._opened: dict[Path, str] = {}

    def __repr__(self) -> str:
        return "Passwords(…)"

    def __reduce__(self) -> str | tuple[object, ...]:
        """Refuse to be written to a file or sent to another process as part of something else."""
        raise TypeError("passwords are not stored")

    def give(self, password: str | None) -> None:
        """Try this one on whatever has not been opened yet."""
        self._last = password or None

    def of(self, path: Path) -> str | None:
        """Return what to try on a source: what opened it before, else what was given last."""
        return self._opened.get(path.absolute(), self._last)

    def opens(self, path: Path, password: str) -> None:
        """Note that a password has opened a source whole."""
        self._opened[path.absolute()] = password
