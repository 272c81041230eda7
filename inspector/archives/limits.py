# SPDX-License-Identifier: Apache-2.0
"""How much an archive may claim and how long one file in it may take, so that no claim fills the machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, except `entries`, `ratio` (unpacked bytes per packed one) and what is in seconds.

    Deflate cannot exceed about 1032 times; an export's tables stay below 20. All members together may have
    `total_ratio` times the bytes of the file, but at least `total_least` and at most `total_most`. A member
    may take `seconds` and one more for each `pace` bytes.
    """

    entries: int = 2_000_000
    directory: int = 512 << 20
    member: int = 64 << 30
    total_least: int = 2 << 30
    total_ratio: int = 200
    total_most: int = 1 << 40
    ratio: int = 500
    ratio_from: int = 16 << 20
    seconds: int = 120
    pace: int = 256 << 10

    def total(self, size: int) -> int:
        """Return how many bytes all members of an archive of `size` bytes may unpack to."""
        return min(max(self.total_least, self.total_ratio * size), self.total_most)

    def is_bomb(self, size: int, packed: int) -> bool:
        """Tell whether a member claims more than any file of an export has."""
        swollen = size > self.ratio_from and size > self.ratio * max(packed, 1)
        return size > self.member or swollen

    def time(self, size: int) -> float:
        """Return how many seconds a member of `size` bytes may take."""
        return self.seconds + size / self.pace


LIMITS: Final = Limits()
