# SPDX-License-Identifier: Apache-2.0
"""Fills a letter in with the person's words; none leaves with a blank or a placeholder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from inspector.actions.letter import Field, FilledLetter, Items, Letter, OwnWords, Paragraph
from inspector.actions.wording import Line, line, long_day
from inspector.system.messages import Messages

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)
# What forms and other letters leave standing: [name], <name>, {name}, ____, XXX.
_PLACEHOLDER = re.compile(
    r"[\[<{(][^\[\]<>{}()\n]{0,80}[\]>})]|.*_{3,}.*|x{2,}|\W+", re.IGNORECASE | re.DOTALL
)
_INVISIBLE = ("Cc", "Cf", "Cs")
# Several scripts need them inside words.
_JOINERS = "\u200c\u200d"


class LetterDocument(TypedDict, total=False):
    """A letter as it leaves, to be set on a page: no blanks. A paragraph that is a list is printed as a list.

    `date` is a text in the letter's own wording; without it the day of printing stands there. `lang` is its
    language, else that of the messages.
    """

    lang: str
    sender: list[str]
    recipient: list[str]
    date: str
    subject: str
    paragraphs: list[str | list[str]]
    closing: str
    signature: str
    enclosures: list[str]


@dataclass(frozen=True, slots=True)
class Blank:
    """A field that keeps a letter from leaving, and why; what the person typed is not repeated."""

    field: str
    why: Line


class IncompleteLetterError(ValueError):
    """A letter would leave with a blank or a placeholder."""

    def __init__(self, blanks: tuple[Blank, ...]) -> None:
        super().__init__(", ".join(blank.field for blank in blanks))
        self.blanks = blanks


def blanks(letter: Letter, values: Mapping[str, str]) -> tuple[Blank, ...]:
    """Return the fields that are missing or hold no answer, in the order of the letter.

    Raises ValueError for a value whose field the letter does not have.
    """
    typed = _typed(letter, values)
    messages = Messages(letter.language)
    return tuple(
        Blank(field.id, why) for field in letter.fields if (why := _why(field, typed, messages)) is not None
    )


def fill(letter: Letter, values: Mapping[str, str], on: date) -> FilledLetter:
    """Return the letter with the person's words, dated `on`. Raises IncompleteLetterError."""
    empty = blanks(letter, values)
    if empty:
        raise IncompleteLetterError(empty)
    return _composed(letter, _typed(letter, values), on)


def draft(letter: Letter, values: Mapping[str, str], on: date) -> FilledLetter:
    """Return the letter as it stands, to look at and never to send: what it lacks is named in brackets."""
    typed = _typed(letter, values)
    messages = Messages(letter.language)
    for field in letter.fields:
        if not typed[field.id] and _missing(field, typed, line(f"letters.field.{field.id}.label")):
            typed[field.id] = f"[{messages.text(f'letters.field.{field.id}.label')}]"
    return _composed(letter, typed, on)


def _composed(letter: Letter, typed: Mapping[str, str], on: date) -> FilledLetter:
    messages = Messages(letter.language)
    paragraphs = [part for paragraph in letter.paragraphs for part in _filled(paragraph, typed, messages)]
    return FilledLetter(
        language=letter.language,
        sender=tuple(row for field in letter.sender for row in typed[field].splitlines()),
        recipient=letter.recipient,
        date=long_day(on, letter.language),
        subject=letter.subject.say(messages),
        paragraphs=(messages.text("letters.greeting"), *paragraphs),
        closing=messages.text("letters.closing"),
        signature=typed["name"],
    )


def as_text(letter: FilledLetter) -> str:
    """Return the letter as plain text, one line per paragraph, for a web form, an e-mail or a text file."""
    body = [
        part if isinstance(part, str) else "\n".join(f"- {item}" for item in part)
        for part in letter.paragraphs
    ]
    head = ["\n".join(letter.sender), "\n".join(letter.recipient), letter.date, letter.subject]
    return "\n\n".join([*head, *body, letter.closing, letter.signature]) + "\n"


def as_document(letter: FilledLetter) -> LetterDocument:
    """Return the letter as the report takes it to set it on a page."""
    return LetterDocument(
        lang=letter.language,
        sender=list(letter.sender),
        recipient=list(letter.recipient),
        date=letter.date,
        subject=letter.subject,
        paragraphs=[list(part) if isinstance(part, tuple) else part for part in letter.paragraphs],
        closing=letter.closing,
        signature=letter.signature,
    )


def _filled(
    paragraph: Paragraph, typed: Mapping[str, str], messages: Messages
) -> list[str | tuple[str, ...]]:
    if isinstance(paragraph, OwnWords):
        own = typed[paragraph.field].splitlines()
        return [paragraph.lead.say(messages), *own] if own else []
    said = tuple(
        sentence.line.say(messages, **{field: typed[field] for field in sentence.fields})
        for sentence in paragraph.sentences
        if sentence.stands(typed)
    )
    return [said if isinstance(paragraph, Items) else " ".join(said)] if said else []


def _why(field: Field, typed: Mapping[str, str], messages: Messages) -> Line | None:
    value, label = typed[field.id], line(f"letters.field.{field.id}.label")
    if not value:
        return _missing(field, typed, label)
    if _PLACEHOLDER.fullmatch(value) or value.casefold() == label.say(messages).casefold():
        return line("letters.blank.placeholder", field=label)
    if field.kind == "email" and not _EMAIL.fullmatch(value):
        return line("letters.blank.email", field=label)
    if field.kind == "address" and not _ADDRESS.fullmatch(value):
        return line("letters.blank.address", field=label)
    return None


def _missing(field: Field, typed: Mapping[str, str], label: Line) -> Line | None:
    if not field.required:
        return None
    if field.instead is None:
        return line("letters.blank.missing", field=label)
    other = line(f"letters.field.{field.instead}.label")
    return None if typed[field.instead] else line("letters.blank.either", field=label, other=other)


def _typed(letter: Letter, values: Mapping[str, str]) -> dict[str, str]:
    """What the person typed for every field, as plain text without control characters and empty lines."""
    known = {field.id: field for field in letter.fields}
    if unknown := sorted(set(values) - set(known)):
        msg = f"this letter has no field {unknown[0]}"
        raise ValueError(msg)
    return {field.id: _plain(values.get(field.id, ""), field) for field in letter.fields}


def _plain(value: str, field: Field) -> str:
    rows = [" ".join(_without_invisible(row).split()) for row in value.splitlines()]
    return ("\n" if field.kind == "lines" else " ").join(row for row in rows if row)


def _without_invisible(text: str) -> str:
    """Control and format characters go, so that a zero-width space does not pass for an answer."""
    spaced = text.replace("\t", " ")
    return "".join(one for one in spaced if one in _JOINERS or unicodedata.category(one) not in _INVISIBLE)
