# SPDX-License-Identifier: Apache-2.0
"""Work tools, devices, music and sport come out as their sources have it, through the command line.

The tables state the headline and every span before it; what the sources leave open stays unknown.
"""

from __future__ import annotations

import json

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own
import pytest

from tests.e2e.program import ROOT, Json, answer
from tests.e2e.service_scenarios_work import SCENARIOS, ServiceScenario

SCHEMA = json.loads((ROOT / "resources" / "schemas" / "findings-1.json").read_text("utf-8"))

Bounds = tuple[str | None, str | None]
Span = tuple[str, str, Bounds, bool]


def day(first: str, last: str | None = None) -> Bounds:
    """Return the bounds of a whole UTC day, or of all from one day to another."""
    return (f"{first}T00:00:00Z", f"{last or first}T23:59:59Z")


def noon(date: str) -> str:
    """Return when the pictures of a day were taken."""
    return f"{date}T12:00:00Z"


def by(date: str, first: str | None = None) -> Bounds:
    """Return the bounds of what happened by the noon of a picture, not before `first`."""
    return (f"{first}T00:00:00Z" if first else None, noon(date))


FIGMA_START = day("2024-08-15")
ATLASSIAN_START = day("2026-08-17")
ZOOM_WORD = day("2023-08-11")
SLACK_WORD = day("2024-05-17", "2024-05-18")

HEADLINES: dict[str, tuple[str, str | None, Bounds | None]] = {
    "figma-starter": ("on", "default", FIGMA_START),
    "figma-organization": ("off", "shown", by("2024-07-01", "2024-06-26")),
    "figma-unsaid-plan": ("on", "default", FIGMA_START),
    "figma-starter-then-organization": ("on", "default", FIGMA_START),
    "figma-education": ("off", "default", by("2025-01-15", "2024-06-26")),
    "slack-owner-opts-out": ("off", "shown", (noon("2024-05-20"), noon("2024-06-03"))),
    "slack-nobody-opts-out": ("on", "shown", by("2024-06-10", "2020-10-01")),
    "slack-generative": ("off", "default", SLACK_WORD),
    "zoom-calls": ("off", "shown", by("2024-02-10", "2023-08-11")),
    "zoom-calls-before": ("off", "default", ZOOM_WORD),
    "zoom-telemetry": ("unknown", None, None),
    "spotify-thinks-it-is-off": ("on", "default", by("2025-06-01", "2025-05-12")),
    "spotify-moves-from-us-to-de": ("on", "shown", by("2025-05-20", "2025-05-12")),
    "strava-one-picture": ("off", "shown", (noon("2026-10-01"), noon("2026-10-01"))),
    "strava-pictures-disagree": ("unknown", None, None),
    "atlassian-free": ("on", "default", ATLASSIAN_START),
    "atlassian-premium": ("off", "shown", by("2026-06-01", "2026-04-16")),
    "atlassian-metadata": ("on", "default", ATLASSIAN_START),
    "atlassian-enterprise-metadata": ("unknown", None, None),
    "grammarly-remembers": ("off", "declared", (noon("2024-10-01"), "2025-02-02T11:59:59Z")),
    "canva-pro": ("unknown", None, None),
    "adobe-school": ("off", "shown", by("2025-09-01", "2023-01-04")),
    "adobe-personal": ("off", "shown", by("2024-06-08", "2023-01-04")),
    "alexa-text-moves-from-us-to-de": ("unknown", None, None),
    "apple-siri-fault": ("on", "shown", by("2022-01-15", "2019-10-01")),
}

# All spans in order: state, practice, start, may be empty.
FIGMA_BEFORE: list[Span] = [
    ("unknown", "unknown", by("2024-07-01"), True),
    ("off", "not_used", by("2024-07-01", "2024-06-26"), False),
]
ATLASSIAN_BEFORE: list[Span] = [
    ("unknown", "unknown", by("2026-06-01"), True),
    ("off", "not_used", by("2026-06-01", "2026-04-16"), False),
]
SPANS: dict[str, list[Span]] = {
    "figma-starter": [*FIGMA_BEFORE, ("on", "default_on", FIGMA_START, False)],
    "figma-organization": [*FIGMA_BEFORE, ("off", "opt_in", FIGMA_START, False)],
    "figma-unsaid-plan": [*FIGMA_BEFORE, ("on", "default_on", FIGMA_START, False)],
    "figma-starter-then-organization": [
        *FIGMA_BEFORE,
        ("on", "default_on", FIGMA_START, False),
        ("on", "opt_in", day("2025-03-01"), False),
    ],
    "figma-education": [
        ("unknown", "unknown", by("2025-01-15"), True),
        ("off", "not_used", by("2025-01-15", "2024-06-26"), False),
    ],
    "slack-owner-opts-out": [
        ("unknown", "unknown", by("2024-05-20"), True),
        ("on", "default_on", by("2024-05-20", "2020-10-01"), False),
        ("off", "default_on", (noon("2024-05-20"), noon("2024-06-03")), False),
    ],
    "slack-nobody-opts-out": [
        ("unknown", "unknown", by("2024-06-10"), True),
        ("on", "default_on", by("2024-06-10", "2020-10-01"), False),
    ],
    "slack-generative": [
        ("unknown", "unknown", by("2019-05-01"), False),
        ("off", "not_used", SLACK_WORD, False),
        ("off", "opt_in", day("2024-05-18", "2026-08-31"), False),
    ],
    "zoom-calls": [
        ("unknown", "unknown", by("2024-02-10"), True),
        ("off", "not_used", by("2024-02-10", "2023-08-11"), False),
    ],
    "zoom-calls-before": [
        ("unknown", "unknown", by("2022-01-10"), False),
        ("off", "not_used", ZOOM_WORD, False),
    ],
    "zoom-telemetry": [
        ("unknown", "unknown", by("2022-01-10"), False),
        ("on", "no_control", day("2023-03-31"), False),
        ("unknown", "unknown", ZOOM_WORD, False),
    ],
    "spotify-thinks-it-is-off": [
        ("unknown", "unknown", by("2025-06-01"), True),
        ("on", "no_control", by("2025-06-01", "2025-05-12"), False),
    ],
    "spotify-moves-from-us-to-de": [
        ("unknown", "unknown", by("2025-05-20"), True),
        ("on", "no_control", by("2025-05-20", "2025-05-12"), False),
    ],
    "strava-one-picture": [
        ("unknown", "unknown", by("2026-10-01"), True),
        ("unknown", "unknown", by("2026-10-01", "2024-09-30"), False),
        ("off", "unknown", (noon("2026-10-01"), noon("2026-10-01")), False),
    ],
    "strava-pictures-disagree": [
        ("unknown", "unknown", by("2026-03-01"), True),
        ("unknown", "unknown", by("2026-03-01", "2024-09-30"), False),
        ("unknown", "unknown", (noon("2026-03-01"), noon("2026-03-01")), False),
    ],
    "atlassian-free": [*ATLASSIAN_BEFORE, ("on", "default_on", ATLASSIAN_START, False)],
    "atlassian-premium": [*ATLASSIAN_BEFORE, ("off", "opt_in", ATLASSIAN_START, False)],
    "atlassian-metadata": [*ATLASSIAN_BEFORE, ("on", "no_control", ATLASSIAN_START, False)],
    "atlassian-enterprise-metadata": [*ATLASSIAN_BEFORE, ("unknown", "unknown", ATLASSIAN_START, False)],
    "grammarly-remembers": [
        ("unknown", "unknown", by("2024-10-01"), True),
        ("on", "default_on", by("2024-10-01", "2023-03-01"), False),
        ("off", "default_on", (noon("2024-10-01"), "2025-02-02T11:59:59Z"), False),
    ],
    "canva-pro": [("unknown", "unknown", by("2025-01-10"), False)],
    "adobe-school": [
        ("unknown", "unknown", by("2025-09-01"), True),
        ("off", "unknown", by("2025-09-01", "2023-01-04"), True),
        ("off", "not_used", day("2023-01-04", "2026-11-21"), False),
    ],
    "adobe-personal": [
        ("unknown", "unknown", by("2024-06-08"), True),
        ("on", "default_on", by("2024-06-08", "2023-01-04"), True),
        ("off", "default_on", by("2024-06-08", "2023-01-04"), False),
    ],
    "alexa-text-moves-from-us-to-de": [
        ("unknown", "unknown", by("2019-01-01"), False),
        ("on", "no_control", day("2023-12-15"), False),
        ("unknown", "unknown", day("2025-01-01"), False),
    ],
    "apple-siri-fault": [
        ("unknown", "unknown", by("2022-01-15"), True),
        ("off", "opt_in", by("2022-01-15", "2019-10-01"), True),
        ("on", "opt_in", by("2022-01-15", "2019-10-01"), False),
    ],
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Json]:
    """The answer to every scenario, each from a process of its own."""
    return {
        scenario.name: answer(*scenario.arguments(tmp_path_factory.mktemp("scenario")))
        for scenario in SCENARIOS
    }


def _bounds(moment: Json | None) -> Bounds | None:
    return None if moment is None else (moment["not_before"], moment["not_after"])


def _finding(whole: Json, control: str) -> Json:
    return next(one for one in whole["findings"] if f"{one['service']}/{one['control']}" == control)


def _named(name: str) -> ServiceScenario:
    return next(one for one in SCENARIOS if one.name == name)


def _limits(finding: Json) -> list[str]:
    return [limit["id"] for limit in finding["limits"]]


@pytest.mark.parametrize("name", HEADLINES)
def test_headline_and_spans_are_those_of_the_table(answers: dict[str, Json], name: str) -> None:
    finding = _finding(answers[name], _named(name).control)
    assert (finding["state"], finding["grade"], _bounds(finding["since"])) == HEADLINES[name]
    spans = [
        (span["state"], span["practice"], _bounds(span["start"]), span["may_be_empty"])
        for span in finding["spans"]
    ]
    assert spans == SPANS[name]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_the_answer_fits_its_schema(answers: dict[str, Json], scenario: ServiceScenario) -> None:
    jsonschema.validate(answers[scenario.name], SCHEMA)


def test_an_unsaid_plan_is_taken_as_starter_and_the_others_stand_beside_it(answers: dict[str, Json]) -> None:
    finding = _finding(answers["figma-unsaid-plan"], "figma/content-training")
    assert "plan_assumed" in _limits(finding)
    assert [one["plan"] for one in finding["alternatives"]] == [
        "education",
        "enterprise",
        "government",
        "organization",
        "professional",
    ]


def test_a_team_is_told_that_an_older_setting_may_have_turned_it_off(answers: dict[str, Json]) -> None:
    finding = _finding(answers["figma-starter"], "figma/content-training")
    assert "old-setting-off" in _limits(finding)


def test_who_decides_for_a_workspace_is_said(answers: dict[str, Json]) -> None:
    finding = _finding(answers["slack-owner-opts-out"], "slack/global-models")
    assert "owner-decides" in _limits(finding)
    assert "confirmation" in [hint["id"] for hint in finding["narrow"]]


def test_where_no_switch_exists_a_picture_of_one_changes_nothing(answers: dict[str, Json]) -> None:
    finding = _finding(answers["spotify-thinks-it-is-off"], "spotify/model-training")
    assert finding["spans"][-1]["decider"] == "practice"
    assert "no-switch" in _limits(finding)


def test_without_a_residence_rows_for_everywhere_are_the_one_alternative(answers: dict[str, Json]) -> None:
    finding = _finding(answers["spotify-unsaid-residence"], "spotify/model-training")
    assert [(one["residence"], one["state"]) for one in finding["alternatives"]] == [("*", "on")]


def test_pictures_that_disagree_are_both_named(answers: dict[str, Json]) -> None:
    (conflict,) = _finding(answers["strava-pictures-disagree"], "strava/ai-training")["conflicts"]
    assert sorted(conflict["says"]) == ["off", "on"]
    assert conflict["decided_by"] is None


def test_what_sources_dispute_says_so(answers: dict[str, Json]) -> None:
    assert "default-disputed" in _limits(_finding(answers["canva-pro"], "canva/content"))
    assert "enterprise-metadata" in _limits(
        _finding(answers["atlassian-enterprise-metadata"], "atlassian/metadata")
    )


def test_the_fault_of_a_phone_is_not_taken_for_a_choice_but_named(answers: dict[str, Json]) -> None:
    assert "ios15-bug" in _limits(_finding(answers["apple-siri-fault"], "apple/improve-siri-dictation"))


def test_where_no_switch_exists_the_checklist_asks_and_objects_but_switches_nothing(
    answers: dict[str, Json],
) -> None:
    actions = [one["action"] for one in answers["spotify-moves-from-us-to-de"]["checklist"]]
    assert {"object", "request"} <= set(actions)
    assert not {"switch_off", "recheck"} & set(actions)


def test_letters_go_to_the_company_of_where_the_person_lives(answers: dict[str, Json]) -> None:
    asked = next(one for one in answers["figma-starter"]["checklist"] if one["action"] == "request")
    assert any("Figma, Inc." in step for step in asked["steps"])
