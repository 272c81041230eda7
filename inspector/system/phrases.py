# SPDX-License-Identifier: Apache-2.0
"""Finds wording that claims more than any evidence here can carry, by `resources/phrases/forbidden.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from inspector.system import resources


def forbidden_phrases(text: str, lang: str) -> list[str]:
    """The passages of `text`, as they stand there, that no sentence in `lang` may contain; in order of place.

    `lang` is a language (`de`) or one of its variants (`de-AT`); a language without a list forbids nothing.
    """
    plain = " ".join(text.replace("’", "'").split())
    found = [match for pattern in _patterns(lang.partition("-")[0]) for match in pattern.finditer(plain)]
    return [match.group() for match in sorted(found, key=lambda match: match.span())]


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    rows = tomllib.loads(resources.path("phrases/forbidden.toml").read_text(encoding="utf-8"))["phrase"]
    return tuple(re.compile(row["pattern"], re.IGNORECASE) for row in rows if row["lang"] == lang)
