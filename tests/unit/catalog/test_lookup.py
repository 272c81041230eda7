# SPDX-License-Identifier: Apache-2.0
"""Which rows and statements hold: the most specific region, the very plan, groups on the day of each row."""

from __future__ import annotations

from datetime import UTC, date, datetime

from inspector.catalog.lookup import distinct_sets, holding_on, rows_for, stated_for, statement_for
from inspector.domain.moment import Moment, catalog_day
from inspector.domain.practices import ClassStatement, Control, Row
from inspector.domain.words import DataClass, Practice, Stated, Strength
from tests.unit.catalog.samples import shipped

REGIONS = shipped().regions
TODAY = date(2026, 11, 21)


def row(
    name: str,
    region: str,
    *,
    plan: str | None = None,
    start: date | None = None,
    end: date | None = None,
    membership_on: date = TODAY,
) -> Row:
    return Row(
        id=name,
        region=region,
        plan=plan,
        start=catalog_day(start) if start else None,
        end=catalog_day(end) if end else None,
        practice=Practice.UNKNOWN,
        offer=None,
        lower=Strength.OFFICIAL,
        upper=Strength.OFFICIAL,
        sources=("s",),
        membership_on=membership_on,
        checked=TODAY,
    )


def ids(control: Control, region: str, plan: str | None = None) -> list[str]:
    return [one.id for one in rows_for(control, region, plan, REGIONS)]


def control(*rows: Row) -> Control:
    return Control("x/y", "x", rows)


def test_the_most_specific_region_that_has_rows_wins_whole() -> None:
    asked = control(row("w", "*"), row("eea", "EEA"), row("de", "DE"), row("by", "DE-BY"))
    assert ids(asked, "DE-BY") == ["by"]
    assert ids(asked, "DE-BE") == ["de"]
    assert ids(asked, "FR") == ["eea"]
    assert ids(asked, "BR") == ["w"]
    assert ids(asked, "GP") == []
    assert ids(control(row("gp", "GP"), row("w", "*")), "GP") == ["gp"]


def test_a_smaller_group_is_more_specific() -> None:
    asked = control(row("eea", "EEA"), row("efta", "EFTA"), row("w", "*"))
    assert ids(asked, "NO") == ["efta"]
    assert ids(asked, "CH") == ["efta"]
    assert ids(asked, "IT") == ["eea"]


def test_rows_come_in_time_order() -> None:
    day = date(2025, 1, 1)
    asked = control(row("later", "US", start=day), row("first", "US", end=day))
    assert ids(asked, "US") == ["first", "later"]


def test_rows_of_the_very_plan_win_where_there_are_any() -> None:
    asked = control(row("all", "US"), row("team", "US", plan="team"), row("w", "*"))
    assert ids(asked, "US") == ["all"]
    assert ids(asked, "US", "team") == ["team"]
    assert ids(asked, "US", "pro") == ["all"]
    assert ids(control(row("team", "US", plan="team"), row("w", "*")), "US") == ["w"]


def test_group_membership_is_taken_on_the_day_of_each_row() -> None:
    old = row("old", "EEA", end=date(2021, 1, 1), membership_on=date(2019, 1, 1))
    new = row("new", "EEA", start=date(2021, 1, 1))
    asked = control(old, new)
    assert ids(asked, "DE") == ["old", "new"]
    assert ids(asked, "GB") == ["old"]


def test_each_distinct_set_of_rows_stands_once_with_everywhere_last() -> None:
    asked = control(row("w", "*"), row("us", "US"), row("eea", "EEA"), row("ca", "US-CA"))
    assert [region for region, _ in distinct_sets(asked, None, REGIONS)] == ["EEA", "US", "US-CA", "*"]


def test_a_day_inside_uncertain_bounds_has_several_possible_rows() -> None:
    bounds = Moment(datetime(2024, 8, 1, tzinfo=UTC), datetime(2024, 9, 18, 23, 59, 59, tzinfo=UTC))
    before = row("before", "US")
    rows = tuple(rows_for(shipped().control("linkedin/generative-ai-improvement"), "US", None, REGIONS))
    assert rows[0].end == rows[1].start
    assert rows[1].start is not None
    assert rows[1].start.bounds() == bounds

    def on(day: date) -> list[tuple[str, bool]]:
        return [(one.id, certain) for one, certain in holding_on(rows, day)]

    assert on(date(2024, 7, 31)) == [("linkedin.us.before", True)]
    assert on(date(2024, 8, 1)) == [("linkedin.us.before", False), ("linkedin.us", False)]
    assert on(date(2024, 9, 17)) == [("linkedin.us.before", False), ("linkedin.us", False)]
    assert on(date(2024, 9, 18)) == [("linkedin.us", True)]
    assert [one for one, _ in holding_on((before,), TODAY)] == [before]


def statement(stated: Stated, *regions: str, start: date | None = None) -> ClassStatement:
    return ClassStatement(DataClass.POSTS, stated, regions, catalog_day(start) if start else None, ("s",))


def test_the_most_specific_statement_that_has_begun_counts() -> None:
    said = (
        statement(Stated.UNKNOWN, "*"),
        statement(Stated.NOT_USED, "EEA"),
        statement(Stated.USED, "EEA", start=date(2025, 11, 3)),
    )

    def on(day: date, region: str) -> Stated | None:
        found = statement_for(said, DataClass.POSTS, region, day, REGIONS)
        return found.stated if found else None

    assert on(date(2025, 11, 2), "DE") is Stated.NOT_USED
    assert on(date(2025, 11, 3), "DE") is Stated.USED
    assert on(TODAY, "US-CA") is Stated.UNKNOWN
    assert on(TODAY, "GP") is None


def test_without_a_region_only_what_all_regions_agree_on_is_stated() -> None:
    agreeing = (statement(Stated.USED, "EEA"), statement(Stated.USED, "*"))
    differing = (statement(Stated.USED, "EEA"), statement(Stated.NOT_USED, "*"))
    assert stated_for(agreeing, DataClass.POSTS, None, TODAY, REGIONS) is Stated.USED
    assert stated_for(differing, DataClass.POSTS, None, TODAY, REGIONS) is Stated.UNKNOWN
    assert stated_for(differing, DataClass.POSTS, "FR", TODAY, REGIONS) is Stated.USED
    assert stated_for((), DataClass.POSTS, None, TODAY, REGIONS) is Stated.UNKNOWN
    assert stated_for(agreeing, DataClass.CODE, "FR", TODAY, REGIONS) is Stated.UNKNOWN
