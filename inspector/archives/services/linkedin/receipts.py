# SPDX-License-Identifier: Apache-2.0
"""Receipts: payments as recorded, and the periods that their spacing suggests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from inspector.archives import countries
from inspector.archives.dates import US_MINUTE, US_MINUTE_UTC
from inspector.archives.formats.records import Fault
from inspector.archives.formats.rows import Row
from inspector.archives.formats.tables import Table
from inspector.archives.frame.cells import Cell, cell_at
from inspector.archives.frame.page import Page
from inspector.archives.services.linkedin.shapes import HEADERS, SERVICE
from inspector.domain.facts import Fact
from inspector.domain.moment import Moment, between, shifted
from inspector.domain.residence import PlanPeriod
from inspector.domain.words import FactKind, Grade

_RECEIPT_DATES: Final = (US_MINUTE, US_MINUTE_UTC)
# Words of a description, in the order in which they decide. Anything else is a purchase of another kind.
_PLANS: Final = (
    ("sales navigator", "sales-navigator"),
    ("recruiter lite", "recruiter-lite"),
    ("recruiter", "recruiter"),
    ("learning", "learning"),
    ("premium", "premium"),
)
OTHER_PLAN: Final = "other"


@dataclass(frozen=True, slots=True)
class Spacing:
    """How far apart payments of one subscription lie, in days; a month or year, and a few days of grace."""

    least: int
    most: int
    longest: timedelta


_MONTHLY: Final = Spacing(26, 34, timedelta(days=31))
_YEARLY: Final = Spacing(358, 373, timedelta(days=366))
_SPACINGS: Final = (_MONTHLY, _YEARLY)
_STATED: Final = {"monthly": _MONTHLY, "yearly": _YEARLY, "annual": _YEARLY}


@dataclass(frozen=True, slots=True)
class Payment:
    """One receipt with its fact. `invoice` tells one payment in two files; `spacing` where it is stated."""

    fact: Fact
    invoice: str
    spacing: Spacing | None


def plan_of(description: str) -> str:
    """Return the plan that a receipt's description names."""
    text = description.casefold()
    return next((plan for words, plan in _PLANS if words in text), OTHER_PLAN)


def read_receipts(page: Page, payments: list[Payment]) -> Iterator[Fact]:
    """Yield one payment per receipt, and per billing country the first and the last receipt."""
    table = page.table(HEADERS["receipts"])
    made, told = table.column("transactionmadeat"), table.column("description")
    found: list[Payment] = []
    billed: list[tuple[Moment, str, Cell]] = []
    for number, row in table.records():
        when, what = cell_at(table, number, row, made), cell_at(table, number, row, told)
        if when is None or what is None:
            page.bad(Fault(number, "member.row_short"))
            continue
        moment = page.moment(when, _RECEIPT_DATES)
        payment = page.fact(FactKind.PLAN_PAYMENT, plan_of(what.raw), moment, when)
        yield payment
        found.append(Payment(payment, _invoice(table, number, row), _stated_spacing(what.raw)))
        country = cell_at(table, number, row, table.column("billingcountry"))
        if moment and country and (code := _country(country.raw)):
            billed.append((moment, code, country))
    for moment, code, cell in _first_and_last(billed):
        yield page.fact(FactKind.REGION_HINT, code, moment, cell)
    payments.extend(found)


def _country(text: str) -> str | None:
    return countries.from_code(text) or countries.from_name(text)


def _invoice(table: Table, number: int, row: Row) -> str:
    cell = cell_at(table, number, row, table.column("invoicenumber"))
    return cell.raw if cell else ""


def _stated_spacing(description: str) -> Spacing | None:
    text = description.casefold()
    return next((spacing for word, spacing in _STATED.items() if word in text), None)


def _first_and_last(billed: Sequence[tuple[Moment, str, Cell]]) -> Iterator[tuple[Moment, str, Cell]]:
    ordered = sorted(billed, key=lambda entry: entry[0].sort_key())
    for code in sorted({entry[1] for entry in ordered}):
        own = [entry for entry in ordered if entry[1] == code]
        yield from dict.fromkeys((own[0], own[-1]))


def periods(payments: Iterable[Payment]) -> tuple[PlanPeriod, ...]:
    """Return the periods that payments of one plan at regular distance suggest; grade `inferred`.

    A single payment makes a period only where its description states month or year. A period ends one
    month or year after its last payment.
    """
    once: dict[str, Payment] = {}
    for payment in payments:
        if payment.fact.moment.is_known:
            once.setdefault(payment.invoice or "|".join(payment.fact.content_key()), payment)
    ordered = sorted(once.values(), key=lambda payment: payment.fact.moment.sort_key())
    found: list[PlanPeriod] = []
    for plan in sorted({payment.fact.value for payment in ordered} - {OTHER_PLAN}):
        own = [payment for payment in ordered if payment.fact.value == plan]
        found.extend(_periods_of(plan, own))
    return tuple(sorted(found, key=lambda period: (period.start.sort_key(), period.plan)))


def _periods_of(plan: str, payments: Sequence[Payment]) -> Iterator[PlanPeriod]:
    run: list[Payment] = []
    pace: Spacing | None = None
    for payment in payments:
        step = _step(run[-1], payment) if run else None
        if run and (step is None or (pace is not None and step is not pace)):
            yield from _period(plan, run, pace)
            run, pace = [], None
        elif run:
            pace = step
        run.append(payment)
    if run:
        yield from _period(plan, run, pace)


def _step(before: Payment, after: Payment) -> Spacing | None:
    """Return the spacing that lies between two payments, None where they are no neighbours."""
    days = (after.fact.moment.latest - before.fact.moment.latest).days
    return next((spacing for spacing in _SPACINGS if spacing.least <= days <= spacing.most), None)


def _period(plan: str, run: Sequence[Payment], pace: Spacing | None) -> Iterator[PlanPeriod]:
    spacing = pace or run[-1].spacing
    if spacing is None:
        return
    last = run[-1].fact.moment
    end = between(shifted(last.earliest, spacing.longest), shifted(last.latest, spacing.longest))
    because = tuple(payment.fact for payment in run)
    yield PlanPeriod(SERVICE, plan, run[0].fact.moment.bounds(), end, Grade.INFERRED, because)
