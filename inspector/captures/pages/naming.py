# SPDX-License-Identifier: Apache-2.0
"""What a control of a page is called, as a reader of the screen would say it, and the row it stands in.

Names in the order of the W3C's "Accessible Name and Description Computation": what it is labelled by, its own
label, the label element; then the texts of the smallest part of the page that holds this control alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from inspector.captures.pages.markup import Unit, ancestors

_MOST_ROW: Final = 1200
"""Characters a row may have; more is not a row but a page."""

_MOST_LEVELS: Final = 12
_LONGEST_NAME: Final = 400


@dataclass(frozen=True)
class Named:
    """What names the controls of one page."""

    page: LexborHTMLParser
    units: Sequence[Unit]

    @cached_property
    def _by_id(self) -> dict[str, LexborNode]:
        found: dict[str, LexborNode] = {}
        for node in self.page.css("[id]"):
            found.setdefault(node.attributes.get("id") or "", node)
        return found

    @cached_property
    def _labels(self) -> dict[str, LexborNode]:
        return {node.attributes.get("for") or "": node for node in reversed(self.page.css("label[for]"))}

    @cached_property
    def _held(self) -> Counter[int]:
        """How many controls lie in each part of the page."""
        return Counter(
            place for unit in self.units for place in {above.mem_id for above in unit_ancestors(unit)}
        )

    def names(self, node: LexborNode) -> Iterator[str]:
        """Yield the names an element states for itself, the strongest first."""
        attributes = node.attributes
        referred = (attributes.get("aria-labelledby") or "").split()
        texts = [words(self._by_id[name]) for name in referred if name in self._by_id]
        if texts:
            yield " ".join(texts)
            yield from texts
        yield attributes.get("aria-label") or ""
        own = self._labels.get(attributes.get("id") or "")
        if own is not None and attributes.get("id"):
            yield words(own)
            yield from texts_in(own)
        around = next((one for one in ancestors(node) if one.tag == "label"), None)
        if around is not None:
            yield words(around)
            yield from texts_in(around)
        yield attributes.get("title") or ""

    def row(self, unit: Unit) -> LexborNode | None:
        """Return the largest part around a control that holds no other one and is no longer than a row."""
        best: LexborNode | None = None
        for _, above in zip(range(_MOST_LEVELS), ancestors(unit.first), strict=False):
            if above.tag in ("body", "html") or self._held[above.mem_id] > 1:
                break
            if len(words(above)) > _MOST_ROW:
                break
            best = above
        return best


def unit_ancestors(unit: Unit) -> Iterator[LexborNode]:
    """Yield all that some element of a control lies in."""
    for node in unit.nodes:
        yield from ancestors(node)


def words(node: LexborNode) -> str:
    """Return the text of an element with single spaces, cut where it gets longer than any row."""
    found: list[str] = []
    size = 0
    for piece in pieces(node):
        text = " ".join(piece.split())
        if text:
            found.append(text)
            size += len(text) + 1
        if size > _MOST_ROW + 1:
            break
    return " ".join(found)[: _MOST_ROW + 1]


def texts_in(node: LexborNode) -> list[str]:
    """Return the texts inside an element, each as it stands between tags, without empty ones."""
    return [
        text for piece in pieces(node) if (text := " ".join(piece.split())) and len(text) <= _LONGEST_NAME
    ]


def pieces(node: LexborNode) -> Iterator[str]:
    """Yield the texts below an element but for those of scripts, in their order."""
    for below in node.traverse(include_text=True):
        if below.tag == "-text" and (below.parent is None or below.parent.tag not in ("script", "style")):
            yield below.text(deep=True) or ""
