# SPDX-License-Identifier: Apache-2.0
"""The day it is for the person: that of their own clock, east of Greenwich too; fixed where "now" is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from inspector.app.letters import why_not
from inspector.cases.acts import ActKind
from inspector.cases.post import Post
from inspector.system import clock

EVENING = datetime(2026, 11, 22, 12, 24, tzinfo=UTC)


@pytest.fixture(params=["Pacific/Chatham", "America/Los_Angeles"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with monkeypatch.context() as inside:
        inside.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that runs: it is noon and more by UTC."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr("inspector.system.clock.now", lambda: EVENING)


@pytest.mark.usefixtures("running")
def test_the_day_is_that_of_the_persons_clock(zone: str) -> None:
    east = zone == "Pacific/Chatham"
    assert clock.today() == date(2026, 11, 23 if east else 22)
    assert clock.here(EVENING).date() == clock.today()


@pytest.mark.usefixtures("running")
def test_a_letter_may_have_left_on_the_day_it_is_here(zone: str) -> None:
    today = clock.today()
    assert why_not(Post("one"), ActKind.SENT, today, today) is None
    tomorrow = date(2026, 11, 24)
    told = why_not(Post("one"), ActKind.SENT, tomorrow, today)
    assert told is not None
    assert told.key == "gui.act.post.future", zone


def test_a_fixed_time_has_one_day_everywhere(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EVENING.timestamp())))
    assert clock.today() == date(2026, 11, 22), zone
    assert clock.here(EVENING) == EVENING
    assert clock.here(EVENING).utcoffset() == clock.now().utcoffset()
