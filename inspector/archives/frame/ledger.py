# SPDX-License-Identifier: Apache-2.0
"""What was looked for in an export, where, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from inspector.archives.reader import Outcome, Seen
from inspector.domain.facts import Fact, Tally
from inspector.domain.sources import LedgerRow
from inspector.domain.text import Note, note
from inspector.domain.words import Outcome as Word

_NAMES_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing that is looked for: by which facts or counts it shows, and in which files.

    `shows` is a fact kind, a data class, or the id of a control whose reading or change it is; without it a
    file that was read is what was looked for. `files` are the usual names by key, said where an export has
    none of them. Without files no export states it: it is absent in all of `where`.
    """

    id: str
    shows: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    where: str = ""


Shown = Mapping[str, frozenset[str]]
"""By member, the facts and counts above zero that came from it."""

Missing = Callable[[Sought, Seen], Note | None]
"""What there is to say of something sought of which an export has no file."""


def tokens(found: Fact | Tally) -> tuple[str, ...]:
    """Return what a fact or a count shows."""
    if isinstance(found, Fact):
        return (found.kind, *((found.control,) if found.control else ()))
    return (found.data_class,) if found.count else ()


def rows(
    sought: Sequence[Sought], key_of: Callable[[str], str | None], seen: Seen, shown: Shown, missing: Missing
) -> tuple[LedgerRow, ...]:
    """Return the ledger: a row for each thing sought, in their order."""
    return tuple(_row(one, key_of, seen, shown, missing) for one in sought)


def _row(
    sought: Sought, key_of: Callable[[str], str | None], seen: Seen, shown: Shown, missing: Missing
) -> LedgerRow:
    if not sought.files:
        return LedgerRow(sought.id, sought.where, "absent")
    members = [member for member in seen.members if key_of(member.path) in sought.files]
    giving = [member for member in members if _gives(sought, member, shown)]
    outcome = _outcome(members, giving, alone=seen.alone)
    where = _where([member.name for member in giving or members] or list(sought.files.values()))
    detail = _detail(members)
    if detail is None and not members and not seen.alone:
        detail = missing(sought, seen)
    return LedgerRow(sought.id, where, outcome, detail)


def _gives(sought: Sought, member: Outcome, shown: Shown) -> bool:
    if not sought.shows:
        return member.status == "read"
    return sought.shows in shown.get(member.name, frozenset())


def _outcome(members: Iterable[Outcome], giving: Sequence[Outcome], *, alone: bool) -> Word:
    if giving:
        return "found"
    members = list(members)
    if any(member.status != "read" or member.lost_rows for member in members):
        return "unreadable"
    return "not_looked" if alone and not members else "absent"


def _where(names: list[str]) -> str:
    more = ", …" if len(names) > _NAMES_SHOWN else ""
    return ", ".join(names[:_NAMES_SHOWN]) + more


def _detail(members: Sequence[Outcome]) -> Note | None:
    unread = [member.name for member in members if member.status != "read"]
    if unread:
        return note("ledger.detail.files_unread", files=_where(unread), n=len(unread))
    lost = sum(member.lost_rows for member in members)
    if lost:
        return note("ledger.detail.rows_unread", n=lost)
    foreign = sum(member.foreign_rows for member in members)
    return note("ledger.detail.rows_foreign", n=foreign) if foreign else None
