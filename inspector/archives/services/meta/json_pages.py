# SPDX-License-Identifier: Apache-2.0
"""Meta's JSON: lists bare or wrapped, texts whose bytes were escaped one by one, several time fields.

Texts and keys are put right as they are read, so that places and raw texts show them as they were meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from inspector.archives.formats.mojibake import repaired
from inspector.archives.formats.utf8 import beginning
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.glimpse import key_paths
from inspector.archives.frame.new_keys import Keys, any_key, keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import epoch
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass

_HEAD: Final = 8192
_TIME: Final = "Time"

LABELLED: Final = keys(
    "timestamp fbid ent_name media title",
    label_values=keys("label value href title ent_field_name timestamp_value vec dict media"),
)
"""A record of the newer kind: its labels follow the language of the account."""

ENTRY: Final = keys(
    "title media_map_data media_list_data media_owner",
    string_map_data=any_key(keys("href value timestamp")),
    string_list_data=keys("href value timestamp"),
)
"""A record of the older kind; the keys of its map are labels in the language of the account."""

When = Callable[[Node], Node | None]
"""Returns where a record states its time, None for what is no such record."""


def rows(page: Page, known: Keys | None, *wrappers: str) -> Iterator[Node]:
    """Yield the records of a bare list, of the list behind one of these keys, or the file as one."""
    blocks = iter(page.stream)
    head = beginning(blocks, _HEAD)
    at = ""
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        found = key_paths(head[:_HEAD])
        at = next((f"/{wrapper}" for wrapper in wrappers if wrapper in found), "")
    return page.records(at, known, blocks=chain((head,), blocks), mend=repaired)


def key(*path: str) -> When:
    """Return what finds the time of a record behind some keys."""

    def when(record: Node) -> Node | None:
        return record.get(*path) if isinstance(record.value, dict) else None

    return when


def entry_time(record: Node) -> Node | None:
    """Return where a record of the older kind states its time.

    That is behind the label Time, or in another language the only time that is set.
    """
    if not isinstance(record.value, dict):
        return None
    single: list[Node] = []
    fields = record.get("string_map_data")
    for label, value in fields.entries() if fields is not None else ():
        stamp = value.get("timestamp") if isinstance(value.value, dict) else None
        if stamp is None or not stamp.value:
            continue
        if label == _TIME:
            return stamp
        single.append(stamp)
    values = record.get("string_list_data")
    for value in values.each() if values is not None else ():
        stamp = value.get("timestamp")
        if stamp is not None and stamp.value:
            single.append(stamp)
    return single[0] if len(single) == 1 else None


def count(
    page: Page, data_class: DataClass, known: Keys | None, when: When, *wrappers: str
) -> Iterator[Fact | Tally]:
    """Yield the count of the records of a file by their times, with items one fact per record."""
    counted = Dated()
    for record in rows(page, known, *wrappers):
        stamp = when(record)
        if stamp is None:
            page.fault(record.row, "member.record_form")
            continue
        moment = page.time(stamp.value, record.row, (epoch,))
        counted.add(moment)
        if page.items:
            yield page.item_at(data_class, stamp, moment)
    yield page.tally(data_class, counted)
