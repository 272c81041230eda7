# SPDX-License-Identifier: Apache-2.0
"""What lay inside ON: counts per data class with the provider's own statements beside them, and by month."""

from __future__ import annotations

import math
from collections.abc import Sequence

from inspector.domain.practices import ClassStatement
from inspector.domain.words import Stated
from inspector.report import blocks
from inspector.report.blocks import Block, Cell
from inspector.report.context import Context, Json

_Said = list[str | blocks.Run]

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
    """One kind of data. `told`: what was printed so far, each with the kind beside which it stands."""
    control = case.control(finding)
    name = case.words.name("class", row["class"])
    statements = [one for one in control.classes if one.data_class == row["class"]]
    beside = " ".join(case.words.prose(text) for kind, text in control.beside if kind == row["class"])
    said: _Said = _statements(case, statements)
    stated: _Said = [blocks.run(case.words.name("stated", row["stated"]), "strong")]
    # What says that a kind is not named is said once, and of the next such kind there is nothing to say.
    silent = all(one.stated is Stated.UNKNOWN for one in statements)
    first = told.setdefault(str(said), name) if said else ""
    if first == name:
        stated += said
    elif said and not silent:
        stated += ["\n", case.words.say("exposure.as", kind=first)]
    besides = told.setdefault(beside, name) if beside else ""
    if besides == name:
        stated += ["\n", beside]
    elif besides and (silent or besides != first):
        stated += ["\n", case.words.say("exposure.see", kind=besides)]
    return [name, *(case.words.number(row[key]) for key in ("count", "possible")), stated]


def _statements(case: Context, statements: Sequence[ClassStatement]) -> _Said:
    """What is stated, each text once, behind it where it holds and where it is published."""
    alike: dict[tuple[str, Stated], list[ClassStatement]] = {}
    for one in statements:
        alike.setdefault((case.text(one.text), one.stated), []).append(one)
    parts: _Said = []
    for (text, stated), found in alike.items():
        parts += ["\n", text or case.words.name("stated", stated)]
        for place in found:
            parts += [" ", *_published(case, place, alone=len(found) == 1)]
    return parts


def _published(case: Context, statement: ClassStatement, *, alone: bool) -> _Said:
    named = ", ".join(case.view.region(region) for region in statement.regions if region != "*")
    regions = named or ("" if alone else case.words.say("exposure.elsewhere"))
    citations = case.citations(statement.sources)
    return [*([f"({regions}) "] if regions else []), *citations]


def _months(case: Context, rows: list[Json]) -> list[Block]:
    counted = [row for row in rows if row["by_month"]]
    tables = math.ceil(len(counted) / _MONTH_COLUMNS)
    each = math.ceil(len(counted) / tables) if tables else 1
    starts = range(0, len(counted), each)
    found = [_month_table(case, counted[start : start + each]) for start in starts]
    return [blocks.heading(3, case.words.say("exposure.months")), *found] if found else []


def _month_table(case: Context, rows: list[Json]) -> Block:
    months = sorted({month for row in rows for month in row["by_month"]})
    titles = [case.words.say("column.month"), *(case.words.name("class", row["class"]) for row in rows)]
    body: list[list[Cell]] = [
        [month, *(case.words.number(row["by_month"].get(month, 0)) for row in rows)] for month in months
    ]
    widths = [_MONTH_WIDTH, *[_COUNT_WIDTH] * len(rows)]
    return blocks.table(titles, widths, body, right=range(1, len(titles)))
