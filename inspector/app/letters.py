# SPDX-License-Identifier: Apache-2.0
"""Letters of a case: written in place, looked at, saved, and followed until the answer has come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from inspector.actions.appointments import calendar_file
from inspector.actions.filling import as_document, as_text, blanks, draft, fill
from inspector.actions.letter import Field, Letter
from inspector.actions.letters import letters
from inspector.app.board import all_appointments, awaits_archive
from inspector.app.session import Session
from inspector.app.setting import set_pages
from inspector.cases.post import STEPS, Post, PostStep, post_detail, post_of
from inspector.domain.text import Note, note
from inspector.report.render import render_letter
from inspector.system.clock import now, today
from inspector.system.messages import Messages

_OF_THE_PERSON = ("name", "address", "email")
"""Fields that are the same in every letter of a person."""


def letters_of(session: Session, language: str) -> dict[str, Letter]:
    """Return the letters that apply to a case, unfilled, by the id of their action."""
    found = session.inspection()
    written = letters(found.findings, found.residence, session.catalog, language, now())
    return {letter.id: letter for letter in written}


class Drafts:
    """What the person typed into the letters of a case, kept while the window is open."""

    def __init__(self) -> None:
        """Start with nothing typed."""
        self._typed: dict[str, dict[str, str]] = {}
        self._person: dict[str, str] = {}
        self._languages: dict[str, str] = {}

    def values(self, letter: Letter) -> dict[str, str]:
        """Return what stands in each field: what was typed, else what other letters or an archive know."""
        return {field.id: self._value(letter, field) for field in letter.fields}

    def keep(self, letter: Letter, values: Mapping[str, str]) -> None:
        """Keep what was typed. Name and addresses stand ready in the next letter too."""
        self._typed[letter.id] = dict(values)
        self._languages[letter.id] = letter.language
        self._person.update({name: values[name] for name in _OF_THE_PERSON if values.get(name)})

    def language(self, action: str, otherwise: str) -> str:
        """Return the language that a letter was last written in."""
        return self._languages.get(action, otherwise)

    def _value(self, letter: Letter, field: Field) -> str:
        typed = self._typed.get(letter.id, {}).get(field.id)
        return typed if typed is not None else self._person.get(field.id) or field.known or ""


def missing(letter: Letter, values: Mapping[str, str], messages: Messages) -> dict[str, str]:
    """Return, by field, the sentence that says what keeps the letter from leaving; none where it may."""
    return {blank.field: blank.why.say(messages) for blank in blanks(letter, values)}


def preview(letter: Letter, values: Mapping[str, str]) -> str:
    """Return the whole letter as plain text, what it lacks named in brackets."""
    return as_text(draft(letter, values, today()))


def text_file(letter: Letter, values: Mapping[str, str]) -> bytes:
    """Return the letter as a text file. Raises IncompleteLetterError."""
    return as_text(fill(letter, values, today())).encode()


def pdf_file(letter: Letter, values: Mapping[str, str]) -> bytes:
    """Return the letter as PDF; takes a second or more. Raises IncompleteLetterError or RenderError."""
    written = as_document(fill(letter, values, today()))
    return render_letter(written, Messages(letter.language), now(), set_pages)


def save(data: bytes, target: Path) -> Path:
    """Write a file whole or not at all and return where it is. Raises OSError."""
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target


def calendar(session: Session, messages: Messages) -> bytes:
    """Return the days on which something is due as a calendar file, empty of events where none is."""
    return calendar_file(all_appointments(session, messages), now())


def has_days(session: Session) -> bool:
    """Answer whether anything open, or an archive, has a day on which it is due."""
    is_due = any(one.due is not None and one.status == "open" for one in session.inspection().checklist)
    return is_due or awaits_archive(session)


def post(session: Session, action: str) -> Post:
    """Return what the person said of a letter so far."""
    return next((one for one in post_of(session.case.acts) if one.action == action), Post(action))


def why_not(known: Post, step: PostStep, day: date, today: date) -> Note | None:
    """Return why a day cannot be: it has not come yet, or it contradicts the order of the others."""
    if day > today:
        return note("gui.act.post.future")
    place = STEPS.index(step)
    for other in STEPS:
        said = known.day(other)
        if said is None or other == step:
            continue
        if (STEPS.index(other) < place and day < said) or (STEPS.index(other) > place and day > said):
            return note(f"gui.act.post.order_{other}", day=said.isoformat())
    return None


def mark(session: Session, action: str, step: PostStep, day: date | None) -> None:
    """Note when a letter left, arrived, was put off or was answered; None takes back what was said."""
    if post(session, action).day(step) != day:
        session.case.append(step, now(), post_detail(action, day))
