# SPDX-License-Identifier: Apache-2.0
"""The few names by which exports are recognised among all that a source holds, and their folders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from inspector.archives.names import is_junk
from inspector.archives.reader import Head, ReaderKind

# What services write their data into; pictures and the like tell nothing.
_DATA: Final = (".json", ".js", ".csv", ".html", ".htm", ".txt", ".ndjson")
ALIKE: Final = 20
"""So many of the names that differ in their digits alone are looked at."""

_PER_LEVEL: Final = 20_000
_LEVELS: Final = 12
_MOST_FOLDERS: Final = 200
_DIGITS: Final = str.maketrans("123456789", "000000000")


def candidates(names: Iterable[str]) -> list[str]:
    """Return the names that may tell an export, those in fewer folders first.

    Of names that differ in their digits alone some are enough, and so are some thousands of each level.
    """
    levels: list[list[str]] = [[] for _ in range(_LEVELS)]
    alike: dict[str, int] = {}
    for name in names:
        if not name.lower().endswith(_DATA) or is_junk(name):
            continue
        level = name.count("/")
        if level >= _LEVELS or len(levels[level]) >= _PER_LEVEL:
            continue
        form = name.translate(_DIGITS)
        met = alike.get(form, 0)
        if met < ALIKE:
            alike[form] = met + 1
            levels[level].append(name)
    return [name for level in levels for name in level]


def form_of(name: str) -> str:
    """Return what names that differ in their digits alone share."""
    return name.translate(_DIGITS)


def roots(kind: ReaderKind, names: Sequence[str], head: Head) -> list[str]:
    """Return the folders that hold an export of a service, none inside another; `` is all there is."""
    told = {root for root in map(kind.root, names) if root is not None}
    found: list[str] = []
    for root in sorted(told, key=lambda root: (root.count("/"), root))[:_MOST_FOLDERS]:
        if any(root.startswith(outer) for outer in found):
            continue
        inside = [name[len(root) :] for name in names if name.startswith(root)]
        if kind.claims(inside, lambda path, root=root: head(root + path)):  # type: ignore[misc] # mypy cannot infer a lambda with a default
            found.append(root)
    return found


def exports_here(kinds: Iterable[ReaderKind], names: Sequence[str], head: Head) -> list[ReaderKind]:
    """Return whose export the files of a folder are, if its root is where they are named from."""
    return [
        kind
        for kind in kinds
        if any(kind.root(name) == "" for name in names) and (kind.folder or kind.claims)(names, head)
    ]
