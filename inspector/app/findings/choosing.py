# SPDX-License-Identifier: Apache-2.0
"""Which of many findings are shown, in which order and under which headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from inspector.app.findings.shapes import Detail, Table

Which = Literal["all", "on", "off", "unknown", "not_applicable", "disagree"]
Order = Literal["weight", "service", "newest"]

MANY: Final = 6
"""From so many findings on a choice helps; below it is one thing more to understand."""
PORTION: Final = 100
"""So many findings are shown at once; the next ones come when they are asked for."""
ORDERS: Final[tuple[Order, ...]] = ("weight", "service", "newest")
_WEIGHTS: Final[tuple[Which, ...]] = ("on", "unknown", "off", "not_applicable")
_KINDS: Final[tuple[Which, ...]] = ("all", *_WEIGHTS, "disagree")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is asked for: a state or a contradiction, words of service or setting, and an order."""

    which: Which = "all"
    order: Order = "weight"
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings under one heading. `kind` says what the heading names: `state`, `year`, or nothing."""

    kind: Literal["", "state", "year"]
    value: str
    details: tuple[Detail, ...]


def counts(details: Sequence[Detail]) -> tuple[tuple[Which, int], ...]:
    """Return what can be chosen, with how many findings each has; what none has is left out."""
    found = Counter(detail.card.state for detail in details)
    found["all"] = len(details)
    found["disagree"] = sum(bool(detail.contradictions) for detail in details)
    return tuple((kind, found[kind]) for kind in _KINDS if found[kind])


def arranged(details: Sequence[Detail], how: Arrangement) -> tuple[Group, ...]:
    """Return the findings that are asked for, group after group."""
    chosen = [detail for detail in details if _is(detail, how.which) and _matches(detail, how.wanted)]
    if how.order == "service":
        return (Group("", "", tuple(sorted(chosen, key=_service))),) if chosen else ()
    if how.order == "newest":
        newest = sorted(chosen, key=lambda one: (-_when(one), _service(one)))
        return tuple(Group("year", year, tuple(found)) for year, found in groupby(newest, key=_year))
    heavy = sorted(chosen, key=lambda one: (_weight(one), _service(one)))
    return tuple(
        Group("state", state, tuple(found)) for state, found in groupby(heavy, key=lambda one: one.card.state)
    )


def count_of(groups: Sequence[Group]) -> int:
    """Return how many findings some groups have."""
    return sum(len(group.details) for group in groups)


def portion(groups: Sequence[Group], begins: int) -> tuple[Group, ...]:
    """Return `PORTION` findings from the place `begins` on, those of one group under its heading again."""
    found, before = [], 0
    for group in groups:
        start, stop = max(0, begins - before), max(0, begins + PORTION - before)
        if details := group.details[start:stop]:
            found.append(Group(group.kind, group.value, details))
        before += len(group.details)
    return tuple(found)


def in_rows(table: Table, details: Sequence[Detail], groups: Sequence[Group]) -> tuple[Table, list[Detail]]:
    """Return the table of all findings with the rows of these groups alone, and the finding of each row."""
    place = {detail.card.key: at for at, detail in enumerate(details)}
    shown = [detail for group in groups for detail in group.details]
    rows = [place[detail.card.key] for detail in shown]
    signs = tuple(table.signs[at] for at in rows) if table.signs else ()
    return (
        Table(table.name, table.titles, table.weights, tuple(table.rows[at] for at in rows), signs=signs),
        shown,
    )


def _is(detail: Detail, which: Which) -> bool:
    if which == "disagree":
        return bool(detail.contradictions)
    return which in ("all", detail.card.state)


def _matches(detail: Detail, wanted: str) -> bool:
    words = f"{detail.card.service} {detail.card.title}".casefold()
    return all(word in words for word in wanted.casefold().split())


def _weight(detail: Detail) -> int:
    return [str(one) for one in _WEIGHTS].index(detail.card.state)


def _service(detail: Detail) -> tuple[str, str]:
    return detail.card.service.casefold(), detail.card.title.casefold()


def _when(detail: Detail) -> float:
    """Return when the answer began, as late as it may have; what nobody knows comes last."""
    since = detail.card.since
    return since.timestamp() if since is not None else float("-inf")


def _year(detail: Detail) -> str:
    return str(detail.card.since.year) if detail.card.since is not None else ""
