# SPDX-License-Identifier: Apache-2.0
"""Residence and plan by period, as the person declares them; days are catalog days, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from inspector.domain.facts import Fact
from inspector.domain.moment import Moment
from inspector.domain.words import Grade


@dataclass(frozen=True, slots=True)
class Stay:
    """A region from a day (None: ever) until a day that is no longer part of it (None: still)."""

    region: str
    start: date | None = None
    end: date | None = None


Residence = tuple[Stay, ...]


class PeriodError(ValueError):
    """Periods that cannot be: `key` is a message key, `values` go into the sentence."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """A plan of one service in a period known by Moments; declared, or shown by an archive."""

    service: str
    plan: str
    start: Moment
    end: Moment | None
    grade: Grade
    because: tuple[Fact, ...] = ()


def ordered(stays: list[Stay]) -> Residence:
    """Return stays in time order; PeriodError for an empty period or an overlap."""
    for stay in stays:
        if stay.start and stay.end and stay.end <= stay.start:
            raise PeriodError("residence.empty", region=stay.region, start=str(stay.start), end=str(stay.end))
    result = sorted(stays, key=lambda stay: stay.start or date.min)
    for before, after in pairwise(result):
        if before.end is None or after.start is None or after.start < before.end:
            raise PeriodError("residence.overlap", first=before.region, second=after.region)
    return tuple(result)
