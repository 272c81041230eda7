# SPDX-License-Identifier: Apache-2.0
"""Fictional LinkedIn archives of every era and shape that is known."""

from tests.makers.linkedin.archive import Kind, build
from tests.makers.linkedin.contents import Contents, Person
from tests.makers.linkedin.eras import (
    ERA_2018,
    ERA_2020,
    ERA_2021,
    ERA_2022,
    ERA_2023,
    ERA_2024,
    ERA_2025,
    ERA_2025_MARCH,
    ERA_2026,
    ERA_2026_ALL_COLUMNS,
    ERAS,
    Era,
)
from tests.makers.linkedin.shapes import account, of_era, simple
from tests.makers.linkedin.story import full

__all__ = [
    "ERAS",
    "ERA_2018",
    "ERA_2020",
    "ERA_2021",
    "ERA_2022",
    "ERA_2023",
    "ERA_2024",
    "ERA_2025",
    "ERA_2025_MARCH",
    "ERA_2026",
    "ERA_2026_ALL_COLUMNS",
    "Contents",
    "Era",
    "Kind",
    "Person",
    "account",
    "build",
    "full",
    "of_era",
    "simple",
]
