# SPDX-License-Identifier: Apache-2.0
"""Words on a row that say a setting is on or off, and buttons that say what they would do to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from rapidfuzz import fuzz

from inspector.captures.controls.rows import Band
from inspector.captures.labels.blocks import blocks
from inspector.captures.labels.everyday import common_words
from inspector.captures.labels.folding import folded
from inspector.captures.labels.index import StateWords
from inspector.captures.text.lines import Box, Line

Said = Literal["on", "off"]
_OPPOSITE: Final[dict[Said, Said]] = {"on": "off", "off": "on"}
_ASIDE: Final = 3.0
"""How far the words of two options may be out of line, in heights of a line: one may hold its circle."""

_CIRCLE: Final = folded("O")
_ARROW: Final = folded("V")

_SHORT: Final = 3
_ALIKE: Final = 70.0
"""Letters, and likeness in percent, by which a text may be a state of which a letter or two was misread."""

_SURE: Final = 0.8
"""Least certainty of a word that decides: short words leave no letter to spare."""


@dataclass(frozen=True, slots=True)
class SaidHere:
    """A state that a word on the row tells. `verb`: it is a button that would change the state.

    `sure` False: the word was hardly read, and may be another one.
    """

    state: Said
    box: Box
    verb: bool
    sure: bool = True


def meaning(key: str, own: StateWords) -> tuple[Said, bool] | None:
    """Return the state that a folded word tells and whether it is a verb, None for any other word."""
    common = common_words()
    if key in own.on or key in own.off:
        return ("on" if key in own.on else "off", False) if not (key in own.on and key in own.off) else None
    if key in common.on or key in common.off:
        return ("on" if key in common.on else "off"), False
    if key in common.turn_on or key in common.turn_off:
        return _OPPOSITE["on" if key in common.turn_on else "off"], True
    return None


def state_lines(lines: Sequence[Line], own: StateWords) -> frozenset[Line]:
    """Return the lines that say nothing but a state or what a button would do, and signs read as a letter."""
    return frozenset(
        line for line in lines if is_sign(line) or _is_arrow(line) or _told(line, own)[0] is not None
    )


def is_sign(line: Line) -> bool:
    """Tell whether a line is a circle or a box of an option that was taken for a letter."""
    return folded(line.text) in ("", _CIRCLE) and line.box.width < 2 * line.box.height


def _is_arrow(line: Line) -> bool:
    """Tell whether a line is the arrow of a list that opens, which was taken for a letter."""
    key = folded(line.text)
    return line.box.width < 2 * line.box.height and (key == _ARROW or (len(key) == 1 and line.score < _SURE))


def without_sign(line: Line, own: StateWords) -> Line:
    """Return a line that tells a state without the sign behind it: a switch may be taken for a letter."""
    return replace(line, box=_told(line, own)[1]) if _before_sign(line) else line


def said_on(row: Band, lines: Sequence[Line], own: StateWords) -> tuple[SaidHere, ...]:
    """Return what whole lines beside or right below a row's text say of the state, from top and left."""
    found: list[SaidHere] = []
    for line in sorted(lines, key=lambda one: (one.box.y, one.box.x)):
        told, box = _told(line, own)
        if told is None or line in row.texts:
            continue
        if row.holds(box) or row.holds_word(box) or _joins(box, found, row):
            found.append(SaidHere(told[0], box, told[1], line.score >= _SURE))
    return tuple(found)


def _told(line: Line, own: StateWords) -> tuple[tuple[Said, bool] | None, Box]:
    """Return what a line tells and where its word stands. A circle or a switch may be read as a letter."""
    key, box = folded(line.text), line.box
    told = meaning(key, own)
    before = folded(_before_sign(line))
    if told is None and before and (found := meaning(before, own)):
        return found, Box(box.x, box.y, max(1, box.width - box.height), box.height)
    sign = not line.text.lstrip()[:1].isalnum()
    if told is None and key.startswith(_CIRCLE):
        told, sign = meaning(key.removeprefix(_CIRCLE), own), True
    if told is not None and sign:
        box = Box(box.x + box.height, box.y, max(1, box.width - box.height), box.height)
    return told, box


def _before_sign(line: Line) -> str:
    """Return what stands in a line before a sign at its end; empty where it ends in no sign."""
    text, _, last = line.text.strip().rpartition(" ")
    return text if folded(last) in ("", _CIRCLE) else ""


def _joins(box: Box, found: Sequence[SaidHere], row: Band) -> bool:
    """Tell whether a word stands beside or right below another one of the same row, as options do."""
    if box.bottom > row.end or box.y < row.low - row.text_height / 3:
        return False
    for other in found:
        level = abs(box.middle - other.box.middle) < row.text_height / 2
        apart = abs(box.x - other.box.x)
        if level or (apart < _ASIDE * row.text_height and 0 < box.y - other.box.y < 3 * row.text_height):
            return True
    return False


def has_hardly_read(word: Box, row: Band, lines: Sequence[Line], own: StateWords) -> bool:
    """Tell whether a text beside a word may be the other choice: it is short, or nearly a known state."""
    for line in lines:
        key, box = folded(line.text), line.box
        level = abs(box.middle - word.middle) < row.text_height / 2
        apart = max(box.x - word.right, word.x - box.right)
        if box == word or line in row.texts or not level or apart > _ASIDE * row.text_height:
            continue
        if line not in state_lines((line,), own) and _may_be_state(key, own):
            return True
    return False


def _may_be_state(key: str, own: StateWords) -> bool:
    common = common_words()
    known = own.on | own.off | common.on | common.off
    return len(key) <= _SHORT or any(fuzz.ratio(key, word) >= _ALIKE for word in known)


def is_managed(lines: Sequence[Line]) -> bool:
    """Tell whether a text says that somebody else decides, such as an employer."""
    managed = common_words().managed
    return any(words in folded(block.text) for block in blocks(lines) for words in managed)
