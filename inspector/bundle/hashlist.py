# SPDX-License-Identifier: Apache-2.0
"""The two lists of hashes, written as `sha256sum` writes them, so that it and BagIt tools can check them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from inspector.bundle.layout import LONGEST_PATH, is_payload, is_safe
from inspector.bundle.ziplist import MOST_MEMBERS

_LINE = re.compile(rb"([0-9a-f]{64})  ([!-~]+)")
_LONGEST_LINE = 64 + 2 + LONGEST_PATH


@dataclass(slots=True)
class HashList:
    """SHA-256 by path. `bad_lines` counts lines that are no entry, `first_bad` is the number of the first."""

    hashes: dict[str, str] = field(default_factory=dict)
    bad_lines: int = 0
    first_bad: int = 0

    def take(self, number: int, line: bytes, *, payload: bool) -> None:
        """Take one line, without its break; `payload`: whether its path must lie under `data/`, or not."""
        match = _LINE.fullmatch(line)
        path = match[2].decode("ascii") if match else ""
        if match is None or not is_safe(path) or is_payload(path) is not payload or path in self.hashes:
            self.bad_lines += 1
            self.first_bad = self.first_bad or number
            return
        self.hashes[path] = match[1].decode("ascii")


def render(hashes: Mapping[str, str]) -> bytes:
    """The list sorted by path."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode("ascii")


def parse(pieces: Iterable[bytes], *, payload: bool) -> HashList:
    """Read a list. What is no hash, two spaces, safe path and line break is counted as a bad line."""
    found = HashList()
    for number, line in enumerate(_lines(pieces), start=1):
        if number > MOST_MEMBERS:
            found.bad_lines += 1
            break
        found.take(number, line, payload=payload)
    return found


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield lines without their break; a last one that lacks it, or is endless, as one that is no entry."""
    rest = b""
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\n")
        yield from whole
        rest = rest[: _LONGEST_LINE + 1]
    if rest:
        yield b""
