# SPDX-License-Identifier: Apache-2.0
"""The truth of an archive follows from what went in, and agrees with a plain count of what came out."""

from __future__ import annotations

import csv
import io

import pytest

from tests.makers.clock import at
from tests.makers.linkedin import ERA_2026, ERA_2026_ALL_COLUMNS, account, full, of_era, simple
from tests.makers.truth import Bounds, created


@pytest.mark.parametrize(("registered", "status", "expected"), [
    ("2/10/25, 9:15 AM", None, Bounds("2025-02-09T19:15:00Z", "2025-02-10T21:15:59Z")),
    ("3/4/12, 12:00 PM", "2012/03/04 12:00:00 UTC", Bounds("2012-03-04T12:00:00Z", "2012-03-04T12:00:00Z")),
    (None, "2012/03/04 12:00:00 UTC", Bounds("2012-03-04T12:00:00Z", "2012-03-04T12:00:00Z")),
    ("1/1/20, 12:05 AM", None, Bounds("2019-12-31T10:05:00Z", "2020-01-01T12:05:59Z")),
    ("13/45/12, 25:61 XM", None, None),
    ("2/30/12, 1:00 PM", None, None),
    ("2/28/12, 13:00 PM", None, None),
    ("", None, None),
    (None, None, None),
])  # fmt: skip
def test_creation_is_what_both_files_allow(
    registered: str | None, status: str | None, expected: Bounds | None
) -> None:
    assert created(registered, status) == expected


def test_an_account_can_be_known_to_the_second() -> None:
    made = account(at("2024-11-01 12:00"))
    assert made["Registration.csv"].splitlines()[1] == b'"11/1/24, 12:00 PM",,'
    assert made.truth.created == Bounds("2024-11-01T12:00:00Z", "2024-11-01T12:00:00Z")
    assert simple(registered_at=None).truth.created is None


def test_message_counts_agree_with_the_rows() -> None:
    made = of_era(ERA_2026_ALL_COLUMNS)
    rows = list(csv.DictReader(io.StringIO(made["messages.csv"].decode(), newline="")))
    drafts = [r for r in rows if "Yes" in (r["IS MESSAGE DRAFT"], r["IS CONVERSATION DRAFT"])]
    ads = [r for r in rows if "spinmail" in r["CONTENT"]]
    private = [r for r in rows if r not in drafts and r not in ads]
    truth = made.truth
    assert (truth.drafts, truth.sponsored_messages, truth.private_messages) == (
        len(drafts),
        len(ads),
        len(private),
    )
    assert truth.messages_with_subject == sum(bool(r["SUBJECT"]) for r in private)
    assert sum(truth.by_month["private_messages"].values()) == len(private)


def test_counts_name_the_classes_whose_file_is_there() -> None:
    assert simple().truth.counts() == {
        "posts": 1, "comments": 2, "private_messages": 3, "messages_with_subject": 1, "sponsored_messages": 0,
    }  # fmt: skip


def test_payments_carry_their_minute_in_the_zone_of_their_file() -> None:
    made = simple(receipts=(full(ERA_2026).receipts_v2 or ())[1:])
    assert [(p.plan, p.description, p.country) for p in made.truth.plans] == [
        ("premium", "Premium Career", "US")
    ]
    assert made.truth.plans[0].when == Bounds("2026-01-08T02:15:00Z", "2026-01-08T02:15:59Z")
