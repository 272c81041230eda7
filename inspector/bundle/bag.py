# SPDX-License-Identifier: Apache-2.0
"""What the checks look at: the files of a bundle, measured once, and its two lists of hashes."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.bundle import hashlist, layout
from inspector.bundle.hashlist import HashList
from inspector.bundle.streams import Measure
from inspector.bundle.tree import Tree
from inspector.domain.text import Note, note


@dataclass(frozen=True, slots=True)
class Bag:
    """The files of a bundle, measured, with its two lists of hashes, each None where it is missing."""

    tree: Tree
    measures: dict[str, Measure | None]
    payload: HashList | None
    tags: HashList | None

    @property
    def unreadable(self) -> list[str]:
        """Return the files that are there and cannot be read."""
        return [path for path, measure in self.measures.items() if measure is None]

    def shut(self, *paths: str) -> tuple[Note, ...]:
        """Return what to say of those of these files that are there and cannot be read."""
        return tuple(note("bundle.file.unreadable", file=path) for path in paths if path in self.unreadable)

    @property
    def fingerprint(self) -> str | None:
        """Return the fingerprint, None where the manifest is missing or cannot be read."""
        found = self.measures.get(layout.MANIFEST)
        return found.sha256 if found else None


def bag(tree: Tree) -> Bag:
    """Measure all files and read the lists of hashes."""
    measures = tree.measures()
    payload = hashlist.parse(tree.pieces(layout.MANIFEST), payload=True)
    tags = hashlist.parse(tree.pieces(layout.TAG_MANIFEST), payload=False)
    return Bag(
        tree,
        measures,
        payload if measures.get(layout.MANIFEST) else None,
        tags if measures.get(layout.TAG_MANIFEST) else None,
    )
