# SPDX-License-Identifier: Apache-2.0
"""One thing to do, and what the person did about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from inspector.actions.wording import Text

ActionKind = Literal["switch_off", "object", "request", "delete", "recheck", "complain"]
ActionStatus = Literal["open", "done", "not_needed"]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do, for the controls it is about.

    `id` is stable: `linkedin.switch-off.generative-ai-improvement`. `due` is None until it is known what it
    counts from. `not_undone`: what it leaves as it is. `depends_on`: ids of actions that come before it.
    """

    id: str
    service: str
    account: str | None
    controls: tuple[str, ...]
    action: ActionKind
    title: Text
    steps: tuple[Text, ...]
    url: str | None
    due: date | None
    status: ActionStatus
    not_undone: tuple[Text, ...]
    depends_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """What the person says of a letter or complaint: when it left, arrived and was answered.

    `extended`: the service told them in time that it takes the longer period.
    """

    action: str
    on: date
    received: date | None = None
    answered: date | None = None
    extended: bool = False
