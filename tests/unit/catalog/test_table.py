# SPDX-License-Identifier: Apache-2.0
"""`inspector catalog`: JSON by its schema, filters by region, plan and day, and a table of 80 columns."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest

from inspector.catalog.errors import UnknownIdError
from inspector.catalog.lines import lines
from inspector.catalog.query import Query
from inspector.catalog.table import encode, to_json
from inspector.system import resources
from inspector.system.messages import Messages
from tests.unit.catalog.samples import NOW, shipped

CATALOG = shipped()
SCHEMA = json.loads(resources.path("schemas/catalog-1.json").read_text("utf-8"))
TRAINING = "linkedin/generative-ai-improvement"
DAY = date(2025, 6, 1)
QUERIES = [
    Query(),
    Query("linkedin"),
    Query("linkedin", "DE"),
    Query("linkedin", "US-CA", "premium"),
    Query("linkedin", "GP", on=DAY),
    Query(on=date(2024, 9, 1)),
    Query(plan="basic", on=DAY),
]


def practices(query: Query) -> dict[str, list[tuple[str, bool]]]:
    encoded = encode(CATALOG, query)
    return {
        control["id"]: [(row["id"], row["certain"]) for row in control["practices"]]
        for service in encoded["services"]
        for control in service["controls"]
    }


@pytest.mark.parametrize("query", QUERIES, ids=repr)
def test_json_is_valid_against_its_schema_and_the_same_each_time(query: Query) -> None:
    text = to_json(CATALOG, query)
    jsonschema.validate(json.loads(text), SCHEMA, format_checker=jsonschema.FormatChecker())
    assert text == to_json(shipped(), query)


def test_the_schema_is_a_schema_and_refuses_what_lacks_a_key() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    encoded: dict[str, Any] = encode(CATALOG, Query())
    del encoded["services"][0]["controls"][0]["practices"][0]["certain"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(encoded, SCHEMA)


def test_a_row_has_the_keys_of_the_interface() -> None:
    encoded = encode(CATALOG, Query("linkedin", "US"))
    assert (encoded["schema"], encoded["version"]) == ("inspector/catalog/1", CATALOG.version)
    (service,) = encoded["services"]
    assert service["archive"]["reader"] is True
    assert "account_created" in service["archive"]["tells"]
    (control,) = service["controls"]
    before, row = control["practices"]
    assert before["from"] == {"not_before": None, "not_after": None}
    assert before["until"] == row["from"]
    assert row["from"] == {"not_before": "2024-08-01T00:00:00Z", "not_after": "2024-09-18T23:59:59Z"}
    assert row["until"] is None
    assert row["offered"] == {"from": row["from"], "initial": "on"}
    assert (row["strength"], row["strengths"]["not_before"]) == ("official", "alleged")
    assert {one["id"] for one in service["sources"]} >= set(row["sources"])


def test_all_rows_are_listed_without_a_filter() -> None:
    listed = practices(Query())
    assert {name for rows in listed.values() for name, _ in rows} == {
        row.id for entry in CATALOG.services() for control in entry.controls for row in control.rows
    }


def test_a_region_leaves_only_its_rows_and_controls() -> None:
    assert practices(Query("linkedin", "DE-BY")) == {
        TRAINING: [("linkedin.eea.not-used", True), ("linkedin.eea", True)]
    }
    assert set(practices(Query("linkedin", "GB"))) == {TRAINING, "linkedin/microsoft-training"}
    assert practices(Query("linkedin", "GP")) == {}


def test_a_day_leaves_what_holds_then_and_both_rows_inside_bounds() -> None:
    assert practices(Query("linkedin", "HK", on=DAY)) == {TRAINING: [("linkedin.hk.not-used", True)]}
    assert practices(Query("linkedin", "US", on=date(2024, 9, 1))) == {
        TRAINING: [("linkedin.us.before", False), ("linkedin.us", False)]
    }
    everywhere = practices(Query("linkedin", on=DAY))[TRAINING]
    assert ("linkedin.ca.not-used", True) in everywhere
    assert ("linkedin.cn.not-used", False) in everywhere
    assert ("linkedin.cn.after", False) in everywhere


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        (Query("nothing"), "service"),
        (Query("linkedin", "UK"), "region"),
        (Query("linkedin", plan="gold"), "plan"),
    ],
)
def test_what_does_not_exist_is_named(query: Query, kind: str) -> None:
    with pytest.raises(UnknownIdError) as caught:
        encode(CATALOG, query)
    assert caught.value.kind == kind


@pytest.mark.parametrize("lang", ["en", "xx-long"])
@pytest.mark.parametrize("query", QUERIES, ids=repr)
def test_no_line_of_the_table_is_wider_than_the_terminal_but_for_addresses(query: Query, lang: str) -> None:
    for line in lines(CATALOG, query, Messages(lang), NOW):
        assert len(line) <= 80 or line.strip().startswith(("https://", "http://")), line
        assert line == line.rstrip()


def test_the_table_says_how_old_it_is_and_when_it_is_out_of_date() -> None:
    def age(now: datetime) -> str:
        return lines(CATALOG, Query("linkedin"), Messages(), now)[1]

    assert age(datetime(2026, 11, 22, tzinfo=UTC)).startswith("Sources read on 2026-11-21, 1 day ago.")
    stale = " ".join(lines(CATALOG, Query("linkedin"), Messages(), datetime(2028, 1, 1, tzinfo=UTC))[1:3])
    assert "out of date since 2027-05-21" in stale


def test_the_table_numbers_the_sources_it_names() -> None:
    text = lines(CATALOG, Query("linkedin", "US-CA"), Messages(), NOW)
    assert "  California (US-CA) · United States (US)" in text
    head = next(line for line in text if "2024-08-01 .. 2024-09-18" in line)
    assert head == "    2024-08-01 .. 2024-09-18  on by default    alleged to official [2,3,4,5]"
    assert [line[:6] for line in text[text.index("Sources") + 1 :] if line[3:4].isdigit()] == [
        f"{number:>4}  " for number in range(1, 6)
    ]


def test_the_table_says_that_nothing_is_known_of_a_territory() -> None:
    text = lines(CATALOG, Query("linkedin", "GP"), Messages(), NOW)
    assert "The catalog says nothing for Guadeloupe (GP). What holds there is not known." in text


def test_rows_without_a_named_region_hold_everywhere_and_not_everywhere_else() -> None:
    text = lines(CATALOG, Query("chatgpt"), Messages(), NOW)
    assert "  Everywhere" in text
    assert "  Everywhere else" not in text
    assert "  Everywhere else" in lines(CATALOG, Query("linkedin"), Messages(), NOW)


def test_sources_are_told_in_the_language_of_the_table_and_in_english_in_json() -> None:
    german = " ".join(" ".join(lines(CATALOG, Query("linkedin", "DE"), Messages("de"), NOW)).split())
    assert "LinkedIn European Regional Privacy Notice, gültig ab 27.02.2025: Training nur" in german
    assert "Quellen gelesen am 21.11.2026" in german
    assert "Schalter gezeigt ab 18.09.2025." in german
    [service] = encode(CATALOG, Query("linkedin", "US"))["services"]
    noted = {source["id"]: source["note"] for source in service["sources"]}
    assert noted["complaint-2025-01-21"] == "What a plaintiff claimed. Also reported by techmonitor.ai."
    assert all(isinstance(source["title"], str) for source in service["sources"])


def test_no_german_table_has_a_day_in_iso_form() -> None:
    iso = re.compile(r"(?<![\w./-])\d{4}-\d{2}-\d{2}(?![\w-]|[./]\w)")
    found = [line for line in lines(CATALOG, Query(), Messages("de"), NOW, 120) if iso.search(line)]
    assert found == []
