# SPDX-License-Identifier: Apache-2.0
"""What the page of findings shows for one answer: cards, timelines, evidence, tables, all in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from inspector.app.findings import sentences
from inspector.app.findings.ground import Ground, ground
from inspector.app.findings.past import contradicted, earlier
from inspector.app.findings.plain import as_text
from inspector.app.findings.plotting import bar, plot
from inspector.app.findings.shapes import Card, Detail, FindingsView, Plot
from inspector.app.findings.tables import cards_table, facts_table, months_table
from inspector.app.findings.telling import contradictions, statements, told
from inspector.catalog.index import Catalog
from inspector.domain.findings import Finding
from inspector.report.inspection import Inspection
from inspector.system.clock import now
from inspector.system.messages import Messages


def findings_view(
    inspection: Inspection, catalog: Catalog, messages: Messages, today: datetime
) -> FindingsView:
    """Return the page for an answer; `today` is marked on its timelines."""
    own = ground(inspection, catalog, messages, today)
    details = _on_one_scale([_detail(own, finding) for finding in inspection.findings])
    cards = tuple(detail.card for detail in details)
    return FindingsView(
        sentences.summary(own),
        sentences.aside(own) if cards else "",
        sentences.lived(own),
        any(card.asks_residence for card in cards),
        details,
        cards_table(own, cards),
    )


def _on_one_scale(details: Sequence[Detail]) -> tuple[Detail, ...]:
    """Let the bars of all cards begin at one time, so that they can be compared with each other."""
    begin = min((detail.plot.scale(1).begin for detail in details), default=None)
    if begin is None:
        return ()
    return tuple(
        replace(one, card=replace(one.card, plot=replace(one.card.plot, begin_hints=(begin,), created=begin)))
        for one in details
    )


class FindingsViews:
    """The page for the newest answer, worked out once, on whichever thread asks for it first."""

    def __init__(self, messages: Messages) -> None:
        """Speak the language of these messages."""
        self._messages = messages
        self._newest: tuple[Inspection, FindingsView] | None = None

    def of(self, inspection: Inspection, catalog: Catalog) -> FindingsView:
        """Return the page for an answer as of now."""
        newest = self._newest
        if newest is None or newest[0] is not inspection:
            newest = (inspection, findings_view(inspection, catalog, self._messages, now()))
            self._newest = newest
        return newest[1]


def _detail(own: Ground, finding: Finding) -> Detail:
    whole = plot(own, finding)
    spoken = statements(own, finding)
    detail = Detail(
        card=_card(own, finding, whole),
        known=sentences.known(own, finding),
        plot=whole,
        told=told(own, finding),
        table=facts_table(own, finding, whole),
        contradictions=contradictions(own, finding),
        narrow=tuple(dict.fromkeys(own.note(note) for note in finding.narrow)),
        limits=sentences.limits(own, finding),
        statements=spoken,
        months=months_table(own, spoken),
        as_text="",
    )
    return replace(detail, as_text=as_text(own, detail))


def _card(own: Ground, finding: Finding, whole: Plot) -> Card:
    view, state = own.control(finding), str(finding.state)
    word, sentence, chip = (
        own.words.name("state", state),
        sentences.since(own, finding),
        sentences.chip(own, finding),
    )
    incomplete, step = sentences.incomplete(own, finding), sentences.next_step(own, finding)
    spoken = own.say("card_name", service=view.service_name, title=view.title, word=word, sentence=sentence)
    return Card(
        key=f"{finding.control}#{finding.account or ''}",
        control=finding.control,
        service=view.service_name,
        title=own.words.prose(view.title),
        state=state,
        word=word,
        sentence=sentence,
        chip=chip,
        means=own.messages.text(f"words.{finding.grade}.text") if finding.grade else "",
        next_step=step,
        incomplete=incomplete,
        earlier=earlier(own, finding),
        contradicted=contradicted(own, finding),
        since=finding.since.not_after if finding.since else None,
        asks_residence=finding.state == "unknown" and sentences.open_because(own, finding) == "residence",
        others=sentences.others(own, finding),
        plot=bar(whole),
        accessible=" ".join(filter(None, (spoken, contradicted(own, finding), f"{chip}.", incomplete, step))),
    )
