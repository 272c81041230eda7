# SPDX-License-Identifier: Apache-2.0
"""What a stated confidence was worth when it was measured on made-up captures (tests/bench/captures.py)."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from typing import Final

from inspector.system import resources

_FILE: Final = "captures/calibration.json"
_THOUSAND: Final = 1000


@dataclass(frozen=True, slots=True)
class Worth:
    """Of `of` answers given with one confidence, `right` were right; `least`: at least so much of all is."""

    right: int
    of: int
    least: float

    @property
    def wrong(self) -> int:
        """Return how many were read wrong."""
        return self.of - self.right

    @property
    def most_wrong(self) -> int:
        """Return of how many in 1,000 more it must be feared that they are read wrong (95 % confidence)."""
        return math.ceil(round((1 - self.least) * _THOUSAND, 6))


def worth_of(confidence: float) -> Worth | None:
    """Return what a confidence was worth, None for one that no capture is answered with."""
    return _measured().get(f"{confidence:.2f}")


@cache
def _measured() -> dict[str, Worth]:
    stated = json.loads(resources.path(_FILE).read_text("utf-8"))["stated"]
    return {level: Worth(row["right"], row["of"], row["right_at_least"]) for level, row in stated.items()}
