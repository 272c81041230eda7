# SPDX-License-Identifier: Apache-2.0
"""Makes the skeleton of a source: its members go out one kind after the other, the source itself last."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from inspector.archives.skeleton.kinds import load_names_of_time
from inspector.archives.skeleton.skeleton import skeleton
from inspector.archives.skeleton.words import known_words
from inspector.archives.watch import Guard, ReadCancelledError, Watch
from inspector.domain.skeleton import Skeleton
from inspector.worker.message import Message
from inspector.worker.protocol import Outline, Outlined, OutlineDone, Spots, Stopped
from inspector.worker.telling import Teller

AT_ONCE: Final = 1_000
"""So many places go into one message."""

# What is loaded once the limits hold is slower to come by, see `confinement.confine`.
known_words()
load_names_of_time()


def outline(task: Outline, teller: Teller) -> Iterator[Message]:
    """Make the skeleton and yield it."""
    watch = Watch(teller.cancelled, teller.progress, Guard(teller.entered, frozenset(task.broken)))
    try:
        found = skeleton(Path(os.fsdecode(task.path)), watch, task.password)
    except ReadCancelledError:
        yield Stopped()
        return
    yield from pieces(found)


def pieces(found: Skeleton) -> Iterator[Outlined | Spots | OutlineDone]:
    """Yield a skeleton as messages."""
    for members in found.members:
        yield Outlined(replace(members, spots=()))
        for start in range(0, len(members.spots), AT_ONCE):
            yield Spots(members.spots[start : start + AT_ONCE])
    yield OutlineDone(replace(found, members=()))
