# SPDX-License-Identifier: Apache-2.0
"""Findings as a person reads them in a terminal: the answer first, then how it is known, then what to do."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.actions.checklist import as_json
from inspector.catalog.entry import ServiceEntry
from inspector.catalog.index import Catalog
from inspector.catalog.overview import plan_name
from inspector.catalog.regions import EVERYWHERE
from inspector.cli.terminal import Terminal
from inspector.domain.findings import Alternative, Conflict, Exposure, Finding, Span
from inspector.domain.words import Grade, State
from inspector.report.inspection import Inspection
from inspector.report.notes import Notes
from inspector.report.words import Words
from inspector.system.messages import Messages

_SHAPES = {State.ON: "●", State.OFF: "○", State.UNKNOWN: "◌", State.NOT_APPLICABLE: "–"}
_INDENT = "  "
_BULLET = "  - "
_UNDER_BULLET = "    "


def print_findings(
    inspection: Inspection, catalog: Catalog, messages: Messages, out: Terminal, *, asks: bool = False
) -> None:
    """Write every finding, what limits it, and the checklist. `asks`: a time authority will be asked."""
    page = _Page(catalog, messages, Notes(messages), Words(messages), out)
    if not inspection.findings:
        out.text(messages.text("cli.no_findings"))
    for finding in inspection.findings:
        page.finding(finding)
    if inspection.checklist:
        page.checklist(inspection)
    if inspection.findings and not asks:
        out.line()
        out.text(messages.text("cli.stays_here"))


@dataclass(frozen=True, slots=True)
class _Page:
    catalog: Catalog
    messages: Messages
    notes: Notes
    words: Words
    out: Terminal

    def say(self, key: str, **values: object) -> str:
        return self.messages.text(f"cli.{key}", **values)

    def finding(self, finding: Finding) -> None:
        entry = self.catalog.service(finding.service)
        name = entry.control(finding.control).name.text(self.messages.lang)
        self.out.heading(f"{entry.name} · {name}")
        self.out.line()
        self.headline(finding)
        self.timeline(finding)
        self.conflicts(finding.conflicts)
        self.alternatives(entry, finding)
        self.exposure(finding.exposure)
        self.said(entry, finding.exposure)
        self.listing("limits", [self.notes.text(note) for note in finding.limits])
        self.listing("narrow", [self.notes.text(note) for note in finding.narrow])
        self.out.line()

    def headline(self, finding: Finding) -> None:
        state = self.words.name("state", finding.state)
        since = self.say("since", when=self.words.plain(finding.since)) if finding.since else ""
        self.out.heading(f"{_INDENT}{_SHAPES[finding.state]} {state} {since}".rstrip())
        if finding.grade is not None:
            self.out.text(self.say(f"grade.{finding.grade}"), _INDENT)
        if finding.as_of is not None:
            key = "checked" if finding.grade is Grade.DEFAULT else "as_of"
            self.out.text(self.say(key, when=self.words.plain(finding.as_of)), _INDENT)

    def timeline(self, finding: Finding) -> None:
        self.section("timeline")
        entry = self.catalog.service(finding.service)
        regions = {span.row: entry.row(span.row).region for span in finding.spans if span.row}
        # Where all rows are of one place, the person knows which. What holds anywhere needs no name.
        several = len(set(regions.values())) > 1
        for span in finding.spans:
            region = regions[span.row] if span.row and several else EVERYWHERE
            told = self.span(span, None if region == EVERYWHERE else region)
            self.out.text(told, _UNDER_BULLET, f"{_INDENT}{_SHAPES[span.state]} ")

    def span(self, span: Span, region: str | None) -> str:
        state = self.words.name("state", span.state)
        start = self.words.plain(span.start)
        end = self.words.plain(span.end) if span.end else ""
        maybe = " " + self.say("may_be_empty") if span.may_be_empty else ""
        why = self.say(f"why.{_why(span)}")
        if region is not None:
            why = self.say("why_in", why=why, where=self.place(region))
        return self.say("span" if end else "span_now", state=state, start=start, end=end, why=why) + maybe

    def conflicts(self, conflicts: tuple[Conflict, ...]) -> None:
        texts = []
        for conflict in conflicts:
            key = "conflict.decided" if conflict.decided_by else "conflict.open"
            says = ", ".join(self.words.name("switch", one) for one in dict.fromkeys(conflict.says))
            texts.append(self.say(key, says=says, when=self.words.plain(conflict.moment)))
        self.listing("conflicts", texts)

    def alternatives(self, entry: ServiceEntry, finding: Finding) -> None:
        others = finding.alternatives
        if others and all((one.state, one.since) == (finding.state, finding.since) for one in others):
            self.listing("alternatives", [self.say("alternatives_same")])
        else:
            self.listing("alternatives", [self.alternative(entry, one) for one in others])

    def alternative(self, entry: ServiceEntry, one: Alternative) -> str:
        lang = self.messages.lang
        region = self.place(one.residence) if one.residence else None
        plan = self.say("plan", name=plan_name(entry, one.plan, lang)) if one.plan else None
        where = ", ".join(part for part in (region, plan) if part)
        state = self.words.name("state", one.state)
        if one.since is None:
            return self.say("alternative", where=where, state=state)
        return self.say("alternative_since", where=where, state=state, when=self.words.plain(one.since))

    def place(self, region: str) -> str:
        if region == EVERYWHERE:
            return self.say("anywhere_else")
        return self.catalog.regions.name(region, self.messages.lang)

    def exposure(self, exposures: tuple[Exposure, ...]) -> None:
        inside = [one for one in exposures if one.count or one.possible]
        self.listing("exposure", [self.exposed(one) for one in inside])

    def exposed(self, one: Exposure) -> str:
        return self.say(
            "exposed_possibly" if one.possible else "exposed",
            what=self.words.name("class", one.data_class),
            count=self.words.number(one.count),
            possible=self.words.number(one.possible),
            stated=self.words.name("stated", one.stated),
        )

    def said(self, entry: ServiceEntry, exposures: tuple[Exposure, ...]) -> None:
        """Write what the provider says about the classes that were counted, beside their counts."""
        counted = {one.data_class for one in exposures if one.count or one.possible}
        for statement in entry.said:
            if counted.intersection(statement.classes):
                self.out.text(statement.text.text(self.messages.lang), _INDENT)

    def listing(self, key: str, texts: list[str]) -> None:
        if texts:
            self.section(key)
        for text in texts:
            self.out.text(text, _UNDER_BULLET, _BULLET)

    def section(self, key: str) -> None:
        self.out.line()
        self.out.text(self.say(f"section.{key}"), _INDENT)

    def checklist(self, inspection: Inspection) -> None:
        self.out.heading(self.say("section.checklist"))
        for number, item in enumerate(as_json(inspection.checklist, self.messages), 1):
            self.out.line()
            self.out.text(str(item["title"]), "    ", f"{number:>2}. ")
            steps = item["steps"]
            for step in steps if isinstance(steps, list) else []:
                self.out.text(str(step), "      ", "    - ")
            if item["url"]:
                self.out.line(f"    {item['url']}")


def _why(span: Span) -> str:
    """Return the name of what decides a span."""
    if span.decider != "practice":
        return "member"
    return "residence" if span.waits_for_residence else span.practice
