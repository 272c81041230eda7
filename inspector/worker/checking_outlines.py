# SPDX-License-Identifier: Apache-2.0
"""Believes nothing of what a worker says a source is made of: only what may be shown comes through.

So that not even a worker that was taken over gets a word of the person's into a skeleton.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, get_args

from inspector.archives.skeleton.kinds import is_kind
from inspector.archives.skeleton.members import is_form
from inspector.archives.skeleton.pages import is_shown_element
from inspector.archives.skeleton.skeleton import OTHERS
from inspector.archives.skeleton.words import is_shown_key, is_shown_path
from inspector.domain.skeleton import Alike, Counts, Skeleton, Spot
from inspector.domain.words import MemberStatus
from inspector.worker.checking import MOST_SIZE, LieError, holds, is_sentence
from inspector.worker.protocol import FromWorker, Outlined, OutlineDone, Spots

MOST_VALUES: Final = 200_000
"""More members and places than any skeleton has."""

_LONGEST: Final = 1 << 18
_KINDS: Final = "(?:zip|zip in zip|tar|tgz|folder|csv)"
_FORMAT: Final = re.compile(rf"unknown|{_KINDS}(?:, {_KINDS})*(?: in \d+ parts)?")
_STATUSES: Final = frozenset(get_args(MemberStatus))


class Outlining:
    """What has come so far of one skeleton; `skeleton` is there after the last message."""

    def __init__(self) -> None:
        self._members: list[Alike] = []
        self._spots: list[Spot] = []
        self._values = 0
        self.skeleton: Skeleton | None = None

    def take(self, message: FromWorker) -> None:
        """Take the next message. Raises LieError."""
        match message:
            case Outlined(members):
                self._finish()
                self._count(1)
                self._members.append(_members(members))
            case Spots(spots):
                holds(self._members)
                self._count(len(spots))
                self._spots.extend(map(_spot, spots))
            case OutlineDone(found):
                self._finish()
                self.skeleton = replace(_whole(found), members=tuple(self._members))
            case _:
                raise LieError

    def _count(self, values: int) -> None:
        self._values += values
        holds(self._values <= MOST_VALUES)

    def _finish(self) -> None:
        if self._members:
            self._members[-1] = replace(self._members[-1], spots=tuple(self._spots))
        self._spots = []


def _whole(one: Skeleton) -> Skeleton:
    holds(not one.members and _FORMAT.fullmatch(one.format))
    holds(one.fault is None or is_sentence(one.fault, "source."))
    return one


def _members(one: Alike) -> Alike:
    holds(not one.spots and is_form(one.form))
    holds(one.name == OTHERS or (len(one.name) <= _LONGEST and is_shown_path(one.name)))
    holds(0 < one.count <= MOST_SIZE and 0 <= one.records <= MOST_SIZE)
    _counts(one.statuses)
    _counts(one.faults)
    holds({word for word, _ in one.statuses} <= _STATUSES)
    holds(all(is_sentence(key, "member.") for key, _ in one.faults))
    return one


def _spot(one: Spot) -> Spot:
    holds(one.path.startswith("/") and len(one.path) <= _LONGEST)
    holds(all(_is_step(step.replace("~1", "/")) for step in one.path[1:].split("/")))
    _counts(one.kinds)
    holds(one.kinds and all(is_kind(kind) for kind, _ in one.kinds))
    return one


def _is_step(text: str) -> bool:
    return is_shown_key(text) or is_shown_element(text)


def _counts(counts: Counts) -> None:
    """Raise LieError for counts that are none, or out of order."""
    words = [word for word, _ in counts]
    holds(words == sorted(set(words)))
    holds(all(0 < count <= MOST_SIZE for _, count in counts))
