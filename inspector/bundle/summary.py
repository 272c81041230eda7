# SPDX-License-Identifier: Apache-2.0
"""One bundle as one line, for NDJSON (schema resources/schemas/summary-1.json) and for CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, get_args

from inspector.bundle.answers import KINDS, Answer, Verdict
from inspector.bundle.verification import CheckName, Verification
from inspector.domain.words import State

SCHEMA: Final = "inspector/summary/1"
_CHECKS: Final[tuple[CheckName, ...]] = get_args(CheckName)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a formula of a cell; the last four are the wide forms that East Asian settings take for them."""

COLUMNS: Final = (
    *("file", "bytes", "ok", "fingerprint", *_CHECKS, "problems", "program", "catalog", "complete"),
    *(f"{kind}s" for kind in KINDS),
    *map(str, State),
    "answers",
)

_ANSWERED: Final = ("program", "catalog", "complete", "sources", "states", "findings")

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Line:
    """What is told of one bundle. `file`: where it lies in the folder; `size`: bytes of a zip, else None."""

    file: str
    size: int | None
    verification: Verification
    answer: Answer | None

    @property
    def told(self) -> bool:
        """Answer whether all is told: of a bundle that holds its checks, the answer too."""
        return self.answer is not None or not self.verification.ok

    @property
    def problems(self) -> list[str]:
        """Return what is wrong, as words for machines, each once."""
        notes = (note for check in self.verification.checks if check.ok is False for note in check.notes)
        found = [note.key.removeprefix("bundle.") for note in notes]
        return list(dict.fromkeys([*found, *([] if self.told else ["answer.unreadable"])]))


def json_line(line: Line) -> str:
    """Return the line as one JSON object, ending in a line break."""
    return json.dumps(_object(line), ensure_ascii=False, separators=(",", ":")) + "\n"


def csv_head() -> str:
    """Return the names of the columns."""
    return _row(*COLUMNS)


def csv_line(line: Line) -> str:
    """Return the line as one row; what is not known is empty."""
    found, answer = line.verification, line.answer
    checks = [_word(check.ok) for check in found.checks]
    file, place = _quoted(line.file), (line.size, _word(found.ok), found.fingerprint)
    if answer is None:
        return file + _row(*place, *checks, " ".join(line.problems))
    made = [answer.program.version, answer.program.catalog.version, _word(answer.complete)]
    numbers = [*answer.kinds().values(), *answer.states().values()]
    answers = " ".join(f"{one.service}/{one.control}={one.state}" for one in answer.findings)
    return file + _row(*place, *checks, " ".join(line.problems), *made, *numbers, answers)


def _object(line: Line) -> Json:
    found = line.verification
    return {
        "schema": SCHEMA,
        "file": line.file,
        "bytes": line.size,
        "ok": found.ok,
        "fingerprint": found.fingerprint,
        "checks": {check.name: check.ok for check in found.checks},
        "problems": line.problems,
        **(_answer(line.answer) if line.answer else dict.fromkeys(_ANSWERED)),
    }


def _answer(answer: Answer) -> Json:
    return {
        "program": answer.program.version,
        "catalog": answer.program.catalog.version,
        "complete": answer.complete,
        "sources": answer.kinds(),
        "states": {str(state): count for state, count in answer.states().items()},
        "findings": [_verdict(one) for one in answer.findings],
    }


def _verdict(one: Verdict) -> Json:
    months = one.since.months() if one.since else None
    return {
        "service": one.service,
        "control": one.control,
        "state": one.state,
        "grade": one.grade,
        "since": {"not_before": months[0], "not_after": months[1]} if months else None,
        "counts": list(_counts(one)),
    }


def _counts(one: Verdict) -> Iterator[Json]:
    for each in one.exposure:
        yield {
            "class": each.kind,
            "count": each.count,
            "possible": each.possible,
            "stated": each.stated,
        }


def _word(value: object) -> str:
    return "" if value is None else str(value).lower()


def _quoted(name: str) -> str:
    """Return a name as the first cell of a row, which no spreadsheet takes for a formula.

    It is always in quotes: some spreadsheets take a semicolon for the end of a cell.
    """
    harmless = f"'{name}" if name.lstrip().startswith(_FORMULA) else name
    return '"' + harmless.replace('"', '""') + '",'


def _row(*cells: object) -> str:
    out = io.StringIO()
    rest = [""] * (len(COLUMNS) - 1 - len(cells))
    csv.writer(out, lineterminator="\n").writerow([*cells, *rest])
    return out.getvalue()
