# SPDX-License-Identifier: Apache-2.0
"""Mistral's export of chats: a file for each, with its messages. Nothing tells of account, plan or setting.

Source: a parser of such exports and its description of their types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
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
from inspector.domain.words import DataClass, FactKind

FIRST_YEAR: Final = 2024
_FILE: Final = r"chat-[0-9a-fA-F-]{36}\.json"
_NAME: Final = re.compile(_FILE)
_MESSAGE: Final = keys(
    "id version chatId content contentChunks role createdAt reaction reactionDetail reactionComment "
    "preference preferenceOver context canvas quotes files"
)


def _key_of(path: str) -> str | None:
    return "chat" if _NAME.fullmatch(path) else None


@dataclass(slots=True)
class _Gathered:
    """The first and the last use: each chat is a file, and there may be thousands."""

    first: Fact | None = None
    last: Fact | None = None

    def used(self, use: Fact) -> None:
        """Take in one use."""
        if self.first is None or use.content_key() < self.first.content_key():
            self.first = use
        if self.last is None or use.content_key() > self.last.content_key():
            self.last = use


def _read_chat(page: Page, gathered: _Gathered) -> Iterator[Fact | Tally]:
    """Yield the counts of one chat, which began with its first message."""
    talk, began, met = Talk(page, "chat"), None, False
    for message in page.records(known=_MESSAGE):
        value = message.value
        if not isinstance(value, dict) or "role" not in value:
            page.fault(message.row, "member.record_form")
            continue
        met = True
        moment = page.time(value.get("createdAt"), message.row, (iso,))
        if moment is not None and (began is None or moment.sort_key() < began.sort_key()):
            began = moment
        if value["role"] == "user":
            place = Node(page, value.get("createdAt"), f"{message.pointer}/createdAt", message.row)
            talk.prompt(moment, place)
    if met:
        talk.chat(began)
    for found in talk.found():
        if isinstance(found, Fact) and found.kind is FactKind.AI_USE:
            page.done.append(partial(gathered.used, found))
        else:
            yield found


def _ends(gathered: _Gathered, _seen: Seen) -> Ending:
    uses = dict.fromkeys(use for use in (gathered.first, gathered.last) if use is not None)
    return Ending(facts=tuple(uses))


_CHATS: Final = {"chat": "chat-*.json"}
SOUGHT: Final = (
    Sought("mistral.setting", where="*.json"),
    Sought("mistral.account_created", where="*.json"),
    Sought("mistral.plan", where="*.json"),
    Sought("mistral.chats", DataClass.AI_CHATS, _CHATS),
    Sought("mistral.prompts", DataClass.AI_PROMPTS, _CHATS),
)
MISTRAL: Final = Service("mistral", FIRST_YEAR, _key_of, {"chat": _read_chat}, _Gathered, _ends, SOUGHT)
KIND: Final = kind(MISTRAL, "Mistral", (Sign(_FILE, has_keys("chatId", "role")),))
