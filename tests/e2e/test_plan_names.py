# SPDX-License-Identifier: Apache-2.0
"""Plans are called what the service calls them, in the terminal and in the report's JSON alike."""

from __future__ import annotations

import json
from pathlib import Path

from tests.e2e.program import run
from tests.makers.pictures import picture

CONTROL = "github/copilot-training"


def shown(folder: Path, *further: str) -> str:
    image = folder / "settings.png"
    image.write_bytes(picture(1))
    shows = f"{CONTROL}=on@2026-05-10T12:00:00Z={image}"
    done = run("inspect", image, "--residence", "DE", "--shown", shows, *further)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_would_hold_on_another_plan_names_the_plan(tmp_path: Path) -> None:
    text = " ".join(shown(tmp_path).split())
    assert "with the plan Copilot Business: OFF" in text
    assert "The answer assumes the plan Copilot Free." in text
    assert "with the plan business" not in text


def test_the_json_keeps_the_ids_of_plans(tmp_path: Path) -> None:
    [finding] = json.loads(shown(tmp_path, "--json", "-"))["findings"]
    assert {one["plan"] for one in finding["alternatives"]} == {"business", "enterprise", "student"}
    [assumed] = [one["text"] for one in finding["limits"] if one["id"] == "plan_assumed"]
    assert "Copilot Free" in assumed


def test_two_plans_that_meet_on_a_day_leave_no_stretch_that_may_be_empty(tmp_path: Path) -> None:
    plans = ("--plan", "github=free:2020-01-01/2026-05-01", "--plan", "github=business:2026-05-01/")
    [finding] = json.loads(shown(tmp_path, *plans, "--json", "-"))["findings"]
    at_the_change = [
        span for span in finding["spans"] if span["start"]["not_before"] == "2026-05-01T00:00:00Z"
    ]
    assert len(at_the_change) == 1
    assert not at_the_change[0]["may_be_empty"]
