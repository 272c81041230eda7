# SPDX-License-Identifier: Apache-2.0
"""Builds the Moment of a capture from all traces of time, and tells where they contradict each other.

All of it can be edited, so nothing is more than evidence of a time. Traces that state when the screen was
shown or the page stored are intersected; where they exclude each other the Moment reaches over all of them,
and that is told. A last change only says that the file is no younger. Nothing was captured after now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import reduce
from pathlib import Path
from typing import Final

from inspector.captures.when.clock import Clock
from inspector.domain.captured import Basis
from inspector.domain.moment import UNKNOWN_MOMENT, Moment, Zone, hull, instant, intersection, shifted, stated

TRACES: Final = (
    "taken",
    "settings",
    "header",
    "mail_date",
    "exif",
    "png",
    "name",
    "clock",
    "exif_comment",
    "xattr",
    "png_time",
    "mtime",
)
"""What a trace of time may be, the strongest first."""

_FILE_TIME_SLACK: Final = timedelta(hours=12)
"""Some file systems keep local time: a change may lie half a day beside what they say."""


@dataclass(frozen=True, slots=True)
class When:
    """When a capture was made. `why`: keys of what to tell; `asks_zone`: the device's zone is unknown."""

    moment: Moment
    basis: tuple[Basis, ...]
    why: tuple[str, ...]
    asks_zone: bool


def file_time(path: Path) -> Basis:
    """Return the last change of a file as its file system keeps it. Raises OSError."""
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0)
    return Basis("mtime", changed.isoformat().replace("+00:00", "Z"), instant(changed), "changed")


def build(
    traces: Iterable[Basis], now: datetime, *, zone: tzinfo | None = None, clock: Clock | None = None
) -> When:
    """Return what all traces together say. `zone`: that of the device, where the person named it."""
    ordered = sorted(traces, key=lambda one: (TRACES.index(one.what), one.raw))
    told = [_in_zone(one, zone) for one in ordered]
    taken = [one for one in told if one.worth in ("taken", "saved") and one.moment.is_known]
    why: list[str] = []
    moment = _met([one.moment for one in taken], why)
    latest = _latest(told, now)
    if moment.not_before is None:
        moment = Moment(_no_earlier(told), moment.not_after)
    if moment.not_before is not None and moment.not_before > latest:
        why.append("capture.why.time_after_change" if latest < now else "capture.why.time_after_now")
    elif moment.latest > latest:
        moment = Moment(moment.not_before, latest)
    if clock is not None:
        _compare(clock, ordered, why)
    asks_zone = bool(taken) and all(one.moment.zone == "none" for one in taken)
    if asks_zone:
        why.append("capture.why.no_zone")
    if not taken:
        why.append("capture.why.file_time_only")
    zones: Zone | None = None if not taken else "none" if asks_zone else "stated"
    raw = taken[0].raw if taken else None
    precision = taken[0].moment.precision if taken else None
    result = Moment(moment.not_before, moment.not_after, raw, zones, precision)
    return When(result, tuple(ordered), tuple(why), asks_zone)


def _met(moments: Sequence[Moment], why: list[str]) -> Moment:
    """Return what moments of one event leave possible, all of them where some exclude each other."""
    if not moments:
        return UNKNOWN_MOMENT
    met: Moment | None = moments[0].bounds()
    for one in moments[1:]:
        met = intersection(met, one) if met is not None else None
    if met is not None:
        return met
    why.append("capture.why.times_contradict")
    return reduce(hull, moments)


def _no_earlier(traces: Sequence[Basis]) -> datetime | None:
    """Return the newest day that a service's own settings hold: they were saved no earlier."""
    return max(
        (one.moment.not_before for one in traces if one.what == "settings" and one.moment.not_before),
        default=None,
    )


def _latest(traces: Sequence[Basis], now: datetime) -> datetime:
    """Return the latest time at which the content can have been there."""
    changes = [one.moment.latest for one in traces if one.worth == "changed" and one.moment.is_known]
    return min([now, *(shifted(change, _FILE_TIME_SLACK) for change in changes if change <= now)])


def _in_zone(basis: Basis, zone: tzinfo | None) -> Basis:
    """Return a trace with its Moment as the device's zone makes it."""
    moment = basis.moment
    if zone is None or moment.zone != "none" or moment.not_before is None or moment.precision is None:
        return basis
    local = local_time(moment)
    if local is None:
        return basis
    time = local.replace(tzinfo=zone)
    return Basis(basis.what, basis.raw, stated(time, moment.precision, moment.raw), basis.worth)


def local_time(moment: Moment) -> datetime | None:
    """Return what a device's clock showed for a Moment without a zone (see `domain.moment.without_zone`)."""
    if moment.zone != "none" or moment.not_before is None:
        return None
    return shifted(moment.not_before, timedelta(hours=14)).replace(tzinfo=None)


def _compare(clock: Clock, traces: Sequence[Basis], why: list[str]) -> None:
    local = [time for one in traces if one.moment.precision == "second" and (time := local_time(one.moment))]
    if local:
        agrees = all(clock.agrees(time) for time in local)
        why.append("capture.why.clock_agrees" if agrees else "capture.why.clock_contradicts")
