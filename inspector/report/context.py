# SPDX-License-Identifier: Apache-2.0
"""Everything one report is made from, with look-ups by id and the numbers of its exhibits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from inspector.domain.moment import Moment
from inspector.domain.practices import Citation, Event, Row
from inspector.report import blocks, words
from inspector.report.blocks import Run
from inspector.report.views import CatalogView, ControlView, in_language

Json = dict[str, Any]

PRACTICE, EVENT = "practice:", "event:"


@dataclass(frozen=True, slots=True)
class Context:
    """Findings, catalog and words of one report; exhibit numbers follow the order of first mention.

    F: facts, S: sources handed in (both as findings/1 numbers them); R: catalog rows; P: published sources.
    """

    findings: Json
    view: CatalogView
    words: words.Words
    now: datetime
    fingerprint: str | None
    maker: str | None
    facts: Mapping[str, Json] = field(default_factory=dict)
    sources: Mapping[str, Json] = field(default_factory=dict)
    rows: Mapping[str, tuple[str, Row]] = field(default_factory=dict)
    cited: Mapping[str, tuple[str, Citation]] = field(default_factory=dict)
    seal: str | None = None
    """The fingerprint of the key that seals the bundle."""

    def control(self, finding: Json) -> ControlView:
        """What the catalog says about the control of a finding."""
        return self.view.control(finding["service"], finding["control"])

    def text(self, texts: tuple[tuple[str, str], ...]) -> str:
        """A catalog text in the report's language."""
        return in_language(texts, self.words.messages.lang)

    def since(self, finding: Json) -> Moment | None:
        """The `since` of a finding."""
        return words.moment(finding["since"])

    def account(self, finding: Json) -> Json | None:
        """The account of a finding, if one was found."""
        accounts: list[Json] = self.findings["accounts"]
        return next((a for a in accounts if a["id"] == finding["account"]), None)

    def reasons(self, because: Iterable[str]) -> list[str | Run]:
        """Reason ids as links to their exhibits, `F1, R2`."""
        runs: list[str | Run] = []
        for reason in because:
            runs.extend([", ", self.reason(reason)] if runs else [self.reason(reason)])
        return runs

    def reason(self, reason: str) -> str | Run:
        """One reason as a link; one that has no exhibit as it is."""
        if reason in self.facts:
            return blocks.run(reason.upper(), "link", reason.upper())
        if reason.startswith(PRACTICE) and reason.removeprefix(PRACTICE) in self.rows:
            number = self.rows[reason.removeprefix(PRACTICE)][0]
            return blocks.run(number, "link", number)
        return blocks.run(reason, "mono")

    def citations(self, ids: Iterable[str]) -> list[str | Run]:
        """Citation ids as links to the list of published sources, `P1, P4`."""
        runs: list[str | Run] = []
        for number in (self.cited[id_][0] for id_ in ids if id_ in self.cited):
            runs.extend([", "] if runs else [])
            runs.append(blocks.run(number, "link", number))
        return runs

    def source(self, id_: str) -> str | Run:
        """A source handed in, as a link."""
        return blocks.run(id_.upper(), "link", id_.upper()) if id_ in self.sources else id_.upper()

    def events(self, finding: Json) -> list[Event]:
        """The dated events that bear on a finding's control, in time order."""
        return sorted(self.control(finding).events, key=lambda event: (event.moment.sort_key(), event.id))

    def readings(self, finding: Json) -> list[Json]:
        """The facts that state or move the switch of a finding's control, in time order."""
        kinds = ("setting_reading", "setting_change")
        found = [fact for fact in self.facts.values() if fact["kind"] in kinds and _bears(fact, finding)]
        return sorted(found, key=lambda fact: (_moment(fact).sort_key(), len(fact["id"]), fact["id"]))


def _bears(fact: Json, finding: Json) -> bool:
    if fact["service"] != finding["service"] or fact["control"] is None:
        return False
    same = fact["control"].rpartition("/")[2] == finding["control"].rpartition("/")[2]
    return same and fact["account"] in (None, finding["account"])


def _moment(fact: Json) -> Moment:
    return words.moment(fact["moment"]) or Moment(None, None)


def place_of(fact: Json) -> Json:
    """Where a fact stands; all places null for one that the person declared."""
    nowhere: Json = {"source": None, "member": None, "locator": None, "raw": None}
    return fact["provenance"] or nowhere


def context(
    findings: Json,
    view: CatalogView,
    spoken: words.Words,
    now: datetime,
    *,
    fingerprint: str | None,
    maker: str | None,
) -> Context:
    """Index the findings and number the catalog rows and published sources they mention."""
    rows = _mentioned_rows(findings, view)
    return Context(
        findings,
        view,
        spoken,
        now,
        fingerprint,
        maker,
        {fact["id"]: fact for fact in findings["facts"]},
        {source["id"]: source for source in findings["sources"]},
        {row.id: (f"R{number}", row) for number, row in enumerate(rows, 1)},
        _mentioned_citations(findings, view, rows),
    )


def because(finding: Json) -> list[str]:
    """All reasons of a finding, each once, in the order of its spans, then of its switch."""
    stretches = [support for span in finding["spans"] for support in span["support"]] + finding["switch"]
    return list(dict.fromkeys(reason for stretch in stretches for reason in stretch["because"]))


def _mentioned_rows(findings: Json, view: CatalogView) -> list[Row]:
    known = {row.id: row for control in view.controls for row in control.rows}
    named = [reason for finding in findings["findings"] for reason in because(finding)]
    ids = (reason.removeprefix(PRACTICE) for reason in named if reason.startswith(PRACTICE))
    return [known[id_] for id_ in dict.fromkeys(ids) if id_ in known]


def _mentioned_citations(
    findings: Json, view: CatalogView, rows: list[Row]
) -> dict[str, tuple[str, Citation]]:
    controls = [view.control(finding["service"], finding["control"]) for finding in findings["findings"]]
    named = [id_ for row in rows for id_ in row.sources]
    for control in controls:
        named.extend(id_ for event in control.events for id_ in event.sources)
        named.extend(id_ for statement in control.classes for id_ in statement.sources)
    by_id = {citation.id: citation for citation in view.citations}
    found = [by_id[id_] for id_ in dict.fromkeys(named) if id_ in by_id]
    return {citation.id: (f"P{number}", citation) for number, citation in enumerate(found, 1)}
