# SPDX-License-Identifier: Apache-2.0
"""Finds what opens an account in the bytes of a file, and masks it: places are told, values never."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from inspector.captures.secrets.patterns import PATTERNS
from inspector.domain.captured import Secret

MOST_SCANNED: Final = 64 << 20
"""Bytes of a file that are looked through; a longer one is told to be unscanned and goes nowhere."""

_MOST_TOLD: Final = 200
_MASK: Final = b"x"
_OBVIOUSLY_NONE: Final = frozenset({b"undefined", b"function", b"required", b"password", b"disabled"})


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """The bytes of one secret, from `start` to before `end`."""

    start: int
    end: int
    what: str


def scan(data: bytes) -> tuple[Found, ...]:
    """Return the secrets in some bytes in order of place, each byte in one of them at most."""
    found = sorted(one for what, pattern in PATTERNS for one in _of(what, pattern.finditer(data)))
    kept: list[Found] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            before = kept.pop()
            kept.append(Found(before.start, max(before.end, one.end), before.what))
        else:
            kept.append(one)
    return tuple(kept)


def _of(what: str, matches: Iterable[re.Match[bytes]]) -> Iterator[Found]:
    for match in matches:
        if match[1].lower() not in _OBVIOUSLY_NONE and set(match[1]) != set(_MASK):
            yield Found(match.start(1), match.end(1), what)


def masked(data: bytes, found: Sequence[Found]) -> bytes:
    """Return the bytes with each secret overwritten by as many `x`, so that every place keeps its number."""
    result = bytearray(data)
    for one in found:
        result[one.start : one.end] = _MASK * (one.end - one.start)
    return bytes(result)


def told(data: bytes, found: Sequence[Found], part: str = "") -> tuple[Secret, ...]:
    """Return what was found and where: kind and line, those of one kind in one line as one."""
    ends = list(accumulate(len(line) + 1 for line in data.split(b"\n")))
    places = Counter((bisect_right(ends, one.start) + 1, one.what) for one in found)
    before = f"{part}, " if part else ""
    secrets = [Secret(what, f"{before}line {line}", count) for (line, what), count in sorted(places.items())]
    if len(secrets) <= _MOST_TOLD:
        return tuple(secrets)
    rest = sum(secret.count for secret in secrets[_MOST_TOLD:])
    return (*secrets[:_MOST_TOLD], Secret("more", f"{before}below", rest))
