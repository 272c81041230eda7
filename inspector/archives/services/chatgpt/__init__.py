# SPDX-License-Identifier: Apache-2.0
"""ChatGPT's "Export data", in the layouts it has had from 2023 to 2026."""

from __future__ import annotations

from typing import Final

from inspector.archives.frame.glimpse import has_keys, key_paths
from inspector.archives.frame.signs import Sign, kind
from inspector.archives.services.chatgpt.reading import CHATGPT


def _chats(start: bytes) -> bool:
    """Tell conversations by their graph; DeepSeek's have one too, with other names for times."""
    found = key_paths(start)
    last = {path.rpartition("/")[2] for path in found}
    return "mapping" in found and "create_time" in last and not {"inserted_at", "chat_messages"} & last


KIND: Final = kind(
    CHATGPT,
    "ChatGPT",
    (
        Sign(r"conversations(?:-\d+)?\.json", _chats),
        Sign(r"user_settings\.json", has_keys("settings", "habitat_object_version")),
        Sign(r"user\.json", has_keys("chatgpt_plus_user")),
        Sign(r"(?:model_comparisons|message_feedback)\.json", has_keys("conversation_id", "workspace_id")),
    ),
)
