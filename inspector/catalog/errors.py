# SPDX-License-Identifier: Apache-2.0
"""What can go wrong with the catalog itself; every error names the file and the place in it."""

from __future__ import annotations


class CatalogError(ValueError):
    """A catalog file that cannot be used: `file` below the catalog, `place` in it, `problem` in words."""

    def __init__(self, file: str, place: str, problem: str) -> None:
        super().__init__(f"{file}, {place}: {problem}" if place else f"{file}: {problem}")
        self.file = file
        self.place = place
        self.problem = problem


class UnknownIdError(LookupError):
    """The catalog holds nothing of that name; `kind` is service, control, region, plan, source or link."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"{kind} {name}")
        self.kind = kind
        self.name = name
