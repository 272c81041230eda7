# SPDX-License-Identifier: Apache-2.0
"""Fills in what only shows when a source was read to its end: the hashes and the account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from inspector.domain.facts import Fact, Tally
from inspector.domain.residence import PlanPeriod


@dataclass(frozen=True, slots=True)
class Seals:
    """Hash of the source, hashes of members by name, the account; `alone`: the source is its own member."""

    source: str
    members: Mapping[str, str | None]
    account: str | None
    alone: bool = False

    def facts(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """Return the facts with hashes and account, ordered by content."""
        return tuple(sorted(map(self._fact, facts), key=Fact.content_key))

    def tallies(self, tallies: Iterable[Tally]) -> tuple[Tally, ...]:
        """Return the tallies with hash and account, ordered by class and member."""
        sealed = (
            replace(
                tally,
                account=self.account,
                source_sha256=self.source,
                member=None if self.alone else tally.member,
            )
            for tally in tallies
        )
        return tuple(sorted(sealed, key=lambda tally: (tally.data_class, tally.member or "")))

    def plans(self, plans: Iterable[PlanPeriod]) -> tuple[PlanPeriod, ...]:
        """Return the periods, whose reasons are sealed like the facts they are."""
        return tuple(replace(plan, because=tuple(map(self._fact, plan.because))) for plan in plans)

    def _fact(self, fact: Fact) -> Fact:
        place = fact.provenance
        if place is None:
            return replace(fact, account=self.account)
        sha256 = self.members.get(place.member or "")
        member = None if self.alone else place.member
        sealed = replace(place, source_sha256=self.source, member=member, member_sha256=sha256)
        return replace(fact, account=self.account, provenance=sealed)
