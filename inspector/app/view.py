# SPDX-License-Identifier: Apache-2.0
"""The part of the catalog that one report prints."""

from __future__ import annotations

from collections.abc import Callable

from inspector.catalog.entry import ControlEntry, ServiceEntry
from inspector.catalog.index import Catalog
from inspector.catalog.view import beside, events_of
from inspector.domain.practices import Citation, Event
from inspector.report.inspection import Inspection
from inspector.report.views import CatalogView, ControlView


def catalog_view(inspection: Inspection, catalog: Catalog, lang: str) -> CatalogView:
    """Return names, rows, statements, events and citations of every control that has a finding."""
    answered = [finding.control for finding in inspection.findings]
    entries = [catalog.service(name) for name in dict.fromkeys(one.service for one in inspection.findings)]
    controls = [
        _control(entry, control, lang, _happened_here(inspection, catalog))
        for entry in entries
        for control in entry.controls
        if control.id in answered
    ]
    citations: list[Citation] = [source for entry in entries for source in entry.sources]
    return CatalogView(tuple(controls), tuple(citations), _regions(inspection, controls, catalog, lang))


def _happened_here(inspection: Inspection, catalog: Catalog) -> Callable[[Event], bool]:
    """Return what tells whether an event bears on where the person lived; without a residence all do."""
    lived = [stay.region for stay in inspection.residence]
    regions = catalog.regions

    def here(event: Event) -> bool:
        day = event.moment.latest.date()
        anywhere = not lived or not event.regions
        return anywhere or any(regions.is_among(region, event.regions, day) for region in lived)

    return here


def _control(
    entry: ServiceEntry, control: ControlEntry, lang: str, here: Callable[[Event], bool]
) -> ControlView:
    return ControlView(
        service=entry.id,
        id=control.id,
        service_name=entry.name,
        title=control.name.text(lang),
        rows=control.rows,
        classes=control.statements,
        events=tuple(event for event in events_of(entry, control.id) if here(event)),
        beside=beside(entry, lang),
        plans=tuple((plan.id, plan.name.text(lang)) for plan in entry.plans),
    )


def _regions(
    inspection: Inspection, controls: list[ControlView], catalog: Catalog, lang: str
) -> tuple[tuple[str, str], ...]:
    codes = {row.region for control in controls for row in control.rows}
    alternatives = [one for finding in inspection.findings for one in finding.alternatives]
    codes |= {one.residence for one in alternatives if one.residence}
    codes |= {region for account in inspection.accounts for region, _ in account.regions}
    return tuple((code, catalog.regions.name(code, lang)) for code in sorted(codes))
