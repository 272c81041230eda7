# SPDX-License-Identifier: Apache-2.0
"""Sizes of files as people write them, in each language with its own decimal mark."""

from __future__ import annotations

from typing import Final

from inspector.domain.text import Texts
from inspector.system.languages import decimal_mark
from inspector.system.messages import spoken

_KILO: Final = 1000
_UNITS: Final = ("B", "kB", "MB", "GB", "TB")


def size(octets: int, lang: str) -> str:
    """Return a number of bytes in the largest unit that leaves a whole part, as `12.3 MB`."""
    amount, units = float(octets), list(_UNITS)
    while amount >= _KILO and len(units) > 1:
        amount /= _KILO
        units.pop(0)
    whole = units[0] in ("B", "kB")
    return f"{amount:.0f} {units[0]}" if whole else f"{decimal(amount, lang)} {units[0]}"


def decimal(amount: float, lang: str) -> str:
    """Return a number with one decimal, as `12.3`."""
    return f"{amount:.1f}".replace(".", decimal_mark(lang))


def size_texts(octets: int) -> Texts:
    """Return the same in every language that the program speaks."""
    return tuple((lang, size(octets, lang)) for lang in spoken())


def decimal_texts(amount: float) -> Texts:
    """Return a number with one decimal in every language that the program speaks."""
    return tuple((lang, decimal(amount, lang)) for lang in spoken())
