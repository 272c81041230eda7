# SPDX-License-Identifier: Apache-2.0
"""Stand: one position of the switch with what it rests on, and how a line of them is told in a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector.domain.facts import Fact
from inspector.domain.findings import Reason, SwitchSegment
from inspector.domain.moment import Moment
from inspector.domain.words import Decider, Switch
from inspector.reasoning.pieces import Piece
from inspector.reasoning.steps import Step


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

    def is_moved_to(self, position: Switch) -> bool:
        """Tell whether readings or changes tell that the member moved it to `position`."""
        return self.carried and self.decider is Decider.MEMBER and self.position is position

    @property
    def because(self) -> tuple[Reason, ...]:
        """Return all it rests on."""
        return (*self.reasons, *self.evidence)


NOT_OFFERED = Stand(Switch.NONE, carried=False, decider=Decider.PRACTICE)


def told(step: Step) -> Stand:
    """Return the stand that a reading or change tells."""
    return Stand(step.position, carried=True, decider=Decider.MEMBER, evidence=step.facts)


def also(stand: Stand, step: Step) -> Stand:
    """Return the stand with a step that agrees with it."""
    return replace(stand, carried=True, evidence=stand.evidence + step.facts)


def segments(line: Sequence[Piece[Stand]], created: Moment, otherwise: Switch) -> tuple[SwitchSegment, ...]:
    """Return the line as stretches of one position each; a stretch of `otherwise` where there is no line."""
    if not line:
        return (SwitchSegment(otherwise, created, None, ()),)
    result: list[SwitchSegment] = []
    for piece in line:
        because = piece.value.because
        before = result[-1] if result else None
        if before is not None and before.position is piece.value.position:
            merged = (*before.because, *(reason for reason in because if reason not in before.because))
            result[-1] = SwitchSegment(before.position, before.start, piece.end, merged)
        else:
            result.append(SwitchSegment(piece.value.position, piece.start or created, piece.end, because))
    return tuple(result)
