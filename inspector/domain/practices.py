# SPDX-License-Identifier: Apache-2.0
"""What the catalog says about a service and its controls, as reasoning and the report need it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inspector.domain.moment import Moment
from inspector.domain.text import Named, Texts
from inspector.domain.words import DataClass, FactKind, Practice, Stated, Strength, Switch


@dataclass(frozen=True, slots=True)
class Citation:
    """A source of the catalog: where a statement comes from. `day` is the source's own day.

    A `title` or `publisher` that is one name stands as published; what says it in our words has languages.
    """

    id: str
    title: Named
    publisher: Named
    url: str | None
    day: date | None
    strength: Strength
    repository: str | None = None
    file: str | None = None
    commit: str | None = None
    sha256: str | None = None
    recorded: str | None = None
    effective: str | None = None
    note: Texts = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """From when a control was offered and in which position it started."""

    start: Moment
    initial: Switch


@dataclass(frozen=True, slots=True)
class Row:
    """A practice row: what the service documents for a region, plan and period.

    `start` None: since ever; `end` None: still. Rows of one region and plan tile time. `lower` and `upper`
    say how strong the start's two bounds are. `membership_on` is the day on which group membership is taken.
    """

    id: str
    region: str
    plan: str | None
    start: Moment | None
    end: Moment | None
    practice: Practice
    offer: Offer | None
    lower: Strength
    upper: Strength
    sources: tuple[str, ...]
    membership_on: date
    checked: date
    text: Texts = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated that bears on a service: a policy version, a regulator's step, a court's.

    `resets`: controls whose switch the service put back to its initial position. `regions` empty: everywhere.
    """

    id: str
    moment: Moment
    kind: str
    title: Texts
    sources: tuple[str, ...]
    regions: tuple[str, ...] = ()
    resets: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassStatement:
    """What the provider says about one data class in some regions from a time on."""

    data_class: DataClass
    stated: Stated
    regions: tuple[str, ...]
    start: Moment | None
    sources: tuple[str, ...]
    text: Texts = ()


@dataclass(frozen=True, slots=True)
class Control:
    """One setting. `switch_of` names the control whose switch also governs this one, else None.

    `consumer_plan` is assumed where no plan is declared or shown; `plans_excluded` do not have the control.
    `archive_tells` are the kinds of fact that an archive of the account is known to state. `plan_names` are
    the service's own names of its plans, by id.
    """

    id: str
    service: str
    rows: tuple[Row, ...]
    consumer_plan: str | None = None
    plans_excluded: tuple[str, ...] = ()
    switch_of: str | None = None
    stale_after: date | None = None
    archive_tells: tuple[FactKind, ...] = ()
    plan_names: tuple[tuple[str, Texts], ...] = ()

    def plan_name(self, plan: str) -> str | Texts:
        """Return the name of a plan by language; its id where no name is known."""
        return dict(self.plan_names).get(plan, plan)
