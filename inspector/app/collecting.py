# SPDX-License-Identifier: Apache-2.0
"""What the collecting of files still needs: whether anything was read yet, and the one thing to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from inspector.domain.sources import Source
from inspector.domain.text import Note, note

# The window shows how far the journey is before it loads what reads.
if TYPE_CHECKING:
    from inspector.app.intake import Item

_READ = ("read", "partial")
_CLOSED = ("refused", "damaged")
_KINDS = ("export", "shown", "silent", "unread", "aside")
"""What comes of things handed in, in the order in which they are shown."""


class Need(StrEnum):
    """What comes next: some file, patience, a password, the person's word on a picture, or the answer."""

    FILES = "files"
    PATIENCE = "patience"
    PASSWORD = "password"  # noqa: S105 - a name for what is asked, no password
    WORD = "word"
    ANSWER = "answer"


def tells(source: Source) -> bool:
    """Answer whether anything was read from a source, or the person can say what it shows."""
    if source.kind != "archive":
        return bool(source.sha256) and source.status not in _CLOSED
    read = source.status in _READ or any(member.status == "read" for member in source.members)
    return read and source.service is not None


def need(items: Sequence[Item]) -> tuple[Need, Item | None]:
    """Return what comes next, and of which item where it is about one.

    A locked export comes before the answer, also where the person first went on without its password, as
    long as nothing else was read: there would be nothing to see.
    """
    counting = [item for item in items if counts(item)]
    asking = next((item for item in items if item.asks_for_password), None)
    locked = next((item for item in items if item.is_locked), None)
    if any(item.is_underway for item in items):
        return Need.PATIENCE, None
    if asking is not None or (locked is not None and not counting):
        return Need.PASSWORD, asking or locked
    silent = next((item for item in counting if item.asks_what_it_shows), None)
    if silent is not None:
        return Need.WORD, silent
    return (Need.ANSWER if counting else Need.FILES), None


def tally(items: Sequence[Item]) -> tuple[Note, ...]:
    """Return in notes what has come of the items, of each kind how many; nothing while one is read."""
    if any(item.is_underway for item in items):
        return ()
    found = Counter(_came_to(item) for item in items)
    return tuple(note(f"intake.tally.{kind}", n=found[kind]) for kind in _KINDS if found[kind])


def rank(item: Item) -> int:
    """Return the place of an item among others: what asks for something, what was read, what was not."""
    return -1 if item.asks_for_password else _KINDS.index(_came_to(item))


def _came_to(item: Item) -> str:
    """Return what has come of an item, as one of `_KINDS`."""
    source = item.source
    if item.stage in ("left_out", "twin"):
        return "aside"
    if source is None or not counts(item):
        return "unread"
    if item.asks_what_it_shows:
        return "silent"
    return "export" if source.kind == "archive" else "shown"


def counts(item: Item) -> bool:
    """Answer whether an item is in the case, neither left out nor a twin of another, and tells anything."""
    return item.stage == "added" and item.source is not None and tells(item.source)
