# SPDX-License-Identifier: Apache-2.0
"""What a stated confidence was worth when it was measured on made-up captures (tests/bench/captures.py)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Final

from inspector.system import resources

_FILE: Final = "captures/calibration.json"


@dataclass(frozen=True, slots=True)
class Worth:
    """Of `of` answers given with one confidence, `right` were right."""

    right: int
    of: int


def worth_of(confidence: float) -> Worth | None:
    """Return what a confidence was worth, None for one that no capture is answered with."""
    return _measured().get(f"{confidence:.2f}")


@cache
def _measured() -> dict[str, Worth]:
    stated = json.loads(resources.path(_FILE).read_text("utf-8"))["stated"]
    return {level: Worth(row["right"], row["of"]) for level, row in stated.items()}
