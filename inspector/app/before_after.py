# SPDX-License-Identifier: Apache-2.0
"""A switch as it was seen ON and, later, OFF: the two sightings beside each other, and what lies between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspector.app.session import Session
from inspector.domain.facts import Fact
from inspector.domain.findings import Finding, SwitchSegment
from inspector.domain.moment import Moment
from inspector.domain.sources import Source
from inspector.domain.words import Grade, Switch
from inspector.report.words import Words
from inspector.system.messages import Messages

_SEEN = (Grade.RECORDED, Grade.SHOWN)


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one source shows of a switch, in words. `source`: to be looked at."""

    position: Switch
    word: str
    when: str
    how: str
    source: Source


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """The last sighting at ON before the switch was moved, and the first at OFF after that."""

    control: str
    service: str
    title: str
    before: Sighting
    after: Sighting
    between: str


def before_after(session: Session, messages: Messages) -> tuple[BeforeAfter, ...]:
    """Return each opt-out that was seen from both sides, in the order of the findings."""
    sources = {one.sha256: one for one in session.sources}
    found = (_of(session, finding, sources, messages) for finding in session.inspection().findings)
    return tuple(one for one in found if one is not None)


def _of(
    session: Session, finding: Finding, sources: dict[str, Source], messages: Messages
) -> BeforeAfter | None:
    for earlier, later in reversed(list(_moves(finding.switch))):
        before = _last(earlier, sources)
        after = _first(later, sources)
        if before is None or after is None:
            continue
        entry = session.catalog.control_entry(finding.control)
        words = Words(messages)
        return BeforeAfter(
            finding.control,
            session.catalog.service(finding.service).name,
            words.prose(entry.name.text(messages.lang)),
            _sighting(before, sources, messages),
            _sighting(after, sources, messages),
            messages.text("seen.between", when=words.plain(_gap(before.moment, after.moment))),
        )
    return None


def _moves(segments: Sequence[SwitchSegment]) -> Iterator[tuple[SwitchSegment, SwitchSegment]]:
    """Yield each stretch of OFF with the last one of ON before it."""
    on: SwitchSegment | None = None
    for one in segments:
        if one.position is Switch.ON:
            on = one
        elif one.position is Switch.OFF and on is not None:
            yield on, one


def _seen(segment: SwitchSegment, sources: dict[str, Source]) -> list[Fact]:
    """Return the sightings in a stretch whose sources are there, the earliest first."""
    facts = [
        reason
        for reason in segment.because
        if isinstance(reason, Fact)
        and reason.grade in _SEEN
        and reason.value == segment.position
        and reason.provenance is not None
        and reason.provenance.source_sha256 in sources
    ]
    return sorted(facts, key=lambda one: (one.moment.sort_key(), one.content_key()))


def _last(segment: SwitchSegment, sources: dict[str, Source]) -> Fact | None:
    return next(reversed(_seen(segment, sources)), None)


def _first(segment: SwitchSegment, sources: dict[str, Source]) -> Fact | None:
    return next(iter(_seen(segment, sources)), None)


def _gap(before: Moment, after: Moment) -> Moment:
    return Moment(before.not_before, after.not_after)


def _sighting(fact: Fact, sources: dict[str, Source], messages: Messages) -> Sighting:
    place = fact.provenance
    source = sources[place.source_sha256 if place else ""]
    words = Words(messages)
    return Sighting(
        Switch(fact.value),
        words.name("state", fact.value),
        words.plain(fact.moment),
        messages.text(f"seen.{fact.grade}", name=source.name),
        source,
    )
