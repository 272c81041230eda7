# SPDX-License-Identifier: Apache-2.0
"""When the account was made, and its first and last log-in."""

from __future__ import annotations

import pytest

from inspector.archives.services.linkedin.account import (
    read_connections,
    read_history,
    read_logins,
    read_registration,
)
from inspector.domain.words import FactKind
from tests.makers.linkedin import columns
from tests.makers.tables import UTF16_TSV, table
from tests.unit.archives.ways import bounds, iso, page


@pytest.mark.parametrize("header", [columns.REGISTRATION_2018, columns.REGISTRATION])
def test_registration_is_known_to_the_minute_without_zone(header: tuple[str, ...]) -> None:
    row = ["2/10/25, 9:15 AM"] + [""] * (len(header) - 1)
    (fact,) = read_registration(page(table(header, [row])))
    assert (fact.kind, fact.value) == (FactKind.ACCOUNT_CREATED, "created")
    assert bounds(fact.moment) == ("2025-02-09T19:15:00Z", "2025-02-10T21:15:59Z")
    assert fact.provenance is not None
    assert (fact.provenance.locator, fact.provenance.raw) == (
        f"row 2, column {header[0]}",
        "2/10/25, 9:15 AM",
    )


@pytest.mark.parametrize("cell", ["", "3/4/2012, 12:00 PM", "2/30/25, 9:15 AM", "3/4/98, 12:00 PM"])
def test_a_registration_that_cannot_be_read_states_nothing(cell: str) -> None:
    found = page(table(columns.REGISTRATION, [(cell, "", "")]))
    assert list(read_registration(found)) == []
    assert bool(found.faults) == bool(cell)


def test_the_status_history_states_the_creation_to_the_second() -> None:
    rows = [
        ("2015/01/01 10:00:00 UTC", "Account Closed"),
        ("2012/03/04 12:00:00 UTC", "Account Created"),
        ("x",),
    ]
    found = page(table(("Time", "Event"), rows, UTF16_TSV))
    (fact,) = read_history(found)
    assert bounds(fact.moment) == ("2012-03-04T12:00:00Z", "2012-03-04T12:00:00Z")
    assert fact.provenance is not None
    assert fact.provenance.locator == "row 3, column Time"
    assert found.faults["member.row_short"].row == 4


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Wed Dec 11 21:15:07 UTC 2024", "Mon Nov 11 21:15:07 UTC 2024", "Tue Nov 12 01:00:00 UTC 2024"],
         ["2024-11-11T21:15:07Z", "2024-12-11T21:15:07Z"]),
        (["2018/11/11 21:15:07 UTC"], ["2018-11-11T21:15:07Z"]),
        (["2018/11/11 21:15:07 UTC", "nonsense"], ["2018-11-11T21:15:07Z"]),
        ([], []),
    ],
)  # fmt: skip
def test_only_the_first_and_the_last_login_are_facts(texts: list[str], expected: list[str]) -> None:
    header = ("Login Date", "IP Address", "User Agent", "Login Type")
    rows = [(text, "192.0.2.17", "Browser", "CHALLENGE") for text in texts]
    found = list(read_logins(page(table(header, rows))))
    assert [iso(fact.moment.not_before) for fact in found] == expected
    assert all(fact.provenance and fact.provenance.raw in texts for fact in found)


def test_connections_only_bound_the_time_of_the_export_and_never_complain() -> None:
    preamble = b'Notes:\n"When exporting, ""you"" may notice"\n\n'
    rows = [("Ana", "Ruiz", "", "", "", "", "5 Jan 2026"), ("", "", "", "", "", "", "4-Apr-21"), ("Zoe",)]
    found = page(preamble + table(columns.CONNECTIONS, rows))
    assert list(read_connections(found)) == []
    assert iso(found.latest) == "2026-01-04T10:00:00Z"
    assert not found.faults
