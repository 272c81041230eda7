# SPDX-License-Identifier: Apache-2.0
"""What the person says of archives that they asked services for: on which day they did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from inspector.cases.acts import Act, ActKind, Detail


def request_detail(service: str, day: date | None) -> dict[str, Detail]:
    """Return a request as the details of an act; None takes back what was said before."""
    return {"services": [service], "on": day.isoformat() if day else None}


def requested(acts: Sequence[Act]) -> Mapping[str, date]:
    """Return the days on which archives were asked for, by service; of each the newest act counts."""
    found: dict[str, date | None] = {}
    for act in acts:
        services = act.details.get("services")
        if act.kind is ActKind.REQUESTED and isinstance(services, list):
            day = act.details.get("on")
            for service in services:
                found[str(service)] = date.fromisoformat(day) if isinstance(day, str) else None
    return {service: day for service, day in sorted(found.items()) if day is not None}
