# SPDX-License-Identifier: Apache-2.0
"""Exposure: how many dated things of a data class lie in stretches in which sharing was on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector.domain.facts import Bins, Tally
from inspector.domain.findings import Exposure, Span
from inspector.domain.moment import LATEST, seconds_of, time_at
from inspector.domain.words import DataClass, State, Stated


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A run of ON spans by the bounds of its two ends; `sure` tells that it certainly is not empty."""

    begins: tuple[datetime, datetime]
    ends: tuple[datetime, datetime]
    sure: bool

    def holds(self, bins: Bins) -> range:
        """Return the places of what certainly lies inside, whatever the boundaries turn out to be."""
        if not self.sure:
            return range(0)
        return bins.within(seconds_of(self.begins[1]), seconds_of(self.ends[0]) - bins.width)

    def touches(self, bins: Bins) -> range:
        """Return the places of what may lie inside."""
        return bins.within(seconds_of(self.begins[0]) - bins.width, seconds_of(self.ends[1]))


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


def _joined(places: Iterable[range]) -> list[range]:
    """Return the same places in ranges that do not overlap."""
    result: list[range] = []
    for some in sorted(filter(len, places), key=lambda some: some.start):
        if result and some.start <= result[-1].stop:
            some = range(result[-1].start, max(result.pop().stop, some.stop))  # noqa: PLW2901 - it grows
        result.append(some)
    return result


def _counted(bins: Bins, places: Iterable[range]) -> int:
    return sum(sum(bins.counts[some.start : some.stop]) for some in places)


def _month(start: int) -> tuple[int, int]:
    time = time_at(start)
    return time.year, time.month


def _by_month(bins: Bins, places: Iterable[range]) -> Iterator[tuple[str, int]]:
    """Yield the counts by the month of the earliest possible time."""
    for some in places:
        start = some.start
        while start < some.stop:
            stop = bisect_right(bins.starts, _month(bins.starts[start]), start, some.stop, key=_month)
            yield f"{time_at(bins.starts[start]):%Y-%m}", sum(bins.counts[start:stop])
            start = stop


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
        for bins in tally.bins:
            inside = _joined(stretch.holds(bins) for stretch in on)
            certain = _counted(bins, inside)
            count += certain
            # What certainly lies inside is among what may.
            possible += _counted(bins, _joined(stretch.touches(bins) for stretch in on)) - certain
            for month, number in _by_month(bins, inside):
                months[month] += number
    return Exposure(data_class, count, possible, stated, tuple(sorted(months.items())))
