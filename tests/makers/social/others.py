# SPDX-License-Identifier: Apache-2.0
"""The export of Meta AI as pages, and WhatsApp's report, of which only the folders are known."""

from __future__ import annotations

from datetime import timedelta

from tests.makers.clock import at
from tests.makers.sample import Sample, made
from tests.makers.social.meta import page, shown, shown_bounds, table
from tests.makers.truth import without_zone

CHATS = "meta_ai_profile/your_ai_conversations.html"
_PROFILE = "meta_ai_profile/your_meta_ai_profile.html"


def chats_page() -> bytes:
    """Two chats; the day of the first could be read two ways, that of the second only one."""
    rows = [
        ("Messages", "Conversation with Meta AI You: … Meta AI: …"),
        ("Attachment", "Conversation with Meta AI_03-09-2025_1.txt"),
        ("Messages", "Conversation with Meta AI You: … Meta AI: …"),
        ("Attachment", "Conversation with Meta AI_11-25-2025_2.txt"),
    ]
    return page("Your AI conversations", table(rows))


def meta_ai_sample() -> Sample:
    """An export of Meta AI of 2026."""
    made_on, changed = at("2025-05-01 10:00"), at("2026-01-05 15:04")
    profile = table([("Name", "Mara"), ("Creation time", shown(made_on)), ("Update time", shown(changed))])
    files = {
        CHATS: chats_page(),
        _PROFILE: page("Your Meta AI profile", profile),
        "meta_ai_app/app_settings.html": page("App settings", table([("Voice", "On")])),
    }
    day = timedelta(hours=23, minutes=59, seconds=59)
    march, september = without_zone(at("2025-03-09 00:00")), without_zone(at("2025-09-03 00:00"), day)
    first = (march.not_before, september.not_after)
    november = without_zone(at("2025-11-25 00:00"), day)
    last = (november.not_before, november.not_after)
    facts = (
        ("account_created", "created", *shown_bounds(made_on), _PROFILE, "cell 4"),
        ("ai_use", "meta-ai", *first, CHATS, "cell 4"),
        ("ai_use", "meta-ai", *last, CHATS, "cell 8"),
    )
    when = at("2026-04-12 09:00")
    return Sample(
        "meta-ai",
        "meta-ai",
        made("meta-2026-Apr-12-09-00-00.zip", files, when),
        None,
        {"ai_chats": 2},
        facts,
        ("meta_html",),
    )


def whatsapp_files() -> dict[str, object]:
    """The files of WhatsApp's report by name; what they hold is made up, for their keys are not known."""
    return {
        "whatsapp_account_information/registration_information.json": {"unknown": "…"},
        "whatsapp_account_information/user_information.json": {"unknown": "…"},
        "whatsapp_connections/contacts.json": {"unknown": []},
        "whatsapp_settings/account_settings.json": {"unknown": "…"},
    }


def whatsapp_sample() -> Sample:
    """A report of WhatsApp: recognised, and nothing is read of it."""
    when = at("2026-04-12 09:00")
    return Sample("whatsapp-2026", "whatsapp", made("my_account_info.zip", whatsapp_files(), when), None)
