# SPDX-License-Identifier: Apache-2.0
"""Text made comparable: what engines mix up, and what differs between screens, falls away."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_ONE_STROKE: Final = str.maketrans(dict.fromkeys("Iil1|!\u0131", "l") | dict.fromkeys("Oo0", "o"))
"""Letters of one stroke look alike in most screen fonts ("Al" for "AI"), and so do the round ones."""


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return the letters and digits of a text without case, accents, spaces or signs, look-alikes as one."""
    plain = unicodedata.normalize("NFKD", text).translate(_ONE_STROKE)
    # Both sides of casefold: styled capitals have a case only once decomposed, and folding composes anew.
    parts = unicodedata.normalize("NFKD", plain.casefold())
    kept = (letter for letter in parts if unicodedata.category(letter)[0] in "LN")
    return "".join(kept).translate(_ONE_STROKE)


def words_of(text: str) -> list[str]:
    """Return the folded words of a text, in order, empty ones left out."""
    return [word for word in (folded(part) for part in text.split()) if word]
