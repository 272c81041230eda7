# SPDX-License-Identifier: Apache-2.0
"""What a maker of bad input hands out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.makers.clock import at
from tests.makers.linkedin import Person
from tests.makers.tables import table
from tests.makers.truth import Truth

WHEN: Final = at("2026-03-09 02:30")
COMMENTS: Final = f"Comments_{Person().member_id}.csv"
SHARES: Final = f"Shares_{Person().member_id}.csv"
REACTIONS: Final = f"Reactions_{Person().member_id}.csv"


@dataclass(frozen=True, slots=True)
class Bad:
    """One bad input.

    ``usable``: an archive is in there of which at least something can be read. ``truth`` then says what of
    it still stands; a count that cannot be told is None. ``harmed`` names the members that are at fault.
    """

    name: str
    data: bytes
    usable: bool
    truth: Truth = field(default_factory=Truth)
    harmed: tuple[str, ...] = ()

    def write(self, where: Path) -> Path:
        """Write it under its name into ``where``; returns its path."""
        target = where / self.name
        target.write_bytes(self.data)
        return target


def registration(raw: str) -> bytes:
    """Registration.csv with that cell as its date."""
    return table(("Registered At", "Registration Ip", "Subscription Types"), [(raw, "", "")])
