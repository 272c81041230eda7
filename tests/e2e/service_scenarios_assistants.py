# SPDX-License-Identifier: Apache-2.0
"""Scenarios of AI assistants that must come out exactly: residence, plan, what was seen, what follows.

No reader is needed: a picture that the person vouches for, or the person's own word, states the switch.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.makers.pictures import picture

Bounds = tuple[str | None, str | None]
Headline = tuple[str, str | None, Bounds | None]
SpanRow = tuple[str, str, Bounds]


@dataclass(frozen=True)
class Scenario:
    """One row of the table. `shown`, `declared`: control, position and day; a picture shows it at noon UTC.

    `headlines`: state, grade and since of each control named; `spans`: state, practice and start in order, of
    the first control named.
    """

    name: str
    residence: str
    shown: tuple[tuple[str, str, str], ...]
    headlines: dict[str, Headline]
    spans: tuple[SpanRow, ...] = ()
    declared: tuple[tuple[str, str, str], ...] = ()
    plans: tuple[str, ...] = ()

    def arguments(self, folder: Path) -> list[str]:
        """Make the pictures in `folder` and return what to type."""
        inputs: list[str] = []
        options = ["--residence", self.residence]
        for plan in self.plans:
            options += ["--plan", plan]
        for number, (control, position, day) in enumerate(self.shown, 1):
            file = folder / f"picture-{number}-{position}.png"
            file.write_bytes(picture(number))
            inputs.append(str(file))
            options += ["--shown", f"{control}={position}@{day}T12:00:00Z={file}"]
        for control, position, day in self.declared:
            options += ["--reading", f"{control}={position}@{day}"]
        return inputs + options


def day(text: str, until: str | None = None) -> Bounds:
    """Return the bounds of a whole UTC day, or from one day to the end of another."""
    return (f"{text}T00:00:00Z", f"{until or text}T23:59:59Z")


def noon(text: str) -> str:
    """Return noon UTC of a day, when every picture of the scenarios was made."""
    return f"{text}T12:00:00Z"


# A day without a zone reaches over every zone that had this day.
FIRST_OF_OCTOBER = ("2025-09-30T10:00:00Z", "2025-10-02T11:59:59Z")


IMPROVE = "chatgpt/improve-the-model"
CLAUDE = "claude/model-improvement"
GITHUB = "github/copilot-training"
COPILOT = "microsoft-copilot/model-training"
GEMINI = "google/gemini-activity"
GROK = "grok/improve-the-model"

SCENARIOS = (
    Scenario(
        "chatgpt free in France, off on 2026-06-13",
        "FR",
        shown=((IMPROVE, "off", "2026-06-13"),),
        plans=("chatgpt=free",),
        headlines={
            IMPROVE: ("off", "shown", ("2023-04-25T00:00:00Z", noon("2026-06-13"))),
            "chatgpt/audio-recordings": ("off", "default", day("2026-06-13")),
            "chatgpt/codex-environments": ("unknown", None, None),
        },
        spans=(
            ("on", "no_control", (None, noon("2026-06-13"))),
            ("on", "default_on", ("2023-04-25T00:00:00Z", noon("2026-06-13"))),
            ("off", "default_on", ("2023-04-25T00:00:00Z", noon("2026-06-13"))),
        ),
    ),
    Scenario(
        "a move from the United States to Germany changes nothing at ChatGPT",
        "/2025-03-01=US,2025-03-01/=DE",
        shown=((IMPROVE, "on", "2024-05-01"), (IMPROVE, "on", "2026-05-01")),
        headlines={IMPROVE: ("on", "shown", (None, noon("2024-05-01")))},
        spans=(
            ("on", "no_control", (None, noon("2024-05-01"))),
            ("on", "default_on", ("2023-04-25T00:00:00Z", noon("2024-05-01"))),
        ),
    ),
    Scenario(
        "chatgpt business ends what the free plan allowed",
        "US",
        shown=((IMPROVE, "on", "2025-01-01"),),
        plans=("chatgpt=business:2025-09-01/",),
        headlines={
            IMPROVE: ("off", "default", day("2025-09-01")),
            "chatgpt/video-recordings": ("not_applicable", None, None),
        },
        spans=(
            ("on", "no_control", (None, noon("2025-01-01"))),
            ("on", "default_on", ("2023-04-25T00:00:00Z", noon("2025-01-01"))),
            ("off", "not_used", day("2025-09-01")),
        ),
    ),
    Scenario(
        "claude on since the day the record names",
        "DE",
        shown=((CLAUDE, "on", "2026-11-01"),),
        declared=((CLAUDE, "on", "2025-10-01"),),
        headlines={CLAUDE: ("on", "shown", FIRST_OF_OCTOBER)},
        spans=(
            ("off", "not_used", (None, FIRST_OF_OCTOBER[1])),
            ("unknown", "unknown", ("2025-08-28T00:00:00Z", FIRST_OF_OCTOBER[1])),
            ("on", "unknown", FIRST_OF_OCTOBER),
        ),
    ),
    Scenario(
        "claude for a team is not used",
        "US",
        shown=((CLAUDE, "on", "2025-11-01"),),
        plans=("claude=team:2026-01-01/",),
        headlines={CLAUDE: ("off", "default", day("2026-01-01"))},
    ),
    Scenario(
        "github pro, switch seen on before training starts",
        "US",
        shown=((GITHUB, "on", "2026-04-10"),),
        plans=("github=pro",),
        headlines={GITHUB: ("on", "default", day("2026-04-24", "2026-04-27"))},
    ),
    Scenario(
        "github pro, switched off before training starts",
        "DE",
        shown=((GITHUB, "off", "2026-04-10"),),
        plans=("github=pro",),
        headlines={GITHUB: ("off", "shown", (None, noon("2026-04-10")))},
    ),
    Scenario(
        "github pro, seen off only after training started",
        "DE",
        shown=((GITHUB, "off", "2026-06-10"),),
        plans=("github=pro",),
        headlines={GITHUB: ("off", "shown", ("2026-04-24T00:00:00Z", noon("2026-06-10")))},
    ),
    Scenario(
        "copilot, old app, after the new one came",
        "US",
        shown=((COPILOT, "on", "2026-09-10"),),
        plans=("microsoft-copilot=old-app",),
        headlines={COPILOT: ("on", "shown", ("2024-10-01T00:00:00Z", noon("2026-09-10")))},
    ),
    Scenario(
        "copilot, new app since it came",
        "US",
        shown=((COPILOT, "on", "2026-02-10"),),
        plans=("microsoft-copilot=old-app:/2026-08-18", "microsoft-copilot=new-app:2026-08-18/"),
        headlines={
            COPILOT: ("off", "default", day("2026-08-18")),
            "microsoft-copilot/voice-training": ("off", "default", day("2026-08-18")),
        },
    ),
    Scenario(
        "copilot in Germany: sources contradict each other",
        "DE",
        shown=(("microsoft-copilot/voice-training", "off", "2026-02-10"),),
        plans=("microsoft-copilot=old-app",),
        headlines={COPILOT: ("unknown", None, None)},
    ),
    Scenario(
        "gemini off before the new name stays off",
        "DE",
        shown=((GEMINI, "off", "2025-08-20"),),
        headlines={
            GEMINI: ("off", "shown", ("2023-07-13T00:00:00Z", noon("2025-08-20"))),
            "google/gemini-live-media": ("off", "default", day("2025-08-13", "2025-09-02")),
            "google/search-save-media": ("unknown", None, None),
        },
    ),
    Scenario(
        "grok in Germany: only a reading tells",
        "DE",
        shown=((GROK, "on", "2026-05-01"),),
        headlines={GROK: ("on", "shown", (noon("2026-05-01"), noon("2026-05-01")))},
    ),
    Scenario(
        "mistral pro in France: its own pages contradict each other",
        "FR",
        shown=(("mistral/training", "off", "2026-01-10"),),
        plans=("mistral=pro",),
        headlines={"mistral/training": ("off", "shown", (noon("2026-01-10"), noon("2026-01-10")))},
    ),
    Scenario(
        "character.ai outside Europe has no switch",
        "US",
        shown=(("character-ai/improve-the-model", "off", "2026-08-01"),),
        headlines={
            "character-ai/improve-the-model": ("on", "default", ("2025-08-27T00:00:00Z", noon("2026-08-01")))
        },
    ),
    Scenario(
        "deepseek: on since its policy names training, with a switch later",
        "US",
        shown=(("deepseek/improve-the-model", "on", "2026-02-01"),),
        headlines={
            "deepseek/improve-the-model": ("on", "shown", ("2024-12-05T00:00:00Z", noon("2026-02-01")))
        },
    ),
)
