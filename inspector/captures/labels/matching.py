# SPDX-License-Identifier: Apache-2.0
"""Finds labels of the catalog in text that may be misread, cut or mixed with other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from inspector.captures.labels.blocks import Block, blocks
from inspector.captures.labels.folding import folded
from inspector.captures.labels.index import Known, LabelIndex
from inspector.captures.text.lines import Line

_ALIKE: Final = 86.0
"""Least likeness in percent at which a text is taken for a label: one letter in seven may be wrong."""

_SHORTEST_ALIKE: Final = 8
"""Labels with fewer letters must be found letter by letter."""

_PART_COSTS: Final = 8.0
"""What a label found inside a longer text loses: a heading often holds the words of a switch."""

_SLACK: Final = 0.25
"""How much longer or shorter than a label a text may be to be compared as a whole."""

_MOST_ADDED: Final = 1
_MOST_LEFT_OUT: Final = 2
"""Letters in a row that a misread label may have too many or too few: "not" and "no" turn a label around."""

_LONGEST_NAME: Final = 40
"""Letters of a name that stands at the end of some labels, such as that of a site."""

_PART_ORDER: Final = ("switch", "title", "question")


@dataclass(frozen=True, slots=True)
class Hit:
    """A label found in a text. `likeness` in percent, after what was taken off for a partial find.

    `tail`: folded text that follows the label in its own line, such as a state.
    """

    known: Known
    block: Block
    likeness: float
    whole: bool
    tail: str = ""


def hits(lines: Sequence[Line], index: LabelIndex) -> tuple[Hit, ...]:
    """Return where labels were found, the likeliest first; of one place the best find of every label."""
    found = [hit for block in blocks(lines) for hit in _of(block, index)]
    best: dict[tuple[Known, Line], Hit] = {}
    for hit in sorted(found, key=_rank):
        best.setdefault((hit.known, hit.block.lines[0]), hit)
    return tuple(best.values())


def _rank(hit: Hit) -> tuple[object, ...]:
    part = _PART_ORDER.index(hit.known.part)
    box = hit.block.box
    # What follows a name is another line, mostly the next setting.
    nameless = hit.known.named and len(folded(hit.block.text)) <= len(hit.known.key)
    found = (
        not hit.whole, -round(hit.likeness), part, -len(hit.known.key), nameless, len(hit.block.lines)
    )  # fmt: skip
    return (*found, box.y, box.x, hit.known.control)


def _of(block: Block, index: LabelIndex) -> Iterator[Hit]:
    key = folded(block.text)
    if not key:
        return
    for known in index.labels:
        likeness, whole, tail = _likeness(key, known, index)
        if likeness >= _ALIKE:
            yield Hit(known, block, likeness, whole, tail)


def _likeness(text: str, known: Known, index: LabelIndex) -> tuple[float, bool, str]:
    """Return how alike a text and a label are, whether as a whole, and what follows the label."""
    label = known.key
    if text == label:
        return 100.0, True, ""
    tail = text[len(label) :] if text.startswith(label) else ""
    if tail and (tail in index.states or (known.named and len(tail) <= _LONGEST_NAME)):
        return 100.0, True, tail if tail in index.states else ""
    if min(len(text), len(label)) < _SHORTEST_ALIKE:
        return 0.0, False, ""
    if abs(len(text) - len(label)) <= _SLACK * len(label):
        likeness = fuzz.ratio(text, label, score_cutoff=_ALIKE)
        if likeness and _is_misread(text, label):
            return likeness, True, ""
    if len(text) > len(label):
        found = fuzz.partial_ratio(label, text, score_cutoff=_ALIKE + _PART_COSTS)
        return max(0.0, found - _PART_COSTS), False, ""
    return 0.0, False, ""


def _is_misread(text: str, label: str) -> bool:
    """Tell whether a text differs from a label as misread letters do, not by a word more or less."""
    for step in Levenshtein.opcodes(label, text):
        if step.tag == "insert" and step.dest_end - step.dest_start > _MOST_ADDED:
            return False
        if step.tag == "delete" and step.src_end - step.src_start > _MOST_LEFT_OUT:
            return False
    return True
