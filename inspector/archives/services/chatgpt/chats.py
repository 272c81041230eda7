# SPDX-License-Identifier: Apache-2.0
"""Conversations: how many, what the person said in them and when. What was said is not looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from inspector.archives.frame.chats import Talk
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import epoch, iso
from inspector.archives.services.chatgpt.gathered import Gathered
from inspector.archives.services.chatgpt.shapes import CHAT, CODEX, GROUP
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass

FEATURE: Final = "chat"
_TIMES: Final = (epoch, iso)
# What the program itself puts into a conversation under the person's name: their standing instructions.
_NOT_SAID: Final = ("user_editable_context",)


def read_chats(page: Page, gathered: Gathered) -> Iterator[Fact | Tally]:
    """Yield the counts of conversations and prompts, the first and the last use."""
    talk, workspace = Talk(page, FEATURE), 0
    for chat in page.records(known=CHAT):
        value = chat.value
        if not isinstance(value, dict) or not ("mapping" in value or "create_time" in value):
            page.fault(chat.row, "member.record_form")
            continue
        began = page.time(value.get("create_time"), chat.row, _TIMES)
        page.time(value.get("update_time"), chat.row, _TIMES)
        talk.chat(began, chat.get("create_time"))
        workspace += value.get("workspace_id") is not None
        graph = chat.get("mapping")
        for _, node in graph.entries() if graph is not None else ():
            _said(page, talk, node)
    if workspace:
        page.done.append(lambda: gathered.in_workspace(page.member.name, workspace))
    yield from talk.found()


def _said(page: Page, talk: Talk, node: Node) -> None:
    """Count a message of the person; every branch of a conversation was said."""
    message = node.get("message")
    if message is None:
        return
    value = message.value if isinstance(message.value, dict) else {}
    author = value.get("author")
    if not isinstance(author, dict):
        page.fault(node.row, "member.record_value")
        return
    if author.get("role") != "user" or _is_hidden(value):
        return
    moment = page.time(value.get("create_time"), message.row, _TIMES)
    place = Node(page, value.get("create_time"), f"{message.pointer}/create_time", message.row)
    talk.prompt(moment, place)


def _is_hidden(message: Mapping[str, object]) -> bool:
    metadata, content = message.get("metadata"), message.get("content")
    hidden = isinstance(metadata, dict) and metadata.get("is_visually_hidden_from_conversation") is True
    return hidden or (isinstance(content, dict) and content.get("content_type") in _NOT_SAID)


def read_groups(page: Page, _gathered: Gathered) -> Iterator[Fact | Tally]:
    """Yield the count of group chats. Who wrote what in them is not told apart."""
    chats = Dated()
    for chat in page.records("/chats", GROUP):
        value = chat.value if isinstance(chat.value, dict) else {}
        chats.add(page.time(value.get("created_at"), chat.row, (iso,)))
    if chats.count:
        yield page.tally(DataClass.AI_CHATS, chats)


def read_codex(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Count the tasks of Codex Cloud and what was asked in them; nothing in the file says when. No fact."""
    tasks = asked = 0
    for record in page.records(known=CODEX):
        turns = record.get("turns")
        if turns is None:
            page.fault(record.row, "member.record_form")
            continue
        tasks += 1
        roles = [turn.get("role") for turn in turns.each()]
        asked += sum(role is not None and role.value == "user" for role in roles)

    def keep() -> None:
        gathered.codex = (page.member.name, tasks, asked)

    page.done.append(keep)
    yield from ()


def read_library(page: Page, _gathered: Gathered) -> Iterator[Fact | Tally]:
    """Yield the count of files that were uploaded."""
    files = Dated()
    for file in page.records():
        if isinstance(file.value, dict) and "created_at" in file.value:
            files.add(page.time(file.value["created_at"], file.row, (iso,)))
    if files.count:
        yield page.tally(DataClass.FILES, files)
