# SPDX-License-Identifier: Apache-2.0
"""The scenarios of AI assistants come out as their table says, as JSON that its schema accepts."""

from __future__ import annotations

import json

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own
import pytest

from tests.e2e.program import ROOT, Json, answer
from tests.e2e.service_scenarios_assistants import SCENARIOS, Bounds, Scenario

SCHEMA = json.loads((ROOT / "resources" / "schemas" / "findings-1.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Json]:
    """The answer to every scenario, each from a process of its own."""
    return {one.name: answer(*one.arguments(tmp_path_factory.mktemp("scenario"))) for one in SCENARIOS}


def _bounds(moment: Json | None) -> Bounds | None:
    return None if moment is None else (moment["not_before"], moment["not_after"])


def _finding(whole: Json, control: str) -> Json:
    service, _, name = control.partition("/")
    found = (one for one in whole["findings"] if (one["service"], one["control"]) == (service, name))
    return next(found)


def _name(scenario: Scenario) -> str:
    return scenario.name


@pytest.mark.parametrize("scenario", SCENARIOS, ids=_name)
def test_headlines_are_those_of_the_table(answers: dict[str, Json], scenario: Scenario) -> None:
    whole = answers[scenario.name]
    found = {}
    for control in scenario.headlines:
        finding = _finding(whole, control)
        found[control] = (finding["state"], finding["grade"], _bounds(finding["since"]))
    assert found == scenario.headlines


@pytest.mark.parametrize("scenario", [one for one in SCENARIOS if one.spans], ids=_name)
def test_spans_are_those_of_the_table(answers: dict[str, Json], scenario: Scenario) -> None:
    finding = _finding(answers[scenario.name], next(iter(scenario.headlines)))
    spans = tuple((one["state"], one["practice"], _bounds(one["start"])) for one in finding["spans"])
    assert spans == scenario.spans


@pytest.mark.parametrize("scenario", SCENARIOS, ids=_name)
def test_the_answer_fits_its_schema(answers: dict[str, Json], scenario: Scenario) -> None:
    jsonschema.validate(answers[scenario.name], SCHEMA)


def test_sources_that_contradict_each_other_are_named_in_the_row() -> None:
    """An unknown practice says who says what, so that a reader need not guess why it is unknown."""
    copilot = (ROOT / "resources" / "catalog" / "services" / "microsoft-copilot.toml").read_text("utf-8")
    row = copilot.partition('id = "microsoft-copilot.eea.old-app"')[2].partition("[[")[0]
    assert 'practice = "unknown"' in row
    assert row.count("help-") + row.count("exempt-") >= 2
