# SPDX-License-Identifier: Apache-2.0
"""DeepSeek's export of all chats. No file states a setting, and the file on the user is not looked at.

Source: parsers of exports of 2025 and 2026. What the person said are the fragments of kind REQUEST; in a
layout without fragments nothing tells it from the answers, and it is not counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from inspector.archives.frame.chats import Talk
from inspector.archives.frame.glimpse import key_paths
from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.new_keys import any_key, keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Service
from inspector.archives.frame.signs import Sign, kind
from inspector.archives.frame.times import iso
from inspector.archives.reader import Seen
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass

FIRST_YEAR: Final = 2023
_FILES: Final = {"conversations.json": "chats"}
_MESSAGE: Final = keys("id inserted_at model files fragments role content status parent_id message_id")
_CHAT: Final = keys(
    "id title inserted_at updated_at",
    mapping=any_key(keys("id parent children", message=_MESSAGE)),
)


def _read_chats(page: Page, _gathered: None) -> Iterator[Fact | Tally]:
    """Yield the counts of chats and prompts, the first and the last use."""
    talk = Talk(page, "chat")
    for chat in page.records(known=_CHAT):
        value = chat.value
        if not isinstance(value, dict) or "inserted_at" not in value:
            page.fault(chat.row, "member.record_form")
            continue
        talk.chat(page.time(value["inserted_at"], chat.row, (iso,)), chat.get("inserted_at"))
        page.time(value.get("updated_at"), chat.row, (iso,))
        graph = chat.get("mapping")
        for _, node in graph.entries() if graph is not None else ():
            _said(page, talk, node.get("message"))
    yield from talk.found()


def _said(page: Page, talk: Talk, message: Node | None) -> None:
    if message is None or not isinstance(message.value, dict):
        return
    fragments = message.value.get("fragments")
    asked = isinstance(fragments, list) and any(
        isinstance(fragment, dict) and fragment.get("type") == "REQUEST" for fragment in fragments
    )
    if asked:
        made = Node(page, message.value.get("inserted_at"), f"{message.pointer}/inserted_at", message.row)
        talk.prompt(page.time(made.value, made.row, (iso,)), made)


def _ends(_gathered: None, _seen: Seen) -> Ending:
    return Ending()


def _is_deepseek(start: bytes) -> bool:
    found = key_paths(start)
    return "inserted_at" in found and "mapping" in found


_CHATS: Final = {"chats": "conversations.json"}
SOUGHT: Final = (
    Sought("deepseek.setting", where="*.json"),
    Sought("deepseek.account_created", where="*.json"),
    Sought("deepseek.chats", DataClass.AI_CHATS, _CHATS),
    Sought("deepseek.prompts", DataClass.AI_PROMPTS, _CHATS),
)
DEEPSEEK: Final = Service(
    "deepseek", FIRST_YEAR, _FILES.get, {"chats": _read_chats}, lambda: None, _ends, SOUGHT
)
KIND: Final = kind(DEEPSEEK, "DeepSeek", (Sign(r"conversations\.json", _is_deepseek),))
