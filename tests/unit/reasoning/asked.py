# SPDX-License-Identifier: Apache-2.0
"""Small questions: a few days of January 2020, one control of an example service, rows as they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from inspector.domain.facts import Fact
from inspector.domain.findings import Finding, Span
from inspector.domain.moment import Moment, between
from inspector.domain.practices import Control, Event, Offer, Row
from inspector.domain.residence import Residence, Stay
from inspector.domain.words import FactKind, Grade, Practice, Stated, Strength, Switch
from inspector.reasoning.answer import answer
from inspector.reasoning.question import Atlas, Question, Sets

CONTROL = "example/training"
IN_AA = (Stay("AA", None, None),)
NOW = datetime(2020, 6, 1, tzinfo=UTC)


def time(day: float) -> datetime:
    """Midnight of a day of January 2020, or later on that day."""
    return datetime(2019, 12, 31, tzinfo=UTC) + timedelta(days=day)


def days(first: float, last: float | None = None) -> Moment:
    """Between the midnights of two days; of one day alone its midnight."""
    return between(time(first), time(first) if last is None else time(last))


def since(day: float) -> Moment:
    """Not before a day."""
    return Moment(time(day), None)


def reading(position: str, moment: Moment, grade: Grade = Grade.SHOWN) -> Fact:
    """The switch was seen to stand there."""
    return Fact(FactKind.SETTING_READING, "example", position, grade, moment, control=CONTROL)


def change(position: str, moment: Moment, grade: Grade = Grade.SHOWN) -> Fact:
    """The switch was moved there."""
    return Fact(FactKind.SETTING_CHANGE, "example", position, grade, moment, control=CONTROL)


def born(moment: Moment) -> Fact:
    """The account was created."""
    return Fact(FactKind.ACCOUNT_CREATED, "example", "created", Grade.RECORDED, moment)


def reset(moment: Moment, name: str = "reset") -> Event:
    """The service put the switch back to where it began."""
    return Event(
        name, moment, "announcement", (("en", "The switch is put back"),), ("source",), (), (CONTROL,)
    )


def row(
    name: str,
    practice: Practice,
    period: tuple[Moment | None, Moment | None] = (None, None),
    offer: tuple[Moment, Switch] | None = None,
) -> Row:
    """A practice row; the part of its name before the first dot is the region."""
    return Row(
        id=name,
        region=name.split(".", maxsplit=1)[0],
        plan=None,
        start=period[0],
        end=period[1],
        practice=practice,
        offer=Offer(*offer) if offer else None,
        lower=Strength.OFFICIAL,
        upper=Strength.OFFICIAL,
        sources=("source",),
        membership_on=date(2020, 1, 1),
        checked=date(2020, 5, 1),
    )


def asked(
    rows: Sequence[Row],
    facts: Sequence[Fact],
    events: Sequence[Event] = (),
    residence: Residence = IN_AA,
    *,
    tells: tuple[FactKind, ...] = (),
    everywhere: bool = False,
) -> Finding:
    """The finding of someone who lived there and of whose account and switch the facts speak.

    `everywhere`: rows of `*` hold where no other does.
    """

    def rows_for(region: str, _plan: str | None) -> tuple[Row, ...]:
        own = tuple(one for one in rows if one.region == region)
        return own if own or not everywhere else tuple(one for one in rows if one.region == "*")

    def sets(_plan: str | None) -> Sets:
        regions = dict.fromkeys(one.region for one in rows)
        return tuple((region, rows_for(region, None)) for region in regions)

    own = tuple(fact for fact in facts if fact.control is None)
    question = Question(
        control=Control(CONTROL, "example", tuple(rows), archive_tells=tells),
        account=None,
        facts=own,
        switch_facts=tuple(fact for fact in facts if fact.control is not None),
        tallies=(),
        residence=residence,
        plans=(),
        events=tuple(events),
        atlas=Atlas(rows_for, sets, lambda region, regions: region in regions, _not_stated),
        now=NOW,
    )
    finding = answer(question)
    assert finding is not None
    return finding


def _not_stated(*_of: object) -> Stated:
    return Stated.UNKNOWN


def told(spans: Sequence[Span]) -> list[tuple[str, Moment]]:
    """Each span's state and when it may have begun."""
    return [(str(span.state), span.start) for span in spans]
