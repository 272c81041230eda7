# SPDX-License-Identifier: Apache-2.0
"""How far a case has come: which pages of the journey are done, which are open, which have to wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from inspector.app.collecting import tells
from inspector.cases.acts import ASIDE, ActKind
from inspector.cases.standing import spoken

# The window shows the journey's pages before it loads what reads and reasons.
if TYPE_CHECKING:
    from inspector.cases.case import Case
    from inspector.report.inspection import Inspection

PAGES = ("start", "you", "collect", "confirm", "findings", "act", "evidence")
"""The pages in the order of the journey."""


class Standing(StrEnum):
    """Whether a page is done, can be worked on, or waits for an earlier one."""

    DONE = "done"
    OPEN = "open"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Step:
    """One page and how it stands. `waits` counts what lies there for the person."""

    page: str
    standing: Standing
    waits: int = 0


BEGINNING = tuple(
    Step(page, Standing.OPEN if page in ("start", "you", "collect") else Standing.WAITING) for page in PAGES
)
"""How the pages stand in a new case."""


def journey(case: Case, inspection: Inspection) -> tuple[Step, ...]:
    """Return how every page stands, in the order of the journey; `inspection` is the answer to `case`."""
    confirm = len(unconfirmed(case))
    stands = {
        "start": _done_if(begun(case)),
        "you": _done_if(inspection.residence),
        "collect": _done_if(any(tells(one.source) for one in spoken(case.readings, case.acts))),
        "confirm": _confirm(case, confirm),
        "findings": _findings(inspection, confirm),
        "act": _act(inspection),
        "evidence": _evidence(case, inspection),
    }
    return tuple(Step(page, stands[page], confirm if page == "confirm" else 0) for page in PAGES)


def next_page(steps: Sequence[Step]) -> str:
    """Return the page to go on with: the first open one after the start, the last page where none is."""
    return next((step.page for step in steps[1:] if step.standing is Standing.OPEN), PAGES[-1])


def begun(case: Case) -> bool:
    """Answer whether the person has done anything in the case."""
    return any(act.kind not in ASIDE for act in case.acts)


def is_unsaved(case: Case) -> bool:
    """Answer whether the last bundle lacks something: an act after it, beyond openings and the like."""
    if not begun(case):
        return False
    last = next(act for act in reversed(case.acts) if act.kind is ActKind.EXPORTED or act.kind not in ASIDE)
    return last.kind is not ActKind.EXPORTED or bool(last.details.get("without"))


def unconfirmed(case: Case) -> tuple[str, ...]:
    """Return the SHA-256 of every picture, page or mail of which nobody has said what it shows."""
    captures = [one.source for one in spoken(case.readings, case.acts) if one.source.kind != "archive"]
    return tuple(one.sha256 for one in captures if one.sha256 and one.status == "unsupported")


def _done_if(done: object) -> Standing:
    return Standing.DONE if done else Standing.OPEN


def _confirm(case: Case, waiting: int) -> Standing:
    if waiting:
        return Standing.OPEN
    has_captures = any(one.source.kind != "archive" for one in spoken(case.readings, case.acts))
    return Standing.DONE if has_captures else Standing.WAITING


def _findings(inspection: Inspection, unconfirmed_captures: int) -> Standing:
    if not inspection.findings:
        return Standing.WAITING
    return _done_if(inspection.complete and not unconfirmed_captures)


def _act(inspection: Inspection) -> Standing:
    if not inspection.checklist:
        return Standing.WAITING
    return _done_if(all(action.status != "open" for action in inspection.checklist))


def _evidence(case: Case, inspection: Inspection) -> Standing:
    if not inspection.findings:
        return Standing.WAITING
    return _done_if(not is_unsaved(case))
