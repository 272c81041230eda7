# SPDX-License-Identifier: Apache-2.0
"""Claude's "Export data": conversations, users, projects and memories. No file states a setting.

Source: parsers of exports of 2025 and 2026. The account answer of the web app, which does state the setting,
is no part of an export; saved by a person it is a page of settings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from inspector.archives.frame.chats import Talk
from inspector.archives.frame.glimpse import has_keys
from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.new_keys import keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Service
from inspector.archives.frame.signs import Sign, kind
from inspector.archives.frame.times import iso
from inspector.archives.reader import Seen
from inspector.domain.facts import Fact, Tally
from inspector.domain.text import note
from inspector.domain.words import DataClass

FIRST_YEAR: Final = 2023
_FILES: Final = {"conversations.json": "chats", "users.json": "users"}
_CHAT: Final = keys(
    "uuid name summary created_at updated_at account project",
    chat_messages=keys("uuid text content sender created_at updated_at attachments files"),
)
_USER: Final = keys("uuid full_name email_address verified_phone_number")


@dataclass(slots=True)
class _Gathered:
    """Whose conversations there are, and what was counted: an export of a team holds those of several."""

    people: set[str] = field(default_factory=set)
    found: list[Fact | Tally] = field(default_factory=list)
    chats: str = ""


def _read_users(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Take in who the users are. States no fact; names and addresses are not looked at."""
    for user in page.records(known=_USER):
        _person(page, gathered, user.get("uuid"))
    yield from ()


def _read_chats(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Count conversations and what was said; it counts once it is known to be one person's."""
    talk = Talk(page, "chat")
    for chat in page.records(known=_CHAT):
        if not isinstance(chat.value, dict) or "chat_messages" not in chat.value:
            page.fault(chat.row, "member.record_form")
            continue
        _person(page, gathered, chat.get("account", "uuid"))
        talk.chat(page.time(chat.value.get("created_at"), chat.row, (iso,)), chat.get("created_at"))
        page.time(chat.value.get("updated_at"), chat.row, (iso,))
        messages = chat.get("chat_messages")
        for message in messages.each() if messages is not None else ():
            _said(page, talk, message)
    found = list(talk.found())

    def keep() -> None:
        gathered.found += found
        gathered.chats = page.member.name

    page.done.append(keep)
    yield from ()


def _said(page: Page, talk: Talk, message: Node) -> None:
    value = message.value
    if not isinstance(value, dict):
        page.fault(message.row, "member.record_value")
    elif value.get("sender") == "human":
        place = Node(page, value.get("created_at"), f"{message.pointer}/created_at", message.row)
        talk.prompt(page.time(value.get("created_at"), message.row, (iso,)), place)


def _person(page: Page, gathered: _Gathered, user: Node | None) -> None:
    name = user.text() if user is not None else None
    if name:
        page.done.append(lambda: gathered.people.add(name))


def _ends(gathered: _Gathered, _seen: Seen) -> Ending:
    if len(gathered.people) > 1:
        several = note("member.several_people", file=gathered.chats, n=len(gathered.people))
        return Ending(remarks=(several,) if gathered.chats else ())
    facts = tuple(found for found in gathered.found if isinstance(found, Fact))
    tallies = tuple(found for found in gathered.found if isinstance(found, Tally))
    return Ending(next(iter(gathered.people), None), facts, tallies)


_CHATS: Final = {"chats": "conversations.json"}
SOUGHT: Final = (
    Sought("claude.setting", where="*.json"),
    Sought("claude.account_created", where="*.json"),
    Sought("claude.plan", where="*.json"),
    Sought("claude.chats", DataClass.AI_CHATS, _CHATS),
    Sought("claude.prompts", DataClass.AI_PROMPTS, _CHATS),
)
CLAUDE: Final = Service(
    "claude",
    FIRST_YEAR,
    _FILES.get,
    {"chats": _read_chats, "users": _read_users},
    _Gathered,
    _ends,
    SOUGHT,
)
KIND: Final = kind(
    CLAUDE,
    "Claude",
    (
        Sign(r"conversations\.json", has_keys("uuid", "chat_messages")),
        Sign(r"users\.json", has_keys("uuid", "full_name", "email_address")),
        Sign(r"projects\.json", has_keys("uuid", "is_starter_project")),
        Sign(r"memories\.json", has_keys("conversations_memory", "account_uuid")),
    ),
)
