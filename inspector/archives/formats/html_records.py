# SPDX-License-Identifier: Apache-2.0
"""The records of a page of any size: cut where each begins, parsed in groups, so that no large tree is built.

A tree takes fourteen times the memory of its page, and time by the square of its depth. So the bytes are cut
at the repeated opener of a record and a group of records is parsed at a time. Where a group does not hold as
many records as were cut, because one is left open or looks suspicious, each is parsed by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from inspector.archives.formats.html_feed import TOO_LONG, fed
from inspector.archives.formats.html_parts import HtmlPart, HtmlShape, texts_of
from inspector.archives.formats.records import REPLACEMENT, Fault, Record
from inspector.archives.formats.utf8 import utf8_blocks

_GROUP: Final = 1 << 16
_LONGEST: Final = 1 << 20
_TAIL: Final = 256
# How far the first record may be from the start of the page; styles and scripts stand before it.
_FARTHEST: Final = 4 << 20
# A tree of as many open tags is built in a moment, whatever they are.
_MOST_TAGS: Final = 4096
_MOST_TAGS_ALONE: Final = 512
# A class that may stand in a selector as it is; a page may use any other.
_PLAIN: Final = re.compile(r"-?[A-Za-z_][A-Za-z0-9_-]*")


def html_records(blocks: Iterable[bytes], shape: HtmlShape) -> Iterator[Record[HtmlPart] | Fault]:
    """Yield the records of a page; one that is too long is a Fault. Number and locator count them from 1.

    A page without records yields nothing; what that means is for its reader to say.
    """
    source = utf8_blocks(blocks)
    opener = _opener(shape)
    head, begun = bytearray(), False
    for block in source if shape.css_class else ():
        head += block
        begun = opener.search(head) is not None
        if begun or len(head) > _FARTHEST:
            break
    whole = chain((bytes(head),), source)
    parts = _parted(whole, opener, shape) if begun else fed(whole, shape)
    for number, part in enumerate(parts, 1):
        if part is TOO_LONG:
            yield Fault(number, "member.record_long")
        else:
            altered = any(REPLACEMENT in text for text in part.texts)
            yield Record(part, number, f"record {number}", altered)


def _opener(shape: HtmlShape) -> re.Pattern[bytes]:
    return re.compile(
        rb'<%s class="%s(?=[\s"])' % (re.escape(shape.tag.encode()), re.escape(shape.css_class.encode()))
    )


def _parted(
    blocks: Iterable[bytes], opener: re.Pattern[bytes], shape: HtmlShape
) -> Iterator[HtmlPart | None]:
    group: list[bytes] = []
    size = 0
    for piece in _cut(blocks, opener):
        if piece is TOO_LONG or size + len(piece) > _GROUP:
            yield from _parsed(group, shape)
            group, size = [], 0
        if piece is TOO_LONG:
            yield TOO_LONG
        else:
            group.append(piece)
            size += len(piece)
    yield from _parsed(group, shape)


def _cut(blocks: Iterable[bytes], opener: re.Pattern[bytes]) -> Iterator[bytes | None]:
    """Yield the bytes from each opener to the next; what stands before the first is passed over."""
    text, dropping = b"", False
    for block in blocks:
        text += block
        starts = [found.start() for found in opener.finditer(text)]
        if starts and dropping:
            yield TOO_LONG
            dropping = False
        for start, end in pairwise(starts):
            yield text[start:end] if end - start <= _LONGEST else TOO_LONG
        text = text[starts[-1] :] if starts else text
        if len(text) > _LONGEST:
            dropping, text = True, text[-_TAIL:]
    yield TOO_LONG if dropping else text


def _parsed(group: list[bytes], shape: HtmlShape) -> Iterator[HtmlPart | None]:
    markup = b"".join(group)
    nodes = _nodes(markup, shape) if _tags(markup) <= _MOST_TAGS else []
    if len(nodes) == len(group) and all(_stands_alone(node) for node in nodes):
        yield from map(_part, nodes)
    else:
        for piece in group:
            yield _alone(piece, shape)


def _tags(markup: bytes) -> int:
    return markup.count(b"<") - markup.count(b"</")


def _nodes(markup: bytes, shape: HtmlShape) -> list[LexborNode]:
    if _PLAIN.fullmatch(shape.css_class):
        return LexborHTMLParser(markup).css(f"{shape.tag}.{shape.css_class}")
    found = LexborHTMLParser(markup).css(shape.tag)
    return [node for node in found if shape.fits(shape.tag, node.attributes.get("class"))]


def _stands_alone(node: LexborNode) -> bool:
    """Tell whether a record lies in no other one, which is where it ends up when that one is left open."""
    return node.parent is not None and node.parent.tag == "body"


def _part(node: LexborNode) -> HtmlPart:
    links = (link.attributes.get("href") for link in node.css("a[href]"))
    texts = texts_of(node.text(separator="\n").split("\n"))
    return HtmlPart(texts, tuple(link or "" for link in links))


def _alone(piece: bytes, shape: HtmlShape) -> HtmlPart | None:
    nodes = _nodes(piece, shape) if _tags(piece) <= _MOST_TAGS_ALONE else []
    if nodes:
        return _part(nodes[0])
    return next(fed([piece], shape), HtmlPart((), ()))
