# SPDX-License-Identifier: Apache-2.0
"""The report as blocks: what page 1 says, where links lead, what goes beside what."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from inspector.report import document as documents
from inspector.report.document import build
from inspector.system.messages import Messages
from tests.unit.report import samples
from tests.unit.report.rendering import document
from tests.unit.report.sample_catalog import VIEW
from tests.unit.report.sample_parts import FINGERPRINT, NOW, findings

CASES = (
    "moved_from_us_to_germany",
    "contradiction",
    "no_residence",
    "reading_off_in_germany",
    "two_settings",
    "many_members",
    "hostile",
    "declared_only",
    "incomplete",
)


def blocks(name: str, kind: str) -> list[dict[str, Any]]:
    found: Any = document(name)["blocks"]
    return [block for block in found if block["block"] == kind]


def front(name: str) -> dict[str, Any]:
    return blocks(name, "front")[0]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def runs(value: object, style: str) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("style") == style:
            yield value
        for item in value.values():
            yield from runs(item, style)
    elif isinstance(value, list):
        for item in value:
            yield from runs(item, style)


@pytest.mark.parametrize("name", CASES)
def test_a_document_is_plain_json(name: str) -> None:
    found = document(name)
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize("name", CASES)
def test_every_link_has_its_exhibit(name: str) -> None:
    found = document(name)
    anchors = {block["anchor"] for block in blocks(name, "exhibit")}
    anchors |= {run["to"] for run in runs(found["blocks"], "anchor")}
    wanted = {run["to"] for run in runs(found["blocks"], "link")}
    assert wanted
    assert wanted <= anchors


@pytest.mark.parametrize("name", CASES)
def test_no_exhibit_stands_twice(name: str) -> None:
    anchors = [block["anchor"] for block in blocks(name, "exhibit") if block["anchor"]]
    assert len(anchors) == len(set(anchors))


def test_page_one_answers_in_plain_words() -> None:
    (answer,) = front("moved_from_us_to_germany")["answers"]
    assert answer["state"]["text"] == "ON"
    assert answer["since"] == "3 November 2025"
    assert answer["before"] == (
        "OFF from 1 March 2025; ON from some time between 1 August and 18 September 2024; "
        "UNKNOWN from 4 March 2012"
    )
    assert answer["known"].startswith("Default: it follows from what the service documents for this region.")


def test_page_one_says_that_on_is_a_permission() -> None:
    assert front("moved_from_us_to_germany")["permission"].startswith("ON is a permission")


def test_page_one_names_an_interval_as_an_interval() -> None:
    (answer,) = front("reading_off_in_germany")["answers"]
    assert answer["since"] == "Some time between 3 November 2025 and 10 January 2026"
    assert answer["before"].startswith("perhaps ON from 3 November 2025")
    assert "The newest evidence of this kind dates from 10 January 2026." in answer["known"]


def test_page_one_does_not_choose_between_contradicting_sources() -> None:
    (answer,) = front("contradiction")["answers"]
    assert answer["state"]["text"] == "UNKNOWN"
    assert "contradict each other" in answer["known"]


def test_page_one_gives_the_answer_for_each_possible_residence() -> None:
    (answer,) = front("no_residence")["answers"]
    assert "United States: ON." in answer["known"]
    assert "China: UNKNOWN." in answer["known"]


def test_page_one_says_where_something_was_not_read() -> None:
    for answer in front("incomplete")["answers"]:
        assert answer["gap"].startswith("Something that could bear on the answer was not read.")
    assert front("contradiction")["answers"][0]["gap"] == ""


def test_page_one_carries_the_whole_fingerprint_and_who_made_it() -> None:
    points = front("moved_from_us_to_germany")["points"]
    assert points[3]["hash"] == FINGERPRINT
    assert points[2]["items"][0].startswith("Made by Alex Example on 21 November 2026")


def test_a_report_without_bundle_and_name_says_so() -> None:
    found: Any = document("moved_from_us_to_germany", fingerprint=None, maker=None)["blocks"]
    points = found[0]["points"]
    assert "hash" not in points[3]
    assert points[3]["items"][0].startswith("This report stands alone")
    assert "gave no name" in points[2]["items"][0]


def test_the_sentence_on_the_dropped_case_stands_beside_the_message_count() -> None:
    tables = blocks("moved_from_us_to_germany", "table")
    row = next(row for table in tables for row in table["rows"] if row[0] == ["Private messages"])
    assert row[1] == ["2,604"]
    assert any("without a finding" in part for part in strings(row[3]))
    assert "Stated: not used" in list(strings(row[3]))


def test_a_fact_leads_to_source_file_place_raw_text_and_rule() -> None:
    exhibit = next(block for block in blocks("hostile", "exhibit") if block["anchor"] == "F4")
    lines = {name: list(strings(value)) for name, value in exhibit["rows"]}
    assert "S1" in lines["Source"]
    assert "invoice\u202efdp.exe" in lines["File"]
    assert "invoice\u202efdp.exe" in lines["Raw text"]
    assert lines["Date rule"][0].startswith("The source states no time zone")


def test_a_declared_fact_says_that_the_person_told_it() -> None:
    exhibit = next(block for block in blocks("declared_only", "exhibit") if block["anchor"] == "F2")
    assert dict(exhibit["rows"])["Source"] == ["Told by the person"]


def test_a_long_raw_text_is_shortened_and_says_where_the_rest_is() -> None:
    raw = [run for run in runs(document("hostile")["blocks"], "raw") if run["text"].startswith("WWW")]
    assert raw
    assert all(len(run["text"]) == 601 for run in raw)
    assert any("attached findings.json" in run["rest"] for run in raw)


def test_right_to_left_texts_carry_their_direction() -> None:
    found = {run["lang"] for run in runs(document("hostile")["blocks"], "raw")}
    assert {"ar", "he", ""} <= found


def test_what_was_handed_in_as_hint_of_a_region_is_called_a_hint() -> None:
    said = list(strings(blocks("no_residence", "paragraph")))
    assert "The archive hints at United States, but a hint is not a residence: " in said


def test_more_rows_than_paper_holds_become_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_ROWS", 30)
    said = list(strings(build(samples.with_items(100), VIEW, Messages("en"), NOW)["blocks"]))
    assert "100 further facts were read. They stand in the attached findings.json." in said
    said = list(strings(build(samples.many_members(), VIEW, Messages("en"), NOW)["blocks"]))
    assert "60 files inside it stand with their hashes in the attached findings.json." in said


def test_the_attachment_is_the_findings_as_they_were() -> None:
    attached: Any = document("contradiction")["attachments"]
    assert json.loads(attached[0]["text"]) == samples.contradiction()


def test_no_finding_at_all_still_gives_a_report() -> None:
    found = build(findings(), VIEW, Messages("en"), NOW)
    assert any("There is no answer to give." in text for text in strings(found["blocks"]))


@pytest.mark.parametrize("name", CASES)
def test_no_mark_reaches_out_of_its_drawing_and_no_year_meets_today(name: str) -> None:
    for drawing in blocks(name, "timeline"):
        for mark in [*drawing["events"], *drawing["readings"]]:
            assert mark["x"] + max(11, 5 * len(mark["text"]) + 3) / 2 <= drawing["width"]
        now = drawing["today"]["x"]
        assert not any(label and now - 40 < x < now for x, label in drawing["years"])


def test_page_one_says_only_once_that_on_is_a_permission() -> None:
    found = samples.moved_from_us_to_germany()
    limits = found["findings"][0]["limits"]
    limits.insert(0, {"id": "permission", "text": "ON is no proof."})
    made: Any = build(found, VIEW, Messages(), NOW)["blocks"]
    assert "ON is no proof." not in str(made[0])
    assert "ON is no proof." in str(made[1:])


@pytest.mark.parametrize(
    ("value", "said"), [("learning-coach", "learning coach"), ("Windows apps", "Windows apps")]
)
def test_a_feature_has_its_name_and_no_code(value: str, said: str) -> None:
    found = findings()
    found["facts"][0] = {**found["facts"][0], "kind": "ai_use", "value": value}
    assert f"An AI feature was used: {said}" in str(build(found, VIEW, Messages(), NOW)["blocks"])
