# SPDX-License-Identifier: Apache-2.0
"""Why a file, a bundle or a page could not be made."""

from __future__ import annotations

from inspector.app.mishap import mishap, of_system
from inspector.domain.text import Note


def why_failed(error: BaseException) -> Note:
    """Return what to say of an error that kept a file, a bundle or a page from being made."""
    if isinstance(error, OSError):
        return of_system(error, "gui.evidence.cannot_write.")
    return mishap(error)
