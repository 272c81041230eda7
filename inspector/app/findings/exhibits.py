# SPDX-License-Identifier: Apache-2.0
"""The evidence chain: from a stretch or a mark to file, row, raw text, and to the catalog and its sources."""

from __future__ import annotations

from collections.abc import Iterable

from inspector.app.findings.ground import EVENT, Ground, row_ids
from inspector.app.findings.shapes import Exhibit, Line, Look
from inspector.domain.facts import Fact, Provenance
from inspector.domain.findings import Reason
from inspector.domain.practices import Citation, Event, Row
from inspector.domain.text import worded
from inspector.domain.words import FactKind, Grade
from inspector.report.glyphs import visible
from inspector.report.places import in_words

_SWITCH_FACTS = (FactKind.SETTING_READING, FactKind.SETTING_CHANGE)
_AT = "@"
"""Between position and time, where a person says both of a file."""


def exhibits(ground: Ground, reasons: Iterable[Reason]) -> tuple[Exhibit, ...]:
    """Return facts first, then events, then rows of the catalog, each once."""
    listed = list(dict.fromkeys(reasons))
    facts = [fact_exhibit(ground, fact) for fact in listed if isinstance(fact, Fact)]
    rows = [row_exhibit(ground, *ground.rows[id_]) for id_ in row_ids(listed) if id_ in ground.rows]
    return (*facts, *_named_events(ground, listed), *rows)


def _named_events(ground: Ground, reasons: list[Reason]) -> list[Exhibit]:
    ids = [one.removeprefix(EVENT) for one in reasons if isinstance(one, str) and one.startswith(EVENT)]
    known = {event.id: event for control in ground.view.controls for event in control.events}
    return [event_exhibit(ground, known[id_]) for id_ in ids if id_ in known]


def fact_exhibit(ground: Ground, fact: Fact) -> Exhibit:
    """Return a fact down to its source, file, place and raw text, and the rule its date was read by."""
    words = ground.words
    return Exhibit(
        ground.number(fact),
        words.say(f"fact.{fact.kind}", value=_value(ground, fact)),
        words.name("grade", fact.grade),
        _lines(
            (words.say("line.when"), words.spelled(fact.moment), "plain"),
            (words.say("line.rule"), _date_rule(ground, fact), "plain"),
            *_place(ground, fact),
        ),
    )


def _place(ground: Ground, fact: Fact) -> list[tuple[str, str, Look]]:
    label, place = ground.words.say, fact.provenance
    if place is None:
        return [
            (label("line.source"), ground.say("by_you"), "plain"),
            (ground.say("you_wrote"), ground.words.said(fact.moment), "raw"),
        ]
    source = ground.sources.get(place.source_sha256)
    as_of = ground.words.spelled(place.member_as_of) if place.member_as_of.is_known else ""
    return [
        (label("line.source"), visible(source.name) if source else "", "plain"),
        (label("line.file"), visible(place.member or ""), "plain"),
        (label("line.place"), visible(in_words(place.locator, ground.words.messages)), "plain"),
        _stated(ground, fact, place),
        (label("line.as_of"), as_of, "plain"),
        (ground.say("hash.file"), place.member_sha256 or "", "hash"),
        (ground.say("hash.source"), place.source_sha256, "hash"),
    ]


def _stated(ground: Ground, fact: Fact, place: Provenance) -> tuple[str, str, Look]:
    """What the file says there; of a picture, what the person confirmed that it shows."""
    if fact.grade is Grade.SHOWN and place.raw.startswith(f"{fact.value}{_AT}"):
        return (
            ground.say("you_confirmed"),
            ground.words.say(f"fact.{fact.kind}", value=_value(ground, fact)),
            "raw",
        )
    return ground.words.say("line.raw"), _raw(place.raw), "raw"


def _value(ground: Ground, fact: Fact) -> str:
    return ground.words.name("switch", fact.value) if fact.kind in _SWITCH_FACTS else visible(fact.value)


def _raw(text: str) -> str:
    """A person's own text, its line ends and what nobody could see made visible."""
    return visible(text).replace("\n", "↵\n")


def _date_rule(ground: Ground, fact: Fact) -> str:
    if not fact.moment.is_known:
        return ground.words.say("date_rule.unread")
    if fact.moment.zone == "none":
        return ground.words.say("date_rule.no_zone")
    if fact.grade is Grade.DECLARED:
        return ground.say("date_by_you")
    is_day = fact.moment.not_before is None or not any(fact.moment.not_before.timetuple()[3:6])
    return ground.say("date_rule.day" if is_day else "date_rule.zone")


def row_exhibit(ground: Ground, number: str, row: Row) -> Exhibit:
    """Return a row of the catalog with its period, its sources, their strength and the day of the check."""
    words = ground.words
    region = ground.region(row.region) if row.region != "*" else words.say("line.everywhere")
    first = words.spelled(row.start) if row.start else words.say("when.ever")
    return Exhibit(
        number,
        words.say("evidence.row", practice=words.name("practice", row.practice), region=region),
        ground.say("catalog"),
        _lines(
            (
                words.say("line.period"),
                words.say("line.from_until", first=first, last=words.spelled(row.end)),
                "plain",
            ),
            (words.say("line.text"), ground.in_language(row.text), "plain"),
            (words.say("line.offered"), _offered(ground, row), "plain"),
            (words.say("line.strength"), _strength(ground, row), "plain"),
            *_published(ground, row.sources),
            (words.say("line.row"), row.id, "hash"),
            (ground.say("checked"), words.day(row.checked), "plain"),
        ),
    )


def _offered(ground: Ground, row: Row) -> str:
    if row.offer is None:
        return ground.words.say("line.not_offered")
    when, initial = ground.words.spelled(row.offer.start), ground.words.name("switch", row.offer.initial)
    return ground.words.say("line.offered_since", when=when, position=initial)


def _strength(ground: Ground, row: Row) -> str:
    low, high = (ground.words.name("strength", strength) for strength in (row.lower, row.upper))
    return low if low == high else ground.words.say("strength.two", low=low, high=high)


def event_exhibit(ground: Ground, event: Event) -> Exhibit:
    """Return a dated event with its sources."""
    return Exhibit(
        "",
        ground.in_language(event.title),
        ground.say(f"event.{event.kind}"),
        _lines(
            (ground.words.say("line.when"), ground.words.spelled(event.moment), "plain"),
            *_published(ground, event.sources),
        ),
    )


def _published(ground: Ground, ids: Iterable[str]) -> list[tuple[str, str, Look]]:
    cited = [ground.citations[id_] for id_ in ids if id_ in ground.citations]
    found: list[tuple[str, str, Look]] = []
    for citation in cited:
        found.append((ground.words.say("line.published"), _citation(ground, citation), "plain"))
        found.append((ground.words.say("line.url"), citation.url or "", "link"))
    return found


def _citation(ground: Ground, citation: Citation) -> str:
    strength = ground.words.name("strength", citation.strength)
    day = ground.words.day(citation.day) if citation.day else ""
    title = ground.words.prose(worded(citation.title, ground.messages.lang))
    publisher = worded(citation.publisher, ground.messages.lang)
    return " · ".join(filter(None, (title, publisher, day, strength)))


def _lines(*lines: tuple[str, str, Look]) -> tuple[Line, ...]:
    return tuple(Line(label, text, look) for label, text, look in lines if text)
