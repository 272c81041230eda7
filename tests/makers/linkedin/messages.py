# SPDX-License-Identifier: Apache-2.0
"""messages.csv from seven to thirteen columns, and the files of AI chats that look like it."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterable
from dataclasses import replace

from tests.makers.clock import dash_utc, iso_t, us_short
from tests.makers.linkedin.columns import MESSAGES_2023
from tests.makers.linkedin.contents import Contents, Person
from tests.makers.linkedin.eras import Era
from tests.makers.linkedin.rows import CoachLine, Contact, Message
from tests.makers.linkedin.shape import Files, dialect
from tests.makers.tables import table

SPONSORED_TITLE = "Sponsored Conversation"
SPIN = '<p class="spinmail-quill-editor__spin-break">'
_SPELL = {"us": us_short, "iso_t": iso_t, "utc": dash_utc}


def files(contents: Contents, era: Era) -> Files:
    """messages.csv and the four chat files."""
    if contents.messages is not None:
        rows = [message_row(m, contents.person, era) for m in expressible(contents.messages, era)]
        form = dialect(era, "messages.csv")
        form = replace(form, quoting="all" if era.quoted_messages else "minimal")
        yield "messages.csv", table(era.messages, rows, form)
    for name, lines in chats(contents).items():
        if lines is not None:
            chat = [_chat_row(line, contents.person, name) for line in lines]
            yield name, table(MESSAGES_2023, chat, dialect(era, name))


def chats(contents: Contents) -> dict[str, tuple[CoachLine, ...] | None]:
    """The lines of AI chats by file."""
    return {
        "coach_messages.csv": contents.coach,
        "guide_messages.csv": contents.guide,
        "learning_coach_messages.csv": contents.learning_coach,
        "learning_role_play_messages.csv": contents.role_play,
    }


def expressible(messages: Iterable[Message], era: Era) -> list[Message]:
    """The messages the era has columns for: no draft without a flag, no sponsored one without a title."""
    return [m for m in messages if _fits(m, frozenset(era.messages))]


def _fits(message: Message, names: frozenset[str]) -> bool:
    if message.sponsored and "CONVERSATION TITLE" not in names:
        return False
    told = (message.draft and "IS MESSAGE DRAFT" in names) or (
        message.conversation_draft and "IS CONVERSATION DRAFT" in names
    )
    return told or not message.is_draft


def message_row(message: Message, owner: Person, era: Era) -> tuple[str, ...]:
    """One row with the cells in the order of the era's columns."""
    cells = _cells(message, owner, era)
    return tuple(cells[column.upper()] for column in era.messages)


def _cells(message: Message, owner: Person, era: Era) -> dict[str, str]:
    outgoing = message.sender == owner.contact
    flags = {True: "Yes", False: "No"}
    text = message.content if era.quoted_messages else " ".join(message.content.splitlines())
    return {
        "CONVERSATION ID": conversation_id(message.thread),
        "CONVERSATION TITLE": message.title,
        "FROM": message.sender.name,
        "SENDER PROFILE URL": message.sender.url,
        "TO": ", ".join(contact.name for contact in message.to),
        "RECIPIENT PROFILE URLS": ",".join(contact.url for contact in message.to if contact.url),
        "DATE": _SPELL[era.message_dates](message.when),
        "SUBJECT": message.subject,
        "CONTENT": text,
        "DIRECTION": "OUTGOING" if outgoing else "INCOMING",
        "FOLDER": _folder(message, era, sent=outgoing),
        "ATTACHMENTS": ",".join(message.attachments),
        "IS MESSAGE DRAFT": flags[message.draft],
        "IS CONVERSATION DRAFT": flags[message.conversation_draft],
    }


def _folder(message: Message, era: Era, *, sent: bool) -> str:
    """Only the seven-column files had a folder of sent messages."""
    if "CONVERSATION ID" in era.messages:
        return message.folder
    if sent:
        return "SENT"
    return "ARCHIVED" if message.folder == "ARCHIVE" else message.folder


def _chat_row(line: CoachLine, owner: Person, name: str) -> tuple[str, ...]:
    """The member's lines have no receiver, the assistant's no sender; the old coach left the latter empty."""
    nobody = Contact("", "")
    sender, receiver = (owner.contact, nobody) if line.by_member else (nobody, owner.contact)
    text = "" if name == "coach_messages.csv" and not line.by_member else line.text
    people = (sender.name, sender.url, receiver.name, receiver.url)
    return (conversation_id(line.thread), "", *people, dash_utc(line.when), "", text, "INBOX")


def conversation_id(thread: str) -> str:
    """``2-`` and the base64 of a UUID with its ending, as measured in real archives."""
    made = f"{uuid.uuid5(uuid.NAMESPACE_URL, f'https://example.com/threads/{thread}')}_012"
    return "2-" + base64.b64encode(made.encode()).decode()


def sponsored_text(*paragraphs: str) -> str:
    """The markup of a sponsored message, its placeholder left unfilled."""
    return "".join(f"{SPIN}{paragraph}</p>" for paragraph in ("Hi %FIRSTNAME%,", *paragraphs))
