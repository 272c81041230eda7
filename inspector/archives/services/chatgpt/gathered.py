# SPDX-License-Identifier: Apache-2.0
"""What only shows over several files of an export: whose it is, what its manifest lists, workspaces."""

from __future__ import annotations

from dataclasses import dataclass, field

from inspector.archives.frame.reading import Ending
from inspector.archives.reader import Seen
from inspector.archives.services.chatgpt.shapes import key_of
from inspector.domain.text import Note, note

_NAMED = 5


@dataclass(slots=True)
class Gathered:
    """`user` is the id in user.json, `others` those in other files; `listed` what the manifest lists."""

    user: str | None = None
    others: set[str] = field(default_factory=set)
    listed: tuple[str, ...] = ()
    manifest: str = ""
    workspaces: dict[str, int] = field(default_factory=dict)

    def in_workspace(self, member: str, chats: int) -> None:
        """Take in how many conversations of a file belong to a workspace."""
        self.workspaces[member] = chats

    @property
    def account(self) -> str | None:
        """Return whose export it is; None where the files name several and user.json none of them."""
        return self.user or (next(iter(self.others)) if len(self.others) == 1 else None)


def ends(gathered: Gathered, seen: Seen) -> Ending:
    """Return whose export it is, and what its own manifest tells to be missing."""
    return Ending(gathered.account, losses=_missing(gathered, seen), remarks=_workspaces(gathered))


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
