# SPDX-License-Identifier: Apache-2.0
"""What one answer is computed from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.practices import Control, Event, Row
from inspector.domain.residence import PlanPeriod, Residence
from inspector.domain.text import Texts
from inspector.domain.words import DataClass, Stated
from inspector.reasoning.practice_line import RowsFor

Sets = tuple[tuple[str, tuple[Row, ...]], ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """What reasoning asks the catalog about regions.

    `rows_for(region, plan)`: the rows that apply there. `sets(plan)`: a region for each distinct set of rows.
    `is_among(region, regions)`: whether a region is one of some codes or groups. `stated(class, region)`:
    what the provider says of a data class there. `named(region)`: how a region is called, by language; empty
    where it has its code only.
    """

    rows_for: RowsFor
    sets: Callable[[str | None], Sets]
    is_among: Callable[[str, tuple[str, ...]], bool]
    stated: Callable[[DataClass, str | None], Stated]
    named: Callable[[str], Texts] = lambda _region: ()


@dataclass(frozen=True, slots=True)
class Question:
    """One control of one account. `facts`, `tallies` and `plans` are those of the account only.

    `switch_facts` are the readings and changes of the switch, which another control may share.
    """

    control: Control
    account: str | None
    facts: tuple[Fact, ...]
    switch_facts: tuple[Fact, ...]
    tallies: tuple[Tally, ...]
    residence: Residence
    plans: tuple[PlanPeriod, ...]
    events: tuple[Event, ...]
    atlas: Atlas
    now: datetime
    incomplete: bool = False
    suggested: tuple[str, ...] = field(default=())

    @property
    def today(self) -> Moment:
        """Return now as a Moment."""
        return Moment(self.now, self.now)
