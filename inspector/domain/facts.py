# SPDX-License-Identifier: Apache-2.0
"""Fact, Tally and where they come from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from inspector.domain.moment import UNKNOWN_MOMENT, Moment, Precision, Zone, time_at
from inspector.domain.words import DataClass, FactKind, Grade, Switch


@dataclass(frozen=True, slots=True)
class Provenance:
    """The place a fact was read from: source, member, place in the member, and the text found there.

    `source_sha256` names the source by content; `member` is None where the source is a single file;
    `locator` is a CSV row and column, JSON pointer, HTML node or pixel box.
    """

    source_sha256: str
    member: str | None
    member_sha256: str | None
    member_as_of: Moment
    locator: str
    raw: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a source or the person states.

    `account` is the service's own account identity as far as the source tells it, else None. `control` is
    `<service>/<control>` for readings and changes. `value` is a plain string whose meaning the kind gives:
    a region code, a plan, a switch position. `provenance` is None for what the person declared.
    """

    kind: FactKind
    service: str
    value: str
    grade: Grade
    moment: Moment
    account: str | None = None
    control: str | None = None
    provenance: Provenance | None = None

    @property
    def position(self) -> Switch:
        """Return the switch position a reading or change states; ValueError for another value."""
        return Switch(self.value)

    def content_key(self) -> tuple[str, ...]:
        """Return what orders facts by content, so that input order never matters."""
        place = self.provenance
        where = (place.source_sha256, place.member or "", place.locator, place.raw) if place else ("",) * 4
        early, late = self.moment.sort_key()
        return (
            self.service,
            self.account or "",
            early.isoformat(),
            late.isoformat(),
            self.kind,
            self.control or "",
            self.value,
            self.grade,
            self.moment.raw or "",
            self.moment.zone or "",
            self.moment.precision or "",
            *where,
        )


@dataclass(frozen=True, slots=True)
class Bins:
    """Numbers of dated things, by equally wide stretches of time that share zone and precision.

    `starts`, rising, are the earliest seconds since the epoch, `counts` belong to them, one each. A thing
    happened from the start to `width` seconds later, both included. 100,000 hours are two tuples of numbers.
    """

    starts: tuple[int, ...]
    counts: tuple[int, ...]
    width: int
    zone: Zone
    precision: Precision

    def kind(self) -> tuple[int, str, str]:
        """Return what all of these share and what tells them from others."""
        return (self.width, self.zone, self.precision)

    def within(self, first: int, last: int) -> range:
        """Return the places of those whose start lies between two seconds, both included."""
        return range(bisect_left(self.starts, first), bisect_right(self.starts, last))

    def moment(self, place: int) -> Moment:
        """Return when the things counted at one place happened."""
        start = self.starts[place]
        return Moment(time_at(start), time_at(start + self.width), None, self.zone, self.precision)


@dataclass(frozen=True, slots=True)
class Tally:
    """Dated things of one data class, counted by time; `undated` have no readable time.

    `bins` are in the order of their kinds, of which there are as many as the source has ways to state a time.
    """

    service: str
    data_class: DataClass
    bins: tuple[Bins, ...]
    undated: int = 0
    account: str | None = None
    source_sha256: str = ""
    member: str | None = None

    @property
    def count(self) -> int:
        """Return all things counted, dated or not."""
        return sum(sum(bins.counts) for bins in self.bins) + self.undated

    @property
    def earliest_end(self) -> Moment:
        """Return the Moment of the thing that must have existed first, UNKNOWN_MOMENT without dated ones."""
        firsts = [bins.moment(0) for bins in self.bins]
        return min(firsts, key=lambda moment: moment.latest) if firsts else UNKNOWN_MOMENT
