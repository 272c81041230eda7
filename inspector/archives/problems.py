# SPDX-License-Identifier: Apache-2.0
"""Sentences about members, gathered so that a fault which many files share becomes one sentence."""

from __future__ import annotations

from typing import Final

from inspector.domain.text import Note, note

_NAMED: Final = 3
_KEPT: Final = 10_000
"""How many names of one fault, and how many sentences about rows, are kept apart; more are only counted."""


class Problems:
    """What was wrong, in the order in which it was met; two million faults stay small."""

    def __init__(self) -> None:
        self._rows: dict[Note, None] = {}
        self._names: dict[str, dict[str, None]] = {}
        self._more: dict[str, int] = {}

    def add(self, problem: Note) -> None:
        """Take a sentence about a member (`file`), or about a row in it (`row`)."""
        values = problem.as_dict()
        if "row" in values and len(self._rows) < _KEPT:
            self._rows[problem] = None
            return
        names = self._names.setdefault(problem.key, {})
        name = str(values["file"])
        if name in names or len(names) < _KEPT:
            names[name] = None
        else:
            self._more[problem.key] = self._more.get(problem.key, 0) + 1

    def sentences(self) -> tuple[Note, ...]:
        """Return them, those about rows first; of many files that share a fault the first are named."""
        found = list(self._rows)
        for key, names in self._names.items():
            some = list(names)[:_NAMED]
            count = len(names) + self._more.get(key, 0)
            if count <= _NAMED:
                found.extend(note(key, file=name, n=1) for name in some)
            else:
                found.append(note(key, file=", ".join(some) + ", …", n=count))
        return tuple(found)
