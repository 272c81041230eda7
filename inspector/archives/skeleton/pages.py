# SPDX-License-Identifier: Apache-2.0
"""The elements of a page as a tree of places: tags and classes that may be shown, and kinds of texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from inspector.archives.skeleton.kinds import kind_of_text
from inspector.archives.skeleton.tree import Place
from inspector.archives.skeleton.words import is_shown_key, shown_key

# The elements of HTML; a page may hold others, and their names may be anything.
_TAGS: Final = frozenset({
    "a", "article", "aside", "b", "blockquote", "body", "br", "button", "caption", "center", "code",
    "col", "colgroup", "dd", "details", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure",
    "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i",
    "iframe", "img", "input", "label", "legend", "li", "link", "main", "meta", "nav", "ol", "option", "p",
    "pre", "s", "script", "section", "select", "small", "source", "span", "strong", "style", "sub",
    "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead",
    "time", "title", "tr", "u", "ul", "video",
})  # fmt: skip
_UNKNOWN: Final = "*"
_DEEPEST: Final = 24
_LONGEST_TEXT: Final = 256
_FED: Final = 1 << 16


def is_shown_element(text: str) -> bool:
    """Tell whether this could be an element with its classes, as they are shown."""
    tag, *classes = text.split(".")
    return tag in _TAGS | {_UNKNOWN} and all(map(is_shown_key, classes))


class _Elements:
    """Follows the open elements of a page, as far as they are not too deep."""

    def __init__(self, root: Place) -> None:
        self._open = [root]
        self._deeper = 0
        self._text = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._finish_text()
        if self._deeper or len(self._open) > _DEEPEST:
            self._deeper += 1
            return
        classes = [shown_key(one) for one in attributes.get("class", "").split()]
        name = ".".join((tag if tag in _TAGS else _UNKNOWN, *dict.fromkeys(classes)))
        place = self._open[-1].child(name)
        place.add("element")
        self._open.append(place)

    def end(self, tag: str) -> None:
        del tag
        self._finish_text()
        if self._deeper:
            self._deeper -= 1
        elif len(self._open) > 1:
            self._open.pop()

    def data(self, text: str) -> None:
        if len(self._text) <= _LONGEST_TEXT:
            self._text += text[:_LONGEST_TEXT]

    def close(self) -> None:
        self._finish_text()

    def _finish_text(self) -> None:
        text, self._text = self._text.strip(), ""
        if text:
            self._open[-1].add(kind_of_text(text))


def grow_page(root: Place, blocks: Iterable[bytes]) -> None:
    """Add the elements of a page in UTF-8 to the tree."""
    target = _Elements(root)
    parser = etree.HTMLParser(target=target, encoding="utf-8")
    for block in blocks:
        for start in range(0, len(block), _FED):
            parser.feed(block[start : start + _FED])
    try:
        parser.close()
    except etree.XMLSyntaxError:
        # A page without any element: its text alone.
        target.close()
