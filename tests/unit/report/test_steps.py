# SPDX-License-Identifier: Apache-2.0
"""The steps of the checklist: numbered anew on each platform, with dashes before what is no step."""

from __future__ import annotations

from typing import Any

import pytest

from inspector.report.document import build
from inspector.system.messages import Messages
from tests.unit.report import samples
from tests.unit.report.sample_catalog import VIEW
from tests.unit.report.sample_parts import NOW

Json = dict[str, Any]


def groups(steps: list[str], lang: str = "en") -> list[Json]:
    """The groups of steps as the report has them."""
    found = samples.moved_from_us_to_germany()
    found["checklist"] = [{**found["checklist"][0], "steps": steps}]
    made: Any = build(found, VIEW, Messages(lang), NOW)["blocks"]
    exhibit = next(block for block in made if block.get("mark") == "N1")
    (cell,) = (value for name, value in exhibit["rows"] if name == Messages(lang).text("report.line.steps"))
    return list(cell[0]["groups"])


@pytest.mark.parametrize("lang", ["en", "de", "xx-long"])
def test_each_platform_has_its_heading_and_its_own_numbers(lang: str) -> None:
    say = Messages(lang).text
    steps = [
        say(f"actions.step.{platform}", step=f"{platform} {number}")
        for platform in ("web", "ios", "android")
        for number in (1, 2)
    ]
    found = groups(steps, lang)
    assert [one["items"] for one in found] == [
        ["web 1", "web 2"],
        ["ios 1", "ios 2"],
        ["android 1", "android 2"],
    ]
    assert [one["first"] for one in found] == [1, 1, 1]
    named = [say(f"report.platform.{platform}") for platform in ("web", "ios", "android")]
    assert [one["heading"] for one in found] == named


@pytest.mark.parametrize("lang", ["en", "de", "xx-long"])
def test_ways_and_cases_have_dashes_and_the_steps_count_on_behind_them(lang: str) -> None:
    say = Messages(lang).text
    case = say("actions.object.needed", case="Case. Two sentences\nand a line.")
    ways = [say("letters.way.form", url="https://www.example.com/a"), say("letters.way.post")]
    found = groups(["First.", case, "Second.", "Third.", *ways, "Fourth."], lang)
    assert [(one["first"], one["items"]) for one in found] == [
        (1, ["First."]),
        (0, [case]),
        (2, ["Second.", "Third."]),
        (0, ways),
        (4, ["Fourth."]),
    ]
    assert not any(one["heading"] for one in found)


def test_no_step_is_lost_and_nothing_is_added() -> None:
    steps = samples.moved_from_us_to_germany()["checklist"][0]["steps"]
    assert [item for one in groups(steps) for item in one["items"]] == steps
