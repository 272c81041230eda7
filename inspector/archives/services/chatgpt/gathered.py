# SPDX-License-Identifier: Apache-2.0
"""What only shows over several files of an export: whose it is, what its manifest lists, workspaces."""

from __future__ import annotations

from dataclasses import dataclass, field

from inspector.archives.frame.reading import Ending
from inspector.archives.reader import Seen
from inspector.archives.services.chatgpt.shapes import key_of
from inspector.domain.sources import LedgerRow
from inspector.domain.text import Note, note
from inspector.domain.words import Outcome

_NAMED = 5


@dataclass(slots=True)
class Gathered:
    """`user` is the id in user.json, `others` those in other files; `listed` what the manifest lists.

    `codex`: the file of tasks of Codex Cloud, how many there are, and how many prompts in them.
    """

    user: str | None = None
    others: set[str] = field(default_factory=set)
    listed: tuple[str, ...] = ()
    manifest: str = ""
    workspaces: dict[str, int] = field(default_factory=dict)
    codex: tuple[str, int, int] | None = None

    def in_workspace(self, member: str, chats: int) -> None:
        """Take in how many conversations of a file belong to a workspace."""
        self.workspaces[member] = chats

    @property
    def account(self) -> str | None:
        """Return whose export it is; None where the files name several and user.json none of them."""
        return self.user or (next(iter(self.others)) if len(self.others) == 1 else None)


def ends(gathered: Gathered, seen: Seen) -> Ending:
    """Return whose export it is, and what its own manifest tells to be missing."""
    return Ending(
        gathered.account,
        losses=_missing(gathered, seen),
        remarks=_workspaces(gathered),
        rows=(_codex(gathered, seen),),
    )


def _codex(gathered: Gathered, seen: Seen) -> LedgerRow:
    """Return what there is of Codex Cloud; its tasks have no time, so that they enter no count."""
    if gathered.codex is not None and gathered.codex[1]:
        file, tasks, asked = gathered.codex
        detail = note("ledger.detail.chatgpt_codex", n=tasks, asked=asked)
        return LedgerRow("chatgpt.codex_tasks", file, "found", detail)
    lost = any(
        key_of(one.path) == "codex" and (one.status != "read" or one.lost_rows) for one in seen.members
    )
    outcome: Outcome = "unreadable" if lost else "not_looked" if seen.alone else "absent"
    return LedgerRow("chatgpt.codex_tasks", "codex.json", outcome)


def _missing(gathered: Gathered, seen: Seen) -> tuple[Note, ...]:
    there = {member.path for member in seen.members}
    missing = [path for path in gathered.listed if key_of(path) is not None and path not in there]
    if not missing:
        return ()
    names = ", ".join(missing[:_NAMED]) + (", …" if len(missing) > _NAMED else "")
    return (note("member.not_all_here", file=gathered.manifest, files=names, n=len(missing)),)


def _workspaces(gathered: Gathered) -> tuple[Note, ...]:
    if not gathered.workspaces:
        return ()
    chats = sum(gathered.workspaces.values())
    return (note("member.chatgpt_workspace", file=min(gathered.workspaces), n=chats),)
