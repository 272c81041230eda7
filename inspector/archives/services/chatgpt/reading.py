# SPDX-License-Identifier: Apache-2.0
"""How ChatGPT exports are read, and what is looked for in them."""

from __future__ import annotations

from typing import Final

from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.reading import Handler, Service
from inspector.archives.services.chatgpt import account, chats
from inspector.archives.services.chatgpt.gathered import Gathered, ends
from inspector.archives.services.chatgpt.shapes import FIRST_YEAR, key_of
from inspector.domain.words import DataClass, FactKind

_HANDLERS: Final[dict[str, Handler[Gathered]]] = {
    "chats": chats.read_chats,
    "groups": chats.read_groups,
    "library": chats.read_library,
    "user": account.read_user,
    "settings": account.read_settings,
    "comparisons": account.read_comparisons,
    "feedback": account.read_feedback,
    "manifest": account.read_manifest,
    "codex": chats.read_codex,
}

_SETTINGS: Final = {"settings": "user_settings.json"}
_CHATS: Final = {"chats": "conversations.json"}
SOUGHT: Final = (
    Sought("chatgpt.setting", account.IMPROVE, _SETTINGS),
    Sought("chatgpt.codex_setting", account.CODEX, _SETTINGS),
    Sought("chatgpt.media_settings", where="user_settings.json"),
    Sought("chatgpt.setting_history", where="*.json"),
    Sought("chatgpt.account_created", where="*.json"),
    Sought(
        "chatgpt.plan",
        FactKind.PLAN_STATE,
        {"user": "user.json", "comparisons": "model_comparisons.json"},
    ),
    Sought("chatgpt.region", FactKind.REGION_HINT, {"comparisons": "model_comparisons.json"}),
    Sought("chatgpt.feedback", FactKind.AI_USE, {"feedback": "message_feedback.json"}),
    Sought("chatgpt.chats", DataClass.AI_CHATS, {**_CHATS, "groups": "group_chats.json"}),
    Sought("chatgpt.prompts", DataClass.AI_PROMPTS, _CHATS),
    Sought("chatgpt.files", DataClass.FILES, {"library": "library_files.json"}),
)

CHATGPT: Final = Service("chatgpt", FIRST_YEAR, key_of, _HANDLERS, Gathered, ends, SOUGHT)
