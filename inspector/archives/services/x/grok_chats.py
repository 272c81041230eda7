# SPDX-License-Identifier: Apache-2.0
"""grok-chat-item.js: chats with Grok on X, one record per thing said, newest first or by chat.

Chats on grok.com are not here. A chat shows that Grok was used then, not how the setting stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from inspector.archives.frame.chats import Talk
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import iso
from inspector.archives.services.x.records import Gathered, Records
from inspector.archives.services.x.shapes import GROK
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment, seconds_of

_PERSON: Final = frozenset({"1", "User", "USER"})


def read_grok_chats(page: Page, gathered: Gathered) -> Iterator[Fact | Tally]:
    """Yield the counts of chats and prompts, the first and the last prompt."""
    records, talk = Records(page, GROK), Talk(page, "grok")
    begun: dict[str, tuple[Moment | None, Node]] = {}
    for record in records:
        item = record.get("grokChatItem")
        if item is None or not isinstance(item.value, dict):
            page.fault(record.row, "member.record_form")
            continue
        place = Node(page, item.value.get("createdAt"), f"{item.pointer}/createdAt", record.row)
        moment = page.time(place.value, record.row, (iso,))
        _begin(begun, item.value.get("chatId"), moment, place)
        if _is_persons(item):
            talk.prompt(moment, place)
    for chat, (moment, place) in begun.items():
        talk.chat(moment, place)
        written = None if moment is None or moment.not_before is None else seconds_of(moment.not_before)
        records.compare(chat, written, after=True)
    records.keep(gathered)
    yield from talk.found()


def _begin(
    begun: dict[str, tuple[Moment | None, Node]], chat: object, moment: Moment | None, place: Node
) -> None:
    """Keep the earliest record of each chat."""
    if not isinstance(chat, str):
        return
    earliest = begun.get(chat, (None, place))[0]
    if earliest is None or (moment is not None and moment.sort_key() < earliest.sort_key()):
        begun[chat] = (moment, place)


def _is_persons(item: Node) -> bool:
    """Tell whether the person said it: by the sender's number, or by a name in an older form."""
    sender = item.get("sender")
    if sender is None:
        return False
    if not isinstance(sender.value, dict):
        sender.text()
        return False
    said = sender.value.get("value", sender.value.get("name"))
    return isinstance(said, str) and said in _PERSON
