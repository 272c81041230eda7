# SPDX-License-Identifier: Apache-2.0
"""A table that someone took out of an export is a source of its own."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from inspector.domain.words import FactKind
from tests.makers.bad.workbook import workbook
from tests.makers.linkedin import ERA_2018, ERA_2026, account, of_era
from tests.unit.archives.ways import bounds, counts, facts, read, row, said


@pytest.mark.parametrize("name", ["Registration.csv", "Registration (1).csv", "registration-2.csv"])
def test_a_registration_alone_states_the_creation(name: str, tmp_path: Path) -> None:
    data = of_era(ERA_2026)["Registration.csv"]
    (tmp_path / name).write_bytes(data)
    reading = read(tmp_path / name)
    source = reading.source
    assert (source.status, source.service, source.format, source.members) == ("read", "linkedin", "csv", ())
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    fact = facts(reading, FactKind.ACCOUNT_CREATED)[0]
    assert bounds(fact.moment) == ("2012-03-03T22:00:00Z", "2012-03-05T00:00:59Z")
    place = fact.provenance
    assert place is not None
    assert (place.member, place.member_sha256, place.locator) == (
        None,
        source.sha256,
        "row 2, column Registered At",
    )


def test_what_else_an_export_has_was_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "Registration.csv").write_bytes(of_era(ERA_2026)["Registration.csv"])
    reading = read(tmp_path / "Registration.csv")
    assert row(reading, "linkedin.account_created").outcome == "found"
    assert row(reading, "linkedin.posts").outcome == "not_looked"
    assert row(reading, "linkedin.posts").detail is None


@pytest.mark.parametrize(
    "name", ["messages.csv", "Shares.csv", "Comments.csv", "Receipts_v2.csv", "Profile.csv"]
)
def test_other_tables_are_known_by_name_and_header(name: str, tmp_path: Path) -> None:
    made = of_era(ERA_2026)
    full = next(inside for inside in made.names if inside.split("_9")[0].removesuffix(".csv") == name[:-4])
    (tmp_path / name).write_bytes(made[full])
    reading = read(tmp_path / name)
    assert reading.source.status == "read"
    assert {tally.member for tally in reading.tallies} <= {None}
    assert counts(reading) or reading.facts


def test_an_old_table_of_two_bytes_per_letter_is_known(tmp_path: Path) -> None:
    (tmp_path / "Shares.csv").write_bytes(of_era(ERA_2018)["Shares.csv"])
    assert counts(read(tmp_path / "Shares.csv")) == {"posts": of_era(ERA_2018).truth.posts}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("messages.csv", b"id,body\n1,hello\n"),
        ("table.csv", b"Registered At,Subscription Types\n"),
        ("notes.txt", b"hello"),
        ("Reactions.csv", workbook()),
    ],
)
def test_what_no_reader_knows_is_said(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    reading = read(tmp_path / name)
    assert (reading.source.status, reading.facts, reading.tallies) == ("unsupported", (), ())
    assert name in said(reading)[0]


def test_a_known_name_with_other_columns_is_named_once(tmp_path: Path) -> None:
    (tmp_path / "Registration.csv").write_bytes(b"When,Where\n3/4/12,here\n")
    reading = read(tmp_path / "Registration.csv")
    assert (reading.source.status, reading.source.unread_bears) == ("unsupported", True)
    assert len(said(reading)) == 1
    assert "columns" in said(reading)[0]


def test_the_same_table_alone_and_in_an_archive_states_the_same(tmp_path: Path) -> None:
    made = account()
    (tmp_path / "messages.csv").write_bytes(made["messages.csv"])
    alone, whole = read(tmp_path / "messages.csv"), read(made.write(tmp_path))
    same = {name: count for name, count in counts(whole).items() if "messages" in name}
    assert counts(alone) == same
