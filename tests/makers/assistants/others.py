# SPDX-License-Identifier: Apache-2.0
"""Exports of Claude, DeepSeek, Grok and Mistral."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.makers.clock import at
from tests.makers.sample import Sample, Stated, iso_ms, iso_us, made

PERSON = "0f0f0f0f-0000-4000-8000-00000000abcd"
_DAYS = (at("2025-02-01 08:00"), at("2026-01-15 20:00"))
_COUNTS = {"ai_chats": 2, "ai_prompts": 4}


def _stamp(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%S}Z"


def _uses(member: str, first: str, last: str) -> tuple[Stated, ...]:
    early, late = _stamp(_DAYS[0]), _stamp(_DAYS[1] + timedelta(minutes=2))
    return (
        ("ai_use", "chat", early, early, member, first),
        ("ai_use", "chat", late, late, member, last),
    )


def claude_chat(number: int, began: datetime, person: str = PERSON) -> dict[str, object]:
    """A conversation with two questions, two minutes apart."""
    times = [iso_us(began + timedelta(minutes=2 * turn)) for turn in range(2)]
    said: list[dict[str, object]] = [
        {"uuid": f"message-{number}-{sender}", "text": "…", "content": [], "sender": sender,
         "created_at": when, "updated_at": when, "attachments": [], "files": []}
        for when in times
        for sender in ("human", "assistant")
    ]  # fmt: skip
    return {
        "uuid": f"chat-{number}",
        "name": f"Chat {number}",
        "created_at": iso_us(began),
        "updated_at": iso_us(began + timedelta(minutes=3)),
        "account": {"uuid": person},
        "chat_messages": said,
    }


def claude_user(person: str = PERSON) -> dict[str, object]:
    """One user."""
    return {
        "uuid": person,
        "full_name": "Mara Lindqvist-Example",
        "email_address": "mara@example.com",
        "verified_phone_number": None,
    }


def claude_sample() -> Sample:
    """Claude's four files of 2026."""
    when = at("2026-02-01 12:00")
    files = {
        "conversations.json": [claude_chat(1, _DAYS[0]), claude_chat(2, _DAYS[1])],
        "memories.json": [{"conversations_memory": "…", "project_memories": {}, "account_uuid": PERSON}],
        "projects.json": [{"uuid": "project-1", "name": "P", "is_starter_project": True, "docs": []}],
        "users.json": [claude_user()],
    }
    name = "data-2026-02-01-12-00-00-batch-0000.zip"
    place = "/chat_messages/{}/created_at"
    uses = _uses("conversations.json", f"/0{place.format(0)}", f"/1{place.format(2)}")
    return Sample("claude-2026", "claude", made(name, files, when), PERSON, _COUNTS, uses)


def deepseek_sample() -> Sample:
    """DeepSeek's two files; its times have a zone of their own."""
    when = at("2026-02-02 12:00")
    chats = [_deepseek_chat(number, began) for number, began in enumerate(_DAYS)]
    files = {"conversations.json": chats, "user.json": {"user_id": "u-1", "email": "mara@example.com"}}
    place = "/mapping/ask{}/message/inserted_at"
    uses = _uses("conversations.json", f"/0{place.format(0)}", f"/1{place.format(1)}")
    export = made("deepseek_data-2026-02-02.zip", files, when)
    return Sample("deepseek-2026", "deepseek", export, None, _COUNTS, uses)


def _deepseek_chat(number: int, began: datetime) -> dict[str, object]:
    graph: dict[str, object] = {"root": {"id": "root", "parent": None, "children": [], "message": None}}
    for turn in range(2):
        when = _eastern(began + timedelta(minutes=2 * turn))
        for key, kind in ((f"ask{turn}", "REQUEST"), (f"answer{turn}", "RESPONSE")):
            message = {
                "files": [],
                "model": "deepseek-chat",
                "inserted_at": when,
                "fragments": [{"type": kind, "content": "…"}],
            }
            graph[key] = {"id": key, "parent": None, "children": [], "message": message}
    times = {"inserted_at": _eastern(began), "updated_at": _eastern(began + timedelta(minutes=3))}
    return {"id": f"chat-{number}", "title": f"Chat {number}", **times, "mapping": graph}


def _eastern(when: datetime) -> str:
    return f"{when + timedelta(hours=8):%Y-%m-%dT%H:%M:%S}.505000+08:00"


def grok_samples() -> tuple[Sample, ...]:
    """Grok's export with and without the prefix that its folders have had."""
    return (
        _grok("grok-2026", f"ttl/30d/export_data/{PERSON}/"),
        _grok("grok-2026-short", f"export_data/{PERSON}/"),
    )


def _grok(name: str, prefix: str) -> Sample:
    when = at("2026-02-03 12:00")
    backend = f"{prefix}prod-grok-backend.json"
    auth = f"{prefix}prod-mc-auth-mgmt-api.json"
    chats = [_grok_chat(number, began) for number, began in enumerate(_DAYS)]
    sessions = [
        {
            "userAgent": "Example",
            "createTime": f"{began - timedelta(days=1):%Y-%m-%dT%H:%M:%S}Z",
            "lastAuthTime": iso_ms(began),
            "sessionToken": "secret-session-token",
            "cfMetadata": {"city": "Berlin", "country": "DE", "postal": "10115"},
        }
        for began in _DAYS
    ]
    files = {
        backend: {"conversations": chats, "projects": [], "tasks": [], "media_posts": []},
        auth: {
            "user": {"email": "mara@example.com", "givenName": "Mara", "birthDate": "1980-01-01"},
            "sessions": sessions,
            "teams": [],
            "api_keys": [{"key": "secret-api-key"}],
        },
        f"{prefix}prod-mc-billing.json": {"balance_map": {}},
        f"{prefix}prod-mc-asset-server/asset-1/content": b"\x89PNG",
    }
    place = "/conversations/{}/responses/{}/response/create_time"
    began = [_stamp(day - timedelta(days=1)) for day in _DAYS]
    early, late = _stamp(_DAYS[0]), _stamp(_DAYS[1])
    facts = (
        *_uses(backend, place.format(0, 0), place.format(1, 2)),
        ("login", "login", began[0], began[0], auth, "/sessions/0/createTime"),
        ("login", "login", late, late, auth, "/sessions/1/lastAuthTime"),
        ("region_hint", "DE", began[0], early, auth, "/sessions/0/cfMetadata/country"),
        ("region_hint", "DE", began[1], late, auth, "/sessions/1/cfMetadata/country"),
    )
    export = made(f"{name}-5f4c8d58.zip", files, when)
    return Sample(name, "grok", export, PERSON, _COUNTS, facts)


def _grok_chat(number: int, began: datetime) -> dict[str, object]:
    responses = []
    for turn in range(2):
        when = int((began + timedelta(minutes=2 * turn)).timestamp() * 1000)
        for sender in ("human", "ASSISTANT"):
            made_at = {"$date": {"$numberLong": str(when)}}
            answer = {"_id": "r", "message": "…", "sender": sender, "create_time": made_at, "model": "grok-3"}
            responses.append({"response": answer, "share_link": None})
    about = {
        "id": f"chat-{number}",
        "title": "Chat",
        "create_time": iso_ms(began),
        "modify_time": iso_ms(began + timedelta(minutes=3)),
        "user_id": PERSON,
        "x_user_id": None,
        "starred": False,
    }
    return {"conversation": about, "responses": responses}


def mistral_sample() -> Sample:
    """Mistral's export: a file for each chat."""
    when = at("2026-02-04 12:00")
    files: dict[str, object] = {}
    for number, began in enumerate(_DAYS):
        chat = f"00000000-0000-4000-8000-00000000000{number}"
        files[f"chat-{chat}.json"] = [
            {
                "id": f"message-{number}-{turn}-{role}", "version": 0, "chatId": chat, "role": role,
                "content": "…", "contentChunks": None,
                "createdAt": iso_ms(began + timedelta(minutes=2 * turn)), "reaction": "neutral",
                "preference": None, "files": [],
            }
            for turn in range(2)
            for role in ("user", "assistant")
        ]  # fmt: skip
        files[f"chat-{chat}-files/picture.png"] = b"\x89PNG"
    names = [name for name in files if name.endswith(".json")]
    uses = _uses(names[0], "/0/createdAt", "/2/createdAt")
    facts = (uses[0], (*uses[1][:4], names[1], uses[1][5]))
    export = made("chat-export-1770206400000.zip", files, when)
    return Sample("mistral-2026", "mistral", export, None, _COUNTS, facts)
