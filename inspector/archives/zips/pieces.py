# SPDX-License-Identifier: Apache-2.0
"""Cuts the bytes before the content of an encrypted member from the pieces that it comes in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain


def split_head(pieces: Iterable[memoryview], length: int) -> tuple[bytes, Iterator[memoryview]]:
    """Return the first `length` bytes, fewer where there are not as many, and the pieces that follow."""
    coming, head = iter(pieces), b""
    for piece in coming:
        missing = length - len(head)
        head += piece[:missing]
        if len(head) == length:
            return head, chain((piece[missing:],), coming)
    return head, iter(())
