# SPDX-License-Identifier: Apache-2.0
"""When the account was created, from what the archives state of that one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.facts import Fact, Tally
from inspector.domain.findings import Conflict
from inspector.domain.moment import Moment, hull, intersection
from inspector.domain.words import FactKind, Grade


@dataclass(frozen=True, slots=True)
class Created:
    """The creation of an account: its Moment, the facts it rests on, a conflict where they exclude another.

    `facts` is empty where no source states it: then the account is no younger than its first evidence.
    """

    moment: Moment
    facts: tuple[Fact, ...]
    conflict: Conflict | None = None


def created(facts: Sequence[Fact], tallies: Sequence[Tally], now: Moment) -> Created:
    """Return the creation of the account that `facts` and `tallies` are about.

    Several facts of the one event intersect; where they exclude each other all of their span stays possible.
    """
    stating = sorted(
        (fact for fact in facts if fact.kind is FactKind.ACCOUNT_CREATED and fact.moment.is_known),
        key=Fact.content_key,
    )
    if not stating:
        return Created(_no_later_than_evidence(facts, tallies, now), ())
    moment: Moment | None = stating[0].moment.bounds()
    whole = stating[0].moment.bounds()
    for fact in stating[1:]:
        whole = hull(whole, fact.moment)
        moment = intersection(moment, fact.moment) if moment else None
    if moment is not None:
        return Created(moment, tuple(stating))
    says = tuple(fact.moment.raw or fact.value for fact in stating)
    return Created(whole, tuple(stating), Conflict(tuple(stating), says, whole, None))


def _no_later_than_evidence(facts: Sequence[Fact], tallies: Sequence[Tally], now: Moment) -> Moment:
    """Return a Moment up to the first evidence; what is only alleged, such as an unsigned mail, is none."""
    told = [fact for fact in facts if fact.grade is not Grade.ALLEGED]
    ends = [fact.moment.not_after for fact in told] + [tally.earliest_end.not_after for tally in tallies]
    known = [end for end in ends if end is not None]
    return Moment(None, min([*known, now.latest]))
