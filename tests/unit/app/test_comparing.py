# SPDX-License-Identifier: Apache-2.0
"""Two exports of one account: what the newer adds, lacks and has otherwise; nothing follows from that."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from inspector.app.comparing import Comparison, compare, pairs
from inspector.app.session import Session
from inspector.catalog.index import Catalog
from inspector.domain.facts import Fact
from inspector.domain.moment import instant
from inspector.domain.words import FactKind, Grade
from inspector.system.messages import Messages
from tests.makers.linkedin import ERA_2024, ERA_2026, Era, of_era
from tests.unit.app.read_once import read_once

CONTROL = "linkedin/generative-ai-improvement"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.load()


def handed_in(catalog: Catalog, folder: Path, *eras: Era) -> Session:
    session = Session(catalog)
    for number, era in enumerate(eras):
        file = folder / f"export-{number}.zip"
        file.write_bytes(of_era(era).zip())
        session.add(read_once(session, file))
    return session


def compared(session: Session, lang: str = "en") -> Comparison:
    (pair,) = pairs(session)
    return compare(pair, session.catalog, Messages(lang))


def test_of_two_exports_the_later_is_the_newer_in_whatever_order_they_came(
    catalog: Catalog, tmp_path: Path
) -> None:
    for eras in ((ERA_2024, ERA_2026), (ERA_2026, ERA_2024)):
        (pair,) = pairs(handed_in(catalog, tmp_path, *eras))
        assert pair.service == "linkedin"
        assert pair.certain
        assert pair.is_whole
        assert pair.older.source.as_of.latest < pair.newer.source.as_of.earliest


def test_what_was_added_lacks_and_stands_otherwise_is_told(catalog: Catalog, tmp_path: Path) -> None:
    found = compared(handed_in(catalog, tmp_path, ERA_2024, ERA_2026))
    told = {one.what: (one.change, one.older, one.newer) for one in found.differences}
    assert told["Résumés"] == ("added", "not there", "1")
    assert told["Résumés that LinkedIn keeps"] == ("added", "not found", "found")
    assert told["File Comments.csv"] == ("lacking", "411 bytes", "not there")
    assert told["File Comments_900000417.csv"] == ("added", "not there", "406 bytes")
    assert told["File messages.csv"][0] == "differs"
    assert found.same == 14
    assert found.count("added") + found.count("lacking") + found.count("differs") == len(found.differences)


def test_settings_come_first_with_what_each_says(catalog: Catalog, tmp_path: Path) -> None:
    (pair,) = pairs(handed_in(catalog, tmp_path, ERA_2024, ERA_2026))
    sides = [
        replace(side, facts=(*side.facts, reading(position, day)))
        for side, position, day in ((pair.older, "on", "2024-12-01"), (pair.newer, "off", "2026-02-01"))
    ]
    found = compare(replace(pair, older=sides[0], newer=sides[1]), catalog, Messages())
    first = found.differences[0]
    assert first.change == "differs"
    assert first.what == "Setting “Data for Generative AI Improvement”"
    assert (first.older, first.newer) == ("ON (1 December 2024)", "OFF (1 February 2026)")


def reading(position: str, day: str) -> Fact:
    when = instant(datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    return Fact(FactKind.SETTING_READING, "linkedin", position, Grade.RECORDED, when, None, CONTROL)


def test_the_same_export_twice_is_no_pair_and_one_read_again_differs_in_nothing(
    catalog: Catalog, tmp_path: Path
) -> None:
    session = handed_in(catalog, tmp_path, ERA_2026, ERA_2026)
    assert pairs(session) == ()
    (pair,) = pairs(handed_in(catalog, tmp_path, ERA_2024, ERA_2026))
    alike = compare(replace(pair, newer=pair.older), catalog, Messages())
    assert alike.differences == ()
    assert alike.same == len(pair.older.source.members)


def test_exports_of_two_accounts_are_never_compared(catalog: Catalog, tmp_path: Path) -> None:
    session = handed_in(catalog, tmp_path, ERA_2024, ERA_2026)
    one, other = session.case.readings
    apart = Session(catalog)
    apart.add(one)
    apart.add(replace(other, source=replace(other.source, account="https://example.com/other")))
    assert pairs(apart) == ()


def test_where_the_days_overlap_nobody_says_which_is_newer(catalog: Catalog, tmp_path: Path) -> None:
    session = handed_in(catalog, tmp_path, ERA_2024)
    (one,) = session.case.readings
    twin = replace(one, source=replace(one.source, sha256="a" * 64, name="twin.zip"))
    session.add(twin)
    (pair,) = pairs(session)
    assert not pair.certain


def test_an_export_that_was_left_out_is_not_compared(catalog: Catalog, tmp_path: Path) -> None:
    session = handed_in(catalog, tmp_path, ERA_2024, ERA_2026)
    session.leave_out(session.sources[0])
    assert pairs(session) == ()


def test_it_speaks_german(catalog: Catalog, tmp_path: Path) -> None:
    found = compared(handed_in(catalog, tmp_path, ERA_2024, ERA_2026), "de")
    assert {one.older for one in found.differences if one.change == "added"} >= {"nicht da"}
