# SPDX-License-Identifier: Apache-2.0
"""Places inside files in the reader's language. Facts name them once for all: `row 2, column Country`."""

from __future__ import annotations

import re
from typing import Final

from inspector.system.messages import Messages

_SHAPES: Final = (
    ("cell", re.compile(r"row (?P<row>\d+), column (?P<column>.*)", re.DOTALL)),
    ("cell_number", re.compile(r"row (?P<row>\d+), cell (?P<cell>\d+)")),
    *(
        (kind, re.compile(rf"{kind.partition('_')[0]} (?P<number>\d+)"))
        for kind in ("row_alone", "cell_alone", "record", "line", "message", "part")
    ),
    ("whole", re.compile(r"whole file")),
)
"""Each kind of place that says itself in words. Paths in a page or in JSON are the same in every language."""


def in_words(place: str, messages: Messages) -> str:
    """Return a place of a fact in the language of `messages`; as it is where it is a path, or unknown."""
    for kind, shape in _SHAPES:
        found = shape.fullmatch(place)
        if found:
            return messages.text(f"place.{kind}", **found.groupdict())
    return place
