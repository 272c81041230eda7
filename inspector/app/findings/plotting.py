# SPDX-License-Identifier: Apache-2.0
"""Tracks and signs of a timeline, each with the evidence it opens; textures are those of the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from inspector.app.findings.exhibits import event_exhibit, exhibits, fact_exhibit
from inspector.app.findings.ground import Ground, reasons_of
from inspector.app.findings.shapes import Chain, Piece, Plot, Sign, Track
from inspector.app.findings.telling import period, rule
from inspector.domain.findings import Finding, Reason, Span, SwitchSegment
from inspector.domain.moment import Moment
from inspector.domain.words import Practice, State
from inspector.report import timeline
from inspector.report.textures import SHARING, SWITCH, practice_texture, strength_of
from inspector.report.timeline import Part, Stretch

_NAMED = ("on", "off", "unknown")


def plot(ground: Ground, finding: Finding) -> Plot:
    """Return the timeline of one setting."""
    sharing = _sharing(ground, finding)
    tracks = (sharing, _practices(ground, finding), _positions(ground, finding))
    events, readings = _events(ground, finding), _readings(ground, finding)
    return Plot(
        _hints(ground, finding),
        _first(ground, finding),
        ground.now,
        tuple(track for track in tracks if track.pieces),
        events,
        readings,
        ground.words.say("track.today"),
        _legend(ground, finding),
        ground.say("plot_name", control=ground.control(finding).title),
        _description(ground, sharing, events, readings),
    )


def bar(whole: Plot) -> Plot:
    """Return the sharing track alone, for a card."""
    tracks = tuple(track for track in whole.tracks if track.kind == "sharing")
    return replace(whole, tracks=tracks, events=(), readings=(), legend=())


def _hints(ground: Ground, finding: Finding) -> tuple[datetime, ...]:
    turns = pairwise(finding.spans)
    moments: list[Moment] = [
        one.end for one, then in turns if one.end and {one.state, then.state} != {State.UNKNOWN}
    ]
    moments += [event.moment for event in ground.events(finding)]
    moments += [fact.moment for fact in ground.readings(finding)]
    return tuple(time for moment in moments if (time := timeline.first_known(moment)))


def _first(ground: Ground, finding: Finding) -> datetime | None:
    account = ground.account(finding)
    if account is not None:
        return account.created.not_before
    return finding.spans[0].start.not_before if finding.spans else None


def span_chain(ground: Ground, span: Span) -> Chain:
    """Return the evidence of a stretch of sharing."""
    return Chain(period(ground, span), rule(ground, span), exhibits(ground, reasons_of(span)))


def _sharing(ground: Ground, finding: Finding) -> Track:
    pieces = tuple(Piece(_stretch(ground, span), span_chain(ground, span)) for span in finding.spans)
    return Track("sharing", ground.words.say("track.sharing"), pieces)


def _stretch(ground: Ground, span: Span) -> Stretch:
    parts = tuple(Part(strength_of(part.grade), part.start, part.end) for part in span.support)
    word = ground.words.say(f"legend.{span.state}") if span.state in _NAMED else ""
    return Stretch(SHARING[span.state], span.start, span.end, parts, word, faint=span.may_be_empty)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of one documented practice."""

    practice: Practice
    start: Moment
    end: Moment | None
    because: tuple[Reason, ...]


def runs(finding: Finding) -> list[Run]:
    """Return the runs of one practice; spans that differ only by the switch are one."""
    found: list[Run] = []
    for span in finding.spans:
        reasons = tuple(reason for reason in reasons_of(span) if isinstance(reason, str))
        if found and found[-1].practice == span.practice:
            found[-1] = replace(found[-1], end=span.end, because=found[-1].because + reasons)
        else:
            found.append(Run(span.practice, span.start, span.end, reasons))
    return found


def run_chain(ground: Ground, run: Run) -> Chain:
    """Return the evidence of a practice."""
    title = _named(ground, ground.words.say("track.practice"), ground.words.name("practice", run.practice))
    return Chain(title, ground.words.say(f"rule.{run.practice}"), exhibits(ground, run.because))


def _practices(ground: Ground, finding: Finding) -> Track:
    pieces = tuple(
        Piece(
            Stretch(
                practice_texture(run.practice),
                run.start,
                run.end,
                label=ground.words.name("practice", run.practice),
            ),
            run_chain(ground, run),
        )
        for run in runs(finding)
    )
    return Track("practice", ground.words.say("track.practice"), pieces)


def segment_chain(ground: Ground, segment: SwitchSegment) -> Chain:
    """Return the evidence of a position of the switch."""
    position = ground.words.name("switch", segment.position)
    title = _named(ground, ground.words.say("track.switch"), position)
    return Chain(title, ground.say(f"switch_rule.{segment.position}"), exhibits(ground, segment.because))


def _positions(ground: Ground, finding: Finding) -> Track:
    pieces = tuple(
        Piece(
            Stretch(
                SWITCH[one.position], one.start, one.end, label=ground.words.name("switch", one.position)
            ),
            segment_chain(ground, one),
        )
        for one in finding.switch
    )
    return Track("switch", ground.words.say("track.switch"), pieces)


def _named(ground: Ground, track: str, value: str) -> str:
    return ground.say("named", track=track, value=value)


def _events(ground: Ground, finding: Finding) -> tuple[Sign, ...]:
    signs = []
    for number, event in enumerate(ground.events(finding), 1):
        exhibit = event_exhibit(ground, event)
        chain = Chain(ground.say("event_title", number=number), "", (exhibit,))
        signs.append(Sign(number, event.moment, exhibit.title, "", chain))
    return tuple(signs)


def _readings(ground: Ground, finding: Finding) -> tuple[Sign, ...]:
    signs = []
    for number, fact in enumerate(ground.readings(finding), len(ground.events(finding)) + 1):
        position = ground.words.name("switch", fact.value)
        said = ground.words.say(f"reading.{fact.kind}", position=position)
        title = ground.say("reading_title", number=number, said=said)
        chain = Chain(title, ground.say("reading_rule"), (fact_exhibit(ground, fact),))
        signs.append(Sign(number, fact.moment, title, fact.value, chain))
    return tuple(signs)


def _legend(ground: Ground, finding: Finding) -> tuple[tuple[str, str], ...]:
    states = {str(span.state) for span in finding.spans}
    solid = {str(s.state) for s in finding.spans for p in s.support if strength_of(p.grade) == "solid"}
    outlined = any(strength_of(p.grade) == "outline" for span in finding.spans for p in span.support)
    keys: list[str] = [state for state in ("on", "off", "unknown") if state in states]
    keys += [f"solid_{state}" for state in ("on", "off") if state in solid]
    keys += ["alleged"] if outlined else []
    keys += ["soft"] if any(_is_soft(span.start) for span in finding.spans[1:]) else []
    neutral = [*(practice_texture(run.practice) for run in runs(finding))]
    neutral += [SWITCH[one.position] for one in finding.switch]
    named = [(key, ground.words.say(f"legend.{key}")) for key in keys]
    more = {
        "neutral": bool(finding.spans),
        "neutral_line": "line" in neutral,
        "event": bool(ground.events(finding)),
        "reading": bool(ground.readings(finding)),
    }
    return (*named, *((key, ground.say(f"legend.{key}")) for key, there in more.items() if there))


def _is_soft(moment: Moment) -> bool:
    return (moment.latest - moment.earliest).days >= 1


def _description(ground: Ground, sharing: Track, events: Iterable[Sign], readings: Iterable[Sign]) -> str:
    parts = [piece.chain.title for piece in sharing.pieces]
    parts += [_sign(ground, "alt_event", sign) for sign in events]
    parts += [_sign(ground, "alt_reading", sign) for sign in readings]
    return " ".join(parts)


def _sign(ground: Ground, key: str, sign: Sign) -> str:
    return ground.say(key, when=ground.words.plain(sign.moment), title=sign.title.rstrip("."))
