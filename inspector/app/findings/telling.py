# SPDX-License-Identifier: Apache-2.0
"""Stretches, contradictions and counts in words."""

from __future__ import annotations

from itertools import groupby

from inspector.app.findings.exhibits import exhibits, fact_exhibit
from inspector.app.findings.ground import Ground, reasons_of
from inspector.app.findings.shapes import Chain, Contradiction, Counted, Side, Statement, Told
from inspector.catalog.lookup import statement_for
from inspector.domain.facts import Fact
from inspector.domain.findings import Conflict, Exposure, Finding, Span
from inspector.domain.moment import Moment
from inspector.report.glyphs import visible

_DECEMBER = 12
_EVERYWHERE = "*"


def told(ground: Ground, finding: Finding) -> tuple[Told, ...]:
    """Return the stretches of sharing in words, newest first."""
    return tuple(_told(ground, span) for span in reversed(finding.spans))


def _told(ground: Ground, span: Span) -> Told:
    said = period(ground, span)
    chain = Chain(said, rule(ground, span), exhibits(ground, reasons_of(span)))
    word = ground.words.name("state", span.state)
    return Told(str(span.state), word, said, rule(ground, span), _notes(ground, span), chain)


def period(ground: Ground, span: Span) -> str:
    """Return a stretch as a sentence, such as `ON from 1 March 2025 until now`."""
    state = ground.words.name("state", span.state)
    start = edge(ground, span.start)
    if span.end is None:
        return ground.say("told.still", state=state, start=start)
    return ground.say("told.until", state=state, start=start, end=edge(ground, span.end))


def edge(ground: Ground, moment: Moment) -> str:
    """Return where a stretch starts or ends, as words that fit after `from` and `until`."""
    return ground.say(f"edge.{ground.words.form(moment)}", when=ground.words.plain(moment))


def rule(ground: Ground, span: Span) -> str:
    """Return why a stretch has its state."""
    if span.decider == "member":
        return ground.words.say(f"rule.member_{span.state}")
    if span.waits_for_residence:
        return ground.words.say("rule.residence")
    return ground.words.say(f"rule.{span.practice}")


def _notes(ground: Ground, span: Span) -> tuple[str, ...]:
    notes = [ground.words.say("evidence.may_be_empty")] if span.may_be_empty else []
    days = _width(span.start)
    return (*notes, ground.say("soft_start", n=days)) if days else tuple(notes)


def _width(moment: Moment) -> int:
    """Return within how many days a Moment is known, 0 where it is one day or has an open side."""
    if moment.not_before is None or moment.not_after is None:
        return 0
    days = (moment.not_after.date() - moment.not_before.date()).days
    return days + 1 if days else 0


def contradictions(ground: Ground, finding: Finding) -> tuple[Contradiction, ...]:
    """Return what contradicts each other, side by side."""
    return tuple(_contradiction(ground, conflict) for conflict in finding.conflicts)


def _contradiction(ground: Ground, conflict: Conflict) -> Contradiction:
    outcome = "conflict.grade" if conflict.decided_by == "grade" else "conflict.open"
    return Contradiction(
        _capital(ground.words.plain(conflict.moment)),
        ground.words.say(outcome),
        tuple(_side(ground, fact) for fact in conflict.facts),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _side(ground: Ground, fact: Fact) -> Side:
    place, exhibit = fact.provenance, fact_exhibit(ground, fact)
    source = ground.sources.get(place.source_sha256) if place else None
    state = fact.value if fact.value in ("on", "off") else "unknown"
    return Side(
        state,
        ground.words.name("state", state),
        ground.say("side", grade=exhibit.tag, when=ground.words.plain(fact.moment)),
        visible(source.name) if source else ground.say("by_you"),
        Chain(exhibit.title, ground.say("reading_rule"), (exhibit,)),
    )


def statements(ground: Ground, finding: Finding) -> tuple[Statement, ...]:
    """Return what lay in ON, the classes of which the provider states the same beside that statement."""
    counted = [one for one in finding.exposure if one.count or one.possible]
    spoken = sorted(
        ((_spoken(ground, finding, one), number, one) for number, one in enumerate(counted)),
        key=lambda item: (_place(item[0], counted, ground, finding), item[1]),
    )
    months = _every_month([month for one in counted for month, _ in one.by_month])
    return tuple(
        Statement(stated, texts, tuple(_counted(ground, one, months) for _, _, one in group))
        for (stated, texts), group in groupby(spoken, key=lambda item: item[0])
    )


def _place(
    said: tuple[str, tuple[str, ...]], counted: list[Exposure], ground: Ground, finding: Finding
) -> int:
    """Return where a statement comes: by the first class it is about."""
    return next(at for at, one in enumerate(counted) if _spoken(ground, finding, one) == said)


def _spoken(ground: Ground, finding: Finding, one: Exposure) -> tuple[str, tuple[str, ...]]:
    control = ground.control(finding)
    regions = [stay.region for stay in ground.inspection.residence] or [_EVERYWHERE]
    day = ground.now.date()
    found = [
        statement_for(control.classes, one.data_class, region, day, ground.catalog.regions)
        for region in regions
    ]
    texts = [ground.in_language(statement.text) for statement in found if statement]
    beside = (sentence for data_class, sentence in control.beside if data_class == one.data_class)
    texts += [ground.words.prose(sentence) for sentence in beside]
    return ground.words.name("stated", one.stated), tuple(dict.fromkeys(filter(None, texts)))


def _counted(ground: Ground, one: Exposure, months: list[str]) -> Counted:
    name = ground.words.name("class", one.data_class)
    number, possible = ground.words.number(one.count), ground.words.number(one.possible)
    key = "counted_possibly" if one.possible else "counted"
    words = ground.say(key, count=number, possible=possible)
    listed = ground.say("sum_join").join(
        f"{ground.words.month(month)} {count}" for month, count in one.by_month
    )
    spoken = ground.say("by_month" if listed else "by_no_month", name=name, words=words, months=listed)
    counts = dict(one.by_month)
    by_month = tuple((month, counts.get(month, 0)) for month in months) if counts else ()
    return Counted(name, one.count, words, by_month, _between(ground, months), spoken)


def _between(ground: Ground, months: list[str]) -> str:
    """Return the first and the last month in words, empty where there is none."""
    named = [ground.words.month(month) for month in dict.fromkeys([*months[:1], *months[-1:]])]
    return " – ".join(named)


def _every_month(counted: list[str]) -> list[str]:
    """Return all months from the first to the last, so that the bars of all classes line up."""
    if not counted:
        return []
    year, month = map(int, min(counted).split("-"))
    months: list[str] = []
    while not months or months[-1] < max(counted):
        months.append(f"{year:04d}-{month:02d}")
        year, month = (year, month + 1) if month < _DECEMBER else (year + 1, 1)
    return months
