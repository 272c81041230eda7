# SPDX-License-Identifier: Apache-2.0
"""The table of what lay inside ON: each statement once, none where the service makes none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from inspector.domain.practices import ClassStatement
from inspector.domain.words import DataClass, Stated
from inspector.report.context import Context, context
from inspector.report.exposure import exposure
from inspector.report.words import Words
from inspector.system.messages import Messages
from tests.unit.report import samples
from tests.unit.report.sample_catalog import CONTROL, VIEW
from tests.unit.report.sample_parts import FINGERPRINT, NOW

_NOT_USED, _SILENT, _CASE = (
    "The service says: not used.",
    "The page does not name this.",
    "A case was dropped.",
)
_MESSAGES = (DataClass.PRIVATE_MESSAGES, DataClass.MESSAGES_WITH_SUBJECT)
_SILENT_KINDS = (DataClass.REACTIONS, DataClass.SPONSORED_MESSAGES, DataClass.SEARCHES)


def stated(kind: DataClass, said: Stated, text: str, *regions: str, source: str) -> ClassStatement:
    return ClassStatement(kind, said, regions, None, (source,), (("en", text),))


def case() -> Context:
    """Messages are stated twice, for two regions; of other kinds nothing is said."""
    view = VIEW.control("linkedin", CONTROL)
    first, second = (citation.id for citation in VIEW.citations[:2])
    classes = [
        *(stated(kind, Stated.NOT_USED, _NOT_USED, "EEA", source=first) for kind in _MESSAGES),
        *(stated(kind, Stated.NOT_USED, _NOT_USED, "*", source=second) for kind in _MESSAGES),
        *(stated(kind, Stated.UNKNOWN, _SILENT, "*", source=first) for kind in _SILENT_KINDS),
    ]
    beside = tuple((kind, _CASE) for kind in (*_MESSAGES, DataClass.SPONSORED_MESSAGES))
    view = replace(view, classes=tuple(classes), beside=beside)
    found = samples.moved_from_us_to_germany()
    found["findings"] = found["findings"][:1]
    found["findings"][0]["exposure"] = [
        {"class": kind, "count": 1, "possible": 0, "stated": said, "by_month": {"2025-01": 1}}
        for kinds, said in ((_MESSAGES, "not_used"), (_SILENT_KINDS, "unknown"))
        for kind in kinds
    ]
    catalog = replace(VIEW, controls=(view,))
    words = Words(Messages())
    return context(found, catalog, words, NOW, fingerprint=FINGERPRINT, maker=None)


def rows() -> dict[str, str]:
    """What stands beside each kind of data."""
    made = case()
    tables: list[Any] = exposure(made, made.findings["findings"][0])
    return {row[0][0]: text(row[3]) for row in tables[2]["rows"]}


def text(cell: list[Any]) -> str:
    return "".join(part if isinstance(part, str) else part["text"] for part in cell)


def test_a_statement_stands_once_with_where_it_holds_and_is_published() -> None:
    said = rows()["Private messages"]
    assert said.count(_NOT_USED) == 1
    assert "(European Economic Area) P" in said
    assert "(everywhere else) P" in said
    assert said.endswith(_CASE)
    assert "".join(rows().values()).count(_CASE) == 1


def test_a_kind_of_which_the_same_is_said_refers_to_the_first() -> None:
    assert rows()["Messages with a subject line"] == "Stated: not used\nThe same as for Private messages."


def test_where_the_service_says_nothing_no_statement_stands() -> None:
    found = rows()
    assert found["Reactions"].startswith(f"No statement of the service found\n{_SILENT}")
    assert found["Searches"] == "No statement of the service found"
    assert found["Sponsored messages"] == "No statement of the service found\nSee also: Private messages."


def test_months_are_spread_evenly_over_their_tables() -> None:
    made = case()
    finding = made.findings["findings"][0]
    finding["exposure"] = [{**finding["exposure"][0], "class": kind} for kind in list(DataClass)[:11]]
    tables: list[Any] = [block for block in exposure(made, finding) if block["block"] == "table"][1:]
    assert [len(table["titles"]) - 1 for table in tables] == [4, 4, 3]
