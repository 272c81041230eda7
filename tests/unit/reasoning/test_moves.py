# SPDX-License-Identifier: Apache-2.0
"""A move to where the very same rows apply changes nothing; what nobody documents is told as that."""

from __future__ import annotations

from datetime import date

from inspector.domain.findings import Finding
from inspector.domain.practices import Row
from inspector.domain.residence import Residence, Stay
from inspector.domain.words import Practice, Switch
from tests.unit.reasoning.asked import asked, born, change, days, reading, row, told

MOVED = (Stay("AA", None, date(2020, 1, 15)), Stay("BB", date(2020, 1, 15), None))
ANYWHERE = row("*", Practice.DEFAULT_ON, offer=(days(3), Switch.ON))
FACTS = [born(days(1)), reading("off", days(20))]


def _reasons(finding: Finding) -> list[object]:
    return [reason for span in finding.spans for part in span.support for reason in part.because]


def _lived(*rows: Row, residence: Residence) -> Finding:
    return asked(rows, FACTS, residence=residence, everywhere=True)


def test_a_move_between_places_of_the_same_rows_does_not_split_the_answer() -> None:
    stayed = _lived(ANYWHERE, residence=(Stay("AA", None, None),))
    moved = _lived(ANYWHERE, residence=MOVED)
    assert told(moved.spans) == [("unknown", days(1)), ("on", days(3)), ("off", days(3, 20))]
    assert (moved.spans, moved.switch, moved.since) == (stayed.spans, stayed.switch, stayed.since)
    assert not any(span.may_be_empty for span in moved.spans)


def test_a_move_to_a_row_of_its_own_still_begins_a_span() -> None:
    here = row("BB.open", Practice.DEFAULT_ON, offer=(days(3), Switch.ON))
    moved = _lived(ANYWHERE, here, residence=MOVED)
    assert [span.row for span in moved.spans] == ["*", "*", "*", "BB.open", "BB.open"]


def test_where_nobody_documents_a_practice_the_residence_is_not_called_unknown() -> None:
    late = row("AA.late", Practice.DEFAULT_ON, (days(10), None), (days(10), Switch.ON))
    finding = _lived(late, residence=(Stay("AA", None, None),))
    assert "practice:none" in _reasons(finding)
    assert "residence:unknown" not in _reasons(finding)


def test_where_nobody_says_where_the_person_lived_the_reason_says_so() -> None:
    late = row("AA.late", Practice.DEFAULT_ON, (days(10), None), (days(10), Switch.ON))
    finding = _lived(late, residence=(Stay("AA", date(2020, 1, 5), None),))
    assert _reasons(finding)[0] == "residence:unknown"


def test_a_change_near_a_move_is_told_once() -> None:
    finding = asked(
        [ANYWHERE], [born(days(1)), change("off", days(10, 20))], residence=MOVED, everywhere=True
    )
    assert [str(span.state) for span in finding.spans] == ["unknown", "on", "off"]
