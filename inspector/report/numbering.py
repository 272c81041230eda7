# SPDX-License-Identifier: Apache-2.0
"""Ids by content: the order in which things were handed in never shows."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.domain.facts import Fact
from inspector.domain.findings import Reason
from inspector.report.inspection import Account, Inspection


@dataclass(frozen=True, slots=True)
class Numbers:
    """The ids `s1`, `a1` and `f1` of sources, accounts and facts."""

    sources: dict[str, str]
    accounts: dict[tuple[str, str | None], str]
    facts: dict[Fact, str]

    def account(self, service: str | None, key: str | None) -> str | None:
        """Return the id of an account; the only one of the service where the key is not told."""
        if service is None:
            return None
        known = self.accounts.get((service, key))
        own = [name for (of, _), name in self.accounts.items() if of == service]
        return known or (own[0] if len(own) == 1 else None)

    def reason(self, reason: Reason) -> str:
        """Return a fact's id, or the catalog's own id of a row or event."""
        return self.facts[reason] if isinstance(reason, Fact) else reason


def numbers(inspection: Inspection) -> Numbers:
    """Return the ids of everything in an inspection."""
    return Numbers(
        {source.sha256: f"s{n}" for n, source in enumerate(inspection.sources, 1)},
        {_key(account): f"a{n}" for n, account in enumerate(inspection.accounts, 1)},
        {fact: f"f{n}" for n, fact in enumerate(inspection.facts, 1)},
    )


def _key(account: Account) -> tuple[str, str | None]:
    return (account.service, account.key)
