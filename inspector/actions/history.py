# SPDX-License-Identifier: Apache-2.0
"""What to ask about the history of a setting: always the same points, and what a finding leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from inspector.actions.wording import Line, line
from inspector.domain.findings import Finding
from inspector.domain.moment import Moment
from inspector.domain.words import FactKind

# A gap no wider than this comes from a clock without a zone, not from missing evidence.
_WIDE = timedelta(days=3)
_OF_THE_SWITCH = (FactKind.SETTING_READING, FactKind.SETTING_CHANGE)


def asked() -> tuple[Line, ...]:
    """Return the points that every request for the history of a setting asks for."""
    return (
        line("letters.access.asked.position"),
        line("letters.access.asked.changes"),
        line("letters.access.asked.default"),
        line("letters.access.asked.notices"),
        line("letters.access.asked.region"),
    )


def open_questions(finding: Finding) -> tuple[Line, ...]:
    """Return when the switch was moved, and where it stood, as far as the evidence leaves that open."""
    return (*_moved(finding), *_contradicted(finding))


def _moved(finding: Finding) -> Iterator[Line]:
    for segment in finding.switch[1:]:
        low, high = segment.start.not_before, segment.start.not_after
        if low is not None and high is not None and high - low > _WIDE:
            yield line("letters.access.moved_between", start=low.date(), end=high.date())


def _contradicted(finding: Finding) -> Iterator[Line]:
    for conflict in finding.conflicts:
        about_switch = all(fact.kind in _OF_THE_SWITCH for fact in conflict.facts)
        if conflict.decided_by is None and about_switch:
            yield from _stood(conflict.moment)


def _stood(moment: Moment) -> Iterator[Line]:
    low, high = moment.not_before, moment.not_after
    if low is None or high is None:
        return
    if low.date() == high.date():
        yield line("letters.access.stood_on", day=low.date())
    else:
        yield line("letters.access.stood_between", start=low.date(), end=high.date())
