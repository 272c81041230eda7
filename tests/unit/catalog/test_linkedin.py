# SPDX-License-Identifier: Apache-2.0
"""What the catalog says about LinkedIn, region by region, as its sources have it."""

from __future__ import annotations

from datetime import date

import pytest

from inspector.catalog.lookup import distinct_sets, rows_for, stated_for
from inspector.catalog.view import beside, cited, events_of, remarks_for
from inspector.domain.moment import Moment
from inspector.domain.practices import Row
from inspector.domain.words import DataClass, Practice, Stated, Strength, Switch
from tests.unit.catalog.samples import shipped

CATALOG = shipped()
ENTRY = CATALOG.service("linkedin")
TRAINING = "linkedin/generative-ai-improvement"
MICROSOFT = "linkedin/microsoft-training"
TODAY = date(2026, 11, 21)

BEFORE = ("unknown", "ever", None)
SAME_AS_US = [BEFORE, ("default_on", "2024-08-01..2024-09-18", "2024-08-01..2024-09-18")]
EUROPE = [("not_used", "ever", None), ("default_on", "2025-11-03", "2025-09-18")]
RESTART = ("default_on", "2025-11-03", "2025-11-03")
HISTORY = {
    "US": SAME_AS_US,
    "US-CA": SAME_AS_US,
    "BR": SAME_AS_US,
    "TW": SAME_AS_US,
    "DE": EUROPE,
    "NO": EUROPE,
    "CH": EUROPE,
    "GB": [BEFORE, ("not_used", "2024-09-20", None), RESTART],
    "HK": [*SAME_AS_US, ("not_used", "2024-10-11", None), RESTART],
    "CA": [*SAME_AS_US, ("not_used", "2024-09-18..2024-12-10", None), RESTART],
    "CN": [
        BEFORE,
        ("not_used", "2024-08-01..2025-01-22", None),
        ("unknown", "2025-01-22..2025-11-03", None),
    ],
    "GP": [],
    "MO": [],
}


def days(moment: Moment | None) -> str:
    if moment is None:
        return "ever"
    first, last = moment.earliest.date().isoformat(), moment.latest.date().isoformat()
    return first if first == last else f"{first}..{last}"


def rows(region: str, control: str = TRAINING) -> tuple[Row, ...]:
    return rows_for(CATALOG.control(control), region, None, CATALOG.regions)


@pytest.mark.parametrize("region", HISTORY)
def test_the_practices_of_a_region_in_order(region: str) -> None:
    found = [
        (str(row.practice), days(row.start), days(row.offer.start) if row.offer else None)
        for row in rows(region)
    ]
    assert found == HISTORY[region]
    assert all(row.offer.initial is Switch.ON for row in rows(region) if row.offer)


def test_the_first_day_in_the_united_states_is_alleged_below_and_official_above() -> None:
    row = ENTRY.row("linkedin.us")
    assert (row.lower, row.upper) == (Strength.ALLEGED, Strength.OFFICIAL)
    assert ENTRY.source(row.sources[0]).effective == "2024-09-18"


def test_training_of_microsofts_models_is_known_for_the_united_kingdom_alone() -> None:
    control = CATALOG.control(MICROSOFT)
    assert control.switch_of == TRAINING
    assert [(str(row.practice), days(row.start)) for row in rows("GB", MICROSOFT)] == [
        ("unknown", "ever"),
        ("default_on", "2025-11-03"),
    ]
    others = [code for code in CATALOG.regions.codes() if code != "GB" and rows(code, MICROSOFT)]
    assert others == []


def test_there_are_eight_distinct_histories() -> None:
    found = [region for region, _ in distinct_sets(CATALOG.control(TRAINING), None, CATALOG.regions)]
    assert found == ["CA", "CH", "CN", "EEA", "GB", "HK", "US", "*"]


def test_no_row_rests_on_the_plan() -> None:
    for region in HISTORY:
        for plan in ENTRY.plans:
            assert rows_for(CATALOG.control(TRAINING), region, plan.id, CATALOG.regions) == rows(region)


@pytest.mark.parametrize("region", ["DE", "CH", "GB", "US", "BR", "*", "EEA"])
def test_what_is_stated_about_data_classes(region: str) -> None:
    statements = ENTRY.control(TRAINING).statements

    def stated(*classes: DataClass) -> set[Stated]:
        return {stated_for(statements, one, region, TODAY, CATALOG.regions) for one in classes}

    used = ("profile", "posts", "comments", "articles", "votes", "group_messages", "resumes", "saved_answers")
    assert stated(*(DataClass(one) for one in used), DataClass.AI_PROMPTS) == {Stated.USED}
    assert stated(DataClass.PRIVATE_MESSAGES, DataClass.MESSAGES_WITH_SUBJECT) == {Stated.NOT_USED}
    assert stated(DataClass.SPONSORED_MESSAGES, DataClass.REACTIONS, DataClass.AI_CHATS) == {Stated.UNKNOWN}


def test_the_european_notice_is_the_official_source_of_its_list() -> None:
    statements = ENTRY.control(TRAINING).statements
    listed = {one.data_class for one in statements if "european-notice-2025-11-03" in one.sources[:1]}
    assert DataClass.RESUMES in listed
    assert DataClass.COMMENTS not in listed


def test_the_row_on_microsoft_names_no_private_messages() -> None:
    statements = ENTRY.control(MICROSOFT).statements
    found = {one: stated_for(statements, one, "GB", TODAY, CATALOG.regions) for one in DataClass}
    assert {one for one, stated in found.items() if stated is Stated.USED} == {
        DataClass.POSTS,
        DataClass.COMMENTS,
        DataClass.ARTICLES,
        DataClass.VIDEOS,
    }


def test_message_counts_have_their_sentences_beside_them() -> None:
    sentences = dict(beside(ENTRY, "en"))[DataClass.PRIVATE_MESSAGES]
    assert "private messages, InMail included, are not used" in sentences
    assert "dropped by the plaintiff on 2025-01-30 without a finding" in sentences
    assert "InMail" in dict(beside(ENTRY, "de"))[DataClass.MESSAGES_WITH_SUBJECT]
    assert DataClass.POSTS not in dict(beside(ENTRY, "en"))


@pytest.mark.parametrize("lang", ["de", "en", "fi", "fr", "it", "nl", "pl", "pt-BR", "es", "zh-Hans"])
def test_every_language_of_the_sources_has_the_title(lang: str) -> None:
    labels = [label for label in ENTRY.control(TRAINING).labels if label.lang == lang]
    assert [label for label in labels if label.part == "title"]
    assert all(label.certainty in ("low", "none") for label in labels if lang in ("es", "zh-Hans"))


def test_labels_that_nobody_saw_are_marked_so() -> None:
    expected = {(one.lang, one.text) for one in ENTRY.control(TRAINING).labels if one.certainty == "none"}
    assert expected == {("en", "Off"), ("nl", "Aan")}


def test_there_are_steps_for_every_platform_and_two_english_wordings() -> None:
    control = ENTRY.control(TRAINING)
    assert [steps.platform for steps in control.steps] == ["web", "ios", "android"]
    assert [(one.id, one.regions) for one in control.wordings] == [("a", ("US", "*")), ("b", ("EEA",))]
    assert control.url == "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement"


def test_the_archive_is_requested_on_the_web_and_its_link_lasts_three_days() -> None:
    archive = ENTRY.archive
    assert archive is not None
    assert archive.link_valid_hours == 72
    assert archive.how.platform == "web"
    assert ENTRY.link(archive.link).url.endswith("/download-my-data")


def test_policy_versions_are_cited_by_commit_and_hash() -> None:
    recorded = [source for source in ENTRY.sources if source.repository]
    assert len(recorded) == 13
    assert all(one.commit and one.sha256 and one.recorded and one.effective for one in recorded)
    assert all(one.repository and one.repository.startswith("OpenTermsArchive/") for one in recorded)


def test_events_bear_on_a_control_in_time_order_and_none_resets_the_switch() -> None:
    events = events_of(ENTRY, TRAINING)
    names = [event.id for event in events]
    for wanted in ("ico-2024-09-20", "pcpd-2024-10-11", "opc-2024-12-10", "dpc-2025-11-07", "ap-2025-09-24"):
        assert wanted in names
    assert names.index("lawsuit-filed") < names.index("lawsuit-dropped") < names.index("start-2025-11-03")
    assert "disclosure-2026-02-23" not in names
    assert not any(event.resets for event in ENTRY.events)


def test_remarks_are_chosen_by_control_and_region() -> None:
    def chosen(control: str, *regions: str) -> list[str]:
        return [one.id for one in remarks_for(ENTRY.limits, control, regions, CATALOG.regions)]

    assert "earlier-opt-out" in chosen(TRAINING, "DE", "CA")
    assert "earlier-opt-out" not in chosen(TRAINING, "DE")
    assert "narrower-data" in chosen(TRAINING, "DE-BY")
    undone = remarks_for(ENTRY.not_undone, MICROSOFT, (), CATALOG.regions)
    assert [one.id for one in undone] == ["past-training"]


def test_citations_come_once_in_the_order_of_the_file() -> None:
    row = ENTRY.row("linkedin.us")
    found = cited(ENTRY, [*row.sources, *row.sources])
    assert sorted(one.id for one in found) == sorted(set(row.sources))
    assert [one.id for one in found] == [one.id for one in ENTRY.sources if one.id in row.sources]


def test_practices_that_nobody_verified_are_unknown_not_off() -> None:
    unknown = [row for control in ENTRY.controls for row in control.rows if row.practice is Practice.UNKNOWN]
    assert {row.region for row in unknown} == {"US", "GB", "HK", "CA", "CN", "*"}
    assert all(row.text and row.sources for row in unknown)
