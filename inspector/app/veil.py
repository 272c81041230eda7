# SPDX-License-Identifier: Apache-2.0
"""Replaces what is withheld in the texts that the program itself writes, such as the names of files."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from inspector.bundle.redaction.needles import Needles
from inspector.report.redacted import GONE


class Veil:
    """Lies over texts: `names` are replaced by what shall stand there, the rest by a mark."""

    def __init__(
        self, names: Mapping[str, str], words: Sequence[str] = (), hidden: Collection[str] = ()
    ) -> None:
        """Take what is replaced: `words` wherever they stand, in any case; `hidden` exactly as they are."""
        self._names = dict(names)
        self._hidden = frozenset(hidden)
        self._sought = Needles([*self._hidden, *words])
        found = sorted({*names, *words}, key=lambda text: (-len(text), text))
        # A name in the middle of another word is no name.
        inside = "|".join(re.escape(text) for text in found)
        self._pattern = re.compile(rf"(?<!\w)(?:{inside})(?!\w)", re.IGNORECASE) if found else None

    def __call__(self, text: str) -> str:
        """Return a text without what is withheld."""
        if text in self._names:
            return self._names[text]
        if text in self._hidden:
            return GONE
        if self._pattern is not None:
            text = self._pattern.sub(lambda found: self._names.get(found[0], GONE), text)
        for value in self._sought.found_in(text) if self._sought else ():
            text = text.replace(value, GONE)
        # What is written in another way than it was handed in is found all the same.
        return GONE if self._sought and self._sought.found_in(text) else text
