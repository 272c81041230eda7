# SPDX-License-Identifier: Apache-2.0
"""The short table over all services: what holds on a day, put together, with strength, sources and age."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from inspector.catalog.overview import overview
from inspector.catalog.query import Query, ask
from inspector.catalog.standing import standings
from inspector.domain.words import Practice
from inspector.system.messages import Messages
from tests.unit.catalog.samples import shipped

CATALOG = shipped()
NOW = datetime(2026, 12, 1, tzinfo=UTC)
TODAY = NOW.date()


def printed(query: Query, width: int = 80, now: datetime = NOW, lang: str = "en") -> list[str]:
    return list(overview(CATALOG, query, Messages(lang), now, width))


def test_regions_with_the_same_answer_stand_together() -> None:
    training = standings(CATALOG, Query("linkedin"), TODAY)[0]
    found = {one.regions: (one.practice, one.since and one.since.latest.date()) for one in training.standings}
    assert found["CA", "CH", "EEA", "GB", "HK"] == (Practice.DEFAULT_ON, date(2025, 11, 3))
    assert found["US", "*"] == (Practice.DEFAULT_ON, date(2024, 9, 18))
    assert found["CN",][0] is Practice.UNKNOWN


def test_plans_with_the_same_answer_stand_together_after_the_others() -> None:
    (claude,) = standings(CATALOG, Query("claude"), TODAY)
    first, second = claude.standings
    assert (first.plans, first.practice) == ((), Practice.UNKNOWN)
    assert second.plans == ("education", "enterprise", "government", "team")
    assert second.practice is Practice.NOT_USED


@pytest.mark.parametrize("day", [date(2024, 9, 1), date(2025, 11, 3), TODAY])
def test_no_row_that_holds_is_lost(day: date) -> None:
    holding = {
        held.row.id
        for answer in ask(CATALOG, Query(on=day))
        for control in answer.controls
        for held in control.held
    }
    shown = [row for one in standings(CATALOG, Query(on=day), TODAY) for s in one.standings for row in s.rows]
    assert set(shown) == holding
    assert len(shown) == len(holding)


def test_a_change_that_may_fall_on_the_day_is_marked() -> None:
    inside = printed(Query("linkedin", "US", on=date(2024, 9, 1)))
    assert sum(" ?" in line for line in inside) == 2
    assert any(line.startswith("? Possible on this day") for line in inside)
    assert not any(line.startswith("?") for line in printed(Query("linkedin", "US")))


@pytest.mark.parametrize(("width", "lang"), [(80, "en"), (110, "en"), (120, "en"), (120, "xx-long")])
def test_no_line_is_wider_than_the_terminal_but_for_a_hash(width: int, lang: str) -> None:
    for line in printed(Query(), width, lang=lang):
        assert len(line) <= width or CATALOG.sha256 in line


def test_a_region_is_answered_for_each_service_that_speaks_of_it() -> None:
    lines = printed(Query(region="DE"))
    assert "Germany" in lines[2] or "Germany" in lines[1]
    text = "\n".join(lines)
    assert "on by default    2025-11-03" in text
    assert "[linkedin/microsoft-training]" not in text


def test_age_and_what_to_cite_are_said() -> None:
    text = " ".join(printed(Query()))
    assert "LinkedIn · sources read on 2026-11-21, 10 days ago" in text
    assert CATALOG.sha256 in text
    assert f"catalog {CATALOG.version}" in text
    later = " ".join(printed(Query(), now=datetime(2028, 1, 1, tzinfo=UTC)))
    assert "out of date since 2027-05-21" in later
