# SPDX-License-Identifier: Apache-2.0
"""What reasoning asks the catalog about regions, answered by the shipped catalog."""

from __future__ import annotations

from datetime import date

from inspector.catalog.entry import ControlEntry
from inspector.catalog.lookup import distinct_sets, rows_for, statement_for
from inspector.catalog.regions import Regions
from inspector.domain.words import DataClass, Stated
from inspector.reasoning.question import Atlas
from inspector.system.messages import spoken


def atlas(entry: ControlEntry, regions: Regions, today: date) -> Atlas:
    """Return the regional questions of one control, answered for statements in force on `today`."""

    def stated(data_class: DataClass, region: str | None) -> Stated:
        if region is None:
            return Stated.UNKNOWN
        found = statement_for(entry.statements, data_class, region, today, regions)
        return found.stated if found else Stated.UNKNOWN

    def is_among(region: str, wanted: tuple[str, ...]) -> bool:
        return any(level in wanted for level in regions.levels(region, today))

    return Atlas(
        rows_for=lambda region, plan: rows_for(entry.control, region, plan, regions),
        sets=lambda plan: distinct_sets(entry.control, plan, regions),
        is_among=is_among,
        stated=stated,
        named=lambda region: tuple((lang, regions.name(region, lang)) for lang in spoken()),
    )
