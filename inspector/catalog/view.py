# SPDX-License-Identifier: Apache-2.0
"""What a report or checklist takes from a service: the parts that speak of one control, in one language."""

from __future__ import annotations

from collections.abc import Iterable

from inspector.catalog.entry import Remark, ServiceEntry
from inspector.catalog.regions import Regions
from inspector.domain.practices import Citation, Event
from inspector.domain.words import DataClass


def events_of(entry: ServiceEntry, control_id: str) -> tuple[Event, ...]:
    """Return the events that bear on a control, in time order."""
    bearing = [event for event in entry.events if control_id in event.controls]
    return tuple(sorted(bearing, key=lambda event: (event.moment.sort_key(), event.id)))


def beside(entry: ServiceEntry, lang: str) -> tuple[tuple[DataClass, str], ...]:
    """Return the sentences that stand beside the count of each data class, in the order of the classes."""
    pairs = []
    for data_class in DataClass:
        texts = [said.text.text(lang) for said in entry.said if data_class in said.classes]
        if texts:
            pairs.append((data_class, " ".join(texts)))
    return tuple(pairs)


def remarks_for(
    remarks: Iterable[Remark], control_id: str, wanted: Iterable[str], regions: Regions
) -> tuple[Remark, ...]:
    """Return the remarks that speak of a control and of any of the regions `wanted`.

    Groups are those of the day the regions were last checked. A remark without controls speaks of all
    controls, one without regions of all regions.
    """
    places = tuple(wanted)
    return tuple(remark for remark in remarks if _speaks(remark, control_id, places, regions))


def cited(entry: ServiceEntry, ids: Iterable[str]) -> tuple[Citation, ...]:
    """Return the sources of some ids, each once, in the order of the file. Raises UnknownIdError."""
    asked = set(ids)
    for source_id in sorted(asked):
        entry.source(source_id)
    return tuple(source for source in entry.sources if source.id in asked)


def _speaks(remark: Remark, control_id: str, places: tuple[str, ...], regions: Regions) -> bool:
    if remark.controls and control_id not in remark.controls:
        return False
    if not remark.regions:
        return True
    return any(regions.is_among(place, remark.regions, regions.made) for place in places)
