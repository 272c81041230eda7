# SPDX-License-Identifier: Apache-2.0
"""The files of an archive as a sequence that makes each of its entries anew when it is asked for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import overload

from inspector.archives.container import Entry


class MadeWhenAsked(Sequence[Entry]):
    """Holds no entry: a hundred thousand of them cost more than what they are made from."""

    @abstractmethod
    def entry(self, place: int) -> Entry:
        """Return the entry at `place`, which is within the sequence."""

    @overload
    def __getitem__(self, index: int) -> Entry: ...

    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...

    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        places = range(len(self))[index]
        return [self.entry(place) for place in places] if isinstance(places, range) else self.entry(places)
