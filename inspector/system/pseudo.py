# SPDX-License-Identifier: Apache-2.0
"""A pseudo-translation: accented English, two fifths longer, in brackets; it shows hard-coded or cut text."""

from __future__ import annotations

from itertools import cycle, islice
from math import ceil
from string import Formatter

_PLAIN = "aAcCdDeEgGiIjJlLnNoOrRsStTuUwWyYzZ"
_ACCENTED = "áÁçÇďĎéÉğĞíÍĵĴľĽñÑóÓŕŔšŠťŤúÚŵŴýÝžŽ"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_FILLER = " šó méñý móŕé ŵóŕďš ťó fíť"
_LONGER_BY = 0.4


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


def _escaped(literal: str) -> str:
    return literal.replace("{", "{{").replace("}", "}}")


def _place(field: str, spec: str | None, conversion: str | None) -> str:
    return "{" + field + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "") + "}"
