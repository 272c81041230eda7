# SPDX-License-Identifier: Apache-2.0
"""How an export is recognised: by members whose path and whose first bytes only its service writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from inspector.archives.frame.glimpse import Fits
from inspector.archives.frame.reading import Service, ServiceReader
from inspector.archives.reader import Head, Reader, ReaderKind

_TRIES: Final = 20
# What browsers and file managers append to the name of a copy.
_COPY: Final = re.compile(r"(?: \(\d+\)|-\d+| - Copy| copy)(?=\.\w+$)", re.IGNORECASE)


def name_before_copying(name: str) -> str:
    """Return a file name without what a browser or file manager appends where there is one of that name."""
    return _COPY.sub("", name)


@dataclass(frozen=True, slots=True)
class Sign:
    """A member that tells an export: a pattern of its path from the export's root, and its first bytes.

    Without `fits` the path alone tells.
    """

    path: str
    fits: Fits | None = None


class Signs:
    """The signs of one service."""

    def __init__(self, signs: Sequence[Sign]) -> None:
        self._signs = [(re.compile(sign.path), sign.fits) for sign in signs]
        patterns = "|".join(f"(?:{sign.path})" for sign in signs)
        self._any = re.compile(rf"(?:^|(?<=/))(?:{patterns})$")

    def root(self, path: str) -> str | None:
        """Return the folder of the export that a path would belong to."""
        match = self._any.search(path)
        return None if match is None else path[: match.start()]

    def claims(self, paths: Sequence[str], head: Head) -> bool:
        """Tell whether these paths, named from one folder, are such an export."""
        return any(self._shows(pattern, fits, paths, head) for pattern, fits in self._signs)

    def alone(self, name: str, start: bytes) -> str | None:
        """Return the path that a file handed in by itself has in an export: that of a sign its bytes show."""
        for path in dict.fromkeys((name, name_before_copying(name))):
            if any(fits and pattern.fullmatch(path) and fits(start) for pattern, fits in self._signs):
                return path
        return None

    def _shows(self, pattern: re.Pattern[str], fits: Fits | None, paths: Sequence[str], head: Head) -> bool:
        found = [path for path in paths if pattern.fullmatch(path)]
        if fits is None:
            return bool(found)
        return any(fits(head(path)) for path in sorted(found)[:_TRIES])


def kind(
    service: Service[Any],
    name: str,
    signs: Sequence[Sign],
    alone: Callable[[str, bytes], str | None] | None = None,
    *,
    loose: bool = False,
    single: bool = False,
) -> ReaderKind:
    """Return how a service's reader is found and made.

    `alone` stands in for what the signs tell of a file by itself, `loose` and `single` are as in ReaderKind.
    """
    known = Signs(signs)

    def make(now: datetime, items: bool) -> Reader:  # noqa: FBT001 - the protocol's make() hands it on
        return ServiceReader(service, now, items=items)

    return ReaderKind(service.id, name, known.root, known.claims, alone or known.alone, make, loose, single)
