# SPDX-License-Identifier: Apache-2.0
"""What the catalog says about AI assistants, by region and plan, as its sources have it."""

from __future__ import annotations

import pytest

from inspector.catalog.lookup import rows_for
from inspector.domain.moment import Moment
from inspector.domain.words import Practice, Switch
from tests.unit.catalog.samples import shipped

CATALOG = shipped()
CONTROLS = {
    "chatgpt": [
        "improve-the-model",
        "audio-recordings",
        "video-recordings",
        "codex-environments",
        "web-browsing",
    ],
    "claude": ["model-improvement"],
    "google": ["gemini-activity", "gemini-live-media", "search-save-media", "web-app-activity"],
    "microsoft-copilot": ["model-training", "voice-training"],
    "github": ["copilot-training"],
    "grok": ["improve-the-model"],
    "perplexity": ["ai-data-retention"],
    "mistral": ["training"],
    "deepseek": ["improve-the-model"],
    "character-ai": ["improve-the-model"],
}

COPILOT_BEGINS = "2024-10-01..2025-01-28"
HISTORY = {
    ("chatgpt/improve-the-model", "US", None): "no_control default_on@2023-04-25..2023-04-26",
    ("chatgpt/improve-the-model", "FR", "free"): "no_control default_on@2023-04-25..2023-04-26",
    ("chatgpt/improve-the-model", "FR", "business"): "not_used",
    ("chatgpt/audio-recordings", "DE", None): "unknown opt_in@2026-06-13",
    ("chatgpt/codex-environments", "DE", None): "unknown",
    ("chatgpt/web-browsing", "US", None): "unknown opt_in@2025-10-21 unknown@2026-08-09",
    ("claude/model-improvement", "DE", "pro"): "not_used unknown@2025-08-28",
    ("claude/model-improvement", "DE", "team"): "not_used",
    ("google/gemini-activity", "US", None): "unknown default_on@2023-03-01..2023-11-16",
    ("google/gemini-activity", "IT", None): "unknown default_on@2023-07-13..2023-11-16",
    ("google/gemini-activity", "IT", "workspace"): "not_used",
    ("google/gemini-live-media", "IT", None): "unknown opt_in@2025-08-13..2025-09-02",
    ("google/search-save-media", "US", None): "unknown",
    ("microsoft-copilot/model-training", "US", None): (
        f"unknown default_on@{COPILOT_BEGINS} unknown@2026-08-18"
    ),
    ("microsoft-copilot/model-training", "US", "old-app"): f"unknown default_on@{COPILOT_BEGINS}",
    ("microsoft-copilot/model-training", "US", "new-app"): "unknown not_used@2026-08-18",
    ("microsoft-copilot/model-training", "DE", "old-app"): "unknown",
    ("microsoft-copilot/model-training", "DE", "new-app"): "unknown not_used@2026-08-18",
    ("microsoft-copilot/model-training", "BR", None): "unknown not_used@2024-10-01..2026-10-02",
    ("microsoft-copilot/model-training", "HK", None): (
        f"unknown default_on@{COPILOT_BEGINS} unknown@2026-08-18"
    ),
    ("github/copilot-training", "DE", "pro"): "not_used default_on@2026-04-24..2026-04-27",
    ("github/copilot-training", "DE", "student"): "not_used unknown@2026-04-24..2026-04-27",
    ("github/copilot-training", "DE", "enterprise"): "not_used",
    ("grok/improve-the-model", "US", None): (
        "unknown no_control@2024-03-15..2024-04-29 default_on@2024-09-16..2025-01-08"
    ),
    ("grok/improve-the-model", "GB", None): "unknown",
    ("grok/improve-the-model", "NO", "enterprise"): "not_used",
    ("perplexity/ai-data-retention", "DE", "max"): "unknown default_on@2025-08-11",
    ("perplexity/ai-data-retention", "DE", "enterprise"): "not_used",
    ("mistral/training", "FR", "free"): (
        "unknown no_control@2024-02-21..2024-02-26 default_on@2025-05-07..2025-05-08"
    ),
    ("mistral/training", "FR", "pro"): "unknown",
    ("mistral/training", "FR", "team"): "not_used",
    ("deepseek/improve-the-model", "US", None): (
        "unknown no_control@2024-12-05..2025-02-16 default_on@2025-04-28..2025-05-04"
    ),
    ("deepseek/improve-the-model", "CN", None): "unknown",
    ("character-ai/improve-the-model", "US", None): "unknown no_control@2025-08-27",
    ("character-ai/improve-the-model", "CH", None): "unknown no_control@2025-08-27",
    ("character-ai/improve-the-model", "DE", None): "unknown default_on@2026-07-01",
}


def _since(start: Moment | None) -> str:
    if start is None:
        return ""
    first, last = start.earliest.date().isoformat(), start.latest.date().isoformat()
    return f"@{first}" if first == last else f"@{first}..{last}"


@pytest.mark.parametrize("service", CONTROLS)
def test_every_setting_of_a_service_has_its_stable_id(service: str) -> None:
    entry = CATALOG.service(service)
    assert [control.id for control in entry.controls] == [f"{service}/{name}" for name in CONTROLS[service]]


@pytest.mark.parametrize(("control", "region", "plan"), HISTORY)
def test_the_practices_of_a_region_and_plan_in_order(control: str, region: str, plan: str | None) -> None:
    rows = rows_for(CATALOG.control(control), region, plan, CATALOG.regions)
    assert " ".join(f"{row.practice}{_since(row.start)}" for row in rows) == HISTORY[control, region, plan]


def test_the_copilot_setting_of_github_was_shown_before_training_began() -> None:
    row = CATALOG.service("github").row("github.world")
    assert row.offer is not None
    assert row.start is not None
    assert row.offer.initial is Switch.ON
    assert row.offer.start.latest < row.start.earliest


@pytest.mark.parametrize("service", CONTROLS)
def test_an_unknown_practice_after_a_known_one_names_what_its_sources_say(service: str) -> None:
    """What two sources contradict is unknown with both named, so such a row cites at least two."""
    entry = CATALOG.service(service)
    late = [
        row for one in entry.controls for row in one.rows if row.practice is Practice.UNKNOWN and row.start
    ]
    assert all(len(row.sources) >= 2 for row in late)


def test_labels_that_two_services_share_are_told_apart_by_their_service() -> None:
    shared = {
        service: {label.text for label in CATALOG.control_entry(f"{service}/improve-the-model").labels}
        for service in ("chatgpt", "deepseek")
    }
    assert shared["chatgpt"] & shared["deepseek"] == {"Improve the model for everyone"}
    assert "same-words" in {limit.id for limit in CATALOG.service("deepseek").limits}
