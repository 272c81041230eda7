# SPDX-License-Identifier: Apache-2.0
"""Documents to PDF bytes, by whoever sets pages for us: a process that this part does not know."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from inspector.actions.filling import LetterDocument
from inspector.report import letter as letters
from inspector.report.document import ReportDocument
from inspector.report.framing import PICTURES, unframed
from inspector.system.messages import Messages


class RenderError(Exception):
    """No PDF came out: `key` is a message key, `values` go into its sentence."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Setter(Protocol):
    """Sets the pages of a document."""

    def __call__(self, data: bytes, *, stopped: Callable[[], bool]) -> bytes:
        """Return what `compile.made` makes of the JSON in `data`. Raises RenderError.

        `stopped` is asked several times a second and ends the work.
        """


def _never() -> bool:
    return False


def render(document: ReportDocument, setter: Setter, *, stopped: Callable[[], bool] = _never) -> bytes:
    """The PDF of a document; the same document gives the same bytes. Raises RenderError."""
    # A lone surrogate has no UTF-8; its escape keeps it visible to the glyph filter of the setter.
    return setter(json.dumps(document).encode("ascii"), stopped=stopped)


def render_letter(letter: LetterDocument, messages: Messages, now: datetime, setter: Setter) -> bytes:
    """A letter as PDF, the same way as the report. Raises RenderError."""
    return render(letters.document(letter, messages, now), setter)


def pages(
    document: ReportDocument, ppi: float, setter: Setter, *, stopped: Callable[[], bool] = _never
) -> tuple[bytes, ...]:
    """The pages of a document as PNG at so many pixels per inch, to look at. Raises RenderError."""
    try:
        return tuple(unframed(render({**document, PICTURES: ppi}, setter, stopped=stopped)))
    except ValueError as error:
        raise RenderError("report.error.cannot_set", detail=type(error).__name__) from error
