# SPDX-License-Identifier: Apache-2.0
"""Receipts are recorded payments; periods are only inferred from their spacing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from inspector.archives.services.linkedin.receipts import Payment, periods, plan_of, read_receipts
from inspector.domain.residence import PlanPeriod
from inspector.domain.words import FactKind, Grade
from tests.makers.clock import us_padded_utc, us_short
from tests.makers.tables import table
from tests.unit.archives.ways import iso, page

HEADER = ("Billing Country", "Transaction Made At", "Invoice Number", "Description", "Total Amount")
START = datetime(2024, 1, 31, 9, 0, tzinfo=UTC)
CAREER = "Premium Career"


def receipt(when: datetime, what: str = CAREER, country: str = "US", invoice: str = "") -> tuple[str, ...]:
    return country, us_padded_utc(when), invoice, what, "29.99"


def inferred(*rows: tuple[str, ...]) -> tuple[PlanPeriod, ...]:
    payments: list[Payment] = []
    list(read_receipts(page(table(HEADER, rows)), payments))
    return periods(payments)


def spans(found: tuple[PlanPeriod, ...]) -> list[tuple[str, str | None, str | None, int]]:
    return [
        (one.plan, iso(one.start.not_before), iso(one.end.not_after if one.end else None), len(one.because))
        for one in found
    ]


@pytest.mark.parametrize(
    ("description", "plan"),
    [
        ("Premium Career Subscription (Monthly)", "premium"),
        ("Premium Business", "premium"),
        ("Recruiter Lite (Monthly)", "recruiter-lite"),
        ("LinkedIn Sales Navigator Core", "sales-navigator"),
        ("LinkedIn Learning", "learning"),
        ("Job posting", "other"),
        ("", "other"),
    ],
)
def test_the_plan_is_what_the_description_names(description: str, plan: str) -> None:
    assert plan_of(description) == plan


def test_every_receipt_is_a_payment_and_each_country_shows_by_its_first_and_last() -> None:
    rows = [receipt(START + timedelta(days=30 * n), country="se" if n < 3 else "DE") for n in range(5)]
    found = list(read_receipts(page(table(HEADER, rows)), []))
    paid = [fact for fact in found if fact.kind is FactKind.PLAN_PAYMENT]
    assert [fact.value for fact in paid] == ["premium"] * 5
    assert paid[0].grade is Grade.RECORDED
    hints = [
        (fact.value, fact.provenance.locator)
        for fact in found
        if fact.kind is FactKind.REGION_HINT and fact.provenance
    ]
    assert hints == [
        ("DE", "row 5, column Billing Country"),
        ("DE", "row 6, column Billing Country"),
        ("SE", "row 2, column Billing Country"),
        ("SE", "row 4, column Billing Country"),
    ]


def test_monthly_payments_make_one_period_that_ends_a_month_after_the_last() -> None:
    months = [START, datetime(2024, 2, 29, 9, tzinfo=UTC), datetime(2024, 3, 31, 9, tzinfo=UTC)]
    found = inferred(*map(receipt, reversed(months)))
    assert spans(found) == [("premium", "2024-01-31T09:00:00Z", "2024-05-01T09:00:59Z", 3)]
    assert found[0].grade is Grade.INFERRED


def test_a_gap_ends_a_period_and_another_pace_starts_a_new_one() -> None:
    days = (0, 30, 60, 200, 230, 596)
    found = inferred(*(receipt(START + timedelta(days=day)) for day in days))
    assert [(span[0], span[3]) for span in spans(found)] == [("premium", 3), ("premium", 2)]


def test_yearly_payments_make_years() -> None:
    found = inferred(receipt(START), receipt(START + timedelta(days=366)))
    assert spans(found) == [("premium", "2024-01-31T09:00:00Z", "2026-02-01T09:00:59Z", 2)]


@pytest.mark.parametrize(
    ("what", "count"), [("Premium Career Subscription (Monthly)", 1), (CAREER, 0), ("Job post", 0)]
)
def test_a_single_payment_makes_a_period_only_where_its_length_is_stated(what: str, count: int) -> None:
    assert len(inferred(receipt(START, what))) == count


def test_plans_are_not_mixed_and_other_purchases_are_no_plan() -> None:
    rows = [
        receipt(START + timedelta(days=30 * n), what)
        for n in range(2)
        for what in (CAREER, "Recruiter Lite", "Job post")
    ]
    assert [span[0] for span in spans(inferred(*rows))] == ["premium", "recruiter-lite"]


def test_one_invoice_in_both_files_is_one_payment() -> None:
    payments: list[Payment] = []
    old = ("US", us_short(START), "10000000012", CAREER, "29.99")
    for row in (old, receipt(START, invoice="10000000012")):
        list(
            read_receipts(
                page(table(HEADER, [row, receipt(START + timedelta(days=30), invoice="2")])), payments
            )
        )
    assert [len(period.because) for period in periods(payments)] == [2]


def test_an_undated_receipt_is_recorded_without_bounds_and_named() -> None:
    payments: list[Payment] = []
    found = page(table(HEADER, [("US", "last spring", "1", CAREER, "1"), ("US",)]))
    (fact,) = read_receipts(found, payments)
    assert not fact.moment.is_known
    assert {key: fault.row for key, fault in found.faults.items()} == {
        "member.row_bad_date": 2,
        "member.row_short": 3,
    }
    assert periods(payments) == ()
