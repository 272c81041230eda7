# SPDX-License-Identifier: Apache-2.0
"""Scenarios of the social services: where someone lived, what they say or show, and what follows.

The expected days are those of the dated sources that the entries cite. None needs an
archive: a picture with `--shown`, or a declared reading, is what tells that there is an account.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tests.makers.pictures import picture

Bounds = tuple[str | None, str | None]
Expected = tuple[str, Bounds]
"""The state of a span and the bounds of its start."""


def day(first: str, last: str | None = None) -> Bounds:
    """Return whole UTC days as bounds."""
    return (f"{first}T00:00:00Z", f"{last or first}T23:59:59Z")


OPEN: Bounds = (None, "2020-01-02T12:00:00Z")
EARLY = "2020-01-02T12:00:00Z"
META_FIRST = day("2023-06-15", "2023-09-28")
META_PAUSE = day("2024-06-14")
META_EUROPE = day("2025-05-27")
# A first form came in May 2024: an objection seen in 2025 may be as old, and holds before the pause then.
META_FORM = day("2024-05-01", "2024-06-14")
X_EUROPE = day("2024-05-07")
X_SUSPENDED = day("2024-08-01", "2024-08-08")
X_SWITCH_EU = day("2024-05-07", "2024-07-16")
X_SWITCH = day("2024-05-01", "2024-07-16")
MOVED = day("2025-03-01")


@dataclass(frozen=True)
class Scenario:
    """One question. `shown`, `declared`: control, position, time; `spans`: the whole answer in order.

    `since` and `grade` None: the headline is unknown. `evidence`: a control and position of the same service
    that a picture shows at EARLY; it only tells that the account existed.
    """

    name: str
    control: str
    residence: str | None
    state: str
    grade: str | None
    since: Bounds | None
    spans: tuple[Expected, ...]
    shown: tuple[tuple[str, str], ...] = ()
    declared: tuple[tuple[str, str], ...] = ()
    evidence: str | None = None
    practices: tuple[str, ...] = field(default=())

    @property
    def service(self) -> str:
        """Return the service asked about."""
        return self.control.partition("/")[0]

    def arguments(self, folder: Path) -> list[str]:
        """Make the pictures in `folder` and return what to type."""
        inputs: list[str] = []
        options = ["--residence", self.residence] if self.residence else []
        seen = [f"{self.control}={position}@{time}" for position, time in self.shown]
        seen += [f"{self.evidence}@{EARLY}"] if self.evidence else []
        for number, reading in enumerate(seen, 1):
            file = folder / f"picture-{number}.png"
            file.write_bytes(picture(number))
            inputs.append(str(file))
            options += ["--shown", f"{reading}={file}"]
        for position, time in self.declared:
            options += ["--reading", f"{self.control}={position}@{time}"]
        return inputs + options


SCENARIOS = (
    Scenario(
        "facebook-de-objected-before-the-start",
        "facebook/ai-objection",
        "DE",
        "off",
        "shown",
        META_FORM,
        (("unknown", OPEN), ("off", META_FORM), ("off", META_PAUSE), ("off", META_EUROPE)),
        shown=(("off", "2025-05-20T12:00:00Z"),),
        evidence="facebook/private-posts=off",
        practices=("unknown", "unknown", "not_used", "default_on"),
    ),
    Scenario(
        "facebook-de-objected-after-the-start",
        "facebook/ai-objection",
        "DE",
        "off",
        "shown",
        ("2025-05-27T00:00:00Z", "2025-06-10T12:00:00Z"),
        (
            ("unknown", OPEN),
            ("off", META_PAUSE),
            ("on", META_EUROPE),
            ("off", ("2025-05-27T00:00:00Z", "2025-06-10T12:00:00Z")),
        ),
        shown=(("on", "2025-05-20T12:00:00Z"), ("off", "2025-06-10T12:00:00Z")),
        evidence="facebook/private-posts=off",
    ),
    Scenario(
        "facebook-us-without-a-control",
        "facebook/ai-objection",
        "US",
        "on",
        "default",
        META_FIRST,
        (("unknown", OPEN), ("on", META_FIRST)),
        evidence="facebook/private-posts=off",
        practices=("unknown", "no_control"),
    ),
    Scenario(
        "facebook-us-where-a-form-was-sent-all-the-same",
        "facebook/ai-objection",
        "US",
        "on",
        "default",
        META_FIRST,
        (("unknown", OPEN), ("on", META_FIRST)),
        shown=(("off", "2025-06-10T12:00:00Z"),),
        evidence="facebook/private-posts=off",
    ),
    Scenario(
        "facebook-moved-from-us-to-de",
        "facebook/ai-objection",
        "/2025-03-01=US,2025-03-01/=DE",
        "on",
        "default",
        META_EUROPE,
        (("unknown", OPEN), ("on", META_FIRST), ("off", MOVED), ("on", META_EUROPE)),
        evidence="facebook/private-posts=off",
        practices=("unknown", "no_control", "not_used", "default_on"),
    ),
    Scenario(
        "facebook-private-posts-anywhere",
        "facebook/private-posts",
        "BR",
        "off",
        "default",
        OPEN,
        (("off", OPEN),),
        evidence="facebook/ai-objection=on",
        practices=("not_used",),
    ),
    Scenario(
        "instagram-it-not-objected",
        "instagram/ai-objection",
        "IT",
        "on",
        "default",
        META_EUROPE,
        (("unknown", OPEN), ("off", META_PAUSE), ("on", META_EUROPE)),
        evidence="instagram/private-posts=off",
    ),
    Scenario(
        "instagram-ch-paused-a-week-later",
        "instagram/ai-objection",
        "CH",
        "on",
        "default",
        META_EUROPE,
        (("unknown", OPEN), ("off", day("2024-06-21")), ("on", META_EUROPE)),
        evidence="instagram/private-posts=off",
    ),
    Scenario(
        "x-fr-around-august-2024",
        "x/grok-training",
        "FR",
        "unknown",
        None,
        None,
        (("unknown", OPEN), ("on", X_EUROPE), ("on", X_SWITCH_EU), ("unknown", X_SUSPENDED)),
        evidence="x/third-party-training=on",
        practices=("unknown", "no_control", "default_on", "unknown"),
    ),
    Scenario(
        "x-fr-switched-off-in-august-2024",
        "x/grok-training",
        "FR",
        "off",
        "shown",
        ("2024-08-01T00:00:00Z", "2024-08-20T12:00:00Z"),
        (),
        shown=(("off", "2024-08-20T12:00:00Z"),),
        evidence="x/third-party-training=on",
    ),
    Scenario(
        "x-us-by-default",
        "x/grok-training",
        "US",
        "on",
        "default",
        X_SWITCH,
        (("unknown", OPEN), ("unknown", day("2023-09-29")), ("on", X_SWITCH)),
        evidence="x/third-party-training=on",
    ),
    Scenario(
        "x-moved-from-us-to-de",
        "x/grok-training",
        "/2025-03-01=US,2025-03-01/=DE",
        "unknown",
        None,
        None,
        (("unknown", OPEN), ("unknown", day("2023-09-29")), ("on", X_SWITCH), ("unknown", MOVED)),
        evidence="x/third-party-training=on",
    ),
    Scenario(
        "snapchat-us-public-content",
        "snapchat/public-content",
        "US",
        "on",
        "default",
        day("2023-08-15", "2026-01-07"),
        (("unknown", OPEN), ("on", day("2023-08-15", "2026-01-07"))),
        evidence="snapchat/my-ai=on",
    ),
    Scenario(
        "snapchat-us-my-ai-without-a-control",
        "snapchat/my-ai",
        "US",
        "on",
        "default",
        day("2023-02-27", "2024-02-26"),
        (("unknown", OPEN), ("on", day("2023-02-27", "2024-02-26"))),
        evidence="snapchat/public-content=on",
        practices=("unknown", "no_control"),
    ),
    Scenario(
        "snapchat-de-not-documented",
        "snapchat/public-content",
        "DE",
        "unknown",
        None,
        None,
        (("unknown", OPEN),),
        evidence="snapchat/my-ai=on",
    ),
    Scenario(
        "pinterest-moved-from-us-to-de",
        "pinterest/genai-training",
        "/2025-06-01=US,2025-06-01/=DE",
        "unknown",
        None,
        None,
        (
            ("unknown", OPEN),
            ("on", day("2023-08-01", "2025-03-10")),
            ("unknown", day("2025-06-01")),
        ),
        evidence="pinterest/other-models=on",
        practices=("unknown", "default_on", "unknown"),
    ),
    Scenario(
        "reddit-de-without-a-control",
        "reddit/public-content",
        "DE",
        "on",
        "default",
        day("2024-02-22", "2024-09-16"),
        (("unknown", OPEN), ("on", day("2024-02-22", "2024-09-16"))),
        evidence="reddit/private-messages=off",
        practices=("unknown", "no_control"),
    ),
    Scenario(
        "tiktok-de-where-a-request-was-sent-all-the-same",
        "tiktok/model-training",
        "DE",
        "on",
        "default",
        ("2022-12-02T00:00:00Z", "2025-01-01T12:00:00Z"),
        (),
        shown=(("off", "2025-01-01T12:00:00Z"),),
    ),
    Scenario(
        "tiktok-us-terms-against-statement",
        "tiktok/model-training",
        "US",
        "unknown",
        None,
        None,
        (
            ("unknown", OPEN),
            ("unknown", (EARLY, EARLY)),
            ("on", day("2024-08-19")),
            ("on", day("2026-01-22")),
            ("unknown", day("2026-04-24")),
        ),
        # Two pictures that contradict each other: the account is there, its switch is not known.
        shown=(("on", EARLY), ("off", EARLY)),
    ),
    Scenario(
        "tumblr-us-shared-by-default",
        "tumblr/third-party-sharing",
        "US",
        "on",
        "shown",
        ("2024-02-27T00:00:00Z", "2025-01-01T12:00:00Z"),
        (),
        shown=(("on", "2025-01-01T12:00:00Z"),),
    ),
    Scenario(
        "wordpress-com-de-prevented",
        "wordpress-com/third-party-sharing",
        "DE",
        "off",
        "shown",
        ("2024-02-27T00:00:00Z", "2024-03-10T12:00:00Z"),
        (),
        shown=(("off", "2024-03-10T12:00:00Z"),),
    ),
    Scenario(
        "whatsapp-de-meta-ai-sources-differ",
        "whatsapp/meta-ai-chats",
        "DE",
        "unknown",
        None,
        None,
        (),
        evidence="whatsapp/personal-messages=off",
    ),
)
