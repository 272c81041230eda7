# SPDX-License-Identifier: Apache-2.0
"""What the catalog says about work tools, devices, music and sport, plan by plan, as the sources have it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from inspector.catalog.lines import lines
from inspector.catalog.lookup import rows_for
from inspector.catalog.query import Query
from inspector.domain.moment import Moment
from inspector.domain.words import Practice, Strength, Switch
from inspector.system.messages import Messages
from tests.unit.catalog.samples import shipped

CATALOG = shipped()
SERVICES = (
    "adobe",
    "alexa",
    "apple",
    "atlassian",
    "canva",
    "dropbox",
    "figma",
    "grammarly",
    "notion",
    "salesforce",
    "samsung",
    "slack",
    "spotify",
    "strava",
    "zoom",
)

Step = tuple[str, str, str | None]

UNKNOWN: Step = ("unknown", "ever", None)
FIGMA: list[Step] = [UNKNOWN, ("not_used", "2024-06-26", None)]
ATLASSIAN: list[Step] = [UNKNOWN, ("not_used", "2026-04-16", None)]
SHOWN = "2026-04-16..2026-05-19"
OLD_SLACK = "2020-10-01..2024-05-17"
GRAMMARLY = "2023-03-01..2024-08-20"
HISTORY: dict[tuple[str, str | None], list[Step]] = {
    ("figma/content-training", "starter"): [*FIGMA, ("default_on", "2024-08-15", "2024-06-26")],
    ("figma/content-training", "professional"): [*FIGMA, ("default_on", "2024-08-15", "2024-06-26")],
    ("figma/content-training", "organization"): [*FIGMA, ("opt_in", "2024-08-15", "2024-06-26")],
    ("figma/content-training", "enterprise"): [*FIGMA, ("opt_in", "2024-08-15", "2024-06-26")],
    ("figma/content-training", "education"): FIGMA,
    ("figma/content-training", "government"): FIGMA,
    ("atlassian/in-app-data", "free"): [*ATLASSIAN, ("default_on", "2026-08-17", SHOWN)],
    ("atlassian/in-app-data", "standard"): [*ATLASSIAN, ("default_on", "2026-08-17", SHOWN)],
    ("atlassian/in-app-data", "premium"): [*ATLASSIAN, ("opt_in", "2026-08-17", SHOWN)],
    ("atlassian/in-app-data", "enterprise"): [*ATLASSIAN, ("opt_in", "2026-08-17", SHOWN)],
    ("atlassian/metadata", "premium"): [*ATLASSIAN, ("no_control", "2026-08-17", None)],
    ("atlassian/metadata", "enterprise"): [*ATLASSIAN, ("unknown", "2026-08-17", None)],
    ("slack/global-models", None): [UNKNOWN, ("default_on", OLD_SLACK, OLD_SLACK)],
    ("zoom/customer-content", None): [UNKNOWN, ("not_used", "2023-08-11", None)],
    ("zoom/service-generated-data", None): [
        UNKNOWN,
        ("no_control", "2023-03-31", None),
        ("unknown", "2023-08-11", None),
    ],
    ("spotify/model-training", None): [UNKNOWN, ("no_control", "2025-05-12", None)],
    ("strava/ai-training", None): [UNKNOWN, ("unknown", "2024-09-30", None)],
    ("dropbox/partner-training", None): [UNKNOWN, ("not_used", "2023-10-24", None)],
    ("notion/ai-data-sharing", None): [UNKNOWN, ("opt_in", "2026-04-21", "2026-04-21")],
    ("grammarly/product-improvement-and-training", "free"): [UNKNOWN, ("default_on", GRAMMARLY, GRAMMARLY)],
    ("grammarly/product-improvement-and-training", "education"): [UNKNOWN],
    ("adobe/content-analysis", "personal"): [UNKNOWN, ("default_on", "2023-01-04", "2023-01-04")],
    ("canva/content", "free"): [UNKNOWN],
    ("canva/content", "enterprise"): [UNKNOWN, ("not_used", "2025-11-28", None)],
    ("apple/improve-siri-dictation", None): [
        UNKNOWN,
        ("opt_in", "2019-10-01..2019-10-31", "2019-10-01..2019-10-31"),
    ],
    ("samsung/galaxy-ai", None): [UNKNOWN, ("not_used", "2025-09-09", None)],
}


def days(moment: Moment | None) -> str:
    if moment is None:
        return "ever"
    first, last = moment.earliest.date().isoformat(), moment.latest.date().isoformat()
    return first if first == last else f"{first}..{last}"


@pytest.mark.parametrize(("control", "plan"), HISTORY)
def test_the_practices_of_a_plan_in_order(control: str, plan: str | None) -> None:
    rows = rows_for(CATALOG.control(control), "DE", plan, CATALOG.regions)
    found = [
        (str(row.practice), days(row.start), days(row.offer.start) if row.offer else None) for row in rows
    ]
    assert found == HISTORY[control, plan]


def test_text_that_alexa_keeps_is_told_apart_by_country() -> None:
    control = CATALOG.control("alexa/other-interactions")
    here = [str(row.practice) for row in rows_for(control, "US", None, CATALOG.regions)]
    elsewhere = [str(row.practice) for row in rows_for(control, "DE", None, CATALOG.regions)]
    assert (here, elsewhere) == (["unknown", "no_control"], ["unknown"])


@pytest.mark.parametrize("service", SERVICES)
def test_a_switch_that_is_offered_starts_as_its_practice_says(service: str) -> None:
    for control in CATALOG.service(service).controls:
        for row in control.rows:
            if row.offer:
                wanted = Switch.ON if row.practice is Practice.DEFAULT_ON else Switch.OFF
                assert row.offer.initial is wanted


@pytest.mark.parametrize("service", SERVICES)
def test_only_a_page_with_the_switch_is_its_address(service: str) -> None:
    entry = CATALOG.service(service)
    pages = {control.link.id for control in entry.controls if control.link}
    assert pages <= {"switch", "settings"}


def test_a_dispute_names_both_sides() -> None:
    canva = CATALOG.service("canva").row("canva.content.free")
    assert {"baa-atlas", "modelcharter"} <= set(canva.sources)
    atlassian = CATALOG.service("atlassian")
    cited = [atlassian.source(name) for name in atlassian.row("atlassian.metadata.enterprise").sources]
    assert {one.strength for one in cited} == {Strength.OFFICIAL, Strength.PRESS}


def test_policy_versions_are_cited_by_commit_and_hash() -> None:
    recorded = [
        source
        for service in ("alexa", "apple", "grammarly", "samsung", "spotify", "zoom")
        for source in CATALOG.service(service).sources
        if source.repository
    ]
    assert len(recorded) == 28
    assert all(one.commit and one.sha256 and one.recorded for one in recorded)
    assert all(one.repository and one.repository.startswith("OpenTermsArchive/") for one in recorded)


def test_the_table_heads_each_plan_once_in_the_order_of_the_file() -> None:
    now = datetime(2026, 12, 1, tzinfo=UTC)
    printed = lines(CATALOG, Query("figma"), Messages(), now)
    heads = [line.strip() for line in printed if line.strip().startswith("On the plan")]
    plans = CATALOG.service("figma").plans
    assert heads == [f"On the plan {plan.name.text('en')} [{plan.id}]." for plan in plans]
