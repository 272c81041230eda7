# SPDX-License-Identifier: Apache-2.0
"""Pseudo-translations, each of which shows what a real one would break.

`lengthen`: accented English, two fifths longer, in brackets; it shows hard-coded or cut text. `mirror`: the
same, read from right to left; it shows what keeps to the left where it should not.
"""

from __future__ import annotations

from itertools import cycle, islice
from math import ceil
from string import Formatter
from typing import Final

_PLAIN = "aAcCdDeEgGiIjJlLnNoOrRsStTuUwWyYzZ"
_ACCENTED = "áÁçÇďĎéÉğĞíÍĵĴľĽñÑóÓŕŔšŠťŤúÚŵŴýÝžŽ"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_FILLER = " šó méñý móŕé ŵóŕďš ťó fíť"
_LONGER_BY = 0.4
# Unicode Standard Annex 9, section 2: override, isolate, and what ends them.
_OVERRIDE: Final = "\N{RIGHT-TO-LEFT OVERRIDE}"
_OVERRIDE_ENDS: Final = "\N{POP DIRECTIONAL FORMATTING}"
_ISOLATE: Final = "\N{FIRST STRONG ISOLATE}"
_ISOLATE_ENDS: Final = "\N{POP DIRECTIONAL ISOLATE}"


def lengthen(template: str) -> str:
    """The template with accented letters and filler of 40 % of its text, its `{places}` untouched."""
    pieces = []
    letters = 0
    for literal, field, spec, conversion in Formatter().parse(template):
        letters += len(literal)
        pieces.append(_escaped(literal.translate(_ACCENTS)))
        if field is not None:
            pieces.append(_place(field, spec, conversion))
    filler = "".join(islice(cycle(_FILLER), ceil(letters * _LONGER_BY)))
    return f"«{''.join(pieces)}{filler}»"


def mirror(template: str) -> str:
    """The template as `lengthen` has it, in letters that run to the left; each `{place}` runs its own way."""
    return "\n".join(_mirrored(line) for line in lengthen(template).split("\n"))


def _mirrored(line: str) -> str:
    pieces = []
    for literal, field, spec, conversion in Formatter().parse(line):
        if literal:
            pieces.append(f"{_OVERRIDE}{_escaped(literal)}{_OVERRIDE_ENDS}")
        if field is not None:
            pieces.append(f"{_ISOLATE}{_place(field, spec, conversion)}{_ISOLATE_ENDS}")
    return "".join(pieces)


def _escaped(literal: str) -> str:
    return literal.replace("{", "{{").replace("}", "}}")


def _place(field: str, spec: str | None, conversion: str | None) -> str:
    return "{" + field + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "") + "}"
