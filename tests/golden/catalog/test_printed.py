# SPDX-License-Identifier: Apache-2.0
"""What `inspector catalog` prints about LinkedIn, compared with files that a person can read.

Run this file as a module (`python -m tests.golden.catalog.test_printed`) to write them anew.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from inspector.catalog.index import Catalog
from inspector.catalog.lines import lines
from inspector.catalog.query import Query
from inspector.catalog.table import to_json
from inspector.system.messages import Messages

HERE = Path(__file__).parent
NOW = datetime(2026, 12, 1, tzinfo=UTC)
ASKED = {
    "all": Query("linkedin"),
    "germany": Query("linkedin", "DE"),
    "united-kingdom-start": Query("linkedin", "GB", on=date(2025, 11, 3)),
    "guadeloupe": Query("linkedin", "GP"),
}


def table(query: Query) -> str:
    return "\n".join(lines(Catalog.load(), query, Messages(), NOW)) + "\n"


def encoded(query: Query) -> str:
    catalog = Catalog.load()
    return to_json(catalog, query).replace(catalog.sha256, "0" * 64)


@pytest.mark.parametrize("name", ASKED)
def test_the_table_is_as_read_before(name: str) -> None:
    assert table(ASKED[name]) == (HERE / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["all", "united-kingdom-start"])
def test_the_json_is_as_read_before(name: str) -> None:
    assert encoded(ASKED[name]) == (HERE / f"{name}.json").read_text("utf-8")


def write() -> None:
    for name, query in ASKED.items():
        (HERE / f"{name}.txt").write_text(table(query), "utf-8")
    for name in ("all", "united-kingdom-start"):
        (HERE / f"{name}.json").write_text(encoded(ASKED[name]), "utf-8")


if __name__ == "__main__":
    write()
