# SPDX-License-Identifier: Apache-2.0
"""The scenarios come out exactly, through the command line, as JSON that its schema accepts.

The table states headline and the spans before it; the golden files hold the whole answer. To write them anew
after a wanted change, run the tests with INSPECTOR_GOLDEN=write and read the difference.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own
import pytest

from tests.e2e.program import ROOT, Json, answer
from tests.e2e.scenarios import SCENARIOS, Scenario

GOLDEN = ROOT / "tests" / "golden" / "scenarios"
SCHEMA = json.loads((ROOT / "resources" / "schemas" / "findings-1.json").read_text("utf-8"))

START = ("2024-08-01T00:00:00Z", "2024-09-18T23:59:59Z")
NOVEMBER = ("2025-11-03T00:00:00Z", "2025-11-03T23:59:59Z")
CREATED = ("2012-03-04T12:00:00Z", "2012-03-04T12:00:00Z")
Bounds = tuple[str | None, str | None]

HEADLINES: dict[int, tuple[str, str | None, Bounds | None]] = {
    1: ("on", "default", START),
    2: ("on", "default", NOVEMBER),
    3: ("on", "default", NOVEMBER),
    4: ("on", "default", ("2025-02-09T19:15:00Z", "2025-02-10T21:15:59Z")),
    5: ("off", "shown", ("2025-11-03T00:00:00Z", "2026-01-10T12:00:00Z")),
    6: ("on", "shown", ("2025-06-01T12:00:00Z", "2026-02-01T12:00:00Z")),
    7: ("on", "default", NOVEMBER),
    8: ("on", "default", NOVEMBER),
    9: ("on", "default", NOVEMBER),
    10: ("unknown", None, None),
    11: ("unknown", None, None),
    12: ("off", "shown", CREATED),
    13: ("unknown", None, None),
    14: ("on", "declared", START),
    15: ("off", "shown", ("2024-08-01T00:00:00Z", "2024-10-05T12:00:00Z")),
    16: ("on", "default", NOVEMBER),
    17: ("off", "shown", ("2024-08-01T00:00:00Z", "2026-03-01T12:00:00Z")),
    18: ("off", "shown", ("2024-08-01T00:00:00Z", "2026-02-02T12:00:00Z")),
}

MARCH = ("2025-03-01T00:00:00Z", "2025-03-01T23:59:59Z")
PAUSED_CA = ("2024-09-18T00:00:00Z", "2024-12-10T23:59:59Z")
EXEMPT_CN = ("2024-08-01T00:00:00Z", "2025-01-22T23:59:59Z")
NONE: Bounds = (None, "2026-02-02T12:00:00Z")

# All spans in order: state, start, may be empty.
SPANS: dict[int, list[tuple[str, Bounds, bool]]] = {
    1: [("unknown", CREATED, False), ("on", START, False)],
    2: [("off", CREATED, False), ("on", NOVEMBER, False)],
    3: [("unknown", CREATED, False), ("on", START, False), ("off", MARCH, False), ("on", NOVEMBER, False)],
    4: [("on", ("2025-02-09T19:15:00Z", "2025-02-10T21:15:59Z"), False)],
    5: [
        ("off", CREATED, False),
        ("on", NOVEMBER, True),
        ("off", ("2025-11-03T00:00:00Z", "2026-01-10T12:00:00Z"), False),
    ],
    6: [
        ("unknown", CREATED, False),
        ("on", START, False),
        ("off", ("2024-10-01T12:00:00Z", "2025-06-01T12:00:00Z"), False),
        ("on", ("2025-06-01T12:00:00Z", "2026-02-01T12:00:00Z"), False),
    ],
    7: [
        ("unknown", CREATED, False),
        ("off", ("2024-09-20T00:00:00Z", "2024-09-20T23:59:59Z"), False),
        ("on", NOVEMBER, False),
    ],
    8: [
        ("unknown", CREATED, False),
        ("on", START, False),
        ("off", ("2024-10-11T00:00:00Z", "2024-10-11T23:59:59Z"), False),
        ("on", NOVEMBER, False),
    ],
    9: [
        ("unknown", CREATED, False),
        ("on", START, False),
        ("off", PAUSED_CA, False),
        ("on", NOVEMBER, False),
    ],
    10: [("unknown", CREATED, False)],
    11: [
        ("unknown", CREATED, False),
        ("off", EXEMPT_CN, False),
        ("unknown", ("2025-01-22T00:00:00Z", "2025-11-03T23:59:59Z"), False),
    ],
    12: [("off", CREATED, False), ("off", NOVEMBER, False)],
    13: [
        ("unknown", CREATED, False),
        ("on", START, False),
        ("unknown", ("2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z"), False),
    ],
    14: [("unknown", CREATED, False), ("on", START, False)],
    15: [
        ("unknown", CREATED, False),
        ("on", START, False),
        ("off", ("2024-08-01T00:00:00Z", "2024-10-05T12:00:00Z"), False),
        ("off", ("2025-06-01T00:00:00Z", "2025-06-01T23:59:59Z"), False),
        ("off", NOVEMBER, False),
    ],
    16: [
        ("on", ("2024-11-01T12:00:00Z", "2024-11-01T12:00:00Z"), True),
        ("off", ("2024-11-01T12:00:00Z", "2024-12-10T23:59:59Z"), False),
        ("on", NOVEMBER, False),
    ],
    17: [
        ("unknown", CREATED, False),
        ("on", START, False),
        ("off", ("2024-08-01T00:00:00Z", "2026-03-01T12:00:00Z"), False),
    ],
    18: [
        ("unknown", NONE, True),
        ("on", ("2024-08-01T00:00:00Z", "2026-02-02T12:00:00Z"), True),
        ("off", ("2024-08-01T00:00:00Z", "2026-02-02T12:00:00Z"), False),
    ],
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Json]:
    """The answer to every scenario, each from a process of its own."""
    found: dict[int, Json] = {}
    for scenario in SCENARIOS:
        found[scenario.number] = answer(*scenario.arguments(tmp_path_factory.mktemp("scenario")))
    return found


def _bounds(moment: Json | None) -> Bounds | None:
    return None if moment is None else (moment["not_before"], moment["not_after"])


def _finding(whole: Json, control: str = "generative-ai-improvement") -> Json:
    return next(one for one in whole["findings"] if one["control"] == control)


def _ids(scenario: Scenario) -> str:
    return f"scenario-{scenario.number:02}"


@pytest.mark.parametrize("scenario", SCENARIOS, ids=_ids)
def test_headline_and_spans_are_those_of_the_table(answers: dict[int, Json], scenario: Scenario) -> None:
    finding = _finding(answers[scenario.number])
    found = (finding["state"], finding["grade"], _bounds(finding["since"]))
    assert found == HEADLINES[scenario.number]
    spans = [(span["state"], _bounds(span["start"]), span["may_be_empty"]) for span in finding["spans"]]
    assert spans == SPANS[scenario.number]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=_ids)
def test_the_answer_fits_its_schema_and_its_golden_file(answers: dict[int, Json], scenario: Scenario) -> None:
    whole = answers[scenario.number]
    jsonschema.validate(whole, SCHEMA)
    text = json.dumps(_steady(whole), ensure_ascii=False, indent=1) + "\n"
    golden = GOLDEN / f"{scenario.number:02}.json"
    if os.environ.get("INSPECTOR_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def _steady(whole: Json) -> Json:
    """Leave out what changes with every edit of the catalog and with every clock."""
    program = {"version": "…", "catalog": {"version": "…", "sha256": "…"}}
    return {**whole, "program": program, "sources": [_settled(source) for source in whole["sources"]]}


def _settled(source: Json) -> Json:
    """A picture's file time is that of the test; an archive's hash that of the zlib which packed it."""
    if source["kind"] != "archive":
        return {**source, "as_of": "…"}
    return {**source, "sha256": "…", "bytes": 0}


def test_a_limit_tells_of_each_span_that_may_be_empty(answers: dict[int, Json]) -> None:
    for number in (5, 16, 18):
        ids = [limit["id"] for limit in _finding(answers[number])["limits"]]
        assert "on_may_be_empty" in ids


def test_gb_has_a_second_finding_for_what_microsoft_gets(answers: dict[int, Json]) -> None:
    assert [one["control"] for one in answers[7]["findings"]] == [
        "generative-ai-improvement",
        "microsoft-training",
    ]
    finding = _finding(answers[7], "microsoft-training")
    assert (finding["state"], finding["grade"], _bounds(finding["since"])) == ("on", "default", NOVEMBER)
    assert all(len(one["findings"]) == 1 for number, one in answers.items() if number not in (7, 10))


def test_undeclared_residence_gives_one_alternative_per_set_of_rows(answers: dict[int, Json]) -> None:
    alternatives = _finding(answers[10])["alternatives"]
    states = {one["residence"]: (one["state"], _bounds(one["since"])) for one in alternatives}
    assert sorted(states) == ["*", "CA", "CH", "CN", "EEA", "GB", "HK", "US"]
    assert len(alternatives) == len(states)
    assert states["US"] == ("on", START)
    assert states["CN"] == ("unknown", None)
    assert states["GB"] == ("on", NOVEMBER)


def test_the_switch_line_stands_apart_from_the_practice(answers: dict[int, Json]) -> None:
    switch = _finding(answers[12])["switch"]
    assert [(one["position"], _bounds(one["start"])) for one in switch] == [
        ("on", ("2025-09-18T00:00:00Z", "2025-09-18T23:59:59Z")),
        ("off", ("2025-09-18T00:00:00Z", "2025-10-02T12:00:00Z")),
    ]
    carried = _finding(answers[15])["switch"]
    assert [one["position"] for one in carried] == ["on", "off"]


def test_contradictions_name_both_sides(answers: dict[int, Json]) -> None:
    (equal,) = _finding(answers[13])["conflicts"]
    assert sorted(equal["says"]) == ["off", "on"]
    assert equal["decided_by"] is None
    assert len(equal["facts"]) == 2
    (unequal,) = _finding(answers[17])["conflicts"]
    assert unequal["decided_by"] == "grade"
    assert sorted(unequal["says"]) == ["off", "on"]


def test_an_agreeing_declaration_adds_support_inside_one_span(answers: dict[int, Json]) -> None:
    span = _finding(answers[14])["spans"][-1]
    assert [part["grade"] for part in span["support"]] == ["default", "declared", "inferred"]


def test_input_order_never_shows(tmp_path: Path) -> None:
    scenario = SCENARIOS[5]
    arguments = scenario.arguments(tmp_path)
    options = arguments.index("--residence")
    inputs, rest = arguments[:options], arguments[options:]
    assert answer(*inputs, *rest) == answer(*reversed(inputs), *rest)
