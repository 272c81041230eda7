# SPDX-License-Identifier: Apache-2.0
"""What stands in place of what is withheld: always as long, so that it tells nothing of what was there."""

from __future__ import annotations

import re
from typing import Final

MOST: Final = 99_999
"""Parts of one original that can be withheld by themselves; of more the whole original is."""

_MARK: Final = re.compile(r"\[REDACTED \d{5}\]")


class TooManyError(Exception):
    """More parts would be withheld than marks can be numbered."""


def mark(number: int) -> str:
    """Return the mark of the withheld part with this number, from 1. Raises TooManyError."""
    if number > MOST:
        raise TooManyError
    return f"[REDACTED {number:05}]"


def is_mark(text: str) -> bool:
    """Tell whether a value is a mark and nothing else."""
    return _MARK.fullmatch(text) is not None
