# SPDX-License-Identifier: Apache-2.0
"""Grok.com's "Export Account Data": conversations, and the sessions of the account.

Source: parsers of exports of 2026 and two descriptions of their sessions. The file on the account holds what
opens it; of that file only the times of each session and its country are looked at, and nothing of it is
repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Final

from inspector.archives import countries
from inspector.archives.frame.chats import Talk
from inspector.archives.frame.glimpse import has_keys
from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.new_keys import keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Service
from inspector.archives.frame.signs import Sign, kind
from inspector.archives.frame.times import extended, iso
from inspector.archives.reader import Seen
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment, hull
from inspector.domain.words import DataClass, FactKind

FIRST_YEAR: Final = 2023
_TIMES: Final = (iso, extended)
_FILES: Final = {"prod-grok-backend.json": "chats", "prod-mc-auth-mgmt-api.json": "sessions"}
_CHAT: Final = keys(
    conversation=keys(
        "id title create_time modify_time user_id x_user_id anon_user_id team_id organization_id starred "
        "system_prompt_name leaf_response_id temporary"
    ),
    responses=keys(
        "share_link",
        response=keys(
            "_id conversation_id message sender create_time model parent_response_id children partial "
            "cited_web_search_results web_search_results generated_image_urls file_attachments "
            "thinking_trace thinking_start_time thinking_end_time agent_thinking_traces steps query "
            "query_type xpost_ids webpage_urls card_attachments_json error metadata"
        ),
    ),
)


@dataclass(slots=True)
class _Gathered:
    people: set[str] = field(default_factory=set)


def _read_chats(page: Page, gathered: _Gathered) -> Iterator[Fact | Tally]:
    """Yield the counts of conversations and prompts, the first and the last use."""
    talk = Talk(page, "chat")
    for record in page.records("/conversations", _CHAT):
        chat = record.get("conversation")
        if chat is None or not isinstance(chat.value, dict):
            page.fault(record.row, "member.record_form")
            continue
        _person(page, gathered, chat.get("user_id"))
        talk.chat(page.time(chat.value.get("create_time"), chat.row, _TIMES), chat.get("create_time"))
        page.time(chat.value.get("modify_time"), chat.row, _TIMES)
        responses = record.get("responses")
        for response in responses.each() if responses is not None else ():
            _said(page, talk, response.get("response"))
    yield from talk.found()


def _said(page: Page, talk: Talk, said: Node | None) -> None:
    if said is None or not isinstance(said.value, dict):
        return
    sender = said.value.get("sender")
    if isinstance(sender, str) and sender.casefold() == "human":
        made = Node(page, said.value.get("create_time"), f"{said.pointer}/create_time", said.row)
        talk.prompt(page.time(made.value, said.row, _TIMES), made)


def _person(page: Page, gathered: _Gathered, user: Node | None) -> None:
    name = user.text() if user is not None else None
    if name:
        page.done.append(lambda: gathered.people.add(name))


def _read_sessions(page: Page, _gathered: _Gathered) -> Iterator[Fact]:
    """Yield the first and the last log-in, and the countries they came from."""
    found: list[tuple[Moment, Node]] = []
    sessions = page.document().get("sessions")
    for session in sessions.each() if sessions is not None else ():
        own = list(_logins(session))
        found += own
        country = session.get("cfMetadata", "country")
        code = countries.from_code(country.text() or "") if country is not None else None
        if country is not None and code is not None:
            yield page.fact(FactKind.REGION_HINT, code, _between(own), country)
    found.sort(key=lambda login: login[0].sort_key())
    for moment, made in dict.fromkeys((*found[:1], *found[-1:])):
        yield page.fact(FactKind.LOGIN, "login", moment, made)


def _logins(session: Node) -> Iterator[tuple[Moment, Node]]:
    """Yield when a session began and when its owner was last asked to show who they are."""
    for key in ("createTime", "lastAuthTime"):
        made = session.get(key)
        moment = made.time(*_TIMES) if made is not None else None
        if made is not None and moment is not None:
            yield moment, made


def _between(logins: Sequence[tuple[Moment, Node]]) -> Moment | None:
    """Return the time that the place of a session holds for: nothing says at which of its log-ins it was."""
    moments = [moment for moment, _ in logins]
    return reduce(hull, moments) if moments else None


def _ends(gathered: _Gathered, _seen: Seen) -> Ending:
    return Ending(next(iter(gathered.people)) if len(gathered.people) == 1 else None)


_CHATS: Final = {"chats": "prod-grok-backend.json"}
_SESSIONS: Final = {"sessions": "prod-mc-auth-mgmt-api.json"}
SOUGHT: Final = (
    Sought("grok.setting", where="*.json"),
    Sought("grok.account_created", where="*.json"),
    Sought("grok.region", FactKind.REGION_HINT, _SESSIONS),
    Sought("grok.logins", FactKind.LOGIN, _SESSIONS),
    Sought("grok.chats", DataClass.AI_CHATS, _CHATS),
    Sought("grok.prompts", DataClass.AI_PROMPTS, _CHATS),
)
GROK: Final = Service(
    "grok",
    FIRST_YEAR,
    _FILES.get,
    {"chats": _read_chats, "sessions": _read_sessions},
    _Gathered,
    _ends,
    SOUGHT,
)
KIND: Final = kind(
    GROK,
    "Grok",
    (
        Sign(re.escape("prod-grok-backend.json"), has_keys("conversations")),
        Sign(re.escape("prod-mc-auth-mgmt-api.json")),
    ),
)
