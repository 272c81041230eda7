# SPDX-License-Identifier: Apache-2.0
"""What left this computer, in words: the connections of this session, and those in the log of a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector.cases.acts import Act, ActKind
from inspector.domain.wire import time_value
from inspector.network.errand import Visit
from inspector.report.words import Words
from inspector.system.clock import here
from inspector.system.messages import Messages


@dataclass(frozen=True, slots=True)
class Gone:
    """One connection: `when` and to whom, what for, and what came of it."""

    head: str
    what: str


@dataclass(frozen=True, slots=True)
class GoneOut:
    """`now`: since the program began, one for each connection. `before`: what the log of the case tells."""

    now: tuple[Gone, ...]
    before: tuple[Gone, ...]

    @property
    def count(self) -> int:
        """Return how many connections there were since the program began."""
        return len(self.now)


def gone_out(visits: Sequence[Visit], acts: Sequence[Act], messages: Messages) -> GoneOut:
    """Return what went out, the newest last. `acts`: those of the case that is open."""
    asked = [act for act in acts if act.kind is ActKind.ASKED]
    return GoneOut(
        tuple(_of_visit(one, messages) for one in visits),
        tuple(_of_act(act, messages) for act in asked),
    )


def _of_visit(one: Visit, messages: Messages) -> Gone:
    key = "gui.offline.bytes" if one.trouble is None else "gui.offline.bytes_in_vain"
    number = Words(messages).number
    came = messages.text(key, sent=number(one.sent), received=number(one.received))
    return Gone(_head(one.at, one.host, messages), f"{_purpose(one.purpose, messages)} {came}")


def _of_act(act: Act, messages: Messages) -> Gone:
    details = act.details
    time = time_value(details.get("time"))
    came = messages.text("gui.offline.stamped", time=_clock(time, messages)) if time else ""
    purpose = _purpose(str(details.get("purpose")), messages)
    return Gone(
        _head(act.at, str(details.get("host")), messages),
        f"{purpose} {came or messages.text('gui.offline.nothing_came')}",
    )


def _head(at: datetime, host: str, messages: Messages) -> str:
    return messages.text("gui.offline.one", time=_clock(at, messages), host=host)


def _clock(at: datetime, messages: Messages) -> str:
    return Words(messages).time(here(at).replace(second=0))


def _purpose(purpose: str, messages: Messages) -> str:
    """Return what a connection was for; one that only a newer program makes is named by its own word."""
    key = f"gui.offline.for.{purpose}"
    known = key in messages.keys()  # noqa: SIM118 - no mapping but a catalog of messages
    return messages.text(key) if known else messages.text("gui.offline.for_other", purpose=purpose)
