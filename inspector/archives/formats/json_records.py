# SPDX-License-Identifier: Apache-2.0
"""The records of a JSON file of any size: the elements of a list, or one record where it is no list."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, Generic, TypeVar

import msgspec

from inspector.archives.formats.escapes import whole_pairs
from inspector.archives.formats.json_groups import SMALL, Groups
from inspector.archives.formats.json_stream import BrokenOffError, streamed
from inspector.archives.formats.json_values import NOT_JSON, BadValueError, Values, holds_double_key
from inspector.archives.formats.records import MOST_IN_MEMORY, Fault, Look, Record, unlooked
from inspector.archives.formats.utf8 import utf8_blocks

T = TypeVar("T")

_SPACE: Final = b" \t\r\n"
_OBJECT: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_LIST: Final = msgspec.json.Decoder(list[msgspec.Raw])


def json_records(
    blocks: Iterable[bytes], kind: type[T], at: str = "", look: Look = unlooked
) -> Iterator[Record[T] | Fault]:
    """Yield the records of the list at a JSON pointer (`` is the whole file), each as `kind`.

    `kind` is `object` for plain values, a TypedDict of the keys that are wanted, or a msgspec Struct of the
    fields that must be there. Where the file itself is no list it is one record. A record that is none of
    this Struct is a Fault, and the next one follows; where the text ends early, nests too deep or is no JSON,
    a Fault says so and is the last. A file in which the list is not found gives a Fault and nothing else.
    `look` hears of the text of each record that can be used, before it is yielded.

    In a file of up to about a mebibyte, as those with settings are, a record in which a key stands twice is
    a Fault. In a larger one the last value counts, for looking at all keys would take longer than reading.
    """
    keys = tuple(_unescaped(key) for key in at.split("/")[1:])
    first, source = _peeked(utf8_blocks(blocks))
    records = _Records(Values(kind), look)
    if first == b"[" and not keys:
        return _of_list(source, records)
    if first == b"{":
        return _of_object(source, records, keys, at)
    return iter([Fault(1, "member.json_form" if first else "member.rest_cut")])


def _unescaped(key: str) -> str:
    return key.replace("~1", "/").replace("~0", "~")


def _peeked(blocks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Return the first byte that is no blank, and all blocks from its one on."""
    for block in blocks:
        start = block.lstrip(_SPACE)
        if start:
            return start[:1], chain((start,), blocks)
    return b"", iter(())


def _of_list(blocks: Iterator[bytes], records: _Records[T]) -> Iterator[Record[T] | Fault]:
    number = 0
    groups = Groups(blocks, records.values.together)
    for group in groups:
        double = groups.done and not number and holds_double_key(group.text)
        if group.values is not None and not double:
            records.look(group.text)
            for number, value in enumerate(group.values, number + 1):  # noqa: B020 - it counts on
                yield Record(value, number, f"/{number - 1}")
            continue
        for text in group.records or _LIST.decode(group.text):
            number += 1
            yield records.of_text(text, number, f"/{number - 1}", once=double)
    if not groups.done:
        yield from records.of_stream(streamed(groups.rest(), (), of_list=True), number, "", one=False)


def _of_object(
    blocks: Iterator[bytes], records: _Records[T], keys: tuple[str, ...], at: str
) -> Iterator[Record[T] | Fault]:
    """Yield from a file whose outermost value is an object: decoded at once where it is small."""
    held: deque[bytes] = deque()
    size = 0
    for block in blocks:
        held.append(block)
        size += len(block)
        if size > MOST_IN_MEMORY:
            break
    text = whole_pairs(b"".join(held)) if size <= MOST_IN_MEMORY else b""
    found = _found(text, keys) if text else None
    if found is not None and keys and size <= SMALL and _is_unclear(text, found[0]):
        yield Fault(1, "member.record_double_key")
        return
    text = b""
    if found is None:
        source = chain(_emptied(held), blocks)
        yield from records.of_stream(streamed(source, keys, of_list=bool(keys)), 0, at, one=not keys)
        return
    for index, record in enumerate(found[1]):
        yield records.of_text(record, index + 1, f"{at}/{index}" if keys else at, once=size <= SMALL)


def _emptied(held: deque[bytes]) -> Iterator[bytes]:
    """Yield what is held and let go of it."""
    while held:
        yield held.popleft()


def _is_unclear(text: bytes, listed: msgspec.Raw) -> bool:
    """Tell whether a key stands twice around the list, so that nothing says which list it is."""
    return holds_double_key(text.replace(bytes(listed), b"[]", 1))


def _found(text: bytes, keys: tuple[str, ...]) -> tuple[msgspec.Raw, list[msgspec.Raw]] | None:
    """Return what stands at the path, the file itself without one, and its records.

    None where it is not that simple.
    """
    value = msgspec.Raw(text)
    try:
        for key in keys:
            value = _OBJECT.decode(value)[key]
        if keys:
            return value, _LIST.decode(value)
        _OBJECT.decode(value)
    except (*NOT_JSON, KeyError):
        return None
    return value, [value]


@dataclass(frozen=True, slots=True)
class _Records(Generic[T]):
    """Makes records of what is found one by one."""

    values: Values[T]
    look: Look

    def of_text(self, text: msgspec.Raw, number: int, locator: str, *, once: bool) -> Record[T] | Fault:
        """Return a record; `once`: each of its keys must stand once."""
        written = bytes(text)
        if once and holds_double_key(written):
            return Fault(number, "member.record_double_key")
        try:
            value, altered = self.values.decode(written)
        except BadValueError as error:
            return Fault(number, error.key)
        self.look(written)
        return Record(value, number, locator, altered)

    def of_stream(
        self, found: Iterator[Any], number: int, at: str, *, one: bool
    ) -> Iterator[Record[T] | Fault]:
        """Yield the records of a stream, counted from `number` on; `one`: the record is the file itself."""
        before = number
        try:
            for value in found:
                number += 1
                yield self._of_value(value, number, at if one else f"{at}/{number - 1}")
        except BrokenOffError as error:
            yield Fault(number + 1, error.key)
            return
        if at and number == before:
            yield Fault(1, "member.json_form")

    def _of_value(self, value: object, number: int, locator: str) -> Record[T] | Fault:
        try:
            typed, altered = self.values.convert(value)
        except BadValueError as error:
            return Fault(number, error.key)
        self.look(msgspec.json.encode(value))
        return Record(typed, number, locator, altered)
