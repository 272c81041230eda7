# SPDX-License-Identifier: Apache-2.0
"""Notes of the core as sentences of one language."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.domain.moment import Moment
from inspector.domain.text import Note, Value
from inspector.report.views import in_language
from inspector.report.words import Words
from inspector.system.messages import Messages


@dataclass(frozen=True, slots=True)
class Notes:
    """Turns notes into sentences; Moments and texts among their values are worded as in the report."""

    messages: Messages

    def say(self, key: str) -> str:
        """Return a message without values."""
        return self.messages.text(key)

    def text(self, note: Note) -> str:
        """Return the sentence of a note. A value named `count` chooses the plural form."""
        if note.texts:
            return in_language(note.texts, self.messages.lang)
        values = {name: self._value(value) for name, value in note.values}
        number = dict(note.values).get("count")
        if isinstance(number, int):
            values["n"] = number
        return self.messages.text(note.key, **values)

    def optional(self, note: Note | None) -> str | None:
        """Return the sentence of a note, None for none."""
        return None if note is None else self.text(note)

    def said(self, when: Moment) -> str:
        """Return a time as the person gave it, in words."""
        return Words(self.messages).said(when)

    def item(self, note: Note) -> dict[str, object]:
        """Return a note as `{"id", "text"}`."""
        return {"id": note.id, "text": self.text(note)}

    def _value(self, value: Value) -> object:
        if isinstance(value, tuple):
            return in_language(value, self.messages.lang)
        return Words(self.messages).plain(value) if isinstance(value, Moment) else value
