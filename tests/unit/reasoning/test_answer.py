# SPDX-License-Identifier: Apache-2.0
"""Answers where bounds cross: the order stays open, and so does what follows from it."""

from __future__ import annotations

from datetime import date

from inspector.domain.moment import Moment
from inspector.domain.residence import Stay
from inspector.domain.words import Decider, Grade, Practice, Switch
from tests.unit.reasoning.asked import asked, born, change, days, reading, reset, row, since, time, told

BORN = born(days(1))
OPENED = row("AA.open", Practice.DEFAULT_ON, offer=(days(3), Switch.ON))
UNDOCUMENTED = row("AA.unknown", Practice.UNKNOWN)
OFFERED_OFF = row("AA.unknown", Practice.UNKNOWN, offer=(days(3), Switch.OFF))


def test_an_unseen_move_lies_anywhere_after_the_offer_until_the_reading() -> None:
    finding = asked([OPENED], [BORN, reading("off", days(20))])
    assert told(finding.spans) == [("unknown", days(1)), ("on", days(3)), ("off", days(3, 20))]
    assert not any(span.may_be_empty for span in finding.spans)


def test_a_reset_to_where_a_reading_showed_the_switch_keeps_it_told() -> None:
    facts = [BORN, reading("on", days(10))]
    row_on = row("AA.unknown", Practice.UNKNOWN, offer=(days(3), Switch.ON))
    finding = asked([row_on], facts, [reset(days(20))])
    assert told(finding.spans)[-1] == ("on", days(10))
    assert "event:reset" in [reason for part in finding.spans[-1].support for reason in part.because]


def test_a_reset_elsewhere_leaves_nothing_told_where_no_practice_is_documented() -> None:
    finding = asked([OFFERED_OFF], [BORN, reading("on", days(10))], [reset(days(20))])
    assert told(finding.spans)[-1] == ("unknown", days(20))


def test_a_change_that_may_have_come_before_an_agreeing_reset_moves_the_start_back() -> None:
    opt_in = row("AA.open", Practice.OPT_IN, offer=(days(3), Switch.OFF))
    finding = asked([opt_in], [BORN, reading("on", days(10)), change("off", days(27, 29))], [reset(days(28))])
    off = finding.spans[-2]
    assert (off.state, off.decider, off.start) == ("off", Decider.PRACTICE, days(27, 28))
    assert (off.may_be_empty, finding.since) == (True, days(27, 28))


def test_a_reset_of_unknown_effect_leaves_unknown_until_something_follows() -> None:
    facts = [born(days(1, 20)), reading("on", days(2))]
    finding = asked([row("AA.open", Practice.OPT_IN, offer=(days(1), Switch.OFF))], facts, [reset(days(15))])
    assert finding.state == "unknown"
    settled = asked(
        [row("AA.open", Practice.OPT_IN, offer=(days(1), Switch.OFF))],
        [*facts, reading("on", days(21))],
        [reset(days(15))],
    )
    assert (settled.state, settled.since) == ("on", days(21))


def test_a_reset_of_unknown_effect_that_agrees_changes_nothing() -> None:
    facts = [born(days(1, 20)), reading("off", days(2))]
    finding = asked([row("AA.open", Practice.OPT_IN, offer=(days(1), Switch.OFF))], facts, [reset(days(15))])
    assert (finding.state, finding.grade) == ("off", Grade.SHOWN)


def test_an_open_contradiction_outlasts_a_reset_and_a_reading_that_need_not_follow_it() -> None:
    facts = [
        BORN,
        change("off", days(21, 23)),
        change("on", since(5)),
        reading("off", days(29, 31)),
    ]
    opt_in = row("AA.open", Practice.OPT_IN, offer=(days(3), Switch.OFF))
    finding = asked([opt_in], facts, [reset(days(25, 36))])
    assert told(finding.spans)[-1][0] == "unknown"
    assert finding.state == "unknown"


def test_a_span_that_a_reset_may_have_come_before_is_flagged() -> None:
    opt_in = row("AA.open", Practice.OPT_IN, offer=(days(5), Switch.OFF))
    finding = asked([opt_in], [BORN, change("on", Moment(None, time(20)))], [reset(days(15, 16))])
    shown = [(str(span.state), span.may_be_empty) for span in finding.spans]
    assert shown == [("unknown", False), ("off", False), ("on", True), ("unknown", False)]


def test_an_offer_that_was_over_before_the_person_may_have_come_leaves_nothing_known() -> None:
    rows = [
        row("AA.open", Practice.OPT_IN, (None, days(33, 42)), (days(20, 21), Switch.ON)),
        row("BB.early", Practice.UNKNOWN, (None, days(3, 4)), (days(3, 4), Switch.ON)),
        row("BB.open", Practice.OPT_IN, (days(3, 4), None)),
    ]
    lived = (
        Stay("BB", None, date(2020, 1, 12)),
        Stay("AA", date(2020, 1, 12), date(2020, 1, 14)),
        Stay("BB", date(2020, 1, 14), None),
    )
    finding = asked(rows, [], [reset(days(30, 32))], lived)
    assert all(span.state == "unknown" for span in finding.spans)


def test_two_opposite_offers_that_both_stand_when_the_account_is_made_leave_unknown() -> None:
    rows = [
        row("AA.first", Practice.DEFAULT_ON, (None, days(4, 8)), (days(4, 8), Switch.OFF)),
        row("AA.second", Practice.DEFAULT_ON, (days(4, 8), None), (days(3, 5), Switch.ON)),
    ]
    finding = asked(rows, [born(days(6)), reading("on", days(10))])
    assert told(finding.spans)[0] == ("unknown", days(6))
    assert finding.state == "on"


def test_readings_in_a_region_without_a_documented_practice_are_carried() -> None:
    finding = asked([UNDOCUMENTED], [BORN, reading("on", days(5)), reading("off", days(9))])
    assert told(finding.spans) == [("unknown", days(1)), ("on", days(5)), ("off", days(5, 9))]
