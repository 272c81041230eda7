# SPDX-License-Identifier: Apache-2.0
"""Puts together what a row shows: two facts that agree give an answer, anything else is a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from inspector.captures.controls.candidates import Candidate, candidates
from inspector.captures.controls.colours import Colour, balanced, ink, surface
from inspector.captures.controls.options import chosen, is_beside_option, is_lone_option
from inspector.captures.controls.pill import Slide, read_pill
from inspector.captures.controls.rows import Band, band
from inspector.captures.controls.square import read_square
from inspector.captures.controls.words import (
    Said,
    SaidHere,
    has_hardly_read,
    is_sign,
    meaning,
    said_on,
    state_lines,
    without_sign,
)
from inspector.captures.labels.blocks import Block
from inspector.captures.labels.folding import folded
from inspector.captures.labels.index import StateWords
from inspector.captures.picture import Picture
from inspector.captures.seen import Position
from inspector.captures.text.lines import Box, Line, Pixels

BOTH_AGREE: Final = 0.97
"""Two facts that agree, or more: three are so rare that nothing higher could be measured for them."""

WORD_ALONE: Final = 0.93
ASK: Final = 0.0

_MARGIN: Final = 1.5
_STACK: Final = 6.0
"""Heights of a line above a row and below its text that are looked at: options stand one below another."""

_GLYPH: Final = 1.7
"""Width over height up to which a line of text is one sign, and may be a box taken for one."""

_SURE: Final = 0.8
"""Least certainty of a line of few letters that no box was taken for."""

_BESIDE: Final = 2.6
"""Largest gap between a box and the label behind it, in heights of a line."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The position a row shows. `confidence` 0: a person must say. `why`: message keys `capture.why.*`."""

    position: Position
    confidence: float
    why: tuple[str, ...]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class _Strip:
    """The pixels of a row with all that stands in it."""

    pixels: Pixels
    box: Box
    card: Colour
    row: Band
    lines: Sequence[Line]
    rtl: bool

    def owns(self, one: Candidate, box: Box, own: StateWords) -> bool:
        """Tell whether a shape belongs to the row and is no letter."""
        if _is_text(box, [without_sign(line, own) for line in self.lines]):
            return False
        if self.row.holds_below(box, rtl=self.rtl) and not self.row.holds(box):
            return not self._leads(box)
        if one.kind == "pill":
            return self.row.holds(box)
        # A box may be taken for a letter, and stands before its label unless it is far behind it.
        before = self.row.label.x - box.right if not self.rtl else box.x - self.row.label.right
        level = self.row.label.y <= box.middle <= self.row.label.bottom
        unit = self.row.text_height
        if before > -unit / 2:
            return level and before < _BESIDE * unit
        return self.row.holds(box) and not _is_letter(box, self.lines)

    def _leads(self, box: Box) -> bool:
        """Tell whether text follows a shape on its line: then it is the box of another label."""
        unit = self.row.text_height
        return any(
            abs(line.box.middle - box.middle) < unit / 2 and 0 <= line.box.x - box.right < 2 * unit
            for line in self.lines
        )


def read_row(
    picture: Picture, block: Block, tail: str, lines: Sequence[Line], own: StateWords, *, rtl: bool
) -> Shown:
    """Return the position that a label's row shows. `tail`: a state at the end of the label's own line."""
    row = band(block, lines, picture.height, lambda part: ink(picture.part(part)), state_lines(lines, own))
    box = _around(row, picture)
    ground = surface(picture.part(block.box))
    pixels = balanced(picture.part(box), ground)
    strip = _Strip(pixels, box, surface(balanced(picture.part(block.box), ground)), row, lines, rtl)
    words = said_on(row, lines, own)
    told = meaning(tail, own) if tail else None
    if told is not None:
        words = (*words, SaidHere(told[0], block.box, told[1]))
    option, mark = chosen(strip.pixels, box, strip.card, words)
    if option != "unknown":
        return Shown(option, BOTH_AGREE, ("capture.why.option",), mark)
    if is_lone_option(strip.pixels, box, strip.card, words):
        return Shown("unknown", ASK, ("capture.why.other_option_unread",), words[0].box)
    shown = _controls(strip, own)
    if shown is None and _hides_another(strip, words, own):
        return Shown("unknown", ASK, ("capture.why.other_option_unread",), words[0].box)
    return _joined(shown, words)


def _hides_another(strip: _Strip, words: Sequence[SaidHere], own: StateWords) -> bool:
    """Tell whether a word that stands for itself may be one of several, of which the others were not read."""
    if len(words) != 1 or words[0].verb or words[0].box == strip.row.label:
        return False
    if is_beside_option(strip.pixels, strip.box, strip.card, words[0].box):
        return True
    return has_hardly_read(words[0].box, strip.row, strip.lines, own)


def _around(row: Band, picture: Picture) -> Box:
    """Return the pixels in which a row's control may stand; controls may be higher than their row."""
    top = max(0, round(row.top - _MARGIN * row.text_height))
    end = min(row.end + _MARGIN * row.text_height, max(row.bottom, row.low + _STACK * row.text_height))
    return Box(0, top, picture.width, max(1, min(picture.height, round(end)) - top))


def _controls(strip: _Strip, words: StateWords) -> Shown | None:
    """Return what the switch or the box of a row shows, None where it has neither."""
    found = [
        (one, replace(one.box, y=one.box.y + strip.box.y))
        for one in candidates(strip.pixels, strip.card, strip.row.text_height)
    ]
    own = [(one, box) for one, box in found if strip.owns(one, box, words)]
    slides = [(read_pill(strip.pixels, one, strip.card), box) for one, box in own if one.kind == "pill"]
    clear = [(slide, box) for slide, box in slides if slide.side != "unclear" or slide.track == "on"]
    if len(clear) == 1:
        return _of_slide(*clear[0], rtl=strip.rtl)
    if len(clear) > 1:
        return Shown("unknown", ASK, ("capture.why.several_controls",))
    return _of_square(strip, [(one, box) for one, box in own if one.kind == "square"])


def _of_slide(slide: Slide, box: Box, *, rtl: bool) -> Shown:
    position: Position = "unknown"
    if rtl:
        # Some screens mirror a switch for scripts that run from the right, many do not: its colour leads.
        if slide.track == "on" and slide.side != "unclear":
            position = "on"
        elif slide.track == "off" and slide.side == "right":
            position = "off"
    elif slide.side == "right" and slide.track == "on":
        position = "on"
    elif slide.side == "left" and slide.track == "off":
        position = "off"
    if position == "unknown":
        return Shown("unknown", ASK, ("capture.why.unclear_switch",), box)
    return Shown(position, BOTH_AGREE, ("capture.why.knob", "capture.why.track"), box)


def _of_square(strip: _Strip, boxes: Sequence[tuple[Candidate, Box]]) -> Shown | None:
    if len(boxes) != 1:
        return Shown("unknown", ASK, ("capture.why.several_controls",)) if boxes else None
    one, box = boxes[0]
    tick = read_square(strip.pixels, one, strip.card)
    if tick.is_round or tick.facts < 2 or tick.mark == "unclear":  # noqa: PLR2004 - two facts that agree
        return Shown("unknown", ASK, ("capture.why.unclear_box",), box)
    position: Position = "on" if tick.mark == "ticked" else "off"
    return Shown(position, BOTH_AGREE, (f"capture.why.box_{tick.mark}",), box)


def _is_text(box: Box, lines: Sequence[Line]) -> bool:
    """Tell whether a shape is part of a line of text that has more than one letter."""
    return any(
        _lies_in(box, line.box)
        and (line.box.width > _GLYPH * line.box.height or _is_word(line))
        and box.height <= line.box.height
        for line in lines
        if line.text.strip()
    )


def _is_word(line: Line) -> bool:
    """Tell whether several letters were surely read, however narrow they are."""
    return line.score >= _SURE and len(folded(line.text)) > 1


def _is_letter(box: Box, lines: Sequence[Line]) -> bool:
    """Tell whether a shape was read as a letter, alone or with others; a box may be read as a sign."""
    return any(_lies_in(box, line.box) for line in lines if not is_sign(line))


def _lies_in(box: Box, line: Box) -> bool:
    return line.x <= box.x + box.width / 2 <= line.right and line.y <= box.middle <= line.bottom


def _joined(shown: Shown | None, words: Sequence[SaidHere]) -> Shown:
    """Return what a control and the words beside it show together."""
    said: set[Said] = {word.state for word in words}
    if len(said) > 1:
        why = shown.why if shown else ()
        return Shown("unknown", ASK, (*why, "capture.why.word_contradicts"), words[0].box)
    if shown is None:
        return _of_words(words)
    if not words:
        return shown
    if shown.position != words[0].state:
        key = "capture.why.word" if shown.position == "unknown" else "capture.why.word_contradicts"
        return Shown("unknown", ASK, (*shown.why, key), shown.box)
    if not any(word.sure for word in words):
        return shown
    return Shown(shown.position, shown.confidence, (*shown.why, "capture.why.word"), shown.box)


def _of_words(words: Sequence[SaidHere]) -> Shown:
    sure = [word for word in words if word.sure]
    if not sure:
        return Shown("unknown", ASK, ("capture.why.no_control",))
    key = "capture.why.button" if all(word.verb for word in words) else "capture.why.word"
    return Shown(sure[0].state, BOTH_AGREE if len(sure) > 1 else WORD_ALONE, (key,), sure[0].box)
