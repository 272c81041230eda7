# SPDX-License-Identifier: Apache-2.0
"""Which files a ChatGPT export has, since 2023, and the keys they are known to have.

Source: a real export of 2023, parsers of exports up to 2026 and format notes made from real ones, measured
for structure only. Keys named here without a use are known, so that new ones can be told from them.
"""

from __future__ import annotations

import re
from typing import Final

from inspector.archives.frame.new_keys import any_key, keys

FIRST_YEAR: Final = 2022
"""ChatGPT opened on 2022-11-30."""

_CHATS: Final = re.compile(r"conversations(?:-\d+)?\.json")
_FILES: Final = {
    "user.json": "user",
    "user_settings.json": "settings",
    "model_comparisons.json": "comparisons",
    "message_feedback.json": "feedback",
    "group_chats.json": "groups",
    "library_files.json": "library",
    "export_manifest.json": "manifest",
    "codex.json": "codex",
}


def key_of(path: str) -> str | None:
    """Return the kind of a file of an export, named from its root."""
    return "chats" if _CHATS.fullmatch(path) else _FILES.get(path)


_MESSAGE: Final = keys(
    "id create_time update_time content status end_turn weight metadata recipient channel",
    author=keys("role name metadata"),
)
CHAT: Final = keys(
    "id conversation_id title create_time update_time current_node default_model_slug is_archived voice "
    "is_do_not_remember memory_scope gizmo_id gizmo_type workspace_id is_study_mode conversation_template_id "
    "is_read_only is_starred pinned_time plugin_ids moderation_results safe_urls blocked_urls async_status "
    "conversation_origin disabled_tool_ids context_scopes sugar_item_id sugar_item_visible owner",
    mapping=any_key(keys("id parent children", message=_MESSAGE)),
)
USER: Final = keys("id email chatgpt_plus_user phone_number birth_year")
SETTINGS: Final = keys(
    "user_id habitat_object_version announcements beta_settings",
    settings=keys(
        "training_allowed voice_training_allowed video_training_allowed codex_training_allowed "
        "codex_training_allowed_v2 voice_background_enabled voice_name chat_theme last_used_model_config "
        "show_expanded_code_view show_legacy_models sunshine moonshine memory_in_search "
        "precise_location_allowed bazaar_personalization_enabled bazaar_history_enabled "
        "bazaar_personalization_consent_set free_ads_opt_out project_pins_backfilled "
        "first_party_project_pins_unmigrated study_mode_project_pins_unmigrated"
    ),
)
COMPARISON: Final = keys("id conversation_id user_id create_time workspace_id content storage_protocol")
FEEDBACK: Final = keys(
    "id conversation_id message_id user_id rating create_time update_time workspace_id content "
    "storage_protocol"
)
GROUP: Final = keys(
    "id name assistant_name workspace_id created_at updated_at last_action_at last_read_at "
    "should_auto_respond members messages"
)
CODEX: Final = keys(
    "id title",
    turns=keys(
        "id role branch branch_name turn_status pull_request_status external_pull_request_id",
        input_items=None,
        output_items=None,
    ),
)
"""Tasks of Codex Cloud, as a parser of an export of 2026-07-29 describes them: without any time."""

MANIFEST: Final = keys("version manifest_file logical_files", export_files=keys("path size_bytes"))
