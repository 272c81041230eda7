# SPDX-License-Identifier: Apache-2.0
"""What every decoder yields: records with their place, and faults beside the good ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

T = TypeVar("T")

REPLACEMENT: Final = "\ufffd"
"""Stands for text that could not be read."""

ALTERED: Final = "member.record_altered"
"""The sentence on a record that counts although some of its text could not be read."""

MOST_IN_MEMORY: Final = 48 << 20
"""The most bytes of a document or of one record that are held at a time."""

MOST_WEIGHT: Final = 8 * MOST_IN_MEMORY
"""The most memory that the values of a document or of one record may take, as estimated by `weight`."""

_CONTAINER: Final = 200

Leaf = str | int | float | bool | None
"""A value of JSON that holds no other, as it was written."""

Look = Callable[[bytes], None]
"""Hears of the JSON of records that can be used, whole, of which a reader may want a part only.

It is that of one record, or of several as a list.
"""


def unlooked(_text: bytes) -> None:
    """Hear of records and do nothing."""


def weight(size: int, containers: int) -> int:
    """Return about how many bytes JSON takes when decoded: an empty list takes far more than its text."""
    return size + _CONTAINER * containers


@dataclass(frozen=True, slots=True)
class Fault:
    """A record with something wrong: its number as its decoder counts, and the sentence (`member.*`).

    A table counts its header as 1. Where the rest of the member could not be read either, the sentence says
    so and no record follows.
    """

    number: int
    key: str


@dataclass(frozen=True, slots=True)
class Record(Generic[T]):
    """One record. `number` counts from 1, `locator` is its place as facts name it.

    `altered`: its text holds U+FFFD, which stands for what could not be read, put there now or before.
    """

    value: T
    number: int
    locator: str
    altered: bool = False

    @property
    def fault(self) -> Fault | None:
        """Return what is to be told of a record that can be used all the same."""
        return Fault(self.number, ALTERED) if self.altered else None
