# SPDX-License-Identifier: Apache-2.0
"""SHA-512 of originals, where the case did not take it when they came in: a second family of hash."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from inspector.cases.acts import Act, ActKind
from inspector.domain.reading import SourceReading

_PIECE: Final = 1 << 20


def second_hashes(
    readings: Sequence[SourceReading], acts: Sequence[Act], check: Callable[[], None]
) -> dict[str, str]:
    """Return the SHA-512 of each source that is one file, by its SHA-256, unless the case took it before.

    A file that is gone or has changed since it was read has none. `check` may raise to stop.
    """
    taken = {act.details.get("source") for act in acts if act.kind is ActKind.KEPT}
    found: dict[str, str] = {}
    for one in readings:
        source = one.source
        if source.sha256 and source.sha256 not in taken and not source.parts and source.path.is_file():
            large = _sha512(source.path, source.sha256, check)
            found.update({source.sha256: large} if large else {})
    return found


def _sha512(path: Path, expected: str, check: Callable[[], None]) -> str | None:
    small, large = hashlib.sha256(), hashlib.sha512()
    try:
        with closing(path.open("rb")) as file:
            while piece := file.read(_PIECE):
                check()
                small.update(piece)
                large.update(piece)
    except OSError:
        return None
    return large.hexdigest() if small.hexdigest() == expected else None
