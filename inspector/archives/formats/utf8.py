# SPDX-License-Identifier: Apache-2.0
"""Blocks of any Unicode encoding as blocks of UTF-8: marks stripped, foreign bytes as U+FFFD."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The marks at the start of a file and the encodings they stand for."""

_LONGEST_MARK: Final = 3


def beginning(blocks: Iterator[bytes], least: int) -> bytes:
    """Return the first blocks together, at least so many bytes as far as there are any."""
    first = b""
    for block in blocks:
        first += block
        if len(first) >= least:
            break
    return first


def utf8_blocks(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the text as UTF-8 without its mark; what is no text of the encoding becomes U+FFFD."""
    source = iter(blocks)
    first = beginning(source, _LONGEST_MARK)
    mark, encoding = next((pair for pair in MARKS if first.startswith(pair[0])), (b"", "utf-8"))
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    ascii_is_itself = encoding == "utf-8"
    for block in chain((first[len(mark) :],), source):
        if ascii_is_itself and block.isascii() and not decoder.getstate()[0]:
            yield block
        else:
            yield decoder.decode(block).encode()
    yield decoder.decode(b"", final=True).encode()
