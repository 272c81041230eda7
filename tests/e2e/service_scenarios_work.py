# SPDX-License-Identifier: Apache-2.0
"""Scenarios of work tools, devices, music and sport: what a picture shows, the plan, where someone lived.

These services' archives are not used here: an account is known by pictures alone, the earliest of which shows
that it existed by then.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.makers.pictures import picture


@dataclass(frozen=True)
class ServiceScenario:
    """One row of the table. `shown`, `declared`: pairs of position and day; `plans` as typed after `=`.

    `control` is the one asked about, `pictured` what pictures and memory speak of where it is another.
    """

    name: str
    control: str
    residence: str | None
    shown: tuple[tuple[str, str], ...]
    declared: tuple[tuple[str, str], ...] = ()
    plans: tuple[str, ...] = ()
    pictured: str | None = None

    def arguments(self, folder: Path) -> list[str]:
        """Make the pictures in `folder` and return what to type."""
        inputs: list[str] = []
        options = ["--residence", self.residence] if self.residence else []
        pictured = self.pictured or self.control
        for number, (position, day) in enumerate(self.shown, 1):
            file = folder / f"picture-{number}-{position}.png"
            file.write_bytes(picture(number))
            inputs.append(str(file))
            options += ["--shown", f"{pictured}={position}@{day}T12:00:00Z={file}"]
        for position, day in self.declared:
            options += ["--reading", f"{pictured}={position}@{day}"]
        for plan in self.plans:
            options += ["--plan", f"{self.control.partition('/')[0]}={plan}"]
        return inputs + options


FIGMA = "figma/content-training"
SLACK = "slack/global-models"
SPOTIFY = "spotify/model-training"
STRAVA = "strava/ai-training"
IN_APP, METADATA = "atlassian/in-app-data", "atlassian/metadata"
CALLS, TELEMETRY = "zoom/customer-content", "zoom/service-generated-data"
ANALYSIS = "adobe/content-analysis"
GRAMMARLY = "grammarly/product-improvement-and-training"

SCENARIOS = (
    ServiceScenario("figma-starter", FIGMA, "DE", (("on", "2024-07-01"),), plans=("starter",)),
    ServiceScenario("figma-organization", FIGMA, "DE", (("off", "2024-07-01"),), plans=("organization",)),
    ServiceScenario("figma-unsaid-plan", FIGMA, "US", (("on", "2024-07-01"),)),
    ServiceScenario(
        "figma-starter-then-organization",
        FIGMA,
        "US",
        (("on", "2024-07-01"),),
        plans=("organization:2025-03-01/",),
    ),
    ServiceScenario("figma-education", FIGMA, "FR", (("on", "2025-01-15"),), plans=("education",)),
    ServiceScenario("slack-owner-opts-out", SLACK, "DE", (("on", "2024-05-20"), ("off", "2024-06-03"))),
    ServiceScenario("slack-nobody-opts-out", SLACK, "US", (("on", "2024-06-10"),)),
    ServiceScenario(
        "slack-generative", "slack/generative-training", "US", (("on", "2019-05-01"),), pictured=SLACK
    ),
    ServiceScenario("zoom-calls", CALLS, "GB", (("off", "2024-02-10"),)),
    ServiceScenario("zoom-calls-before", CALLS, "GB", (("on", "2022-01-10"),), pictured=TELEMETRY),
    ServiceScenario("zoom-telemetry", TELEMETRY, "US", (("off", "2022-01-10"),), pictured=CALLS),
    ServiceScenario("spotify-thinks-it-is-off", SPOTIFY, "SE", (("off", "2025-06-01"),)),
    ServiceScenario(
        "spotify-moves-from-us-to-de", SPOTIFY, "/2025-07-01=US,2025-07-01/=DE", (("on", "2025-05-20"),)
    ),
    ServiceScenario("spotify-unsaid-residence", SPOTIFY, None, (("on", "2025-05-20"),)),
    ServiceScenario("strava-one-picture", STRAVA, "DE", (("off", "2026-10-01"),)),
    ServiceScenario("strava-pictures-disagree", STRAVA, "US", (("on", "2026-03-01"), ("off", "2026-03-01"))),
    ServiceScenario("atlassian-free", IN_APP, "US", (("on", "2026-06-01"),), plans=("free",)),
    ServiceScenario("atlassian-premium", IN_APP, "US", (("off", "2026-06-01"),), plans=("premium",)),
    ServiceScenario(
        "atlassian-metadata", METADATA, "NL", (("off", "2026-06-01"),), plans=("standard",), pictured=IN_APP
    ),
    ServiceScenario(
        "atlassian-enterprise-metadata",
        METADATA,
        "NL",
        (("off", "2026-06-01"),),
        plans=("enterprise",),
        pictured=IN_APP,
    ),
    ServiceScenario(
        "grammarly-remembers", GRAMMARLY, "US", (("on", "2024-10-01"),), (("off", "2025-02-01"),), ("free",)
    ),
    ServiceScenario(
        "canva-pro",
        "canva/content",
        "AU",
        (("on", "2025-01-10"),),
        plans=("pro",),
        pictured="canva/general-usage",
    ),
    ServiceScenario("adobe-school", ANALYSIS, "US", (("off", "2025-09-01"),), plans=("organization",)),
    ServiceScenario("adobe-personal", ANALYSIS, "DE", (("off", "2024-06-08"),)),
    ServiceScenario(
        "alexa-text-moves-from-us-to-de",
        "alexa/other-interactions",
        "/2025-01-01=US,2025-01-01/=DE",
        (("off", "2019-01-01"),),
        pictured="alexa/voice-recordings",
    ),
    ServiceScenario("apple-siri-fault", "apple/improve-siri-dictation", "US", (("on", "2022-01-15"),)),
)
