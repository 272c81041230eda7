# SPDX-License-Identifier: Apache-2.0
"""Spans: practice line and switch line joined into runs of one state, each with what supports it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.facts import Fact
from inspector.domain.findings import Reason, Span, Support
from inspector.domain.moment import Moment, later
from inspector.domain.practices import Row
from inspector.domain.words import Decider, Grade, Practice, State, Strength, Switch, strongest, weakest
from inspector.reasoning.offers import is_offered_throughout
from inspector.reasoning.pieces import Piece, clip, could_be_empty, line_of, overlay, tiled
from inspector.reasoning.practice_line import Documented
from inspector.reasoning.stand import NOT_OFFERED, Stand

_BY_PRACTICE = {Practice.NOT_USED: State.OFF, Practice.NO_CONTROL: State.ON}
_BY_SWITCH = {Switch.ON: State.ON, Switch.OFF: State.OFF}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of both lines with the state that follows. `stand` None: the practice alone decides."""

    state: State
    documented: Documented
    decider: Decider
    stand: Stand | None

    @property
    def row(self) -> Row | None:
        """Return the catalog row that applies."""
        return self.documented.row

    @property
    def practice(self) -> Practice:
        """Return the documented practice, unknown where no row is known."""
        return self.row.practice if self.row else Practice.UNKNOWN

    def key(self) -> tuple[State, str | None, Decider]:
        """Return what a span is a run of."""
        return (self.state, self.row.id if self.row else None, self.decider)


def _follow(documented: Documented, stand: Stand) -> Stretch:
    row = documented.row
    practice = row.practice if row else Practice.UNKNOWN
    if practice in _BY_PRACTICE:
        return Stretch(_BY_PRACTICE[practice], documented, Decider.PRACTICE, None)
    if practice is Practice.UNKNOWN and not stand.carried:
        return Stretch(State.UNKNOWN, documented, Decider.PRACTICE, None)
    state = _BY_SWITCH.get(stand.position, State.UNKNOWN)
    if not stand.carried and not _is_sure(row, stand):
        state = State.UNKNOWN
    decider = Decider.MEMBER if practice is Practice.UNKNOWN else stand.decider
    return Stretch(state, documented, decider, stand)


def _is_sure(row: Row | None, stand: Stand) -> bool:
    """Tell whether the initial position holds for this account where this row does."""
    return stand.sure or row is None or is_offered_throughout(row)


def _whole_switch_line(line: Sequence[Piece[Stand]]) -> list[Piece[Stand]]:
    if not line:
        return line_of([(NOT_OFFERED, None)])
    first = line[0]
    return [Piece(NOT_OFFERED, None, first.start, (), first.starts), *line]


def stretches(practice: Sequence[Piece[Documented]], switch: Sequence[Piece[Stand]]) -> list[Piece[Stretch]]:
    """Return both lines laid over each other; where the practice alone decides the switch cuts nothing."""
    whole = _whole_switch_line(switch)
    result: list[Piece[Stretch]] = []
    for piece in practice:
        row = piece.value.row
        if row is not None and row.practice in _BY_PRACTICE:
            stretch = _follow(piece.value, NOT_OFFERED)
            result.append(Piece(stretch, piece.start, piece.end, piece.starts, piece.ends))
            continue
        for both in overlay([piece], whole):
            stretch = _follow(piece.value, both.value[1])
            result.append(Piece(stretch, both.start, both.end, both.starts, both.ends))
    return tiled(result)


def spans(line: Sequence[Piece[Stretch]]) -> tuple[Span, ...]:
    """Return maximal runs of one state, practice row and decider; they tile from creation on."""
    runs: list[list[Piece[Stretch]]] = []
    for piece in line:
        if runs and runs[-1][-1].value.key() == piece.value.key():
            runs[-1].append(piece)
        else:
            runs.append([piece])
    ends = [_start(run[0]) for run in runs[1:]] + [runs[-1][-1].end]
    return tuple(_span(run, end) for run, end in zip(runs, ends, strict=True))


def _span(run: Sequence[Piece[Stretch]], end: Moment | None) -> Span:
    first, last = run[0], run[-1]
    support = _merged([part for piece in run for part in _support(piece)])
    grades = [part.grade for part in support if part.grade is not None]
    known = first.value.state is not State.UNKNOWN
    return Span(
        state=first.value.state,
        practice=first.value.practice,
        row=first.value.row.id if first.value.row else None,
        decider=first.value.decider,
        start=_start(first),
        end=end,
        grade=strongest(grades) if grades and known else None,
        may_be_empty=could_be_empty(first.starts, last.ends),
        support=support,
    )


def _start(piece: Piece[Stretch]) -> Moment:
    if piece.start is None:
        msg = "a span begins before the account"
        raise AssertionError(msg)
    return piece.start


def _merged(parts: Sequence[Support]) -> tuple[Support, ...]:
    result: list[Support] = []
    for part in parts:
        before = result[-1] if result else None
        if before and before.grade == part.grade and before.because == part.because:
            result[-1] = Support(before.grade, before.start, part.end, before.because)
        else:
            result.append(part)
    return tuple(result)


def _row_reason(stretch: Stretch) -> tuple[Reason, ...]:
    return (f"practice:{stretch.row.id}",) if stretch.row else stretch.documented.missing


def _row_grade(row: Row | None) -> Grade:
    return Grade.ALLEGED if row is not None and row.upper is Strength.ALLEGED else Grade.DEFAULT


def _support(piece: Piece[Stretch]) -> list[Support]:
    stretch, start = piece.value, _start(piece)
    reasons = _row_reason(stretch)
    if stretch.state is State.UNKNOWN:
        facts: tuple[Reason, ...] = stretch.stand.evidence if stretch.stand else ()
        return [Support(None, start, piece.end, (*reasons, *facts))]
    if stretch.stand is None:
        return [Support(_row_grade(stretch.row), start, piece.end, reasons)]
    if not stretch.stand.carried:
        return [Support(_row_grade(stretch.row), start, piece.end, _with(reasons, stretch.stand.reasons))]
    return _carried_support(piece, stretch.stand, reasons)


def _with(reasons: tuple[Reason, ...], more: tuple[str, ...]) -> tuple[Reason, ...]:
    return (*reasons, *(reason for reason in more if reason not in reasons))


def _carried_support(piece: Piece[Stretch], stand: Stand, reasons: tuple[Reason, ...]) -> list[Support]:
    """Return what supports a position that readings tell: each in its Moment, carried in between."""
    start = _start(piece)
    inside = sorted((fact for fact in stand.evidence if _is_inside(fact, piece)), key=Fact.content_key)
    before = [fact for fact in stand.evidence if fact.moment.certainly_before(start)]
    reach = _held(inside[0], piece) if inside else piece.end
    result: list[Support] = []
    if stand.decider is Decider.PRACTICE and (before or _is_weak(inside)):
        result.append(Support(_row_grade(piece.value.row), start, reach, _with(reasons, stand.reasons)))
    if not inside or reach != start.bounds():
        lead = before[-1] if before else stand.evidence[0]
        result.append(Support(_inferred(lead), start, reach, (lead, *reasons)))
    followers: list[Fact | None] = [*inside[1:], None]
    for fact, following in zip(inside, followers, strict=False):
        moment = _held(fact, piece)
        until = later(moment, _held(following, piece)) if following else piece.end
        result.append(Support(fact.grade, moment, moment, (fact,)))
        result.append(Support(_inferred(fact), moment, until, (fact, *reasons)))
    return result


def _held(fact: Fact, piece: Piece[Stretch]) -> Moment:
    """Return when a fact holds inside a piece that it may reach out of."""
    return clip(fact.moment.bounds(), piece.start, piece.end) or fact.moment


def _inferred(fact: Fact) -> Grade:
    return weakest([Grade.INFERRED, fact.grade])


def _is_weak(facts: Sequence[Fact]) -> bool:
    return all(fact.grade.rank > Grade.DEFAULT.rank for fact in facts)


def _is_inside(fact: Fact, piece: Piece[Stretch]) -> bool:
    if fact.moment.certainly_before(_start(piece)):
        return False
    return piece.end is None or not piece.end.certainly_before(fact.moment)
