# SPDX-License-Identifier: Apache-2.0
"""Where the same rows hold everywhere, nobody has to say where they lived."""

from __future__ import annotations

from datetime import date

from inspector.domain.findings import Finding
from inspector.domain.residence import Stay
from inspector.domain.words import FactKind, Practice, State, Switch
from tests.unit.reasoning.asked import asked, days, reading, row

ROWS = (
    row("*.before", Practice.UNKNOWN, (None, days(3))),
    row("*.open", Practice.DEFAULT_ON, (days(3), None), (days(3), Switch.ON)),
)
SEEN = (reading("on", days(5)),)


def _notes(finding: Finding) -> set[str]:
    return {one.key for one in (*finding.limits, *finding.narrow)}


def test_one_set_of_rows_answers_without_a_residence() -> None:
    finding = asked(ROWS, SEEN, residence=())
    assert finding.state is State.ON
    assert [span.row for span in finding.spans] == ["*.before", "*.open"]
    assert [one.residence for one in finding.alternatives] == ["*"]
    assert not _notes(finding) & {"limit.residence_unknown", "limit.region_declared", "narrow.residence"}


def test_two_sets_of_rows_still_ask_for_the_residence() -> None:
    finding = asked((*ROWS, row("AA.never", Practice.NOT_USED)), SEEN, residence=())
    assert finding.state is State.UNKNOWN
    assert _notes(finding) >= {"limit.residence_unknown", "narrow.residence"}
    assert all(span.waits_for_residence for span in finding.spans)
    assert "limit.practice_unknown" not in _notes(finding), "the place is what is not known"


def test_an_answer_that_is_the_same_everywhere_is_not_called_open() -> None:
    rows = (
        row("AA.open", Practice.DEFAULT_ON, (days(3), None), (days(3), Switch.ON)),
        row("*.open", Practice.DEFAULT_ON, (days(4), None), (days(4), Switch.ON)),
    )
    finding = asked(rows, SEEN, residence=(), everywhere=True)
    assert finding.state is State.ON
    assert _notes(finding) >= {"limit.residence_agreed", "limit.permission"}
    assert "limit.residence_unknown" not in _notes(finding)


def test_what_is_open_wherever_the_person_lived_is_not_put_down_to_the_missing_place() -> None:
    rows = (
        row("AA.unknown", Practice.UNKNOWN),
        row("BB.never", Practice.NOT_USED, (None, days(3))),
        row("BB.unknown", Practice.UNKNOWN, (days(3), None)),
    )
    finding = asked(rows, (), residence=())
    assert {one.state for one in finding.alternatives} == {State.UNKNOWN}
    assert _notes(finding) >= {"limit.residence_open", "narrow.residence"}
    assert "limit.residence_unknown" not in _notes(finding)


def test_a_time_of_which_no_row_tells_is_not_put_down_to_the_missing_place() -> None:
    rows = (row("AA.late", Practice.NOT_USED, (days(20), None)), row("BB.never", Practice.NOT_USED))
    finding = asked(rows, (), residence=(Stay("AA", date(2020, 1, 9), None),))
    assert [span.waits_for_residence for span in finding.spans] == [False, False]
    assert _notes(finding) >= {"limit.residence_gap", "limit.practice_unknown"}


def test_only_an_archive_that_tells_the_creation_is_asked_for() -> None:
    assert "narrow.archive" not in _notes(asked(ROWS, SEEN, residence=()))
    assert "narrow.archive" in _notes(asked(ROWS, SEEN, residence=(), tells=(FactKind.ACCOUNT_CREATED,)))


def test_no_picture_is_asked_for_where_nothing_can_be_switched() -> None:
    fixed = (row("*.always", Practice.NO_CONTROL),)
    assert "narrow.picture_today" not in _notes(asked(fixed, (), residence=()))
