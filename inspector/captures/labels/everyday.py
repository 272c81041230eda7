# SPDX-License-Identifier: Apache-2.0
"""Words that screens of many services use, of all languages together: states, and verbs of buttons."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from inspector.captures.labels.folding import folded
from inspector.system import resources


@dataclass(frozen=True, slots=True)
class Common:
    """The words, folded. A word that means on in one language and off in another is in neither."""

    on: frozenset[str]
    off: frozenset[str]
    turn_on: frozenset[str]
    turn_off: frozenset[str]
    managed: frozenset[str]


@cache
def common_words() -> Common:
    """Return the words in `resources/captures/words.toml`."""
    table = tomllib.loads(resources.path("captures/words.toml").read_text("utf-8"))
    langs = table["languages"].values()
    on, off, turn_on, turn_off, managed = (
        frozenset(folded(word) for lang in langs for word in lang.get(part, ()))
        for part in ("on", "off", "turn_on", "turn_off", "managed")
    )
    states, verbs = on & off, (turn_on & turn_off) | ((turn_on | turn_off) & (on | off))
    return Common(on - states - verbs, off - states - verbs, turn_on - verbs, turn_off - verbs, managed)
