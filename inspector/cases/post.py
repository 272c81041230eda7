# SPDX-License-Identifier: Apache-2.0
"""What the person says of a letter or complaint: when it left, arrived, was put off and was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from inspector.cases.acts import Act, ActKind, Detail

PostStep = Literal[ActKind.SENT, ActKind.RECEIVED, ActKind.EXTENDED, ActKind.ANSWERED]
STEPS: tuple[PostStep, ...] = (ActKind.SENT, ActKind.RECEIVED, ActKind.EXTENDED, ActKind.ANSWERED)
"""In the order in which they can happen."""


@dataclass(frozen=True, slots=True)
class Post:
    """The days of one letter, by the id of its action; None where the person gave none.

    `extended`: the day on which the service told them that it takes the longer period.
    """

    action: str
    sent: date | None = None
    received: date | None = None
    extended: date | None = None
    answered: date | None = None

    def day(self, step: PostStep) -> date | None:
        """Return the day of one step."""
        days = {
            ActKind.SENT: self.sent,
            ActKind.RECEIVED: self.received,
            ActKind.EXTENDED: self.extended,
            ActKind.ANSWERED: self.answered,
        }
        return days[step]


def post_detail(action: str, day: date | None) -> dict[str, Detail]:
    """Return a day of a letter as the details of an act; None takes back what was said before."""
    return {"action": action, "on": day.isoformat() if day else None}


def post_of(acts: Sequence[Act]) -> tuple[Post, ...]:
    """Return what was said of each letter, ordered by its action; of each step the newest act counts."""
    days: dict[str, dict[str, date | None]] = {}
    for act in acts:
        if act.kind in STEPS:
            days.setdefault(str(act.details["action"]), {})[act.kind.value] = _day(act.details["on"])
    return tuple(Post(action, **days[action]) for action in sorted(days))


def _day(text: Detail) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else None
