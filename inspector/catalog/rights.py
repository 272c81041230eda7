# SPDX-License-Identifier: Apache-2.0
"""What the law of a region lets a person ask for, and by when it must be answered. Not legal advice."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from pathlib import Path
from typing import Literal

from inspector.catalog.decode import Record, Translated, read_json
from inspector.catalog.places import most_specific
from inspector.catalog.regions import Regions

Unit = Literal["month", "calendar_day", "business_day", "without_delay"]


class Period(Record, frozen=True):
    """A period from receipt. `amount` None: without delay, or not fixed."""

    amount: int | None
    unit: Unit


class Acknowledgement(Record, frozen=True):
    """A separate, earlier duty to confirm receipt; `starts` says from when it runs."""

    amount: int
    unit: Unit
    starts: str


class Extension(Record, frozen=True):
    """By how much the period may grow, and when; `amount` None: the law fixes none."""

    amount: int | None
    unit: Unit | None
    condition: str


class Right(Record, frozen=True):
    """One right of a person in a region. `in_force_from` is a day or a month; None: not determined.

    `response` None: the law that was seen names no period. `response_days` is set where calendar days count.
    """

    id: str
    region: str
    law: Translated
    right: Literal["access", "erasure", "objection", "limit", "opt_out", "complaint"]
    article: Translated | None
    response: Period | None
    response_days: int | None
    acknowledge: Acknowledgement | None
    extension: Extension | None
    what_must_be_in_it: tuple[str, ...]
    needs_reason: bool
    reason_note: str | None
    identity_rule: str | None
    scope_note: str | None
    in_force_from: str | None
    source: str | None
    also: tuple[str, ...]
    strength: str
    checked: date
    notes: str | None

    def in_force_on(self, day: date) -> bool:
        """Tell whether it was certainly in force on `day`; a right without a known day counts as in force."""
        return self.in_force_from is None or _latest(self.in_force_from) <= day


class _Pending(Record, frozen=True):
    id: str
    region: str
    what: str
    state: str
    source: str
    also: tuple[str, ...]
    strength: str


class _RightsFile(Record, frozen=True):
    schema: Literal["inspector/rights/1"]
    made: date
    meaning: dict[str, str]
    rights: tuple[Right, ...]
    pending: tuple[_Pending, ...]


def load_rights(root: Path) -> tuple[Right, ...]:
    """Read `rights.json` of a catalog folder. Raises CatalogError."""
    return read_json(root / "rights.json", "rights.json", _RightsFile).rights


def rights_for(
    rights: tuple[Right, ...], region: str, right: str, day: date, regions: Regions
) -> tuple[Right, ...]:
    """Return the rights of one kind that a person in `region` has on `day`, of the most specific law."""
    in_force = (one for one in rights if one.right == right and one.in_force_on(day))
    return most_specific(in_force, lambda one: (one.region,), region, day, regions)


def _latest(text: str) -> date:
    """Return the day of `YYYY-MM-DD`, or the last day of `YYYY-MM`."""
    if text.count("-") == 1:
        year, month = (int(part) for part in text.split("-"))
        return date(year, month, monthrange(year, month)[1])
    return date.fromisoformat(text)
