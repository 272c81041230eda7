# SPDX-License-Identifier: Apache-2.0
"""The time of day that a phone's status line shows: evidence of when a capture was made, not proof."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from inspector.captures.text.lines import Line

_TIME: Final = re.compile(r"^\W*([01]?\d|2[0-3])[:.]([0-5]\d)(\s?[AaPp]\.?[Mm]\.?)?\b")
_STATUS: Final = 0.07
"""Part of the height of a picture that a status line may take, from the top."""


def clock_in(lines: Sequence[Line], height: int) -> str | None:
    """Return the time that the topmost lines show, as it stands there; None where none does."""
    top = sorted((line for line in lines if line.box.middle < _STATUS * height), key=lambda line: line.box)
    for line in top:
        found = _TIME.match(line.text)
        if found:
            return found.group(0).strip()
    return None
