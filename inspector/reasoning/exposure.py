# SPDX-License-Identifier: Apache-2.0
"""Exposure: how many dated things of a data class lie in stretches in which sharing was on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from inspector.domain.facts import Bin, Tally
from inspector.domain.findings import Exposure, Span
from inspector.domain.moment import Moment
from inspector.domain.words import DataClass, State, Stated

_WRITTEN_MONTH = re.compile(r"\d{4}-\d{2}(?=\D|$)")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A run of ON spans: `sure` tells that it certainly is not empty."""

    start: Moment
    end: Moment | None
    sure: bool

    def holds(self, moment: Moment) -> bool:
        """Tell whether all of `moment` lies inside, whatever the boundaries turn out to be."""
        ends = self.end is None or moment.latest <= self.end.earliest
        return self.sure and ends and moment.earliest >= self.start.latest

    def touches(self, moment: Moment) -> bool:
        """Tell whether some of `moment` may lie inside."""
        ends = self.end is None or moment.earliest <= self.end.latest
        return ends and moment.latest >= self.start.earliest


def _on_stretches(spans: Sequence[Span]) -> list[_Stretch]:
    result: list[_Stretch] = []
    before: State | None = None
    for span in spans:
        if span.state is State.ON:
            known = _Stretch(span.start, span.end, not span.may_be_empty)
            if before is State.ON:
                joined = result.pop()
                known = _Stretch(joined.start, known.end, joined.sure or known.sure)
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
            if any(stretch.holds(entry.moment) for stretch in on):
                count += entry.count
                months[_month(entry)] += entry.count
            elif any(stretch.touches(entry.moment) for stretch in on):
                possible += entry.count
    return Exposure(data_class, count, possible, stated, tuple(sorted(months.items())))
