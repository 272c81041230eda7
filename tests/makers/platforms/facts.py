# SPDX-License-Identifier: Apache-2.0
"""Times as facts state them, in short."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.makers.sample import Stated
from tests.makers.truth import stamp

Bounds = tuple[str | None, str | None]
_DAY = timedelta(hours=23, minutes=59, seconds=59)


def utc(when: datetime) -> Bounds:
    """A second that states its zone."""
    return stamp(when), stamp(when)


def no_zone(when: datetime, last: timedelta = timedelta()) -> Bounds:
    """A second without zone: 14 hours before to 12 hours after its reading as UTC."""
    return stamp(when - timedelta(hours=14)), stamp(when + timedelta(hours=12) + last)


def no_zone_day(when: datetime) -> Bounds:
    """A day without zone."""
    return no_zone(when, _DAY)


def at_export(latest: datetime | None, made_at: datetime) -> Bounds:
    """What holds when an export is made: after its newest record, before its files in any zone."""
    return (stamp(latest) if latest else None), stamp(made_at + timedelta(hours=12, seconds=59))


def fact(kind: str, value: str, bounds: Bounds, member: str, locator: str) -> Stated:
    """A fact as samples list it."""
    return kind, value, *bounds, member, locator
