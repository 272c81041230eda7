# SPDX-License-Identifier: Apache-2.0
"""What a check of the catalog finds, as a place and a message."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.domain.text import Note, Value, note
from inspector.system.messages import Messages


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the catalog that needs mending. `place` may be empty: the whole file."""

    file: str
    place: str
    note: Note

    def sort_key(self) -> tuple[str, str, str, str]:
        """Return what orders problems: file, place, kind, details."""
        return (self.file, self.place, self.note.key, str(self.note.values))

    def say(self, messages: Messages) -> str:
        """Return the problem as one plain sentence that names file and place."""
        what = messages.text(self.note.key, **self.note.as_dict())
        key = "catalog.problem.at" if self.place else "catalog.problem.in"
        return messages.text(key, file=self.file, place=self.place, what=what)


def problem(file: str, place: str, key: str, **values: Value) -> Problem:
    """Return a Problem with the message `catalog.problem.<key>`."""
    return Problem(file, place, note(f"catalog.problem.{key}", **values))
