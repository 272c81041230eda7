# SPDX-License-Identifier: Apache-2.0
"""Lone surrogates among the escapes of JSON, which no text can hold, become U+FFFD."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

# An escape is six characters; a pair of them must not be cut.
_PAIR: Final = 12
_HIGH: Final = rb"\\u[dD][89abAB][0-9a-fA-F]{2}"
_LOW: Final = rb"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
# Every escape, so that a backslash that is escaped itself begins none.
_ESCAPE: Final = re.compile(
    rb"(?P<pair>" + _HIGH + _LOW + rb")|(?P<lone>" + _HIGH + rb"|" + _LOW + rb")|\\.", re.DOTALL
)
_SUSPECT: Final = re.compile(rb"\\u[dD][89a-fA-F]")
_FIRST_HALF: Final = re.compile(_HIGH)


def whole_pairs(text: bytes) -> bytes:
    r"""Return JSON text with `\ufffd` for each lone surrogate; the same object where there is none.

    The text must not begin inside an escape. Its length stays.
    """
    if _SUSPECT.search(text) is None:
        return text
    mended = _ESCAPE.sub(lambda found: rb"\ufffd" if found["lone"] else found[0], text)
    return text if mended == text else mended


def whole_pair_blocks(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the blocks of a JSON text with its lone surrogates replaced, cut between escapes."""
    rest = b""
    for block in blocks:
        text = rest + block
        cut = _before_escapes(text)
        rest = text[cut:]
        yield whole_pairs(text[:cut])
    yield whole_pairs(rest)


def _before_escapes(text: bytes) -> int:
    """Return where the text can be cut: before any escape in its last characters, never inside one."""
    cut = text.find(b"\\", max(len(text) - _PAIR, 0))
    if cut < 0:
        return len(text)
    if cut >= _PAIR // 2 and _FIRST_HALF.match(text, cut - _PAIR // 2):
        cut -= _PAIR // 2
    before = cut - len(text[:cut].rstrip(b"\\"))
    return cut - before % 2
