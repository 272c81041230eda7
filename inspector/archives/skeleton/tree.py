# SPDX-License-Identifier: Apache-2.0
"""The places in a document, as a tree of shown names, and what kinds of values stand at each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from inspector.archives.skeleton.kinds import kind_of
from inspector.archives.skeleton.words import NAMELESS, shown_key
from inspector.domain.skeleton import Spot

ELEMENT: Final = "[]"
_DEEPEST: Final = 24
_MOST_CHILDREN: Final = 200
_MOST_PLACES: Final = 20_000
_MOST_KINDS: Final = 24
_OTHER_DATE: Final = "text, date in another form"


class Room:
    """How many places a tree may still have, and all trees of a source together."""

    __slots__ = ("_left", "_within")

    def __init__(self, most: int = _MOST_PLACES, within: Room | None = None) -> None:
        self._left = most
        self._within = within

    @property
    def left(self) -> int:
        """Return for how many further places there is room."""
        return self._left if self._within is None else min(self._left, self._within.left)

    def take(self) -> None:
        """Take the room of one place."""
        self._left -= 1
        if self._within is not None:
            self._within.take()


class Place:
    """A place and those below it. Children that are too many to be names of fields become one."""

    __slots__ = ("_room", "children", "kinds")

    def __init__(self, room: Room | None = None) -> None:
        """Begin a place of the tree that has this room, by default a tree of its own."""
        self.kinds: Counter[str] = Counter()
        self.children: dict[str, Place] = {}
        self._room = Room() if room is None else room
        self._room.take()

    def child(self, name: str) -> Place:
        """Return the place below with this name, which must be one that may be shown.

        In a tree that is full it is the place itself.
        """
        found = self.children.get(name)
        if found is not None:
            return found
        if self._room.left <= 0:
            return self
        if len(self.children) >= _MOST_CHILDREN:
            self._merge()
            name = NAMELESS
        return self.children.setdefault(name, Place(self._room))

    def add(self, kind: str, count: int = 1) -> None:
        """Count values of this kind."""
        if kind.startswith("text, date") and kind not in self.kinds and len(self.kinds) >= _MOST_KINDS:
            kind = _OTHER_DATE
        self.kinds[kind] += count

    def take(self, other: Place) -> None:
        """Add what another tree holds."""
        for kind, count in other.kinds.items():
            self.add(kind, count)
        for name, place in other.children.items():
            self.child(name).take(place)

    def _merge(self) -> None:
        """Make the many children one."""
        before = self.children
        self.children = {NAMELESS: Place(self._room)}
        for place in before.values():
            self.children[NAMELESS].take(place)

    def spots(self, path: str = "") -> Iterator[Spot]:
        """Yield every place with the kinds that stand there, in order."""
        if self.kinds:
            yield Spot(path or "/", tuple(sorted(self.kinds.items())))
        for name, place in sorted(self.children.items()):
            yield from place.spots(f"{path}/{name.replace('/', '~1')}")


def grow(root: Place, events: Iterable[tuple[str, Any]]) -> int:
    """Add the values that a JSON parser meets to the tree; return how many stand at the outermost level."""
    open_places: list[tuple[Place, bool]] = []
    current, roots = root, 0
    for event, value in events:
        if event in ("end_map", "end_array"):
            open_places.pop()
            continue
        if event == "map_key":
            current = _below(open_places[-1][0], shown_key(value), len(open_places))
            continue
        if open_places and open_places[-1][1]:
            current = _below(open_places[-1][0], ELEMENT, len(open_places))
        elif not open_places:
            current, roots = root, roots + 1
        if event in ("start_map", "start_array"):
            current.add("object" if event == "start_map" else "list")
            open_places.append((current, event == "start_array"))
        else:
            current.add(kind_of(value))
    return roots


def _below(place: Place, name: str, depth: int) -> Place:
    """Return the place below, or the place itself where the tree is deep enough."""
    return place.child(name) if depth <= _DEEPEST else place
