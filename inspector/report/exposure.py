# SPDX-License-Identifier: Apache-2.0
"""What lay inside ON: counts per data class with the provider's own statements beside them, and by month."""

from __future__ import annotations

from inspector.domain.practices import ClassStatement
from inspector.report import blocks
from inspector.report.blocks import Block, Cell
from inspector.report.context import Context, Json

_MONTH_COLUMNS = 5
_MONTH_WIDTH, _COUNT_WIDTH = "58pt", "76pt"


def exposure(case: Context, finding: Json) -> list[Block]:
    """The table of classes and the table by month; nothing where nothing was counted."""
    say = case.words.say
    rows: list[Json] = finding["exposure"]
    if not rows:
        return []
    titles = [say("column.class"), say("column.inside"), say("column.possible"), say("column.stated")]
    told: dict[str, str] = {}
    body = [_class(case, finding, row, told) for row in rows]
    return [
        blocks.heading(2, say("exposure.title")),
        blocks.paragraph(say("exposure.lead")),
        blocks.table(titles, ["2.3", "1.2", "1.2", "5.3"], body, right=(1, 2)),
        *_months(case, rows),
    ]


def _class(case: Context, finding: Json, row: Json, told: dict[str, str]) -> list[Cell]:
    """One kind of data. `told`: the statements printed so far, each with the kind beside which it stands."""
    control = case.control(finding)
    name = case.words.name("class", row["class"])
    stated: list[str | blocks.Run] = [blocks.run(case.words.name("stated", row["stated"]), "strong")]
    statements = [one for one in control.classes if one.data_class == row["class"]]
    parts = [part for one in statements for part in _statement(case, one)]
    before = told.setdefault(str(parts), name)
    stated.extend(
        parts if before == name or not parts else ["\n", case.words.say("exposure.as", kind=before)]
    )
    stated.extend("\n" + sentence for kind, sentence in control.beside if kind == row["class"])
    counts = [case.words.number(row[key]) for key in ("count", "possible")]
    return [name, *counts, stated]


def _statement(case: Context, statement: ClassStatement) -> list[str | blocks.Run]:
    regions = ", ".join(case.view.region(region) for region in statement.regions if region != "*")
    text = case.text(statement.text)
    parts: list[str | blocks.Run] = (
        ["\n", text] if text else ["\n", case.words.name("stated", statement.stated)]
    )
    if regions:
        parts.append(f" ({regions})")
    citations = case.citations(statement.sources)
    return [*parts, " ", *citations] if citations else parts


def _months(case: Context, rows: list[Json]) -> list[Block]:
    counted = [row for row in rows if row["by_month"]]
    starts = range(0, len(counted), _MONTH_COLUMNS)
    found = [_month_table(case, counted[start : start + _MONTH_COLUMNS]) for start in starts]
    return [blocks.heading(3, case.words.say("exposure.months")), *found] if found else []


def _month_table(case: Context, rows: list[Json]) -> Block:
    months = sorted({month for row in rows for month in row["by_month"]})
    titles = [case.words.say("column.month"), *(case.words.name("class", row["class"]) for row in rows)]
    body: list[list[Cell]] = [
        [month, *(case.words.number(row["by_month"].get(month, 0)) for row in rows)] for month in months
    ]
    widths = [_MONTH_WIDTH, *[_COUNT_WIDTH] * len(rows)]
    return blocks.table(titles, widths, body, right=range(1, len(titles)))
