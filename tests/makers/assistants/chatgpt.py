# SPDX-License-Identifier: Apache-2.0
"""ChatGPT exports as they were in 2023, 2025 and 2026. One person wrote in them from April 2023 on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from tests.makers.clock import at
from tests.makers.sample import Sample, Stated, iso_ms, iso_us, made
from tests.makers.truth import without_zone

USER = "user-Fictional0000000000000001"
_HIDDEN = {"is_visually_hidden_from_conversation": True}


def _message(role: str, when: datetime | None, text: str, **more: object) -> dict[str, object]:
    return {
        "id": f"{role}-{text[:8]}",
        "author": {"role": role, "name": None, "metadata": {}},
        "create_time": when.timestamp() + 0.25 if when else None,
        "update_time": None,
        "content": {"content_type": "text", "parts": [text]},
        "status": "finished_successfully",
        "end_turn": None,
        "weight": 1.0,
        "metadata": {"model_slug": "gpt-4"} if role == "assistant" else {},
        "recipient": "all",
        **more,
    }


def conversation(number: int, began: datetime, turns: int = 2, **more: object) -> dict[str, object]:
    """One conversation: a root, hidden instructions, then turns of a minute each."""
    nodes: list[tuple[str, dict[str, object] | None]] = [
        ("root", None),
        ("setup", _message("user", None, "instructions", metadata=_HIDDEN)),
    ]
    for turn in range(turns):
        asked = began + timedelta(minutes=turn)
        nodes.append((f"ask{turn}", _message("user", asked, f"question {turn}")))
        nodes.append((f"answer{turn}", _message("assistant", asked, f"answer {turn}")))
    graph: dict[str, object] = {
        key: {"id": key, "message": message, "parent": None, "children": []} for key, message in nodes
    }
    return {
        "title": f"Conversation {number}",
        "create_time": began.timestamp() + 0.5,
        "update_time": (began + timedelta(minutes=turns)).timestamp(),
        "mapping": graph,
        "moderation_results": [],
        "current_node": nodes[-1][0],
        "conversation_id": f"conversation-{number}",
        "is_archived": False,
        "id": f"conversation-{number}",
        **more,
    }


def settings(training: object, **more: object) -> list[dict[str, object]]:
    """``user_settings.json`` with the switch as given; `more` are further keys of its settings."""
    inner = {"chat_theme": "system", "voice_name": "none", "training_allowed": training, **more}
    record = {"user_id": USER, "habitat_object_version": "1", "announcements": {}, "beta_settings": {}}
    return [{**record, "settings": inner}]


def user(*, plus: bool, **more: object) -> dict[str, object]:
    """``user.json``."""
    return {"id": USER, "email": "mara@example.com", "chatgpt_plus_user": plus, "phone_number": None, **more}


def comparison(number: int, when: datetime, country: str, *, paid: bool) -> dict[str, object]:
    """One record of ``model_comparisons.json`` with its dated plan and country."""
    headers = {"cf-ipcountry": country, "cf-ipcontinent": "EU", "cf-ipcity": "Example", "oai-asnum": "64500"}
    return {
        "id": f"comparison-{number}",
        "conversation_id": "conversation-1",
        "user_id": USER,
        "create_time": iso_us(when),
        "workspace_id": None,
        "content": {
            "input": {"conversation_id": "conversation-1"},
            "output": {"feedback_version": "1"},
            "metadata": {"is_paid_current_user": paid, "cf_headers": headers},
        },
        "storage_protocol": "zstd::1.5.5.1",
    }


def feedback(when: datetime, **more: object) -> dict[str, object]:
    """One rating."""
    return {
        "id": "feedback-1",
        "conversation_id": "conversation-1",
        "user_id": USER,
        "rating": "thumbs_up",
        "create_time": iso_us(when),
        "workspace_id": None,
        "content": "{}",
        **more,
    }


_FIRST, _SECOND = at("2023-04-02 09:30"), at("2023-11-20 18:00")
_CHATS = [conversation(1, _FIRST), conversation(2, _SECOND, 3)]
_USES: tuple[Stated, ...] = (
    ("ai_use", "chat", "2023-04-02T09:30:00Z", "2023-04-02T09:30:00Z", "conversations.json",
     "/0/mapping/ask0/message/create_time"),
    ("ai_use", "chat", "2023-11-20T18:02:00Z", "2023-11-20T18:02:00Z", "conversations.json",
     "/1/mapping/ask2/message/create_time"),
)  # fmt: skip


def _as_of(latest: str, when: datetime) -> tuple[str, str]:
    return latest, without_zone(when).not_after


def era_2023() -> Sample:
    """Six members, none of them settings; answers compared side by side state plan and country."""
    when = at("2023-12-28 10:00")
    rows = [
        comparison(1, at("2023-06-01 12:00"), "US", paid=False),
        comparison(2, at("2023-07-01 12:00"), "US", paid=True),
        comparison(3, at("2023-12-01 12:00"), "FR", paid=True),
    ]
    files: Mapping[str, object] = {
        "chat.html": b"<html></html>",
        "conversations.json": _CHATS,
        "message_feedback.json": [feedback(at("2023-05-05 05:05"), storage_protocol=None)],
        "model_comparisons.json": rows,
        "shared_conversations.json": [],
        "user.json": user(plus=True),
    }
    paid = "/content/metadata/is_paid_current_user"
    place = "/content/metadata/cf_headers/cf-ipcountry"
    comparisons = "model_comparisons.json"
    rated = "2023-05-05T05:05:00Z"
    days = [f"{day}T12:00:00Z" for day in ("2023-06-01", "2023-07-01", "2023-12-01")]
    facts: tuple[Stated, ...] = (
        *_USES,
        ("ai_use", "feedback", rated, rated, "message_feedback.json", "/0/create_time"),
        ("plan_state", "not paid", days[0], days[0], comparisons, f"/0{paid}"),
        ("plan_state", "paid", days[1], days[1], comparisons, f"/1{paid}"),
        ("plan_state", "paid", days[2], days[2], comparisons, f"/2{paid}"),
        ("plan_state", "Plus", *_as_of("2023-12-01T12:00:00Z", when), "user.json", "/chatgpt_plus_user"),
        ("region_hint", "US", days[0], days[0], comparisons, f"/0{place}"),
        ("region_hint", "US", days[1], days[1], comparisons, f"/1{place}"),
        ("region_hint", "FR", days[2], days[2], comparisons, f"/2{place}"),
    )
    name = "3b1c-2023-12-28-10-00-00.zip"
    return Sample("chatgpt-2023", "chatgpt", made(name, files, when), USER, _counted(2, 5), facts)


def era_2025() -> Sample:
    """As in 2023, with group chats and media, without comparisons."""
    when = at("2025-09-01 10:00")
    group: dict[str, object] = {
        "id": "group-1",
        "name": "Group",
        "workspace_id": None,
        "created_at": iso_ms(at("2025-08-01 08:00")),
        "members": [],
        "messages": [],
    }
    files: Mapping[str, object] = {
        "conversations.json": _CHATS,
        "group_chats.json": {"chats": [group]},
        "message_feedback.json": [],
        "shared_conversations.json": [],
        "shopping.json": [],
        "sora.json": {},
        "user.json": user(plus=False, birth_year=1980),
        "dalle-generations/image.webp": b"RIFF",
    }
    facts: tuple[Stated, ...] = (
        *_USES,
        ("plan_state", "not Plus", *_as_of("2025-08-01T08:00:00Z", when), "user.json", "/chatgpt_plus_user"),
    )
    name = "77aa-2025-09-01-10-00-00.zip"
    return Sample("chatgpt-2025", "chatgpt", made(name, files, when), USER, _counted(3, 5), facts)


def codex_task(number: int = 1) -> dict[str, object]:
    """A task of Codex Cloud: a prompt and an answer, without any time."""
    task = f"task_e_{number:032x}"
    said = [{"type": "message", "role": "user", "content": [{"content_type": "text", "text": "…"}]}]
    return {
        "id": task,
        "title": "Fictional task",
        "turns": [
            {"id": f"{task}~usertrn_e_1", "role": "user", "input_items": said},
            {"id": f"{task}~assttrn_e_1", "role": "assistant", "output_items": [], "branch": "main",
             "turn_status": "completed"},
        ],
    }  # fmt: skip


def era_2026(
    training: object = False, *, name: str = "chatgpt-2026", when: str = "2026-06-13 16:00", **more: object
) -> Sample:
    """Conversations in two pieces, a manifest, the library, and the switches as they stood."""
    made_at = at(when)
    pieces = {
        "conversations-000.json": [conversation(1, _FIRST, is_study_mode=False)],
        "conversations-001.json": [conversation(2, made_at - timedelta(hours=6), 3, voice=None)],
    }
    files: dict[str, object] = {
        "chat.html": b"<html></html>",
        "codex.json": [codex_task()],
        "conversation_asset_file_names.json": {"file-1.dat": "picture.png"},
        **pieces,
        "group_chats.json": {"chats": []},
        "library_files.json": [{"id": "1", "created_at": iso_ms(at("2026-01-02 10:00"))}],
        "message_feedback.json": [],
        "shared_conversations.json": [],
        "user.json": user(plus=False, birth_year=1980),
        "user_settings.json": settings(training, voice_training_allowed=True, **more),
        "file-1.dat": b"\x89PNG",
    }
    listed = [{"path": path, "size_bytes": 1} for path in sorted(files)]
    files["export_manifest.json"] = {
        "version": 1,
        "manifest_file": "export_manifest.json",
        "export_files": listed,
        "logical_files": {"conversations": {"files": sorted(pieces), "sharded": True}},
    }
    export = made(f"f0dd-{made_at:%Y-%m-%d}-16-00-00.zip", files, made_at)
    last = f"{made_at - timedelta(hours=6) + timedelta(minutes=3):%Y-%m-%dT%H:%M:%S}Z"
    return Sample(
        name, "chatgpt", export, USER, {**_counted(2, 5), "files": 1}, _of_2026(training, made_at, last)
    )


def _of_2026(training: object, when: datetime, last: str) -> tuple[Stated, ...]:
    began = when - timedelta(hours=6)
    said = (began, began + timedelta(minutes=2))
    first, final = (f"{time:%Y-%m-%dT%H:%M:%S}Z" for time in said)
    old = [f"2023-04-02T09:3{minute}:00Z" for minute in (0, 1)]
    ask = "/0/mapping/ask{}/message/create_time"
    uses: list[Stated] = [
        ("ai_use", "chat", old[0], old[0], "conversations-000.json", ask.format(0)),
        ("ai_use", "chat", old[1], old[1], "conversations-000.json", ask.format(1)),
        ("ai_use", "chat", first, first, "conversations-001.json", ask.format(0)),
        ("ai_use", "chat", final, final, "conversations-001.json", ask.format(2)),
        ("plan_state", "not Plus", *_as_of(last, when), "user.json", "/chatgpt_plus_user"),
    ]
    if isinstance(training, bool):
        place = ("user_settings.json", "/0/settings/training_allowed")
        uses.append(("setting_reading", "on" if training else "off", *_as_of(last, when), *place))
    return tuple(uses)


def _counted(chats: int, prompts: int) -> dict[str, int]:
    return {"ai_chats": chats, "ai_prompts": prompts}


def chatgpt_samples() -> tuple[Sample, ...]:
    """Return an export of each era."""
    return era_2023(), era_2025(), era_2026()
