# SPDX-License-Identifier: Apache-2.0
"""Note: a sentence as key and values, so that the core never holds wording."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.domain.moment import Moment

Texts = tuple[tuple[str, str], ...]
"""A text by language: pairs of language code and text, sorted."""

Value = str | int | Moment | Texts
"""What may stand in a sentence: a name, a number, or a Moment or text, worded in the reader's language."""

Named = str | Texts
"""A name that is the same in every language, as it was published, or a text by language."""


def worded(text: Named, lang: str) -> str:
    """Return a text in `lang`, in English where it lacks that; a name as it stands, empty for no text."""
    if isinstance(text, str):
        return text
    by_language = dict(text)
    return by_language.get(lang) or by_language.get("en", "")


@dataclass(frozen=True, slots=True)
class Note:
    """A message key with its values, in a stable order. `id` names the kind of note in JSON.

    A note of the catalog brings its own `texts` by language; its key then only names it.
    """

    key: str
    values: tuple[tuple[str, Value], ...] = ()
    texts: Texts = ()

    @property
    def id(self) -> str:
        """Return the last part of the key, which names the note in JSON."""
        return self.key.rpartition(".")[2]

    def as_dict(self) -> dict[str, Value]:
        """Return the values by name."""
        return dict(self.values)


def note(key: str, **values: Value) -> Note:
    """Return a Note with its values sorted by name."""
    return Note(key, tuple(sorted(values.items())))
