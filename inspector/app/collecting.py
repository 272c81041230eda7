# SPDX-License-Identifier: Apache-2.0
"""What the collecting of files still needs: whether anything was read yet, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from inspector.domain.sources import Source

# The window shows how far the journey is before it loads what reads.
if TYPE_CHECKING:
    from inspector.app.intake import Item

_READ = ("read", "partial")
_CLOSED = ("refused", "damaged")


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


def counts(item: Item) -> bool:
    """Answer whether an item is in the case, neither left out nor a twin of another, and tells anything."""
    return item.stage == "added" and item.source is not None and tells(item.source)
