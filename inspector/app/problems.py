# SPDX-License-Identifier: Apache-2.0
"""What went wrong with the inputs, one note per problem, for the terminal and the window alike."""

from __future__ import annotations

from collections.abc import Sequence

from inspector.domain.sources import Source
from inspector.domain.text import Note


def problems(sources: Sequence[Source]) -> tuple[Note, ...]:
    """Return the reason of every source that was not read whole, then what was wrong inside it."""
    found: list[Note] = []
    for source in sources:
        if source.reason is not None:
            found.append(source.reason)
        found.extend(note for note in source.problems if note != source.reason)
    return tuple(dict.fromkeys(found))
