# SPDX-License-Identifier: Apache-2.0
"""What was read from one source."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.domain.captured import Captured
from inspector.domain.facts import Fact, Tally
from inspector.domain.residence import PlanPeriod
from inspector.domain.sources import Source


@dataclass(frozen=True, slots=True)
class SourceReading:
    """A source with the facts, tallies and plan periods it states.

    `captured` is what was read in a picture, page or mail, None where it was not looked at.
    """

    source: Source
    facts: tuple[Fact, ...] = ()
    tallies: tuple[Tally, ...] = ()
    plans: tuple[PlanPeriod, ...] = ()
    captured: Captured | None = None
