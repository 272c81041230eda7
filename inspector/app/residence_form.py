# SPDX-License-Identifier: Apache-2.0
"""Periods as they are typed, row by row: what is wrong with each, what overlaps, what is left open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from inspector.app.days import DayError, Days
from inspector.domain.moment import UNKNOWN_MOMENT, catalog_day
from inspector.domain.residence import PlanPeriod, Residence, Stay
from inspector.domain.text import Note, note
from inspector.domain.words import Grade

_EASTWARD = timedelta(days=1)
"""East of Greenwich it is tomorrow already while it is today by UTC."""
_UNFINISHED = ("day.", "periods.place.", "periods.plan.")
_OVERLAPS = ("periods.both", "periods.still", "periods.overlap")
Field = Literal["what", "start", "end"]
_DAYS: tuple[Field, ...] = ("start", "end")
Name = Callable[[str], str]
"""Words for a code: the country's or the plan's name in the language of the window."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One row. `what` is the code that `written` stands for, None where it stands for none."""

    what: str | None
    written: str
    start: str
    end: str

    @property
    def is_blank(self) -> bool:
        """Answer whether nothing is typed yet."""
        return not (self.written.strip() or self.start.strip() or self.end.strip())

    @property
    def is_unnamed(self) -> bool:
        """Answer whether nothing says what it is about."""
        return self.what is None and not self.written.strip()


BLANK = Typed(None, "", "", "")


@dataclass(frozen=True, slots=True)
class Period:
    """What a row says once it can be read. None: ever, still; `end` is no longer part of it."""

    row: int
    what: str
    start: date | None
    end: date | None

    @property
    def earliest(self) -> date:
        """Return the start, the first day there is where it is open."""
        return self.start or date.min

    @property
    def latest(self) -> date:
        """Return the end, the last day there is where it is open."""
        return self.end or date.max


@dataclass(frozen=True, slots=True)
class Mend:
    """What would mend an overlap: let the period of `row` end on `end`."""

    row: int
    end: date


@dataclass(frozen=True, slots=True)
class Told:
    """What stands beside a row: what is wrong keeps the form from counting, what is open does not.

    `fields`: those that what is wrong is about, in the row numbered `at`; None: in the row told of.
    """

    wrong: Note | None = None
    left_open: Note | None = None
    mend: Mend | None = None
    fields: tuple[Field, ...] = ("what", "start", "end")
    at: int | None = None

    @property
    def is_overlap(self) -> bool:
        """Answer whether what is wrong is that two things are said of one time."""
        return self.wrong is not None and self.wrong.key in _OVERLAPS

    @property
    def says_little(self) -> bool:
        """Answer whether nothing is told but which day a month or a year is taken for."""
        is_rounded = self.left_open is not None and self.left_open.key.startswith("periods.first_day")
        return self == Told() or is_rounded

    @property
    def is_unfinished(self) -> bool:
        """Answer whether what is wrong may only be that someone is still typing."""
        return self.wrong is not None and self.wrong.key.startswith(_UNFINISHED)


@dataclass(frozen=True, slots=True)
class Form:
    """The rows together. `periods`: those that can be read, in time order. `told`: one entry per row."""

    periods: tuple[Period, ...]
    told: tuple[Told, ...]
    overlaps: tuple[tuple[date, date], ...]
    gaps: tuple[tuple[date, date], ...]

    @property
    def is_whole(self) -> bool:
        """Answer whether nothing is wrong, so that the form may count."""
        return not any(one.wrong for one in self.told)


def next_row(form: Form, days: Days) -> Typed:
    """Return what a further row begins with: a move ends one period on the day on which the next begins.

    Where the first period has a beginning, it is the one before that is
    asked for; else the one after the last.
    """
    if not form.periods or not form.is_whole:
        return BLANK
    first, last = form.periods[0], max(form.periods, key=lambda one: one.latest)
    if last.end is not None:
        return Typed(None, "", days.spelled(last.end), "")
    return Typed(None, "", "", days.spelled(first.start)) if first.start is not None else BLANK


class PeriodForm:
    """Checks rows of one kind: `kind` is `place` or `plan` and names the sentences."""

    def __init__(self, kind: str, days: Days, name: Name) -> None:
        self._kind = kind
        self._days = days
        self._name = name

    def check(self, rows: Sequence[Typed], today: date) -> Form:
        """Return what the rows say and what is to be told beside each."""
        told = [Told() for _ in rows]
        periods: list[Period] = []
        for number, row in enumerate(rows):
            try:
                period = self._period(number, row, today)
            except _RowError as error:
                told[number] = Told(wrong=error.note, fields=error.fields)
            else:
                periods.extend([period] if period else [])
                told[number] = self._rounded(row, period)
        ordered = sorted(periods, key=lambda one: (one.earliest, one.latest, one.row))
        overlaps = self._tell_overlaps(ordered, told)
        gaps = () if overlaps else self._tell_gaps(ordered, told)
        if not overlaps:
            self._tell_end(ordered, told, today)
        return Form(tuple(ordered), tuple(told), overlaps, gaps)

    def _period(self, number: int, row: Typed, today: date) -> Period | None:
        if row.is_unnamed:
            return None
        if row.what is None:
            raise _RowError(note(f"periods.{self._kind}.unknown", text=row.written.strip()), "what")
        start = self._typed_day(row.start, today, "start")
        end = self._typed_day(row.end, today, "end")
        if start and end and end <= start:
            raise _RowError(note("periods.backwards"), "start", "end")
        return Period(number, row.what, start, end)

    def _rounded(self, row: Typed, period: Period | None) -> Told:
        """Say which day a month or a year is taken for, and that days alone say nothing."""
        if row.is_unnamed and not row.is_blank:
            return Told(left_open=note(f"periods.{self._kind}.missing"), fields=("what",))
        pairs = ((row.start, period.start), (row.end, period.end)) if period else ()
        loose = [(text, day) for text, day in pairs if day is not None and not self._days.is_whole(text)]
        if not loose:
            return Told()
        values = {"first": catalog_day(loose[0][1]), "last": catalog_day(loose[-1][1])}
        return Told(
            left_open=note("periods.first_day" if len(loose) == 1 else "periods.first_days", **values)
        )

    def _typed_day(self, text: str, today: date, field: Field) -> date | None:
        if not text.strip():
            return None
        try:
            day = self._days.read_first(text)
        except DayError as error:
            raise _RowError(error.note, field) from error
        if day > today + _EASTWARD:
            raise _RowError(note("periods.ahead"), field)
        return day

    def _tell_overlaps(self, ordered: Sequence[Period], told: list[Told]) -> tuple[tuple[date, date], ...]:
        found = []
        reaching: Period | None = None
        for period in ordered:
            if reaching is not None and period.earliest < reaching.latest:
                found.append((period.earliest, min(period.latest, reaching.latest)))
                told[period.row] = self._overlap(reaching, period)
            if reaching is None or period.latest > reaching.latest:
                reaching = period
        return tuple(found)

    def _overlap(self, before: Period, after: Period) -> Told:
        first, second = self._name(before.what), self._name(after.what)
        if after.start is None or (before.start and after.start <= before.start):
            return Told(wrong=note("periods.both", first=first, second=second), fields=_DAYS)
        start = catalog_day(after.start)
        mend = Mend(before.row, after.start)
        if before.end is None:
            still = note("periods.still", first=first, second=second, start=start)
            return Told(wrong=still, mend=mend, fields=("end",), at=before.row)
        end = catalog_day(before.end)
        overlap = note("periods.overlap", first=first, second=second, start=start, end=end)
        return Told(wrong=overlap, mend=mend, fields=("end",), at=before.row)

    def _tell_gaps(self, ordered: Sequence[Period], told: list[Told]) -> tuple[tuple[date, date], ...]:
        found = []
        for before, after in pairwise(ordered):
            if before.end and after.start and before.end < after.start:
                found.append((before.end, after.start))
                between = note(
                    f"periods.{self._kind}.gap",
                    before=self._name(before.what),
                    after=self._name(after.what),
                    first=catalog_day(before.end),
                    second=catalog_day(after.start),
                )
                told[after.row] = Told(left_open=between, mend=Mend(before.row, after.start))
        return tuple(found)

    def _tell_end(self, ordered: Sequence[Period], told: list[Told], today: date) -> None:
        """Say that nothing is said of the time till today, where the last period ended before."""
        last = max(ordered, key=lambda one: one.latest, default=None)
        if last is not None and last.end is not None and last.end < today and told[last.row].says_little:
            key = f"periods.{self._kind}.ended"
            left_open = note(key, name=self._name(last.what), end=catalog_day(last.end))
            told[last.row] = Told(left_open=left_open)


class _RowError(Exception):
    """A row cannot be read yet: `note` says why, `fields` where."""

    def __init__(self, reason: Note, *fields: Field) -> None:
        super().__init__(reason.key)
        self.note = reason
        self.fields = fields


def residence(form: Form) -> Residence:
    """Return the stays of a form of places that is whole."""
    return tuple(Stay(one.what, one.start, one.end) for one in form.periods)


def plans(form: Form, service: str) -> tuple[PlanPeriod, ...]:
    """Return the declared plan periods of a form of one service's plans that is whole."""
    return tuple(
        PlanPeriod(
            service,
            one.what,
            catalog_day(one.start) if one.start else UNKNOWN_MOMENT,
            catalog_day(one.end) if one.end else None,
            Grade.DECLARED,
        )
        for one in form.periods
    )


def typed_stay(stay: Stay, name: Name, days: Days) -> Typed:
    """Return a stay as a row that says it."""
    start, end = (days.spelled(day) if day else "" for day in (stay.start, stay.end))
    return Typed(stay.region, name(stay.region), start, end)


def typed_plan(plan: PlanPeriod, name: Name, days: Days) -> Typed:
    """Return a plan period as a row that says it."""
    start, end = (_spelled(moment.raw if moment else None, days) for moment in (plan.start, plan.end))
    return Typed(plan.plan, name(plan.plan), start, end)


def _spelled(raw: str | None, days: Days) -> str:
    """Return a day as it was typed, in words where it can be read."""
    try:
        return days.spelled(days.read(raw)) if raw else ""
    except DayError:
        return raw or ""
