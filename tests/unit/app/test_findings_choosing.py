# SPDX-License-Identifier: Apache-2.0
"""Many findings: which are shown, in which order, under which headings, and the rows of their table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.app.findings.choosing import Arrangement, Order, arranged, count_of, counts, in_rows, portion
from inspector.app.findings.shapes import Detail, Table
from inspector.app.findings_view import findings_view
from inspector.system.messages import Messages
from tests.unit.app.cases import scenario

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
STATES = (("Canva", "off", 2025), ("Adobe", "on", 2024), ("zoom", "unknown", None), ("Apple", "on", 2026))


@pytest.fixture
def details(tmp_path: Path) -> list[Detail]:
    session = scenario(17, tmp_path)
    one = findings_view(session.inspection(), session.catalog, Messages(), NOW).details[0]
    return [
        replace(
            one,
            card=replace(
                one.card,
                key=name,
                service=name,
                state=state,
                since=datetime(year, 3, 1, tzinfo=UTC) if year else None,
            ),
            contradictions=one.contradictions if name == "Canva" else (),
        )
        for name, state, year in STATES
    ]


def names(details: list[Detail], how: Arrangement) -> list[tuple[str, list[str]]]:
    return [(group.value, [one.card.service for one in group.details]) for group in arranged(details, how)]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("weight", [("on", ["Adobe", "Apple"]), ("unknown", ["zoom"]), ("off", ["Canva"])]),
        ("service", [("", ["Adobe", "Apple", "Canva", "zoom"])]),
        ("newest", [("2026", ["Apple"]), ("2025", ["Canva"]), ("2024", ["Adobe"]), ("", ["zoom"])]),
    ],
)
def test_each_order_has_its_headings(
    details: list[Detail], order: Order, expected: list[tuple[str, list[str]]]
) -> None:
    assert names(details, Arrangement(order=order)) == expected
    assert names(details[::-1], Arrangement(order=order)) == expected


def test_only_what_is_there_can_be_chosen(details: list[Detail]) -> None:
    assert counts(details) == (("all", 4), ("on", 2), ("unknown", 1), ("off", 1), ("disagree", 1))
    assert counts(details[1:2]) == (("all", 1), ("on", 1))


def test_a_state_a_contradiction_or_words_narrow_what_is_shown(details: list[Detail]) -> None:
    assert names(details, Arrangement("on")) == [("on", ["Adobe", "Apple"])]
    assert names(details, Arrangement("disagree")) == [("off", ["Canva"])]
    assert names(details, Arrangement(wanted="  ZOO generative ")) == [("unknown", ["zoom"])]
    assert names(details, Arrangement("on", wanted="canva")) == []


def test_the_table_has_the_rows_of_what_is_shown_and_leads_to_them(details: list[Detail]) -> None:
    rows = tuple((one.card.service, one.card.word) for one in details)
    table = Table("t", ("a", "b"), (1, 1), rows, signs=tuple(one.card.state for one in details))
    shown, leads_to = in_rows(table, details, arranged(details, Arrangement("on", "newest")))
    assert [row[0] for row in shown.rows] == ["Apple", "Adobe"]
    assert shown.signs == ("on", "on")
    assert [one.card.service for one in leads_to] == ["Apple", "Adobe"]


@pytest.mark.parametrize(
    ("begins", "expected"),
    [
        (0, [("on", ["Adobe", "Apple"]), ("unknown", ["zoom"])]),
        (3, [("off", ["Canva"])]),
        (1, [("on", ["Apple"]), ("unknown", ["zoom"]), ("off", ["Canva"])]),
        (4, []),
    ],
)
def test_a_portion_begins_where_it_is_asked_for_and_names_the_heading_again(
    details: list[Detail],
    monkeypatch: pytest.MonkeyPatch,
    begins: int,
    expected: list[tuple[str, list[str]]],
) -> None:
    monkeypatch.setattr("inspector.app.findings.choosing.PORTION", 3)
    groups = arranged(details, Arrangement())
    assert count_of(groups) == len(details)
    found = [(group.value, [one.card.service for one in group.details]) for group in portion(groups, begins)]
    assert found == expected
