# SPDX-License-Identifier: Apache-2.0
"""The scenarios of the social services come out as their table says, through the command line."""

from __future__ import annotations

import json

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own
import pytest

from tests.e2e.program import ROOT, Json, answer
from tests.e2e.service_scenarios_social import SCENARIOS, Bounds, Scenario

SCHEMA = json.loads((ROOT / "resources" / "schemas" / "findings-1.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Json]:
    """The answer to every scenario, each from a process of its own."""
    return {one.name: answer(*one.arguments(tmp_path_factory.mktemp("social"))) for one in SCENARIOS}


def _finding(whole: Json, control: str) -> Json:
    service, _, short = control.partition("/")
    return next(
        one for one in whole["findings"] if one["service"] == service and one["control"] in (short, control)
    )


def _bounds(moment: Json | None) -> Bounds | None:
    return None if moment is None else (moment["not_before"], moment["not_after"])


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_state_grade_and_spans_are_those_of_the_table(answers: dict[str, Json], scenario: Scenario) -> None:
    finding = _finding(answers[scenario.name], scenario.control)
    found = (finding["state"], finding["grade"], _bounds(finding["since"]))
    assert found == (scenario.state, scenario.grade, scenario.since)
    if scenario.spans:
        spans = tuple((span["state"], _bounds(span["start"])) for span in finding["spans"])
        assert spans == scenario.spans
    if scenario.practices:
        assert tuple(span["practice"] for span in finding["spans"]) == scenario.practices


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_the_answer_fits_its_schema(answers: dict[str, Json], scenario: Scenario) -> None:
    jsonschema.validate(answers[scenario.name], SCHEMA)
