# SPDX-License-Identifier: Apache-2.0
"""Acts: what was done in a case, when, and with what. Findings are derived from them, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from inspector.domain.wire import time_text

Detail = str | int | bool | None | list["Detail"] | dict[str, "Detail"]
"""What an act may hold: plain JSON."""


class ActKind(StrEnum):
    """What was done."""

    OPENED = "opened"
    ADDED = "added"
    RESIDENCE_DECLARED = "residence_declared"
    PLANS_DECLARED = "plans_declared"
    READING_DECLARED = "reading_declared"
    READING_SHOWN = "reading_shown"
    READING_WITHDRAWN = "reading_withdrawn"
    READING_REJECTED = "reading_rejected"
    TAKEN = "taken"
    SOURCE_LEFT_OUT = "source_left_out"
    SERVICES_DECLARED = "services_declared"
    MAKER_NAMED = "maker_named"
    CONSENT_NOTED = "consent_noted"
    STORY_TOLD = "story_told"
    REQUESTED = "requested"
    SENT = "sent"
    RECEIVED = "received"
    ANSWERED = "answered"
    EXTENDED = "extended"
    EXPORTED = "exported"
    KEPT = "kept"
    CHECKED = "checked"
    FAILED = "failed"
    ASKED = "asked"


ASIDE: Final = frozenset(
    {
        ActKind.OPENED,
        ActKind.EXPORTED,
        ActKind.KEPT,
        ActKind.CHECKED,
        ActKind.FAILED,
        ActKind.ASKED,
        ActKind.REQUESTED,
    }
)
"""Acts that bear on no answer: the case was opened, its originals copied or checked, a bundle was made.

`ASKED`: something was sent to a host, with the person's leave. `REQUESTED`: the person asked a service for
their archive.
"""


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its number from 1, its kind, its time in UTC and its details."""

    number: int
    kind: ActKind
    at: datetime
    details: Mapping[str, Detail]

    def as_object(self) -> dict[str, Detail]:
        """Return the act as the JSON object that the custody log chains."""
        return {
            "n": self.number,
            "kind": str(self.kind),
            "at": time_text(self.at),
            "details": dict(self.details),
        }
