# SPDX-License-Identifier: Apache-2.0
"""Sorts the labels found into settings, and tells services apart that use the same words.

A setting is told when its words belong to one service alone and are many, or name it; or when the page does:
by its host, or by a line with the name of the service. Other labels of the page are too weak for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from inspector.captures.labels.folding import folded, words_of
from inspector.captures.labels.index import LabelIndex
from inspector.captures.labels.matching import Hit
from inspector.captures.text.lines import Line

_NEAR: Final = 4.0
"""Percent of likeness by which two labels are too close to be told apart by their words."""

_SHORTEST_NAME: Final = 4
_OWN_LETTERS: Final = 28
"""Folded letters from which on a label is hardly used by a service that the catalog does not know."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place in the picture with the settings that its words fit, the likeliest first.

    `asks`: keys of what a person must settle, empty where the setting is told.
    """

    hits: tuple[Hit, ...]
    why: tuple[str, ...]
    asks: tuple[str, ...]

    @property
    def best(self) -> Hit:
        """Return the likeliest find."""
        return self.hits[0]


@dataclass(frozen=True, slots=True)
class Clues:
    """Services that the page itself names, and those of its host. `host` None: the host is not known."""

    host: frozenset[str] | None
    named: frozenset[str]


def places(found: Sequence[Hit], lines: Sequence[Line], index: LabelIndex, host: str | None) -> list[Place]:
    """Return the places where a setting is named, the likeliest first. `host` is that of the page."""
    clues = clues_in(lines, index, host)
    result: list[Place] = []
    taken: set[Line] = set()
    for best in found:
        if taken.isdisjoint(best.block.lines):
            taken.update(best.block.lines)
            result.append(_place([hit for hit in found if _rivals(hit, best)], clues, index))
    return result


def clues_in(lines: Sequence[Line], index: LabelIndex, host: str | None) -> Clues:
    """Return what the page says about whose it is."""
    text = {word for line in lines for word in words_of(line.text)}
    whole = {folded(line.text) for line in lines}
    named = (
        service
        for service, names in index.names.items()
        if any(name in whole or (len(name) >= _SHORTEST_NAME and name in text) for name in names)
    )
    return Clues(frozenset(index.services_at(host)) if host else None, frozenset(named))


def _rivals(hit: Hit, best: Hit) -> bool:
    """Tell whether two finds are of the same words: about as good, in the same place."""
    shares = not set(best.block.lines).isdisjoint(hit.block.lines)
    return (
        shares and hit.whole == best.whole and hit.likeness >= best.likeness - _NEAR and _as_long(hit, best)
    )


def _as_long(hit: Hit, best: Hit) -> bool:
    return abs(len(hit.known.key) - len(best.known.key)) <= max(2, len(best.known.key) // 10)


def _place(rivals: Sequence[Hit], clues: Clues, index: LabelIndex) -> Place:
    best = _best_by_control(rivals)
    if clues.host:
        at_host = [hit for hit in best if hit.known.service in clues.host]
        if len(at_host) == 1:
            return Place(tuple(at_host), ("capture.why.label", "capture.why.host"), _unsure(at_host[0]))
        if not at_host:
            return Place(tuple(best), ("capture.why.label",), ("capture.why.other_host",))
        best = at_host
    by_name = [hit for hit in best if hit.known.service in clues.named]
    if len(by_name) == 1:
        return Place(tuple(by_name), ("capture.why.label", "capture.why.name"), _unsure(by_name[0]))
    if len(best) > 1:
        return Place(tuple(by_name or best), ("capture.why.label",), ("capture.why.several",))
    asks = () if _is_own(best[0], index) or clues.host else ("capture.why.common_words",)
    return Place(tuple(best), ("capture.why.label",), (*asks, *_unsure(best[0])))


def _unsure(hit: Hit) -> tuple[str, ...]:
    return () if hit.whole else ("capture.why.part_of_text",)


def _is_own(hit: Hit, index: LabelIndex) -> bool:
    """Tell whether the words of a label are those of one service: many, or with its name among them."""
    key, names = hit.known.key, index.names[hit.known.service]
    return len(key) >= _OWN_LETTERS or any(len(name) >= _SHORTEST_NAME and name in key for name in names)


def _best_by_control(found: Iterable[Hit]) -> list[Hit]:
    best: dict[str, Hit] = {}
    for hit in found:
        best.setdefault(hit.known.control, hit)
    return list(best.values())
