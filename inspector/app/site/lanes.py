# SPDX-License-Identifier: Apache-2.0
"""The practice rows of a control as lanes of a timeline: one per region and plan with a course of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from inspector.catalog.entry import ControlEntry
from inspector.catalog.lookup import distinct_sets
from inspector.catalog.regions import EVERYWHERE, Regions
from inspector.domain.moment import Moment
from inspector.domain.practices import Row

_LEAST_YEARS = 3


@dataclass(frozen=True, slots=True)
class Course:
    """The rows of one region and plan, which tile time, in order."""

    region: str
    plan: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """Courses that are the same but for their words and sources, and where they hold; `*` stands last."""

    regions: tuple[str, ...]
    plans: tuple[str, ...]
    courses: tuple[Course, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows of its first course, which stand for those of the others."""
        return self.courses[0].rows


@dataclass(frozen=True, slots=True)
class Scale:
    """Where days stand: 0 at `first`, 100 at `last`, both on the first of a January."""

    first: date
    last: date

    def place(self, moment: datetime) -> float:
        """Return the place of a time in per cent, held inside the scale."""
        whole = (self.last - self.first).total_seconds()
        begin = datetime(self.first.year, self.first.month, self.first.day, tzinfo=UTC)
        return min(max((moment - begin).total_seconds() / whole * 100, 0.0), 100.0)

    def years(self) -> tuple[int, ...]:
        """Return the years that begin on it, the last left out."""
        return tuple(range(self.first.year, self.last.year))


def lanes(entry: ControlEntry, regions: Regions) -> tuple[Lane, ...]:
    """Return the lanes of a control: those for all plans first, regions with the same course together."""
    plans = (None, *dict.fromkeys(row.plan for row in entry.rows if row.plan))
    seen: set[tuple[str, ...]] = set()
    found: dict[tuple[object, ...], list[Course]] = {}
    for plan in plans:
        for region, rows in distinct_sets(entry.control, plan, regions):
            ids = tuple(row.id for row in rows)
            if ids not in seen:
                seen.add(ids)
                course = Course(region, plan, rows)
                found.setdefault((region, plan is None, *_shape(rows)), []).append(course)
    together: dict[tuple[object, ...], list[Course]] = {}
    for group in found.values():
        key = (tuple(sorted(one.plan for one in group if one.plan)), *_shape(group[0].rows))
        together.setdefault(key, []).extend(group)
    return tuple(sorted((_lane(group) for group in together.values()), key=_order))


def scale(rows: Iterable[Row], today: date) -> Scale:
    """Return a scale from the year before the first known change to the end of this year."""
    starts = [row.start.earliest.year for row in rows if row.start and row.start.not_before]
    first = min([*(year - 1 for year in starts), today.year - _LEAST_YEARS + 1])
    return Scale(date(first, 1, 1), date(today.year + 1, 1, 1))


def end_of(day: date) -> datetime:
    """Return the first moment after a UTC day."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)


def _shape(rows: tuple[Row, ...]) -> tuple[object, ...]:
    return tuple((row.practice, _bounds(row.start), _bounds(row.end), row.lower, row.upper) for row in rows)


def _bounds(moment: Moment | None) -> Moment | None:
    return moment.bounds() if moment else None


def _lane(group: list[Course]) -> Lane:
    regions = sorted({one.region for one in group}, key=lambda region: (region == EVERYWHERE, region))
    plans = sorted({one.plan for one in group if one.plan})
    return Lane(tuple(regions), tuple(plans), tuple(group))


def said_apart(lane: Lane) -> tuple[Lane, ...]:
    """Return a lane as one lane for each set of words and sources that its courses have."""
    found: dict[tuple[object, ...], list[Course]] = {}
    for course in lane.courses:
        found.setdefault(tuple((row.text, row.sources) for row in course.rows), []).append(course)
    return tuple(_lane(group) for group in found.values())


def _order(lane: Lane) -> tuple[object, ...]:
    places = [(region == EVERYWHERE, region) for region in lane.regions]
    return (bool(lane.plans), places, lane.plans, [row.id for row in lane.rows])
