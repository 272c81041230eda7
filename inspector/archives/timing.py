# SPDX-License-Identifier: Apache-2.0
"""How long the bytes of one member may take."""

from __future__ import annotations

import time
from collections.abc import Iterator

from inspector.archives.container import Block, MemberError, Tick


def timed(blocks: Iterator[Block], seconds: float, tick: Tick) -> Iterator[Block]:
    """Yield the blocks; raises MemberError once they take longer. `tick` is called for each, to stop it."""
    latest = time.monotonic() + seconds
    for block in blocks:
        tick(0)
        if time.monotonic() > latest:
            raise MemberError("refused", "member.too_slow")
        yield block
