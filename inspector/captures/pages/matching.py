# SPDX-License-Identifier: Apache-2.0
"""Finds the catalog's labels in text that is exact, as that of a page is; no letter of it was misread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from inspector.captures.labels.folding import folded
from inspector.captures.labels.index import Known, LabelIndex

_LEAST_INSIDE: Final = 12
"""Letters a label must have to be taken from the middle of a longer text."""

_VARIES: Final = "["
"""What follows in a label is put in by the service, such as the name of a site."""

_PARTS: Final = ("switch", "title", "question")


@dataclass(frozen=True, slots=True)
class Match:
    """A label in a text. `whole`: the text is the label, or begins with it."""

    known: Known
    whole: bool


def matches(text: str, index: LabelIndex) -> tuple[Match, ...]:
    """Return the labels that a text is; only without such those that begin it, then those inside it."""
    key = folded(text)
    if not key:
        return ()
    found = [(known, label, key.find(label)) for known, label in _keys(index) if label in key]
    equal = [Match(known, whole=True) for known, label, _ in found if label == key]
    begun = [Match(known, whole=True) for known, label, place in found if place == 0 and _long(label)]
    inside = [Match(known, whole=False) for known, label, place in found if place > 0 and _long(label)]
    return tuple(sorted(equal or begun or inside, key=_order))


@lru_cache(maxsize=4)
def _keys(index: LabelIndex) -> tuple[tuple[Known, str], ...]:
    """Return the labels with the folded letters that do not vary, those without any left out."""
    keys = ((known, folded(known.text.partition(_VARIES)[0])) for known in index.labels)
    return tuple((known, key) for known, key in keys if key)


def _long(label: str) -> bool:
    return len(label) >= _LEAST_INSIDE


def _order(match: Match) -> tuple[object, ...]:
    known = match.known
    return (-len(known.key), _PARTS.index(known.part), not known.sure, known.control, known.lang)


@dataclass(frozen=True, slots=True)
class Which:
    """The label of the one setting that remains, None where several do. `why`: keys of what told it."""

    known: Known | None
    candidates: tuple[Known, ...]
    why: tuple[str, ...]
    sure: bool


def which(found: Sequence[Match], index: LabelIndex, host: str | None, title: str) -> Which | None:
    """Return which setting labels name on a page of this host and title; None where there are no labels."""
    if not found:
        return None
    longest = max(len(match.known.key) for match in found)
    best = [match for match in found if len(match.known.key) == longest or _is_equal(match, found)]
    known = _one_per_control(match.known for match in best)
    whole = best[0].whole
    why = ["capture.why.label" if whole else "capture.why.label_inside"]
    here = frozenset(index.services_at(host)) if host else frozenset()
    if host is not None:
        left = [one for one in known if one.service in here]
        why.append("capture.why.host" if left else "capture.why.other_host")
        if not left:
            return Which(known[0] if len(known) == 1 else None, tuple(known), tuple(why), sure=False)
        known = left
    elif len(known) > 1:
        named = [one for one in known if any(name in folded(title) for name in index.names[one.service])]
        if len({one.service for one in named}) == 1:
            why.append("capture.why.name")
            known = named
    if len(known) > 1:
        return Which(None, tuple(known), (*why, "capture.why.several"), sure=False)
    return Which(known[0], tuple(known), tuple(why), sure=whole)


def _is_equal(match: Match, found: Sequence[Match]) -> bool:
    return match.whole and match.known.key == found[0].known.key


def _one_per_control(found: Iterable[Known]) -> list[Known]:
    best: dict[str, Known] = {}
    for known in found:
        best.setdefault(known.control, known)
    return list(best.values())
