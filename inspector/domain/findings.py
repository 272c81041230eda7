# SPDX-License-Identifier: Apache-2.0
"""Span and Finding: the answer for one control of one account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from inspector.domain.facts import Fact
from inspector.domain.moment import Moment
from inspector.domain.text import Note
from inspector.domain.words import DataClass, Decider, Grade, Practice, State, Stated, Switch

Reason = Fact | str
"""Why: a fact, `practice:<row id>` or `event:<event id>` of the catalog, or one of the two below."""

UNKNOWN_RESIDENCE: Final = "residence:unknown"
"""No row is known, as nobody says where the person lived."""

NO_PRACTICE: Final = "practice:none"
"""No row is known, as the catalog names none for that place and time."""


@dataclass(frozen=True, slots=True)
class Support:
    """A stretch of a span with one grade and its reasons; no grade where the state is unknown."""

    grade: Grade | None
    start: Moment
    end: Moment | None
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SwitchSegment:
    """A stretch of one switch position."""

    position: Switch
    start: Moment
    end: Moment | None
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A maximal run of one state, practice row and decider. `end` None: still."""

    state: State
    practice: Practice
    row: str | None
    decider: Decider
    start: Moment
    end: Moment | None
    grade: Grade | None
    may_be_empty: bool
    support: tuple[Support, ...]

    @property
    def waits_for_residence(self) -> bool:
        """Whether nothing but the missing residence keeps the practice from being known."""
        reasons = {reason for part in self.support for reason in part.because if isinstance(reason, str)}
        return self.row is None and UNKNOWN_RESIDENCE in reasons and NO_PRACTICE not in reasons


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts that contradict each other. `decided_by` is `grade` where the stronger decided, else None."""

    facts: tuple[Fact, ...]
    says: tuple[str, ...]
    moment: Moment
    decided_by: str | None


@dataclass(frozen=True, slots=True)
class Alternative:
    """The answer if the person lived there, or had that plan."""

    residence: str | None
    plan: str | None
    state: State
    since: Moment | None
    grade: Grade | None


@dataclass(frozen=True, slots=True)
class Exposure:
    """Things of a data class in ON spans: certainly inside, and possibly further ones."""

    data_class: DataClass
    count: int
    possible: int
    stated: Stated
    by_month: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer for one control of one account, with everything it rests on."""

    service: str
    account: str | None
    control: str
    state: State
    since: Moment | None
    grade: Grade | None
    as_of: Moment | None
    spans: tuple[Span, ...]
    switch: tuple[SwitchSegment, ...]
    exposure: tuple[Exposure, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    narrow: tuple[Note, ...] = ()
    limits: tuple[Note, ...] = ()
