# SPDX-License-Identifier: Apache-2.0
"""Everything one inspection found, as values, before it becomes JSON, paper or a page on screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inspector.actions.action import Action
from inspector.domain.facts import Fact
from inspector.domain.findings import Conflict, Finding
from inspector.domain.moment import Moment
from inspector.domain.residence import PlanPeriod, Residence
from inspector.domain.sources import Source
from inspector.domain.words import DataClass


@dataclass(frozen=True, slots=True)
class Account:
    """One account of a service. `key` is the service's own identity, None where no source tells it.

    `regions` are those that archives suggest, each with the facts that do; `counts` what the archives hold.
    """

    service: str
    key: str | None
    created: Moment
    created_conflict: Conflict | None
    regions: tuple[tuple[str, tuple[Fact, ...]], ...]
    plans: tuple[PlanPeriod, ...]
    counts: Mapping[DataClass, int]


@dataclass(frozen=True, slots=True)
class Program:
    """The program and catalog that answered."""

    version: str
    catalog_version: str
    catalog_sha256: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """The answer to a case. `complete` is False where something that could bear on it was not read.

    `residence` is where the person says they lived.
    """

    program: Program
    complete: bool
    residence: Residence
    sources: tuple[Source, ...]
    accounts: tuple[Account, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    checklist: tuple[Action, ...]
