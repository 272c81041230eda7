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

    `captured` is what was read in a picture, page or mail, None where it was not looked at. `inside` are the
    folders of an archive, with closing slash, that hold an export each and are to be read in its place.
    """

    source: Source
    facts: tuple[Fact, ...] = ()
    tallies: tuple[Tally, ...] = ()
    plans: tuple[PlanPeriod, ...] = ()
    captured: Captured | None = None
    inside: tuple[str, ...] = ()

    @property
    def is_only_inside(self) -> bool:
        """Answer whether the source is nothing but the exports inside it, which are read in its place."""
        return bool(self.inside) and not self.source.sha256
