# SPDX-License-Identifier: Apache-2.0
"""A stated confidence is no higher than what was measured, and what ships is what was measured."""

from __future__ import annotations

import json
from typing import Any

import pytest

from inspector.captures.controls.reading import BOTH_AGREE, WORD_ALONE
from inspector.captures.worth import Worth, worth_of
from inspector.system import resources
from tests.bench.captures import BASELINE, worth
from tests.corpus.captures.score import upper_bound

STATED = (BOTH_AGREE, WORD_ALONE)


def calibration() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.path("captures/calibration.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("confidence", STATED)
def test_a_confidence_is_at_most_the_lower_bound_of_what_was_measured(confidence: float) -> None:
    row = calibration()["stated"][f"{confidence:.2f}"]
    assert worth_of(confidence) == Worth(row["right"], row["of"], row["right_at_least"])
    least = 1 - upper_bound(row["of"] - row["right"], row["of"])
    assert confidence <= least == pytest.approx(row["right_at_least"], abs=1e-4)


def test_every_confidence_that_was_measured_is_one_that_is_stated() -> None:
    assert sorted(calibration()["stated"]) == sorted(f"{one:.2f}" for one in STATED)
    assert worth_of(0.5) is None


def test_what_ships_is_what_the_saved_measurement_says() -> None:
    saved = json.loads(BASELINE.read_text("utf-8"))
    assert calibration() == worth(saved)
    assert saved["all"]["wrong"] == saved["AI"]["all"]["wrong"] == 0
