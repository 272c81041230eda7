# SPDX-License-Identifier: Apache-2.0
"""Names of settings that may speak of AI: told for a person to look at, never taken to mean anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from inspector.archives.skeleton.words import shown_key
from inspector.domain.text import Note, note

_NAMED: Final = 8
# Words of such a name, however they are joined; capitals in the middle begin a word.
_WORDS: Final = re.compile(
    r"(?<![a-z])(?:ai|gen ?ai|llms?|generative|train(?:ing|ed)?|machine learning|models?)(?![a-z])"
)
_JOINED: Final = re.compile(r"[_\W]+|(?<=[a-z])(?=[A-Z])")


def speaks_of_ai(name: str) -> bool:
    """Tell whether a name has a word such as `ai`, `train` or `llm`."""
    return _WORDS.search(_JOINED.sub(" ", name).casefold()) is not None


def named(names: Iterable[str]) -> Note | None:
    """Return a sentence with the names that speak of AI, as far as they may be shown; None without any."""
    found = sorted({shown_key(name) for name in names if speaks_of_ai(name)})
    if not found:
        return None
    more = ", …" if len(found) > _NAMED else ""
    return note("ledger.detail.ai_names", keys=", ".join(found[:_NAMED]) + more, n=len(found))
