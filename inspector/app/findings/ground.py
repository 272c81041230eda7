# SPDX-License-Identifier: Apache-2.0
"""Everything the page of findings is made from, with look-ups and the numbers of exhibits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from inspector.app.view import catalog_view
from inspector.catalog.index import Catalog
from inspector.domain.facts import Fact
from inspector.domain.findings import Finding, Reason, Span
from inspector.domain.practices import Citation, Event, Row
from inspector.domain.sources import Source
from inspector.domain.text import Note
from inspector.domain.words import FactKind
from inspector.report.inspection import Account, Inspection
from inspector.report.notes import Notes
from inspector.report.numbering import Numbers, numbers
from inspector.report.views import CatalogView, ControlView, in_language
from inspector.report.words import Words
from inspector.system.messages import Messages

PRACTICE, EVENT = "practice:", "event:"
_STATES_SWITCH = (FactKind.SETTING_READING, FactKind.SETTING_CHANGE)


@dataclass(frozen=True, slots=True)
class Ground:
    """One answer with the catalog and the language it is told in. Exhibits have the numbers of the report."""

    inspection: Inspection
    catalog: Catalog
    view: CatalogView
    messages: Messages
    notes: Notes
    words: Words
    now: datetime
    numbers: Numbers
    sources: Mapping[str, Source]
    rows: Mapping[str, tuple[str, Row]]
    citations: Mapping[str, Citation]

    def say(self, key: str, /, **values: object) -> str:
        """Return a sentence of this page."""
        return self.messages.text(f"gui.findings.{key}", **values)

    def in_language(self, texts: tuple[tuple[str, str], ...]) -> str:
        """Return a text of the catalog, as it is read on screen."""
        return self.words.prose(in_language(texts, self.messages.lang))

    def note(self, note: Note) -> str:
        """Return the sentence of a note, as it is read on screen."""
        text = self.notes.text(note)
        return self.words.prose(text) if note.texts else text

    def control(self, finding: Finding) -> ControlView:
        """Return what the catalog says about the setting."""
        return self.view.control(finding.service, finding.control)

    def account(self, finding: Finding) -> Account | None:
        """Return the account of a finding."""
        accounts = self.inspection.accounts
        return next((a for a in accounts if (a.service, a.key) == (finding.service, finding.account)), None)

    def events(self, finding: Finding) -> list[Event]:
        """Return the dated events that bear on the setting, in time order."""
        events = self.control(finding).events
        return sorted(events, key=lambda event: (event.moment.sort_key(), event.id))

    def readings(self, finding: Finding) -> list[Fact]:
        """Return the facts that state or move the switch of the setting, in time order.

        A setting that shares its switch with another has that one's.
        """
        named = set(because(finding))
        facts = [
            fact
            for fact in self.numbers.facts
            if fact.kind in _STATES_SWITCH and (fact in named or _bears(fact, finding))
        ]
        return sorted(facts, key=lambda fact: (fact.moment.sort_key(), int(self.numbers.facts[fact][1:])))

    def number(self, fact: Fact) -> str:
        """Return a fact's number in the report, such as `F3`."""
        return self.numbers.facts[fact].upper()

    def region(self, code: str) -> str:
        """Return the name of a region."""
        return self.catalog.regions.name(code, self.messages.lang)

    def where(self, code: str) -> str:
        """Return words that fit after `if you lived`; those of some names are not put together."""
        try:
            return self.say(f"where.{code}")
        except KeyError:
            return self.say("where_in", region=self.region(code))


def ground(inspection: Inspection, catalog: Catalog, messages: Messages, now: datetime) -> Ground:
    """Return the ground for one answer."""
    view = catalog_view(inspection, catalog, messages.lang)
    known = {row.id: row for control in view.controls for row in control.rows}
    ids = (row_id for finding in inspection.findings for row_id in row_ids(because(finding)))
    mentioned = [known[row_id] for row_id in dict.fromkeys(ids) if row_id in known]
    return Ground(
        inspection,
        catalog,
        view,
        messages,
        Notes(messages),
        Words(messages),
        now,
        numbers(inspection),
        {source.sha256: source for source in inspection.sources},
        {row.id: (f"R{number}", row) for number, row in enumerate(mentioned, 1)},
        {citation.id: citation for citation in view.citations},
    )


def because(finding: Finding) -> list[Reason]:
    """Return all reasons of a finding, each once, in the order of its spans, then of its switch."""
    spans = [reason for span in finding.spans for reason in reasons_of(span)]
    return list(dict.fromkeys([*spans, *(one for entry in finding.switch for one in entry.because)]))


def reasons_of(span: Span) -> list[Reason]:
    """Return the reasons of a stretch, each once."""
    return list(dict.fromkeys(reason for part in span.support for reason in part.because))


def row_ids(reasons: Iterable[Reason]) -> list[str]:
    """Return the ids of the catalog rows among some reasons."""
    return [
        reason.removeprefix(PRACTICE)
        for reason in reasons
        if isinstance(reason, str) and reason.startswith(PRACTICE)
    ]


def _bears(fact: Fact, finding: Finding) -> bool:
    same = fact.service == finding.service and fact.control == finding.control
    return same and fact.account in (None, finding.account)
