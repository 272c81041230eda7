# SPDX-License-Identifier: Apache-2.0
"""Times as they stand in JSON: ISO 8601 UTC to the second with Z, and Moments as objects of two of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from inspector.domain.moment import Moment

MomentObject = dict[str, str | None]


def time_text(time: datetime | None) -> str | None:
    """Return a time as `2026-11-21T09:15:00Z`; None stays None."""
    if time is None:
        return None
    return time.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat(timespec="seconds") + "Z"


def time_value(text: object) -> datetime | None:
    """Return the time that `time_text` wrote; None for anything that is not text. Raises ValueError."""
    return datetime.fromisoformat(text).astimezone(UTC) if isinstance(text, str) else None


def moment_object(moment: Moment) -> MomentObject:
    """Return a Moment as `{"not_before", "not_after"}` plus `raw`, `zone` and `precision` where known."""
    result: MomentObject = {
        "not_before": time_text(moment.not_before),
        "not_after": time_text(moment.not_after),
    }
    details = {"raw": moment.raw, "zone": moment.zone, "precision": moment.precision}
    return {**result, **{name: value for name, value in details.items() if value is not None}}


def moment_value(written: Mapping[str, object]) -> Moment:
    """Return the Moment that `moment_object` wrote, but its precision. Raises ValueError for a bad time."""
    raw, zone = written.get("raw"), written.get("zone")
    return Moment(
        time_value(written.get("not_before")),
        time_value(written.get("not_after")),
        raw if isinstance(raw, str) else None,
        "none" if zone == "none" else "stated" if zone == "stated" else None,
    )
