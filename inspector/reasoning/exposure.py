# SPDX-License-Identifier: Apache-2.0
"""Exposure: how many dated things of a data class lie in stretches in which sharing was on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector.domain.facts import Bin, Tally
from inspector.domain.findings import Exposure, Span
from inspector.domain.moment import LATEST
from inspector.domain.words import DataClass, State, Stated

_WRITTEN_MONTH = re.compile(r"\d{4}-\d{2}(?=\D|$)")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A run of ON spans by the bounds of its two ends; `sure` tells that it certainly is not empty."""

    begins: tuple[datetime, datetime]
    ends: tuple[datetime, datetime]
    sure: bool

    def holds(self, early: datetime, late: datetime) -> bool:
        """Tell whether all between two times lies inside, whatever the boundaries turn out to be."""
        return self.sure and early >= self.begins[1] and late <= self.ends[0]

    def touches(self, early: datetime, late: datetime) -> bool:
        """Tell whether some of what lies between two times may lie inside."""
        return late >= self.begins[0] and early <= self.ends[1]


def _on_stretches(spans: Sequence[Span]) -> list[_Stretch]:
    result: list[_Stretch] = []
    before: State | None = None
    for span in spans:
        if span.state is State.ON:
            ends = (span.end.earliest, span.end.latest) if span.end else (LATEST, LATEST)
            known = _Stretch((span.start.earliest, span.start.latest), ends, not span.may_be_empty)
            if before is State.ON:
                joined = result.pop()
                known = _Stretch(joined.begins, known.ends, joined.sure or known.sure)
            result.append(known)
        before = span.state
    return result


def _month(entry: Bin) -> str:
    """Return the month as the source writes it, else that of the earliest possible time."""
    written = _WRITTEN_MONTH.match(entry.moment.raw or "")
    return written.group() if written else entry.moment.earliest.strftime("%Y-%m")


def exposure(
    spans: Sequence[Span], tallies: Sequence[Tally], stated: Callable[[DataClass], Stated]
) -> tuple[Exposure, ...]:
    """Return one entry per data class among `tallies`, in the order of the data classes.

    `count` are things certainly inside ON stretches, `possible` further ones that may be; things without a
    readable time may be inside wherever sharing was on at some time.
    """
    on = _on_stretches(spans)
    result = []
    for data_class in DataClass:
        own = [tally for tally in tallies if tally.data_class is data_class]
        if own:
            result.append(_exposure(data_class, own, on, stated(data_class)))
    return tuple(result)


def _exposure(
    data_class: DataClass, tallies: Sequence[Tally], on: Sequence[_Stretch], stated: Stated
) -> Exposure:
    count, possible = 0, 0
    months: Counter[str] = Counter()
    for tally in tallies:
        possible += tally.undated if on else 0
        for entry in tally.bins:
            early, late = entry.moment.earliest, entry.moment.latest
            inside = [stretch.holds(early, late) for stretch in on if stretch.touches(early, late)]
            if any(inside):
                count += entry.count
                months[_month(entry)] += entry.count
            elif inside:
                possible += entry.count
    return Exposure(data_class, count, possible, stated, tuple(sorted(months.items())))
