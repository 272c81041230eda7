# SPDX-License-Identifier: Apache-2.0
"""How deep a JSON text nests, block by block, from its brackets alone and at the speed of copying bytes."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from inspector.archives.formats.records import MOST_IN_MEMORY

DEEPEST: Final = 200
"""The deepest nesting that is read; no export comes near it."""

_CLOSING: Final = b"]}"
# Past as many the brackets are counted one by one, so that no text costs more than that.
_MOST_ROUNDS: Final = 12
_ALL_BUT_MARKS: Final = bytes(sorted({*range(256)} - {*b'"[]{}'}))


_MARK: Final = re.compile(rb'\\.|["\[\]{}]', re.DOTALL)


class TooDeepError(Exception):
    """A text nests deeper than DEEPEST."""


class EndlessError(Exception):
    """A string or a record is longer than what is held in memory."""


class Nesting:
    """Follows the brackets of a JSON text. Blocks must not be cut inside an escape."""

    def __init__(self, depth: int = 0) -> None:
        """Begin at a depth, below 0 where brackets around what counts shall not count."""
        self.depth = depth
        """How many brackets are open."""
        self.opened = 0
        """How many brackets outside strings the last block opens."""
        self.lowest = 0
        """The smallest depth in the last block."""
        self.inside_string = False
        """Whether the last block ends within a string."""
        self.string_bytes = 0
        """How many bytes of the string that is open lie in blocks that hold nothing else."""

    def safe(self, block: bytes) -> int:
        """Return how many bytes of the next block come before it nests too deep, all if it does not."""
        depth, inside = self.depth, self.inside_string
        for found in _MARK.finditer(block):
            mark = found[0]
            if mark == b'"':
                inside = not inside
            elif not inside and len(mark) == 1:
                depth = _step(depth, mark[0])
            if depth > DEEPEST:
                return found.start()
        return len(block)

    def feed(self, block: bytes) -> None:
        """Take the next block. Raises TooDeepError, the block not taken, and EndlessError for a string."""
        inside = self.inside_string
        brackets = self._brackets(block)
        self.opened = brackets.count(b"[") + brackets.count(b"{")
        rest, rounds = _unpaired(brackets)
        closing = len(rest) - len(rest.lstrip(_CLOSING))
        opening = len(rest) - closing
        start, lowest = self.depth, self.depth - closing
        # A round removes two levels at most, and what it removed may stand on all that is open.
        end = lowest + opening
        if rounds == _MOST_ROUNDS or max(start, end) + 2 * rounds > DEEPEST:
            heights = [*accumulate(brackets, _step, initial=start)]
            if max(heights) > DEEPEST:
                self.inside_string = inside
                raise TooDeepError
            lowest, end = min(heights), heights[-1]
        self.lowest, self.depth = lowest, end

    def _brackets(self, block: bytes) -> bytes:
        """Return the brackets outside strings, in order."""
        size = len(block)
        if b"\\" in block:
            block = block.replace(b"\\\\", b"").replace(b'\\"', b"")
        parts = block.translate(None, _ALL_BUT_MARKS).split(b'"')
        outside = b"".join(parts[self.inside_string :: 2])
        quotes = len(parts) - 1
        self.inside_string ^= bool(quotes % 2)
        self.string_bytes = 0 if quotes or not self.inside_string else self.string_bytes + size
        if self.string_bytes > MOST_IN_MEMORY:
            raise EndlessError
        return outside


def _unpaired(brackets: bytes) -> tuple[bytes, int]:
    """Return what is left when pairs are removed round by round, and how many rounds that took."""
    for rounds in range(_MOST_ROUNDS):
        inner = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if len(inner) == len(brackets):
            return inner, rounds
        brackets = inner
    return brackets, _MOST_ROUNDS


def _step(depth: int, bracket: int) -> int:
    return depth - 1 if bracket in _CLOSING else depth + 1


def containers(text: bytes) -> int:
    """Return how many brackets open, those in strings included."""
    return text.count(b"[") + text.count(b"{")


def is_too_deep(text: bytes) -> bool:
    """Tell whether a whole JSON text nests deeper than DEEPEST; most texts are told by a count alone."""
    if len(text) <= 2 * DEEPEST or containers(text) <= DEEPEST:
        return False
    try:
        Nesting().feed(text)
    except TooDeepError:
        return True
    except EndlessError:
        return False
    return False
