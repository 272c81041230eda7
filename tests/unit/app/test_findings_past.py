# SPDX-License-Identifier: Apache-2.0
"""A card tells of earlier ON and of readings that disagree."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.app.findings.shapes import Card
from inspector.app.findings_view import findings_view
from inspector.system.messages import Messages
from tests.unit.app.cases import scenario

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LEFT_AND_CAME_BACK = (
    "Before that it was on from some day between 1 August and 18 September 2024 until 1 March 2025, then off."
)


def card(number: int, folder: Path) -> Card:
    session = scenario(number, folder)
    return findings_view(session.inspection(), session.catalog, Messages(), NOW).details[0].card


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, ""),
        (3, LEFT_AND_CAME_BACK),
        (5, "It may have been on before that."),
    ],
)
def test_an_earlier_stretch_of_on_is_told(number: int, said: str, tmp_path: Path) -> None:
    assert card(number, tmp_path).earlier == said


def test_readings_that_disagree_are_both_named_with_what_followed(tmp_path: Path) -> None:
    open_one = card(13, tmp_path).contradicted
    assert "“picture-2-off.png” shows OFF; “picture-1-on.png” shows ON. Neither is chosen." in open_one
    assert open_one in card(13, tmp_path).accessible


def test_a_decided_contradiction_names_the_weaker_side_too(tmp_path: Path) -> None:
    said = card(17, tmp_path).contradicted
    assert "“picture-1-off.png” shows OFF" in said
    assert "you said ON" in said
    assert said.endswith("The stronger one decides.")


def test_without_a_contradiction_nothing_is_said(tmp_path: Path) -> None:
    assert card(1, tmp_path).contradicted == ""
