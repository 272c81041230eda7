# SPDX-License-Identifier: Apache-2.0
"""The task of setting pages: JSON comes in, a PDF or pictures go out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from inspector.report.compile import CannotSetError, made
from inspector.worker.framing import MOST_FRAME
from inspector.worker.message import Message
from inspector.worker.protocol import Refused, Render, Rendered
from inspector.worker.telling import Teller

_PART: Final = MOST_FRAME // 2


def set_pages(task: Render, teller: Teller) -> Iterator[Message]:
    """Set the pages and yield the file in parts. It cannot be asked to stop meanwhile."""
    del teller
    try:
        data = made(task.document)
    except CannotSetError as error:
        yield Refused(str(error))
        return
    for start in range(0, max(len(data), 1), _PART):
        yield Rendered(data[start : start + _PART], last=start + _PART >= len(data))
