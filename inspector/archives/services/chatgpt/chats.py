# SPDX-License-Identifier: Apache-2.0
"""Conversations: how many, what the person said in them and when. What was said is not looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypedDict

from inspector.archives.formats.records import Leaf
from inspector.archives.frame.chats import Talk
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import iso
from inspector.archives.services.chatgpt.gathered import Gathered
from inspector.archives.services.chatgpt.shapes import CHAT, CODEX, GROUP
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass

FEATURE: Final = "chat"
_PERSON: Final = "user"
# Times are seconds since 1970, and in this form where they are not.
_ELSE: Final = (iso,)
# What the program itself puts into a conversation under the person's name: their standing instructions.
_NOT_SAID: Final = ("user_editable_context",)


class _Author(TypedDict, total=False):
    role: Leaf


class _Metadata(TypedDict, total=False):
    is_visually_hidden_from_conversation: Leaf


class _Content(TypedDict, total=False):
    content_type: Leaf


class _Message(TypedDict, total=False):
    author: _Author
    create_time: Leaf
    metadata: _Metadata | None
    content: _Content | None


class _Node(TypedDict, total=False):
    message: _Message | None


class _Chat(TypedDict, total=False):
    create_time: Leaf
    update_time: Leaf
    workspace_id: Leaf
    mapping: dict[str, _Node] | None


def read_chats(page: Page, gathered: Gathered) -> Iterator[Fact | Tally]:
    """Yield the counts of conversations and prompts, the first and the last use."""
    talk, workspace = Talk(page, FEATURE), 0
    for chat in page.records(known=CHAT, kind=_Chat):
        value = chat.value
        if not isinstance(value, dict) or not ("mapping" in value or "create_time" in value):
            page.fault(chat.row, "member.record_form")
            continue
        talk.chat_at(value.get("create_time"), chat, ("create_time",), _ELSE)
        talk.changed_at(value.get("update_time"), chat.row, _ELSE)
        workspace += value.get("workspace_id") is not None
        graph = chat.get("mapping")
        if graph is not None:
            _count(page, talk, graph)
    if workspace:
        page.done.append(lambda: gathered.in_workspace(page.member.name, workspace))
    yield from talk.found()


def _count(page: Page, talk: Talk, graph: Node) -> None:
    """Count the messages of the person; every branch of a conversation was said."""
    if not isinstance(graph.value, dict):
        page.fault(graph.row, "member.record_value")
        return
    for name, node in graph.value.items():
        try:
            message = node["message"]
            other = message is None or message["author"]["role"] != _PERSON
        except (KeyError, TypeError):
            message = _looked_at(page, node, graph.row)
            other = message is None
        if not other and not _is_hidden(message):
            talk.prompt_at(message.get("create_time"), graph, (name, "message", "create_time"), _ELSE)


def _looked_at(page: Page, node: Any, row: int) -> dict[str, Any] | None:
    """Return a message of the person from a node in which something is missing or of another form."""
    message: Any = node.get("message") if isinstance(node, dict) else ""
    if message is None:
        return None
    author = message.get("author") if isinstance(message, dict) else None
    if isinstance(author, dict):
        return message if author.get("role") == _PERSON else None
    page.fault(row, "member.record_value")
    return None


def _is_hidden(message: Mapping[str, Any]) -> bool:
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
