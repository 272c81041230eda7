# SPDX-License-Identifier: Apache-2.0
"""A letter as a model: what it says, what the person must add, and the letter as it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from inspector.actions.wording import Line, Text
from inspector.catalog.rights import Right

LANGUAGES = ("de", "en")
"""The languages in which letters are written."""

LetterKind = Literal["access", "objection", "erasure", "opt_out", "limit"]
FieldKind = Literal["line", "lines", "email", "address"]


@dataclass(frozen=True, slots=True)
class Field:
    """Something the person fills in. Its words are the messages `letters.field.<id>.label` and `….hint`.

    `instead`: another field that may be filled in its place. `known`: what an archive says of it.
    """

    id: str
    kind: FieldKind
    required: bool
    instead: str | None = None
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that is left out where a field it needs stays empty, or where `unless` is filled in."""

    line: Line
    fields: tuple[str, ...] = ()
    unless: str | None = None

    def stands(self, typed: Mapping[str, str]) -> bool:
        """Tell whether it stands in a letter with these words of the person."""
        if self.unless is not None and typed[self.unless]:
            return False
        return all(typed[field] for field in self.fields)


@dataclass(frozen=True, slots=True)
class Prose:
    """Sentences that stand in one paragraph."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """Sentences that stand in a list."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the person wrote, after a sentence that leads to it; left out where they wrote nothing."""

    lead: Line
    field: str


Paragraph = Prose | Items | OwnWords


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter before it is filled in.

    `sender` names the fields that stand at its head. `law`: the right it rests on, None for a plain request.
    `sources`: what its facts rest on. `ways`: how to send it. `advice`: what the person should know about it;
    neither stands in the letter.
    """

    id: str
    kind: LetterKind
    service: str
    account: str | None
    language: str
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    subject: Line
    paragraphs: tuple[Paragraph, ...]
    fields: tuple[Field, ...]
    law: Right | None
    sources: tuple[str, ...]
    ways: tuple[Text, ...]
    advice: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class FilledLetter:
    """A letter as it leaves: plain text only. A paragraph that is a tuple is a list."""

    language: str
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    date: str
    subject: str
    paragraphs: tuple[str | tuple[str, ...], ...]
    closing: str
    signature: str
