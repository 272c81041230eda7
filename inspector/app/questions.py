# SPDX-License-Identifier: Apache-2.0
"""What is asked of the person about pictures, pages and mails: a question per setting that each may show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspector.app.confirming import about
from inspector.app.request import Said
from inspector.app.session import Session
from inspector.captures.facts import told_of
from inspector.cases.standing import Statement
from inspector.domain.captured import Captured, Setting
from inspector.domain.moment import Moment
from inspector.domain.sources import Source
from inspector.system.clock import now


@dataclass(frozen=True, slots=True)
class Question:
    """One setting of one file, and what the person says of it; none while they say nothing.

    `captured` is None while the file was not looked at. `number`: which of its settings, 0 also where none
    was found. `of`: how many of the file's settings are asked about.
    """

    source: Source
    captured: Captured | None
    number: int
    of: int
    statements: tuple[Statement, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """Return what tells this question from others."""
        return self.source.sha256, self.number

    @property
    def setting(self) -> Setting | None:
        """Return what was read, None where nothing was."""
        settings = self.captured.settings if self.captured is not None else ()
        return settings[self.number] if self.number < len(settings) else None

    @property
    def is_open(self) -> bool:
        """Answer whether it waits for the person; a mail that says no position need not be spoken of."""
        return not self.statements and not self.is_notice

    @property
    def is_notice(self) -> bool:
        """Answer whether it is about a mail that concerns a setting and says no position of it."""
        one, captured = self.setting, self.captured
        is_read = captured is not None and captured.kind == "mail" and bool(captured.letters)
        return is_read and one is not None and one.state == "unknown"

    @property
    def mail_place(self) -> str:
        """Return where in a mailbox the mail stands, empty where no other mail of it is spoken of."""
        one = self.setting
        several = self.of > 1 and self.source.kind == "mail"
        return one.locator if several and one is not None else ""

    @property
    def mail_moment(self) -> Moment | None:
        """Return when the mail was sent, None for what is no mail and where it does not say."""
        captured = self.captured
        is_dated = captured is not None and captured.kind == "mail" and captured.moment.is_known
        return captured.moment if is_dated and captured is not None else None

    @property
    def wants_key(self) -> bool:
        """Answer whether a key on file could tell whose words a mail is: its domain signed it."""
        letters = self.captured.letters if self.captured is not None else ()
        return any("capture.why.signature_no_key" in letter.why for letter in letters)

    @property
    def is_empty(self) -> bool:
        """Answer whether nothing was found in the file, by whoever has looked at it."""
        return self.captured is not None and self.setting is None

    @property
    def is_clear(self) -> bool:
        """Answer whether the program is sure enough of its reading that the person may simply say yes."""
        one = self.setting
        return one is not None and one.control is not None and one.sharing != "unknown" and not one.asked


def questions(session: Session) -> tuple[Question, ...]:
    """Return the questions of a case, those that wait first, mere notices last, in a stable order."""
    found = [one for source in session.sources if _asks(source, session) for one in _of(source, session)]
    return tuple(sorted(found, key=_rank))


def _rank(one: Question) -> tuple[object, ...]:
    """What only wants a yes comes before what shows a setting, and that before what shows none."""
    return not one.is_open, not one.statements, not one.is_clear, one.is_empty, one.source.name, one.key


def open_questions(session: Session) -> tuple[Question, ...]:
    """Return the questions that wait for the person."""
    return tuple(one for one in questions(session) if one.is_open)


def confirm(session: Session, question: Question, said: Sequence[Said]) -> None:
    """Let the person's word on a question count, in the place of what they said of it before."""
    for statement in question.statements:
        session.withdraw(statement)
    for one in said:
        session.say(one)


def reject(session: Session, question: Question) -> None:
    """Note that a file does not show this setting; one that shows nothing else is left out."""
    for statement in question.statements:
        session.withdraw(statement)
    others = [one for one in questions(session) if one.key != question.key]
    has_more = any(one.source.sha256 == question.source.sha256 for one in others)
    if has_more or question.is_notice:
        session.reject(question.source, question.number)
    else:
        session.leave_out(question.source)


def empty_ones(session: Session) -> tuple[Question, ...]:
    """Return the open questions about files in which no setting was found."""
    return tuple(one for one in open_questions(session) if one.is_empty)


def reject_empty(session: Session) -> None:
    """Note that no file in which nothing was found shows a setting; Collect takes each in again."""
    for one in empty_ones(session):
        reject(session, one)


def files_left(session: Session, question: Question) -> int:
    """Return how many other files wait for the person."""
    return len({one.source.sha256 for one in open_questions(session)} - {question.source.sha256})


def _asks(source: Source, session: Session) -> bool:
    """Answer whether a source is a capture that a person may speak of; a mail that was read may be silent."""
    if source.kind == "archive" or not source.sha256:
        return False
    captured = session.captured(source)
    is_read = source.kind == "mail" and captured is not None and captured.letters
    return not is_read or bool(captured and told_of(captured))


def _of(source: Source, session: Session) -> Iterator[Question]:
    captured = session.captured(source)
    asked = _numbers(captured)
    left = [number for number in asked if (source.sha256, number) not in session.rejected]
    # A mailbox of which the person denies all still tells its notices; any other file waits to be named.
    if not left and captured is not None and captured.letters:
        return
    left = left or [0]
    for number in left:
        own = tuple(
            said
            for said in session.statements
            if said.source == source.sha256 and (said.answers == number or _is_loose(said, left, number))
        )
        seen = about(captured, number, now()) if captured is not None else None
        yield Question(source, seen, number, len(left), own)


def _numbers(captured: Captured | None) -> list[int]:
    if captured is None:
        return [0]
    told = told_of(captured)
    return [number for number, one in enumerate(captured.settings) if one in told] or [0]


def _is_loose(said: Statement, numbers: Sequence[int], number: int) -> bool:
    """Answer whether a statement answers to no reading of its file, so that it stands with the first."""
    return said.answers not in numbers and number == numbers[0]
