# SPDX-License-Identifier: Apache-2.0
"""The switch line: the position of a control over time, from its initial position and what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from inspector.domain.facts import Fact
from inspector.domain.findings import Reason, SwitchSegment
from inspector.domain.moment import Moment, between, later
from inspector.domain.words import Decider, Switch
from inspector.reasoning.offers import Start
from inspector.reasoning.pieces import Edge, Piece
from inspector.reasoning.readings import Weighed
from inspector.reasoning.steps import Reset, Step, steps_of


@dataclass(frozen=True, slots=True)
class Stand:
    """One position of the switch with what it rests on.

    `carried`: a reading or change tells it; otherwise the catalog's initial position does. `decider` is the
    practice while nothing shows that the switch was moved. `evidence` are the facts that state it, in order.
    Unless `sure`, an initial position holds only where a row is offered throughout.
    """

    position: Switch
    carried: bool
    decider: Decider
    reasons: tuple[str, ...] = ()
    evidence: tuple[Fact, ...] = ()
    sure: bool = True


NOT_OFFERED = Stand(Switch.NONE, carried=False, decider=Decider.PRACTICE)


@dataclass(slots=True)
class _Open:
    """The stand being built."""

    edge: Edge
    stand: Stand
    last: tuple[Step, ...] = ()
    blocks: tuple[Moment, ...] = ()

    def is_settled_by(self, step: Step) -> bool:
        """Tell whether a step ends what is unclear."""
        return all(moment.certainly_before(step.moment) for moment in self.blocks)

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

    steps: Sequence[Step]
    offer: Edge | None = None
    done: list[Piece[Stand]] = field(default_factory=list)
    now: _Open | None = None

    def begin(self, moment: Moment, stand: Stand, *last: Step) -> _Open:
        """Close what is open at `moment` and open a new stand there."""
        place = len(self.done)
        after, opening = (self.offer.after, self.offer.opening) if self.offer else ((), None)
        if self.now is not None:
            moment, place = later(moment, self.now.edge.moment), place + 1
        return self._open(Edge("switch", place, moment, after, (), opening), stand, *last)

    def _open(self, edge: Edge, stand: Stand, *last: Step) -> _Open:
        self._close(edge)
        self.now = _Open(edge, stand, last)
        return self.now

    def _close(self, end: Edge | None) -> None:
        if self.now is None:
            return
        start = self.now.edge
        self.done.append(
            Piece(self.now.stand, start.moment, end.moment if end else None, (start,), (end,) if end else ())
        )

    def run(self, start: Start | None) -> list[Piece[Stand]]:
        facts = [step.moment for step in self.steps if step.kind in ("reading", "change") or step.facts]
        if start is not None and not any(moment.certainly_before(start.moment) for moment in facts):
            self._offer(start, facts)
        for index, step in enumerate(self.steps):
            self._take(step, self.steps[index:])
        self._close(None)
        return self.done

    def _offer(self, start: Start, facts: Sequence[Moment]) -> None:
        reasons = (f"practice:{start.row}",)
        stand = Stand(
            start.initial, carried=False, decider=Decider.PRACTICE, reasons=reasons, sure=start.sure
        )
        self.offer = replace(start.edge, moment=_no_later(start.moment, facts))
        self._open(self.offer, stand)
        if start.doubt is not None and not any(moment.certainly_before(start.doubt) for moment in facts):
            unclear = Stand(Switch.UNKNOWN, carried=False, decider=Decider.PRACTICE, reasons=reasons)
            self.begin(_no_later(start.doubt, facts), unclear)

    def _take(self, step: Step, following: Sequence[Step]) -> None:
        if step.kind == "unclear":
            self._unclear(step)
        elif step.kind == "reset":
            stand = Stand(step.position, carried=False, decider=Decider.PRACTICE, reasons=(step.reason,))
            self.begin(_by(step.moment, following), stand, step)
        elif self.now is None or self.now.is_settled_by(step):
            if step.kind == "change":
                self._change(step, following)
            else:
                self._read(step, following)

    def _unclear(self, step: Step) -> None:
        """Leave the position unknown, by facts from where they contradict each other.

        An event that may have moved the switch leaves unknown too whether it was moved just before.
        """
        before = self.now.stand if self.now else NOT_OFFERED
        blocks = self.now.blocks if self.now else ()
        if step.facts:
            evidence = (before.evidence if blocks else ()) + step.facts
            stand = Stand(Switch.UNKNOWN, carried=True, decider=Decider.MEMBER, evidence=evidence)
            self.begin(step.moment, stand, step).blocks = blocks + step.blocks
            return
        lower = self.now.lower.earliest if self.now else step.moment.earliest
        same = before.position is step.position
        position = step.position if same else Switch.UNKNOWN
        stand = Stand(position, carried=False, decider=before.decider, reasons=(step.reason,))
        begun = self.begin(between(lower, step.moment.latest), stand)
        begun.blocks = () if same else blocks + step.blocks

    def _change(self, step: Step, following: Sequence[Step]) -> None:
        now = self.now
        if now is not None and now.stand == replace(_told(step), evidence=now.stand.evidence):
            self._agree(now, step)
            return
        agreeing = [other for other in _agreeing(following) if other.kind == "change"]
        earliest = min(other.moment.earliest for other in agreeing)
        lower = now.lower.earliest if now and now.stand.position is not step.position else earliest
        moment = between(max(earliest, lower), step.moment.latest)
        self.begin(_by(moment, following), _told(step), step)

    def _read(self, step: Step, following: Sequence[Step]) -> None:
        now = self.now
        if now is None or now.stand.position is Switch.UNKNOWN:
            self.begin(_by(step.moment, following), _told(step), step)
        elif now.stand.position is not step.position:
            gap = between(now.lower.earliest, step.moment.latest)
            self.begin(_by(gap, following), _told(step), step)
        elif now.stand.carried:
            self._agree(now, step)
        else:
            self.begin(_by(step.moment, following), _also(now.stand, step), step)

    @staticmethod
    def _agree(now: _Open, step: Step) -> None:
        now.stand = _also(now.stand, step)
        now.last = (*now.last, step)


def _no_later(moment: Moment, facts: Sequence[Moment]) -> Moment:
    """Hold an offer to this account to no later than anything that shows the switch."""
    return between(moment.earliest, min([moment.latest, *(fact.latest for fact in facts)]))


def _told(step: Step) -> Stand:
    return Stand(step.position, carried=True, decider=Decider.MEMBER, evidence=step.facts)


def _also(stand: Stand, step: Step) -> Stand:
    return replace(stand, carried=True, evidence=stand.evidence + step.facts)


def _by(moment: Moment, following: Sequence[Step]) -> Moment:
    """Hold a moment to no later than all that is taken to have happened after it."""
    after = [step.moment.latest for step in following if step.kind != "unclear"]
    latest = min([moment.latest, *after])
    return between(moment.earliest, max(moment.earliest, latest))


def _agreeing(following: Sequence[Step]) -> list[Step]:
    """Return the first of some steps and those right behind it that state the same position."""
    told = takewhile(lambda step: step.kind in ("reading", "change"), following)
    return list(takewhile(lambda step: step.position is following[0].position, told))


def switch_line(start: Start | None, weighed: Weighed, resets: Sequence[Reset] = ()) -> list[Piece[Stand]]:
    """Return the switch line from the first offer or the first reading on; empty where there is neither."""
    return _Walk(steps_of(weighed, resets)).run(start)


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
