# SPDX-License-Identifier: Apache-2.0
"""An export of every service that has a reader, in each known era and layout, as one list."""

from __future__ import annotations

from collections.abc import Mapping

from tests.makers import assistants, platforms, social
from tests.makers.linkedin import ERA_2018, ERA_2026_ALL_COLUMNS, of_era
from tests.makers.made import Made
from tests.makers.sample import Sample
from tests.makers.social.others import whatsapp_sample


def samples() -> tuple[Sample, ...]:
    """Return an export of each service and era; LinkedIn has makers of its own."""
    return (*assistants.samples(), *social.samples(), *platforms.samples(), whatsapp_sample())


def exports() -> Mapping[str, tuple[str, Made]]:
    """Return every export by name, with its service; of LinkedIn the first and the last era."""
    found = {sample.name: (sample.service, sample.made) for sample in samples()}
    eras = {f"linkedin-{era.name}": ("linkedin", of_era(era)) for era in (ERA_2018, ERA_2026_ALL_COLUMNS)}
    return {**found, **eras}
