# SPDX-License-Identifier: Apache-2.0
"""What is left of a piece of a page: its texts and its links, whichever parser read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HtmlShape:
    """What makes an element a record: its tag, and one of its classes where `css_class` is given."""

    tag: str
    css_class: str = ""

    def fits(self, tag: str, classes: str | None) -> bool:
        """Tell whether an element with this tag and `class` attribute is a record."""
        return tag == self.tag and (not self.css_class or self.css_class in (classes or "").split())


@dataclass(frozen=True, slots=True)
class HtmlPart:
    """One record of a page: the texts between its tags, blanks around them stripped, and its links.

    Texts stand in order and none is empty; a record says the same in two exports whatever its line breaks, so
    what a text means follows from its content, never from its place.
    """

    texts: tuple[str, ...]
    links: tuple[str, ...]


def texts_of(parts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts that are not empty, stripped."""
    return tuple(bare for part in parts if (bare := part.strip()))
