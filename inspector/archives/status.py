# SPDX-License-Identifier: Apache-2.0
"""What a whole source comes to, from what came of the members a reader wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from inspector.archives.reader import Outcome
from inspector.domain.text import Note, note
from inspector.domain.words import SourceStatus

_STATUSES: Final[tuple[SourceStatus, ...]] = ("encrypted", "damaged", "unsupported", "refused")
"""The order in which they are named where no member could be read."""
# What is said of an archive that is cut off, where nothing that is whole in it bears on the answer.
_NOTHING: Final = {
    "source.cut_off": "source.cut_off_nothing",
    "source.cut_off_tar": "source.cut_off_nothing_tar",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a source, why, and whether something that could bear on the answer was not read."""

    status: SourceStatus
    reason: Note | None
    unread_bears: bool


def judged(name: str, outcomes: Sequence[Outcome], losses: Sequence[Note] = ()) -> Verdict:
    """Return what the wanted members of the source called `name` come to.

    `losses` are what is missing of the source itself; nothing that was read then makes it whole.
    """
    unread = [outcome for outcome in outcomes if outcome.status != "read"]
    lost = sum(outcome.lost_rows for outcome in outcomes)
    if losses and len(unread) < len(outcomes):
        return Verdict("partial", losses[0], unread_bears=True)
    if losses and {outcome.status for outcome in outcomes} <= {"damaged"}:
        return Verdict("damaged", of_nothing(losses[0]), unread_bears=True)
    if not unread and not lost:
        return Verdict("read", None, unread_bears=False)
    if len(unread) < len(outcomes):
        key = "source.partial" if unread else "source.partial_rows"
        return Verdict("partial", note(key, name=name, n=len(unread) or lost), unread_bears=True)
    statuses = {outcome.status for outcome in unread}
    status = next(word for word in _STATUSES if word in statuses)
    return Verdict(status, note(f"source.nothing_read_{status}", name=name), unread_bears=True)


def of_nothing(loss: Note) -> Note:
    """Return what to say of a loss where nothing was read; such a sentence speaks of what was, otherwise."""
    return replace(loss, key=_NOTHING.get(loss.key, loss.key))


def said(verdict: Verdict, problems: Sequence[Note], *, alone: bool) -> tuple[Note | None, tuple[Note, ...]]:
    """Return why the source has its status, and the further sentences, none saying the same again."""
    if verdict.status == "encrypted":
        return verdict.reason, ()
    if alone and verdict.reason and problems:
        return problems[0], tuple(problems[1:])
    return verdict.reason, tuple(problems)
