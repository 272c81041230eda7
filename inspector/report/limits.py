# SPDX-License-Identifier: Apache-2.0
"""The limits of an answer in words: which row a limit is about is said where more than one could be meant."""

from __future__ import annotations

from inspector.domain.practices import Row
from inspector.domain.words import Strength
from inspector.report.context import PRACTICE, Context, Json, because

_START = "alleged_start"


def limit(case: Context, finding: Json, note: Json) -> str:
    """A limit of a finding. `note`: its id and text, as findings/1 has it."""
    if note["id"] == _START and (rows := _alleged(case, finding)):
        return " ".join(_start(case, row) for row in rows)
    return case.words.prose(note["text"])


def row_title(case: Context, row: Row) -> str:
    """What a row of the catalog says in short: region and practice."""
    region = case.view.region(row.region) if row.region != "*" else case.words.say("line.everywhere")
    return case.words.say("evidence.row", practice=case.words.name("practice", row.practice), region=region)


def bounds(case: Context, row: Row) -> str:
    """How strong the bounds of a row's start are, in one word where both are alike."""
    low, high = (case.words.name("strength", bound) for bound in (row.lower, row.upper))
    return low if low == high else case.words.say("strength.two", low=low, high=high)


def _alleged(case: Context, finding: Json) -> list[Row]:
    """The rows that a finding rests on of which the start is only alleged to be so early."""
    ids = [reason.removeprefix(PRACTICE) for reason in because(finding) if reason.startswith(PRACTICE)]
    rows = [case.rows[id_][1] for id_ in ids if id_ in case.rows]
    return [row for row in rows if row.lower is Strength.ALLEGED]


def _start(case: Context, row: Row) -> str:
    return case.words.say(f"limits.start.{row.upper}", row=row_title(case, row))
