# SPDX-License-Identifier: Apache-2.0
"""Everything one report is made from, with look-ups by id and the numbers of its exhibits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from inspector.domain.findings import NO_PRACTICE, UNKNOWN_RESIDENCE
from inspector.domain.moment import Moment
from inspector.domain.practices import Citation, Event, Row
from inspector.report import blocks, words
from inspector.report.blocks import Run
from inspector.report.differing import Differing
from inspector.report.views import CatalogView, ControlView, in_language

Json = dict[str, Any]

PRACTICE, EVENT = "practice:", "event:"
READS = ("setting_reading", "setting_change")
_ASSISTANTS = ("ai-moji", "chat", "gemini", "grok", "meta-ai", "my-ai")
_FEATURES = frozenset((*_ASSISTANTS, "coach", "feedback", "guide", "learning-coach", "role-play"))
"""What readers call the features of AI; what an archive itself calls one stands as it is."""
_UNDOCUMENTED = {UNKNOWN_RESIDENCE: "reason.no_residence", NO_PRACTICE: "reason.no_practice"}


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
    differing: tuple[Differing, ...] = ()
    """Items of which program and person say opposite positions."""

    def control(self, finding: Json) -> ControlView:
        """What the catalog says about the control of a finding."""
        return self.view.control(finding["service"], finding["control"])

    def service(self, id_: str) -> str:
        """The name of a service, or its id where the catalog has none."""
        return next((one.service_name for one in self.view.controls if one.service == id_), id_)

    def text(self, texts: tuple[tuple[str, str], ...]) -> str:
        """A catalog text in the report's language."""
        return self.words.prose(in_language(texts, self.words.messages.lang))

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
        """One reason as a link; one that has no exhibit in words, and as it is where there are none."""
        if reason in self.facts:
            return blocks.run(reason.upper(), "link", reason.upper())
        if reason.startswith(PRACTICE) and reason.removeprefix(PRACTICE) in self.rows:
            number = self.rows[reason.removeprefix(PRACTICE)][0]
            return blocks.run(number, "link", number)
        if reason in _UNDOCUMENTED:
            return self.words.say(_UNDOCUMENTED[reason])
        titles = {event.id: event.title for control in self.view.controls for event in control.events}
        title = titles.get(reason.removeprefix(EVENT)) if reason.startswith(EVENT) else None
        return self.text(title) if title else blocks.run(reason, "mono")

    def differing_in(self, finding: Json) -> list[Differing]:
        """The items that the finding rests on, of which program and person say opposite positions."""
        named = (self.facts[id_] for id_ in because(finding) if id_ in self.facts)
        sources = {place_of(fact)["source"] for fact in named if fact["kind"] in READS}
        return [one for one in self.differing if one.source in sources]

    def value(self, fact: Json) -> str:
        """What a fact says, positions, regions, plans and features by their names."""
        value = "" if fact["value"] is None else str(fact["value"])
        if fact["kind"] in READS:
            return self.words.name("switch", value)
        if fact["kind"] == "region_hint":
            return self.view.region(value)
        if fact["kind"] == "ai_use" and value in _FEATURES:
            return self.words.name("feature", value)
        if fact["kind"] in ("plan_payment", "plan_state"):
            named = (one.plan(value) for one in self.view.controls if one.service == fact["service"])
            return next((name for name in named if name != value), value)
        return value

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
        """The facts that state or move the switch of a finding's control, in time order.

        A control that shares its switch with another has that one's.
        """
        named = set(because(finding))
        found = [
            fact
            for fact in self.facts.values()
            if fact["kind"] in READS and (fact["id"] in named or _bears(fact, finding))
        ]
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
