# SPDX-License-Identifier: Apache-2.0
"""Plan periods that meet on one day are one change of plan; others stay apart."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from inspector.domain.moment import UNKNOWN_MOMENT, Moment, catalog_day, instant
from inspector.domain.residence import PlanPeriod
from inspector.domain.words import Grade
from inspector.reasoning.life import Situation, courses, situations
from inspector.reasoning.pieces import Piece

BORN = instant(datetime(2020, 1, 1, tzinfo=UTC))


def day(text: str) -> Moment:
    return catalog_day(date.fromisoformat(text))


def period(plan: str, start: str | None, end: str | None, grade: Grade = Grade.DECLARED) -> PlanPeriod:
    first = day(start) if start else UNKNOWN_MOMENT
    return PlanPeriod("example", plan, first, day(end) if end else None, grade)


def lived(periods: tuple[PlanPeriod, ...]) -> list[Piece[Situation]]:
    return situations(BORN, courses((), periods, "free"))


def plans(*periods: PlanPeriod) -> list[str | None]:
    return [piece.value.plan for piece in lived(periods)]


def test_plans_that_meet_on_one_day_follow_each_other() -> None:
    met = (period("pro", "2021-01-01", "2022-01-01"), period("team", "2022-01-01", None))
    assert plans(*met) == ["free", "pro", "team"]
    [_, _, last] = lived(met)
    assert last.start is not None
    assert last.start.bounds() == day("2022-01-01").bounds()


def test_order_does_not_matter_and_a_chain_may_be_long() -> None:
    chain = [
        period("pro", None, "2021-01-01"),
        period("team", "2021-01-01", "2022-01-01"),
        period("pro", "2022-01-01", "2023-01-01"),
    ]
    for order in permutations(chain):
        assert plans(*order) == ["pro", "team", "pro", "free"]


def test_a_gap_between_plans_stays() -> None:
    apart = (period("pro", "2021-01-01", "2022-01-01"), period("team", "2022-01-02", None))
    assert plans(*apart) == ["free", "pro", "free", "team"]


@pytest.mark.parametrize("grade", [Grade.RECORDED, Grade.SHOWN])
def test_what_archives_show_of_two_plans_may_be_two_events(grade: Grade) -> None:
    shown = (period("pro", "2021-01-01", "2022-01-01", grade), period("team", "2022-01-01", None, grade))
    assert plans(*shown) == ["free", "pro", "team", "free", "team"]
