# SPDX-License-Identifier: Apache-2.0
"""What a worker can be started for, and what then does it; what is not needed is not even loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from inspector.worker.message import Message
from inspector.worker.protocol import Work
from inspector.worker.telling import Teller

Doing = Callable[[Any, Teller], Iterator[Message]]
"""Does a task, whose type goes with the work, and yields what comes of it; the last message ends it."""


def doing(work: Work) -> Doing:
    """Return what does a work."""
    match work:
        case "read":
            from inspector.worker.reading import read_or_fetch  # noqa: PLC0415 - a worker loads its work alone

            return read_or_fetch
        case "outline":
            from inspector.worker.outlining import outline  # noqa: PLC0415 - the same

            return outline
        case "verify":
            from inspector.worker.verifying import check  # noqa: PLC0415 - the same

            return check
        case "render":
            from inspector.worker.rendering import set_pages  # noqa: PLC0415 - the same

            return set_pages
        case "capture":
            from inspector.worker.capturing import Capturing  # noqa: PLC0415 - the same

            return Capturing().do
        case "redact":
            from inspector.worker.redacting import Redacting  # noqa: PLC0415 - the same

            return Redacting().do
