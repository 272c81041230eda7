# SPDX-License-Identifier: Apache-2.0
"""What was read from one source."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.domain.facts import Fact, Tally
from inspector.domain.residence import PlanPeriod
from inspector.domain.sources import Source


@dataclass(frozen=True, slots=True)
class SourceReading:
    """A source with the facts, tallies and plan periods it states."""

    source: Source
    facts: tuple[Fact, ...] = ()
    tallies: tuple[Tally, ...] = ()
    plans: tuple[PlanPeriod, ...] = ()
