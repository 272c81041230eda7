# SPDX-License-Identifier: Apache-2.0
"""The switch line: the position of a control over time, from its initial position and what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from inspector.domain.facts import Fact
from inspector.domain.findings import Reason, SwitchSegment
from inspector.domain.moment import LATEST, Moment, between, later
from inspector.domain.practices import Event
from inspector.domain.words import Decider, FactKind, Switch
from inspector.reasoning.pieces import Edge, Piece
from inspector.reasoning.readings import Weighed, group_start


@dataclass(frozen=True, slots=True)
class Start:
    """The first offer of the control to this account: when, in which position, by which catalog row."""

    moment: Moment
    initial: Switch
    row: str


@dataclass(frozen=True, slots=True)
class Reset:
    """The service put the switch to `position`."""

    event: Event
    position: Switch


@dataclass(frozen=True, slots=True)
class Stand:
    """One position of the switch with what it rests on.

    `carried`: a reading or change tells it; otherwise the catalog's initial position does. `decider` is the
    practice while nothing shows that the switch was moved. `evidence` are the facts that state it, in order.
    """

    position: Switch
    carried: bool
    decider: Decider
    reasons: tuple[str, ...] = ()
    evidence: tuple[Fact, ...] = ()


NOT_OFFERED = Stand(Switch.NONE, carried=False, decider=Decider.PRACTICE)


@dataclass(frozen=True, slots=True)
class _Step:
    kind: Literal["reading", "change", "reset", "contested"]
    position: Switch
    moment: Moment
    facts: tuple[Fact, ...] = ()
    reason: str = ""


@dataclass(slots=True)
class _Open:
    """The stand being built."""

    edge: Edge
    stand: Stand
    last: tuple[_Step, ...] = ()

    @property
    def lower(self) -> Moment:
        """Return what any following change certainly came after: the newest evidence, else the start."""
        lower = self.edge.moment
        for step in self.last:
            lower = step.moment if step.moment.earliest > lower.earliest else lower
        return lower


@dataclass(slots=True)
class _Walk:
    """Walks over the steps in order and collects finished pieces."""

    steps: Sequence[_Step]
    offer: str | None = None
    done: list[Piece[Stand]] = field(default_factory=list)
    now: _Open | None = None

    def begin(self, moment: Moment, stand: Stand, *last: _Step) -> None:
        """Close what is open at `moment` and open a new stand there."""
        opens = self.now is None and self.offer is not None
        if self.now is not None:
            moment = later(moment, self.now.edge.moment)
        edge = Edge("switch", moment, self.offer, opens)
        self._close(edge)
        self.now = _Open(edge, stand, last)

    def _close(self, end: Edge | None) -> None:
        if self.now is None:
            return
        start = self.now.edge
        self.done.append(
            Piece(self.now.stand, start.moment, end.moment if end else None, (start,), (end,) if end else ())
        )

    def run(self, start: Start | None) -> list[Piece[Stand]]:
        first = self.steps[0].moment if self.steps else None
        if start is not None and not (first is not None and first.certainly_before(start.moment)):
            reason = f"practice:{start.row}"
            stand = Stand(start.initial, carried=False, decider=Decider.PRACTICE, reasons=(reason,))
            self.offer = start.row
            self.begin(_no_later(start.moment, first), stand)
        for index, step in enumerate(self.steps):
            self._take(step, self.steps[index:])
        self._close(None)
        return self.done

    def _take(self, step: _Step, following: Sequence[_Step]) -> None:
        if step.kind == "contested":
            stand = Stand(Switch.UNKNOWN, carried=True, decider=Decider.MEMBER, evidence=step.facts)
            self.begin(step.moment, stand, step)
        elif step.kind == "reset":
            stand = Stand(step.position, carried=False, decider=Decider.PRACTICE, reasons=(step.reason,))
            self.begin(step.moment, stand, step)
        elif step.kind == "change":
            self.begin(step.moment, _told(step, Decider.MEMBER), step)
        else:
            self._read(step, following)

    def _read(self, step: _Step, following: Sequence[_Step]) -> None:
        now = self.now
        if now is None:
            self.begin(step.moment, _told(step, Decider.MEMBER), step)
        elif now.stand.position is Switch.UNKNOWN:
            if all(fact.moment.certainly_before(step.moment) for fact in now.stand.evidence):
                self.begin(step.moment, _told(step, Decider.MEMBER), step)
        elif now.stand.position is not step.position:
            self.begin(_gap(now.lower, following), _told(step, Decider.MEMBER), step)
        elif now.stand.carried:
            now.stand = _also(now.stand, step)
            now.last = (*now.last, step)
        else:
            self.begin(step.moment, _also(now.stand, step), step)


def _no_later(offered: Moment, first: Moment | None) -> Moment:
    """Hold the offer to this account to no later than the first thing that shows the switch."""
    latest = offered.latest if first is None else min(offered.latest, first.latest)
    return between(offered.earliest, latest)


def _told(step: _Step, decider: Decider) -> Stand:
    return Stand(step.position, carried=True, decider=decider, evidence=step.facts)


def _also(stand: Stand, step: _Step) -> Stand:
    return replace(stand, carried=True, evidence=stand.evidence + step.facts)


def _gap(lower: Moment, following: Sequence[_Step]) -> Moment:
    """Return when the switch was moved: after `lower`, and no later than any reading of the next position."""
    latest = LATEST
    for step in following:
        if step.kind != "reading" or step.position is not following[0].position:
            break
        latest = min(latest, step.moment.latest)
    return between(lower.earliest, latest)


def _steps(weighed: Weighed, resets: Sequence[Reset]) -> list[_Step]:
    steps = [_fact_step(fact) for fact in weighed.steps]
    for group in weighed.contested:
        _insert(steps, _Step("contested", Switch.UNKNOWN, group_start(group), group))
    for reset in resets:
        reason = f"event:{reset.event.id}"
        _insert(steps, _Step("reset", reset.position, reset.event.moment.bounds(), (), reason))
    return steps


def _fact_step(fact: Fact) -> _Step:
    kind: Literal["reading", "change"] = "change" if fact.kind is FactKind.SETTING_CHANGE else "reading"
    return _Step(kind, fact.position, fact.moment.bounds(), (fact,))


def _insert(steps: list[_Step], step: _Step) -> None:
    """Put `step` behind everything that begins before it."""
    place = sum(1 for other in steps if other.moment.sort_key() < step.moment.sort_key())
    steps.insert(place, step)


def switch_line(start: Start | None, weighed: Weighed, resets: Sequence[Reset] = ()) -> list[Piece[Stand]]:
    """Return the switch line from the first offer or the first reading on; empty where there is neither."""
    return _Walk(_steps(weighed, resets)).run(start)


def segments(line: Sequence[Piece[Stand]], created: Moment, otherwise: Switch) -> tuple[SwitchSegment, ...]:
    """Return the line as stretches of one position each; a stretch of `otherwise` where there is no line."""
    if not line:
        return (SwitchSegment(otherwise, created, None, ()),)
    result: list[SwitchSegment] = []
    for piece in line:
        because = _reasons(piece.value)
        before = result[-1] if result else None
        if before is not None and before.position is piece.value.position:
            merged = (*before.because, *(reason for reason in because if reason not in before.because))
            result[-1] = SwitchSegment(before.position, before.start, piece.end, merged)
        else:
            result.append(SwitchSegment(piece.value.position, piece.start or created, piece.end, because))
    return tuple(result)


def _reasons(stand: Stand) -> tuple[Reason, ...]:
    return (*stand.reasons, *stand.evidence)
