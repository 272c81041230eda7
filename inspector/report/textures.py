# SPDX-License-Identifier: Apache-2.0
"""Which texture and strength a state, a practice or a switch has in a timeline, on paper and on screen."""

from __future__ import annotations

from collections.abc import Mapping

from inspector.report.timeline import Strength, Texture

STRENGTHS: Mapping[str | None, Strength] = {"recorded": "solid", "shown": "solid", "alleged": "outline"}
SHARING: Mapping[str, Texture] = {"on": "full", "off": "line", "unknown": "hatch", "not_applicable": "gap"}
PRACTICE: Mapping[str, Texture] = {"not_used": "line", "unknown": "hatch"}
SWITCH: Mapping[str, Texture] = {"on": "full", "off": "line", "none": "gap", "unknown": "hatch"}


def strength_of(grade: str | None) -> Strength:
    """Return how strong a grade looks: light unless something was seen, outlined where only claimed."""
    return STRENGTHS.get(grade, "light")


def practice_texture(practice: str) -> Texture:
    """Return the texture of a documented practice: full wherever it allows use."""
    return PRACTICE.get(practice, "full")
