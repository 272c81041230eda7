# SPDX-License-Identifier: Apache-2.0
"""What keeps a case from being opened, made or used, as the sentence that tells it and the way forward."""

from __future__ import annotations

from inspector.domain.text import Note


class CaseError(Exception):
    """Something about a case did not work; `note` says what, what that means and what to do."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.key)
        self.note = note
