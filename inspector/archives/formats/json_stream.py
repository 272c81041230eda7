# SPDX-License-Identifier: Apache-2.0
"""A JSON text of any size value by value or event by event, in little memory: ijson behind our own guards.

Unguarded, ijson takes memory by the square of the depth (23 GB for 200 kB of brackets), dies on integers of
5,000 digits unless it reads them as fixed-width numbers, and gives `?` for lone surrogates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import ijson
from ijson.backends import yajl2_c

from inspector.archives.formats.escapes import whole_pair_blocks
from inspector.archives.formats.nesting import EndlessError, Nesting, TooDeepError, containers
from inspector.archives.formats.records import MOST_IN_MEMORY, MOST_WEIGHT, weight


class BrokenOffError(Exception):
    """The rest of a text cannot be read: the key of the sentence that says why (`member.*`)."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def streamed(blocks: Iterable[bytes], path: tuple[str, ...], *, of_list: bool) -> Iterator[Any]:
    """Yield the elements of the list, or the value, at a path of keys, decoded; nothing where it is not.

    Blocks are UTF-8. Raises BrokenOffError once the text stops being JSON, or one value gets too large.
    """
    found = ijson.sendable_list()
    prefix = ".".join((*path, "item") if of_list else path)
    level = len(path) + of_list
    yield from _driven(blocks, yajl2_c.items_coro(found, prefix, use_float=True), found, level)


def events(blocks: Iterable[bytes]) -> Iterator[tuple[str, Any]]:
    """Yield what a parser meets: `start_map`, `map_key`, `string`, `number` and so on, with the value.

    Several values may follow one another. Raises BrokenOffError.
    """
    found = ijson.sendable_list()
    parser = yajl2_c.basic_parse_coro(found, use_float=True, multiple_values=True)
    yield from _driven(blocks, parser, found, None)


def _driven(blocks: Iterable[bytes], parser: Any, found: list[Any], level: int | None) -> Iterator[Any]:
    """Push the blocks through a parser. `level`: values at this depth are built and must stay small."""
    nesting, key = Nesting(), "member.rest_broken"
    try:
        # An empty block would be the end to the parser.
        for block in filter(None, _bearable(blocks, nesting, _Load(level))):
            parser.send(block)
            yield from found
            found.clear()
        key = "member.rest_cut"
        parser.close()
        yield from found
        if nesting.inside_string:
            # A string that is cut off after the end of the data is nothing that the parser notices.
            raise BrokenOffError("member.rest_broken")
    except (ijson.JSONError, UnicodeDecodeError) as error:
        yield from found
        raise BrokenOffError(key) from error


def _bearable(blocks: Iterable[bytes], nesting: Nesting, load: _Load) -> Iterator[bytes]:
    """Yield the blocks as far as no parser suffers from them. Raises BrokenOffError.

    The parser goes through an open string anew with each block: a long one comes in blocks that grow with it.
    """
    held: list[bytes] = []
    block = b""
    try:
        for block in filter(None, whole_pair_blocks(blocks)):
            nesting.feed(block)
            load.take(block, nesting)
            held.append(block)
            if nesting.string_bytes <= 2 * sum(map(len, held)):
                yield b"".join(held)
                held.clear()
    except TooDeepError as error:
        yield b"".join((*held, block[: nesting.safe(block)]))
        raise BrokenOffError("member.rest_deep") from error
    except EndlessError as error:
        raise BrokenOffError("member.rest_long") from error
    yield b"".join(held)


class _Load:
    """What the value under construction takes in memory."""

    def __init__(self, level: int | None) -> None:
        self._level = level
        self._bytes = 0
        self._containers = 0

    def take(self, block: bytes, nesting: Nesting) -> None:
        """Add a block. Raises EndlessError where no value ended for too long."""
        if self._level is None:
            return
        if nesting.lowest <= self._level:
            self._bytes = self._containers = 0
        self._bytes += len(block)
        self._containers += containers(block)
        if self._bytes > MOST_IN_MEMORY or weight(self._bytes, self._containers) > MOST_WEIGHT:
            raise EndlessError
