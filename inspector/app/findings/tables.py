# SPDX-License-Identifier: Apache-2.0
"""The same facts as rows: for screen readers, and for whoever would rather read than look."""

from __future__ import annotations

from inspector.app.findings.ground import Ground
from inspector.app.findings.plotting import run_chain, runs, segment_chain, span_chain
from inspector.app.findings.shapes import Card, Chain, Plot, Sign, Statement, Table
from inspector.domain.findings import Finding
from inspector.domain.moment import Moment

_Row = tuple[tuple[str, ...], Chain]


def facts_table(ground: Ground, finding: Finding, plot: Plot) -> Table:
    """Return everything the timeline shows, track by track, the newest first, times to the second."""
    stretches = _spans(ground, finding)
    rows = [
        *stretches,
        *_practices(ground, finding),
        *_switch(ground, finding),
        *(_sign(ground, "event", sign) for sign in plot.events),
        *(_sign(ground, "reading", sign) for sign in plot.readings),
    ]
    titles = tuple(ground.say(f"column.{name}") for name in ("what", "says", "from", "until", "known"))
    states = [str(span.state) for span in reversed(finding.spans)]
    return Table(
        plot.name,
        titles,
        (2, 6, 4, 4, 3),
        tuple(row for row, _ in rows),
        tuple(chain for _, chain in rows),
        signs=(*states, *("" for _ in rows[len(stretches) :])),
        sign_column=1,
    )


def _times(ground: Ground, start: Moment, end: Moment | None) -> tuple[str, str]:
    return ground.words.spelled(start), ground.words.spelled(end)


def _spans(ground: Ground, finding: Finding) -> list[_Row]:
    kind = ground.words.say("track.sharing")
    rows: list[_Row] = []
    for span in reversed(finding.spans):
        word = ground.words.name("state", span.state)
        said = ground.say("maybe_empty", word=word) if span.may_be_empty else word
        times = _times(ground, span.start, span.end)
        rows.append(((kind, said, *times, _grade(ground, span.grade)), span_chain(ground, span)))
    return rows


def _practices(ground: Ground, finding: Finding) -> list[_Row]:
    kind = ground.words.say("track.practice")
    rows: list[_Row] = []
    for run in reversed(runs(finding)):
        word = ground.words.name("practice", run.practice)
        cells = (kind, word, *_times(ground, run.start, run.end), ground.say("catalog"))
        rows.append((cells, run_chain(ground, run)))
    return rows


def _switch(ground: Ground, finding: Finding) -> list[_Row]:
    kind = ground.words.say("track.switch")
    rows: list[_Row] = []
    for one in reversed(finding.switch):
        word = ground.words.name("switch", one.position)
        cells = (kind, word, *_times(ground, one.start, one.end), "")
        rows.append((cells, segment_chain(ground, one)))
    return rows


def _sign(ground: Ground, kind: str, sign: Sign) -> _Row:
    when, known = ground.words.spelled(sign.moment), sign.chain.exhibits[0].tag
    return (ground.say(f"kind.{kind}"), sign.title, when, "", known), sign.chain


def _grade(ground: Ground, grade: str | None) -> str:
    return ground.words.name("grade", grade) if grade else ground.words.say("none")


def months_table(ground: Ground, statements: tuple[Statement, ...]) -> Table:
    """Return the counts by month, one row for each class and month that has any."""
    titles = tuple(ground.say(f"column.{name}") for name in ("class", "month", "count"))
    rows = tuple(
        (counted.name, ground.words.month(month), ground.words.number(count))
        for statement in statements
        for counted in statement.classes
        for month, count in counted.months
        if count
    )
    return Table(ground.say("months_name"), titles, (4, 2, 2), rows)


def cards_table(ground: Ground, cards: tuple[Card, ...]) -> Table:
    """Return the answers, one row for each setting."""
    titles = tuple(
        ground.say(f"column.{name}") for name in ("service", "setting", "sharing", "since", "known")
    )
    rows = tuple((card.service, card.title, card.word, card.sentence, card.chip) for card in cards)
    signs = tuple(card.state for card in cards)
    return Table(ground.say("cards_name"), titles, (2, 4, 2, 5, 3), rows, signs=signs)
