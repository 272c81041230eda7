# SPDX-License-Identifier: Apache-2.0
"""Makes items anew without what is withheld, and looks for what was withheld in the files of a bundle."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from inspector.bundle.redaction import rules
from inspector.bundle.redaction.choosing import Choice, Cited
from inspector.bundle.redaction.commitments import Tree
from inspector.bundle.redaction.document import proof_text
from inspector.bundle.redaction.known import program_texts, sought
from inspector.bundle.redaction.layers import UnreadableError, layers
from inspector.bundle.redaction.needles import Needles
from inspector.bundle.redaction.rebuilding import Rebuilt, original_parts, picture, table_or_json, whole
from inspector.worker.message import Message
from inspector.worker.protocol import Fetched, Refused, Stopped
from inspector.worker.redaction import (
    PartRow,
    Rebuild,
    RebuiltItem,
    Reveal,
    Revealed,
    Search,
    Searched,
    Seek,
    Seeking,
)
from inspector.worker.telling import Teller

MOST_ROWS: Final = 5_000
"""Parts of one item that a person looks at; more are counted."""

_PART: Final = 1 << 19
_LONGEST: Final = 400
_MOST_PLACES: Final = 100


class Redacting:
    """What stays from one task to the next: the values to look for."""

    def __init__(self) -> None:
        # While files can still be opened.
        program_texts()
        self._values: list[str] = []
        self._needles = Needles(())

    def do(self, task: Rebuild | Reveal | Seek | Search, teller: Teller) -> Iterator[Message]:
        """Do one task and yield what comes of it."""
        match task:
            case Rebuild():
                yield from _rebuilt(task)
            case Reveal():
                yield _revealed(task)
            case Seek(values, always, shown):
                self._values, count = sought(values, always, shown)
                self._needles = Needles(self._values)
                yield Seeking(len(self._values), count)
            case Search():
                yield self._searched(task, teller)

    def _searched(self, task: Search, teller: Teller) -> Message:
        places: dict[tuple[str, int], None] = {}
        seen: set[int] = set()
        numbers = {value: number for number, value in enumerate(self._values)}
        try:
            for step, layer in enumerate(layers(task.data, task.place)):
                if teller.cancelled():
                    return Stopped()
                teller.progress(step, 0)
                # A stream of a PDF is come upon by its object, by its place in the file, and by its page.
                if hash(layer.text) in seen:
                    continue
                seen.add(hash(layer.text))
                found = self._needles.found_in(layer.text)
                places.update(dict.fromkeys((layer.place, numbers[value]) for value in found))
                if len(places) > _MOST_PLACES:
                    break
        except UnreadableError as error:
            return Refused(error.place)
        return Searched(tuple(places)[:_MOST_PLACES])


def _rebuilt(task: Rebuild) -> Iterator[Message]:
    try:
        made = _made(task)
    except OSError as error:
        yield Refused(type(error).__name__)
        return
    content = b"" if task.look or made.content is None else made.content
    for start in range(0, len(content), _PART):
        yield Fetched(content[start : start + _PART], last=False)
    rows = made.rows[:MOST_ROWS] if task.look else ()
    yield RebuiltItem(
        proof_text(made.proof),
        () if task.look else made.hidden,
        made.covered,
        tuple(PartRow(row.at, row.text[:_LONGEST], row.why.value if row.why else None) for row in rows),
        gone=made.content is None,
        more=task.look and len(made.rows) > MOST_ROWS,
    )


def _made(task: Rebuild) -> Rebuilt:
    """Return the item made anew. Raises OSError."""
    wanted = rules.parse(task.rules)
    item = wanted.of("", task.sha256, None)
    if task.data is not None:
        cited = tuple(Cited(locator, raw) for locator, raw in task.cited)
        choice = Choice(wanted.on, Needles(wanted.words), item, cited)
        return table_or_json(task.data, choice, task.secret)
    if task.path is not None:
        return picture(Path(os.fsdecode(task.path)), task.sha256, item.boxes, task.secret)
    return whole(task.sha256, task.secret)


def _revealed(task: Reveal) -> Message:
    path = Path(os.fsdecode(task.path)) if task.path is not None else None
    parts = original_parts(task.form, task.delimiter, task.sha256, task.data, path)
    if parts is None:
        return Refused("unreadable")
    try:
        tree = Tree(parts, task.secret)
        opening = tree.open(task.part)
    except (KeyError, ValueError):
        return Refused("no_part")
    commitment = tree.commitment
    return Revealed(
        opening.part.value, opening.salt, opening.index, opening.beside, commitment.root, commitment.count
    )
