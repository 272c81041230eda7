# SPDX-License-Identifier: Apache-2.0
"""The scenarios that must come out exactly: where someone lived, what the switch showed, what follows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.makers.clock import at
from tests.makers.linkedin import account, simple
from tests.makers.pictures import picture

CONTROL = "linkedin/generative-ai-improvement"


@dataclass(frozen=True)
class Scenario:
    """One row of the table. `shown`, `declared`: pairs of position and day; `created` None: no archive."""

    number: int
    residence: str | None
    shown: tuple[tuple[str, str], ...] = ()
    declared: tuple[tuple[str, str], ...] = ()
    created: str | None = "2012-03-04 12:00"
    registered: str | None = None

    def arguments(self, folder: Path) -> list[str]:
        """Make the files in `folder` and return what to type."""
        inputs: list[str] = []
        options = ["--residence", self.residence] if self.residence else []
        if self.registered is not None:
            inputs.append(str(simple(registered_at=self.registered).write(folder)))
        elif self.created is not None:
            inputs.append(str(account(created=at(self.created)).write(folder)))
        for number, (position, day) in enumerate(self.shown, 1):
            file = folder / f"picture-{number}-{position}.png"
            file.write_bytes(picture(number))
            inputs.append(str(file))
            options += ["--shown", f"{CONTROL}={position}@{day}T12:00:00Z={file}"]
        for position, day in self.declared:
            options += ["--reading", f"{CONTROL}={position}@{day}"]
        return inputs + options


SCENARIOS = (
    Scenario(1, "US"),
    Scenario(2, "DE"),
    Scenario(3, "/2025-03-01=US,2025-03-01/=DE"),
    Scenario(4, "US", registered="2/10/25, 9:15 AM"),
    Scenario(5, "DE", shown=(("off", "2026-01-10"),)),
    Scenario(6, "US", shown=(("on", "2024-10-01"), ("off", "2025-06-01"), ("on", "2026-02-01"))),
    Scenario(7, "GB"),
    Scenario(8, "HK"),
    Scenario(9, "CA"),
    Scenario(10, None),
    Scenario(11, "CN"),
    Scenario(12, "DE", shown=(("off", "2025-10-02"),)),
    Scenario(13, "US", shown=(("on", "2026-03-01"), ("off", "2026-03-01"))),
    Scenario(14, "US", declared=(("on", "2025-01-01"),)),
    Scenario(15, "/2025-06-01=US,2025-06-01/=DE", shown=(("off", "2024-10-05"),)),
    Scenario(16, "CA", created="2024-11-01 12:00"),
    Scenario(17, "US", shown=(("off", "2026-03-01"),), declared=(("on", "2026-03-01"),)),
    Scenario(18, "US", shown=(("off", "2026-02-02"),), created=None),
)
