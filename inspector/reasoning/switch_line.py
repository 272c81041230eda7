# SPDX-License-Identifier: Apache-2.0
"""The switch line: the position of a control over time, from its initial position and what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from inspector.domain.moment import Moment, between, later
from inspector.domain.words import Decider, Switch
from inspector.reasoning.offers import Start
from inspector.reasoning.order import in_order
from inspector.reasoning.pieces import Edge, Piece
from inspector.reasoning.readings import Weighed
from inspector.reasoning.stand import Stand, also, told
from inspector.reasoning.steps import Reset, Step, bearing


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

    def begin(self, moment: Moment, stand: Stand, *last: Step, apart: bool = False) -> _Open:
        """Close what is open at `moment` and open a new stand there.

        `apart`: what begins it may have come before what began the other, which then is empty.
        """
        place = len(self.done)
        after, opening = (self.offer.after, self.offer.opening) if self.offer else ((), None)
        if self.now is not None:
            moment, place = later(moment, self.now.edge.moment), place + 1
        line = "apart" if apart else "switch"
        return self._open(Edge(line, place, moment, after, (), opening), stand, *last)

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
            if step.facts:
                self._contested(step)
            else:
                self._maybe_reset(step)
        elif step.kind == "reset":
            self._reset(step, following)
        elif self.now is None or self.now.is_settled_by(step):
            if step.kind == "change":
                self._change(step, following)
            else:
                self._read(step, following)

    def _contested(self, step: Step) -> None:
        """Leave the position unknown from where facts contradict each other."""
        before = self.now.stand.evidence if self.now and self.now.blocks else ()
        stand = Stand(Switch.UNKNOWN, carried=True, decider=Decider.MEMBER, evidence=before + step.facts)
        self._unclear(step, step.moment, stand).last = (step,)

    def _maybe_reset(self, step: Step) -> None:
        """Leave the position unknown from an event on, and with it whether it was moved just before."""
        begins = step.moment.earliest
        lower = self.now.lower.earliest if self.now else begins
        decider = self.now.stand.decider if self.now else Decider.PRACTICE
        stand = Stand(Switch.UNKNOWN, carried=False, decider=decider, reasons=(step.reason,))
        self._unclear(step, between(lower, max(lower, begins)), stand)

    def _unclear(self, step: Step, moment: Moment, stand: Stand) -> _Open:
        apart = self.now is not None and step.moment.earliest < self.now.edge.moment.latest
        blocks = self.now.blocks if self.now else ()
        begun = self.begin(moment, stand, apart=apart)
        begun.blocks = blocks + step.blocks
        return begun

    def _reset(self, step: Step, following: Sequence[Step]) -> None:
        """Put the switch back; one that was told to stand there already is still told to."""
        now = self.now
        stood = now is not None and now.stand.position is step.position
        if not step.sure:
            if not stood:
                self._maybe_reset(step)
        elif now is not None and stood and now.stand.carried:
            stand = replace(now.stand, reasons=(*now.stand.reasons, step.reason))
            self.begin(_by(step.moment, following), stand, step)
        else:
            stand = Stand(step.position, carried=False, decider=Decider.PRACTICE, reasons=(step.reason,))
            self._move(step, following, stand)

    def _change(self, step: Step, following: Sequence[Step]) -> None:
        now = self.now
        if now is not None and now.stand.is_moved_to(step.position):
            self._agree(now, step)
        else:
            self._move(step, following, told(step))

    def _move(self, step: Step, following: Sequence[Step], stand: Stand) -> None:
        """Open a stand that a move begins, or another right behind it that may have been made before it."""
        agreeing = [other for other in _agreeing(following) if other.kind != "reading"]
        earliest = min(other.moment.earliest for other in agreeing)
        now, apart = self.now, False
        if now is not None and now.stand.position is step.position:
            apart = any(other.kind == "reset" and other.moment.meets(step.moment) for other in now.last)
        elif now is not None:
            earliest = max(earliest, now.lower.earliest)
        moment = _by(between(earliest, max(earliest, step.moment.latest)), following)
        self.begin(moment, stand, step, apart=apart)

    def _read(self, step: Step, following: Sequence[Step]) -> None:
        now = self.now
        if now is None or now.stand.position is Switch.UNKNOWN:
            self.begin(_by(step.moment, following), told(step), step)
        elif now.stand.position is not step.position:
            gap = between(now.lower.earliest, step.moment.latest)
            self.begin(_by(gap, following), told(step), step)
        elif now.stand.carried:
            self._agree(now, step)
        else:
            self.begin(_by(step.moment, following), also(now.stand, step), step)

    @staticmethod
    def _agree(now: _Open, step: Step) -> None:
        now.stand = also(now.stand, step)
        now.last = (*now.last, step)


def _no_later(moment: Moment, facts: Sequence[Moment]) -> Moment:
    """Hold an offer to this account to no later than anything that shows the switch."""
    return between(moment.earliest, min([moment.latest, *(fact.latest for fact in facts)]))


def _by(moment: Moment, following: Sequence[Step]) -> Moment:
    """Hold a moment to no later than all that is taken to have happened after it."""
    after = [step.moment.latest for step in following if step.kind != "unclear" and step.sure]
    latest = min([moment.latest, *after])
    return between(moment.earliest, max(moment.earliest, latest))


def _agreeing(following: Sequence[Step]) -> list[Step]:
    """Return the first of some steps and those right behind it that state the same position."""
    clear = takewhile(lambda step: step.kind != "unclear", following)
    return list(takewhile(lambda step: step.position is following[0].position, clear))


def switch_line(start: Start | None, weighed: Weighed, resets: Sequence[Reset] = ()) -> list[Piece[Stand]]:
    """Return the switch line from the first offer or the first reading on; empty where there is neither."""
    return _Walk(in_order(bearing(weighed, resets))).run(start)
