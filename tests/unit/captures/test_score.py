# SPDX-License-Identifier: Apache-2.0
"""The score of made captures counts as it says."""

from __future__ import annotations

import pytest

from tests.corpus.captures.kinds import KINDS
from tests.corpus.captures.labels import LANGS, rows
from tests.corpus.captures.planning import plans
from tests.corpus.captures.score import upper_bound


@pytest.mark.parametrize(
    ("errors", "trials", "bound"), [(0, 30, 0.0950), (0, 300, 0.00994), (1, 100, 0.0466), (5, 5, 1.0)]
)
def test_the_bound_is_that_of_clopper_and_pearson(errors: int, trials: int, bound: float) -> None:
    assert upper_bound(errors, trials) == pytest.approx(bound, abs=2e-4)


def test_a_seed_has_every_kind_and_language_and_is_always_the_same() -> None:
    made = plans(1, 306)
    assert made == plans(1, 306)
    assert {spec.kind for spec in made} == set(KINDS)
    assert len(KINDS) == 18
    assert {spec.row.lang for spec in made} == set(LANGS)
    assert sum(spec.case not in ("plain", "disabled") for spec in made) >= 0.05 * len(made)
    assert {spec.row.text for spec in made if spec.row.inverts}
    assert plans(101, 40) != plans(102, 40)


def test_every_language_has_a_label() -> None:
    assert {row.lang for row in rows()} == set(LANGS)
