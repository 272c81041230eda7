# SPDX-License-Identifier: Apache-2.0
"""Which facts, counts and plans belong to which account; accounts of one service are never mixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector.domain.facts import Fact, Tally
from inspector.domain.reading import SourceReading
from inspector.domain.residence import PlanPeriod
from inspector.domain.words import DataClass, FactKind


@dataclass(frozen=True, slots=True)
class Owned:
    """What is about one account. `key` is the service's own identity, None where no source tells it.

    `found` are the ids of what its archives were found to hold, as their ledgers have it.
    """

    service: str
    key: str | None
    facts: tuple[Fact, ...]
    tallies: tuple[Tally, ...]
    plans: tuple[PlanPeriod, ...]
    incomplete: bool
    found: frozenset[str] = frozenset()

    @property
    def counts(self) -> dict[DataClass, int]:
        """Return what the archives hold, per data class."""
        counts: Counter[DataClass] = Counter()
        for tally in self.tallies:
            counts[tally.data_class] += tally.count
        return dict(counts)

    @property
    def suggested(self) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
        """Return the regions that archives suggest, the one with most facts first, each with its facts."""
        hints = [fact for fact in self.facts if fact.kind is FactKind.REGION_HINT]
        regions = Counter(fact.value for fact in hints)
        order = sorted(regions, key=lambda region: (-regions[region], region))
        return tuple((region, tuple(fact for fact in hints if fact.value == region)) for region in order)


def owned(
    readings: Sequence[SourceReading], said: Sequence[Fact], asked: Sequence[str] = ()
) -> tuple[Owned, ...]:
    """Return one Owned per account, ordered by service and identity.

    A source that does not tell its account, and what the person says, belong to the only account of the
    service; where there are several it stands apart, for nobody says which one is meant. A service in `asked`
    has an account even where nothing tells of one: what is documented for it is an answer too.
    """
    services = sorted(
        {one.source.service for one in readings if one.source.service}
        | {fact.service for fact in said}
        | set(asked)
    )
    return tuple(account for service in services for account in _of_service(service, readings, said))


def _of_service(service: str, readings: Sequence[SourceReading], said: Sequence[Fact]) -> list[Owned]:
    own = [one for one in readings if one.source.service == service]
    told = sorted({one.source.account for one in own if one.source.account})
    about = [fact for fact in said if fact.service == service]
    if len(told) <= 1:
        key = told[0] if told else None
        return [_account(service, key, own, about)]
    accounts = [_account(service, key, [one for one in own if one.source.account == key], []) for key in told]
    untold = [one for one in own if not one.source.account]
    return [*accounts, *([_account(service, None, untold, about)] if untold or about else [])]


def _account(service: str, key: str | None, readings: Sequence[SourceReading], said: Sequence[Fact]) -> Owned:
    facts = [replace(fact, account=key) for one in readings for fact in one.facts]
    facts += [replace(fact, account=key) for fact in said]
    unique = sorted(dict.fromkeys(facts), key=Fact.content_key)
    return Owned(
        service,
        key,
        tuple(unique),
        tuple(_fullest(readings)),
        tuple(_plan(plan, key) for one in readings for plan in one.plans),
        any(one.source.unread_bears for one in readings),
        frozenset(row.id for one in readings for row in one.source.ledger if row.outcome == "found"),
    )


def _fullest(readings: Sequence[SourceReading]) -> list[Tally]:
    """Return, per data class, the tallies of the source that holds most: exports of one account overlap."""
    result: list[Tally] = []
    for data_class in DataClass:
        by_source = [[t for t in one.tallies if t.data_class is data_class] for one in readings]
        result.extend(max(by_source, key=lambda tallies: sum(t.count for t in tallies), default=[]))
    return result


def _plan(plan: PlanPeriod, key: str | None) -> PlanPeriod:
    return replace(plan, because=tuple(replace(fact, account=key) for fact in plan.because))
