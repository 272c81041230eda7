# SPDX-License-Identifier: Apache-2.0
"""When a case that is kept is to be checked again, and the thing to do that says so once it is time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from inspector.actions.action import Action
from inspector.actions.wording import line
from inspector.cases.acts import Act, ActKind

AGAIN_AFTER: Final = timedelta(days=183)
"""A case is checked anew after half a year: disks lose bits, and people tidy up."""


def checked_at(acts: Sequence[Act]) -> datetime | None:
    """Return the time of the last check in UTC, None where there was none."""
    return next((act.at for act in reversed(acts) if act.kind is ActKind.CHECKED), None)


def last_check(acts: Sequence[Act]) -> date | None:
    """Return the day of the last check by UTC, None where there was none."""
    at = checked_at(acts)
    return at.date() if at else None


def due(acts: Sequence[Act]) -> date | None:
    """Return the day from which a check is due: half a year after the last, or after the first original."""
    first = next((act.at.date() for act in acts if act.kind is ActKind.KEPT), None)
    since = last_check(acts) or first
    return since + AGAIN_AFTER if since else None


def upkeep(acts: Sequence[Act], today: date) -> tuple[Action, ...]:
    """Return the thing to do where a check is due; it is about no service."""
    again = due(acts)
    if again is None or again > today:
        return ()
    return (
        Action(
            id="upkeep.recheck.originals",
            service="",
            account=None,
            controls=(),
            action="recheck",
            title=line("case.upkeep.title"),
            steps=(line("case.upkeep.check"), line("case.upkeep.bundles")),
            url=None,
            due=again,
            status="open",
            not_undone=(line("case.upkeep.not_undone"),),
        ),
    )
