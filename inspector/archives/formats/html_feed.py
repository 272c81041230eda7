# SPDX-License-Identifier: Apache-2.0
"""A page read as it streams by, without a tree: for records that cannot be cut by their first bytes.

Time grows with the number of tags alone, however deep they nest, so suspicious markup goes this way too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lxml import etree

from inspector.archives.formats.html_parts import HtmlPart, HtmlShape, texts_of
from inspector.archives.formats.text import LONGEST

_SILENT: Final = frozenset({"script", "style", "template"})
_FED: Final = 1 << 16
TOO_LONG: Final = None
"""Stands for a record that is longer than what is held in memory."""


class _Target:
    """Gathers the records of a page. Elements inside a record that fit too belong to it."""

    def __init__(self, shape: HtmlShape) -> None:
        self.found: list[HtmlPart | None] = []
        self._shape = shape
        self._depth = 0
        self._silent = 0
        self._begin()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._depth:
            self._depth += 1
        elif self._shape.fits(tag, attributes.get("class")):
            self._depth = 1
            self._begin()
        self._silent += tag in _SILENT
        if self._depth:
            self._texts.append([])
            if tag == "a" and "href" in attributes:
                self._links.append(attributes["href"])
                self._size += len(attributes["href"])

    def end(self, tag: str) -> None:
        self._silent -= tag in _SILENT
        if not self._depth:
            return
        self._texts.append([])
        self._depth -= 1
        if not self._depth:
            self._finish()

    def data(self, text: str) -> None:
        if self._depth and not self._silent and self._size <= LONGEST:
            self._texts[-1].append(text)
            self._size += len(text)

    def close(self) -> None:
        if self._depth:
            self._finish()

    def _begin(self) -> None:
        self._texts: list[list[str]] = [[]]
        self._links: list[str] = []
        self._size = 0

    def _finish(self) -> None:
        texts = texts_of("".join(pieces) for pieces in self._texts)
        too_long = self._size > LONGEST
        self.found.append(TOO_LONG if too_long else HtmlPart(texts, tuple(self._links)))
        self._begin()


def fed(blocks: Iterable[bytes], shape: HtmlShape) -> Iterator[HtmlPart | None]:
    """Yield the records of a page in UTF-8, TOO_LONG in place of one that is. No markup raises."""
    target = _Target(shape)
    parser = etree.HTMLParser(target=target, encoding="utf-8")
    for block in blocks:
        for start in range(0, len(block), _FED):
            parser.feed(block[start : start + _FED])
            yield from target.found
            target.found.clear()
    try:
        parser.close()
    except etree.XMLSyntaxError:
        # A page without any element; the target gathered nothing.
        target.close()
    yield from target.found
