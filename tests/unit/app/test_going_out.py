# SPDX-License-Identifier: Apache-2.0
"""What left this computer: nothing, each connection of this session, and those that a case's log tells of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from inspector.app.connections import Connections
from inspector.app.going_out import gone_out
from inspector.cases.acts import Act, ActKind, Detail
from inspector.network.errand import Errand, NetworkError, Visit
from inspector.system.messages import Messages

AT = datetime(2026, 11, 3, 9, 5, 30, tzinfo=UTC)
HOST = "time.example.com"


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")


def asked(**more: Detail) -> Act:
    return Act(7, ActKind.ASKED, AT, {"host": HOST, "purpose": "timestamp", "of": "lists", **more})


def test_at_first_nothing_went_out() -> None:
    found = gone_out(Connections().visits, [Act(1, ActKind.OPENED, AT, {})], Messages())
    assert (found.count, found.now, found.before) == (0, (), ())


def test_a_connection_is_told_by_time_host_purpose_and_bytes() -> None:
    (one,) = gone_out([Visit(AT, HOST, "timestamp", 59, 4211, None)], [], Messages()).now
    assert one.head == "3 November 2026, 09:05, time.example.com"
    assert one.what == "For a timestamp. 59 bytes went out, 4,211 bytes came back."


def test_one_that_failed_counts_too() -> None:
    found = gone_out([Visit(AT, HOST, "timestamp", 59, 0, "too_slow")], [], Messages())
    assert found.count == 1
    assert "no answer came that could be used" in found.now[0].what


def test_the_log_of_the_case_tells_of_earlier_ones_and_what_came_of_them() -> None:
    acts = [asked(time="2026-11-03T09:05:31Z"), asked(time=None, outcome="refused")]
    stamped, refused = gone_out([], acts, Messages()).before
    assert stamped.what == "For a timestamp. It gave the time 3 November 2026, 09:05."
    assert refused.what == "For a timestamp. No timestamp came of it."


def test_what_only_a_newer_program_does_is_told_by_its_own_word() -> None:
    (one,) = gone_out([Visit(AT, HOST, "postcard", 1, 1, None)], [], Messages()).now
    assert one.what.startswith("For: postcard.")


def test_an_attempt_that_was_refused_here_is_a_visit_too() -> None:
    """A place in a private network is never connected to; that it was tried is told."""
    connections = Connections()
    errand = Errand("https://nowhere.invalid/", "timestamp", b"x", "a/b", "c/d", seconds=5.0)
    with pytest.raises(NetworkError):
        connections.send(errand)
    assert gone_out(connections.visits, [], Messages("de")).count == 1
