# SPDX-License-Identifier: Apache-2.0
"""What one page asks another to do, taken by that page when it is shown next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class Wishes:
    """Each wish is taken once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._to_read: tuple[Path, ...] = ()
        self._to_check: Path | None = None

    def read(self, paths: Sequence[Path]) -> None:
        """Ask Collect to read files and folders."""
        self._to_read = tuple(paths)

    def check(self, bundle: Path) -> None:
        """Ask Evidence to check a bundle."""
        self._to_check = bundle

    def take_to_read(self) -> tuple[Path, ...]:
        """Return what Collect is asked to read."""
        found, self._to_read = self._to_read, ()
        return found

    def take_to_check(self) -> Path | None:
        """Return what Evidence is asked to check."""
        found, self._to_check = self._to_check, None
        return found
