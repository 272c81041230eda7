# SPDX-License-Identifier: Apache-2.0
"""Languages by their tags: which way one is read, and which of those offered a person's system asks for.

Tags are those of BCP 47. Which scripts run to the left: Unicode Standard, bidirectional classes R and AL.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

_TO_THE_LEFT: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_COMMA: Final = frozenset(
    {"cs", "da", "de", "el", "es", "fi", "fr", "hu", "it", "nb", "nl", "pl", "pt", "ru", "sv", "tr", "uk"}
)
"""Languages that write a comma before decimals (CLDR, numbers, symbols); elsewhere the dot is understood."""
_PSEUDO_TO_THE_LEFT: Final = "xx-rtl"


def runs_left(lang: str) -> bool:
    """Tell whether a language is read from right to left."""
    return lang == _PSEUDO_TO_THE_LEFT or base(lang) in _TO_THE_LEFT


def decimal_mark(lang: str) -> str:
    """Return what stands before the decimals of a number."""
    return "," if base(lang) in _COMMA else "."


def base(lang: str) -> str:
    """Return the language of a tag without script and territory: `de` for `de-Latn-AT`."""
    return lang.replace("_", "-").partition("-")[0].lower()


def is_pseudo(lang: str) -> bool:
    """Tell whether a language is one that nobody speaks, made to test the program."""
    return base(lang) == "xx"


def asked_for(wanted: Sequence[str], offered: Collection[str], otherwise: str) -> str:
    """Return the first of the wanted languages that is offered, `otherwise` where none is.

    `wanted` are tags in the order in which a person prefers them, as systems state them.
    """
    spoken = {base(lang): lang for lang in sorted(offered) if not is_pseudo(lang)}
    return next((spoken[base(tag)] for tag in wanted if base(tag) in spoken), otherwise)
