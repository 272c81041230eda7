# SPDX-License-Identifier: Apache-2.0
"""One account of one service, where the person lives now, and what the catalog knows about both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from inspector.catalog.contacts import Authority, Contact
from inspector.catalog.entry import ControlEntry, LetterUse, ServiceEntry
from inspector.catalog.index import Catalog
from inspector.catalog.rights import Right
from inspector.domain.findings import Finding
from inspector.domain.residence import Residence
from inspector.domain.words import State

_WRITTEN_TO = ("controller", "joint controller")


@dataclass(frozen=True, slots=True)
class Situation:
    """Findings of one account, each with a control that applies.

    `region` is None where the person did not say where they live now. `number` counts the accounts of a
    service from 1, in the order of the findings.
    """

    catalog: Catalog
    service: ServiceEntry
    account: str | None
    number: int
    findings: tuple[Finding, ...]
    region: str | None
    now: datetime

    @property
    def day(self) -> date:
        """Return today."""
        return self.now.date()

    @property
    def owners(self) -> tuple[Finding, ...]:
        """Return the findings whose control has a switch of its own, or whose switch no other finding has."""
        found = {finding.control for finding in self.findings}
        return tuple(one for one in self.findings if self.entry(one).control.switch_of not in found)

    def sharing(self, owner: Finding) -> tuple[Finding, ...]:
        """Return the further findings that the switch of `owner` governs."""
        return tuple(one for one in self.findings if self.entry(one).control.switch_of == owner.control)

    def entry(self, finding: Finding) -> ControlEntry:
        """Return what the catalog says about the control of a finding."""
        return self.service.control(finding.control)

    def name(self, *parts: str) -> str:
        """Return the id of an action, such as `linkedin.request.setting-history`; `….2` for account 2."""
        further = (str(self.number),) if self.number > 1 else ()
        return ".".join((self.service.id, *parts, *further))

    def about(self, use: LetterUse) -> tuple[Finding, ...]:
        """Return the findings that a letter is about.

        Without a region those of shared switches are left out: nobody knows whether they concern the person.
        """
        possible = self.findings if self.region else self.owners
        return tuple(finding for finding in possible if finding.control in use.controls)

    def right(self, use: LetterUse) -> Right | None:
        """Return the right that backs a letter where the person lives; None where the catalog names none."""
        rights = self.rights(use.right)
        return next((right for right in rights if right.id in use.rights), None)

    def names_interest(self, use: LetterUse) -> bool:
        """Tell whether the service itself names legitimate interest as the basis where the person lives."""
        if self.region is None:
            return False
        return self.catalog.regions.is_among(self.region, use.interest_regions, self.day)

    def rights(self, right: str) -> tuple[Right, ...]:
        """Return the rights of one kind that the person has where they live."""
        return self.catalog.rights_for(self.region, right, self.day) if self.region else ()

    def contacts(self) -> tuple[Contact, ...]:
        """Return whom the person writes to, the company that a letter is addressed to first."""
        found = self.catalog.contacts_for(self.service.id, self.region, self.day) if self.region else ()
        return tuple(sorted(found, key=lambda contact: contact.role not in _WRITTEN_TO))

    def authorities(self) -> tuple[Authority, ...]:
        """Return the authorities of where the person lives."""
        return self.catalog.authorities_for(self.region, self.day) if self.region else ()


def situations(
    findings: Sequence[Finding], residence: Residence, catalog: Catalog, now: datetime
) -> tuple[Situation, ...]:
    """Return one Situation per account, by service; findings that do not apply are left out."""
    region = region_on(residence, now.date())
    applying = [finding for finding in findings if finding.state is not State.NOT_APPLICABLE]
    result = []
    for service in sorted({finding.service for finding in applying}):
        here = [finding for finding in applying if finding.service == service]
        accounts = dict.fromkeys(finding.account for finding in here)
        for number, account in enumerate(accounts, 1):
            own = tuple(finding for finding in here if finding.account == account)
            entry = catalog.service(service)
            result.append(Situation(catalog, entry, account, number, own, region, now))
    return tuple(result)


def region_on(residence: Residence, day: date) -> str | None:
    """Return where the person lived on a day; None where no declared period holds it."""
    for stay in residence:
        if (stay.start is None or stay.start <= day) and (stay.end is None or day < stay.end):
            return stay.region
    return None
