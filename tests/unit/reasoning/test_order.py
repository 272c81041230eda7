# SPDX-License-Identifier: Apache-2.0
"""What bears on a switch is put into the order that needs the fewest moves nobody saw."""

from __future__ import annotations

from collections.abc import Sequence

from inspector.domain.facts import Fact
from inspector.domain.moment import EARLIEST, Moment
from inspector.domain.practices import Event
from inspector.domain.words import Switch
from inspector.reasoning.order import in_order
from inspector.reasoning.readings import weigh
from inspector.reasoning.steps import Reset, Step, bearing
from tests.unit.reasoning.asked import change, days, reading, reset, since, time

EARLY = Moment(None, time(20))


def _ordered(facts: Sequence[Fact], resets: Sequence[Reset] = ()) -> list[Step]:
    return in_order(bearing(weigh(facts), resets))


def _names(steps: Sequence[Step]) -> list[tuple[str, str]]:
    return [(step.kind, str(step.position)) for step in steps]


def _put_back(event: Event, position: Switch) -> Reset:
    return Reset(event, position)


def test_what_certainly_precedes_stands_first_whatever_its_kind() -> None:
    steps = _ordered([reading("on", days(9)), change("off", days(3)), reading("on", days(1))])
    assert [step.moment.not_before for step in steps] == [time(1), time(3), time(9)]


def test_a_change_stands_between_the_reading_it_ends_and_the_one_it_explains() -> None:
    steps = _ordered([reading("off", days(5, 6)), change("off", days(1, 9)), reading("on", days(4))])
    assert _names(steps) == [("reading", "on"), ("change", "off"), ("reading", "off")]


def test_a_reading_stays_before_an_agreeing_change_that_another_reading_holds_back() -> None:
    steps = _ordered([reading("on", days(1, 4)), reading("off", days(5, 12)), change("on", days(3, 20))])
    assert _names(steps) == [("reading", "on"), ("reading", "off"), ("change", "on")]


def test_moves_that_nothing_orders_stand_in_the_order_of_their_bounds() -> None:
    steps = _ordered([change("on", days(20, 22)), change("on", EARLY), change("on", days(6))])
    assert [step.moment.earliest for step in steps] == [EARLIEST, time(6), time(20)]


def test_a_reset_stands_before_an_agreeing_change_that_may_follow_it() -> None:
    back = _put_back(reset(days(28, 29)), Switch.OFF)
    steps = _ordered([reading("on", days(20)), change("off", days(27, 30))], [back])
    assert [step.kind for step in steps] == ["reading", "reset", "change"]


def test_a_reset_that_meets_an_opposite_change_is_unclear_and_stands_where_it_may_begin() -> None:
    crossed = _put_back(reset(days(17, 18)), Switch.OFF)
    later, early = change("on", days(20, 22)), change("on", EARLY)
    steps = _ordered([later, change("on", days(6)), early], [crossed])
    assert [step.kind for step in steps] == ["change", "change", "unclear", "change"]
    assert steps[-1].facts == (later,)


def test_a_reset_that_meets_an_unclear_one_is_unclear_too() -> None:
    resets = [
        _put_back(reset(days(8, 19), "wide"), Switch.ON),
        _put_back(reset(days(9), "narrow"), Switch.OFF),
    ]
    steps = _ordered([change("off", days(18, 20))], resets)
    assert [(step.kind, step.reason) for step in steps[:2]] == [
        ("unclear", "event:wide"),
        ("unclear", "event:narrow"),
    ]


def test_steps_that_wait_for_each_other_in_a_circle_are_all_placed() -> None:
    facts = [
        reading("on", days(1, 9)),
        change("on", days(8, 20)),
        reading("off", days(10, 15)),
        change("off", days(1, 10)),
        reading("off", since(19)),
    ]
    steps = _ordered(facts)
    placed = [fact for step in steps for fact in step.facts]
    assert sorted(placed, key=Fact.content_key) == sorted(facts, key=Fact.content_key)
