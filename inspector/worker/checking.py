# SPDX-License-Identifier: Apache-2.0
"""Believes nothing of what a worker sends: each value is looked at before anything else of ours sees it.

The types have been checked when it was decoded. Here: hashes are hashes, times are in order and whole seconds
of UTC, places lie in members that are there, grades are such as an archive can give, names hide nothing, and
every sentence is one we know and can say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC
from functools import cache
from itertools import islice
from operator import lt
from pathlib import Path
from string import Formatter
from typing import Final

from inspector.archives.names import shown
from inspector.archives.within import MOST_INSIDE, below
from inspector.domain.facts import Bins, Fact, Provenance, Tally
from inspector.domain.moment import EARLIEST, LATEST, Moment, seconds_of
from inspector.domain.residence import PlanPeriod
from inspector.domain.sources import LedgerRow, Member, Source, SourcePart
from inspector.domain.text import Note, Value
from inspector.domain.words import Grade
from inspector.system.messages import Messages

LONGEST_TEXT: Final = 16 << 20
"""Characters of a raw excerpt: that of one cell of a table."""

LONGEST_NAME: Final = 1 << 20
"""Characters of a name: 65,535 bytes, each written as an escape, and folders before it."""

MOST_SIZE: Final = 1 << 60

_FIRST_SECOND: Final = seconds_of(EARLIEST)
_LAST_SECOND: Final = seconds_of(LATEST)
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_ID: Final = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_CONTROL: Final = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_LONGEST_ID: Final = 100
_PERSONS: Final = frozenset({Grade.SHOWN, Grade.DECLARED})
"""Only the person gives these, never a file."""

_WORDS: Final = ("source.", "member.", "ledger.")


class LieError(ValueError):
    """Something that no worker of ours would send; which value it was is not told."""


def holds(condition: object) -> None:
    """Raise LieError unless this holds."""
    if not condition:
        raise LieError


def member(one: Member) -> Member:
    """Return a member that may be believed. Raises LieError."""
    name(one.name)
    holds(one.sha256 is None or _HASH.fullmatch(one.sha256))
    holds(0 <= one.size <= MOST_SIZE)
    moment(one.as_of)
    return one if one.reason is None else replace(one, reason=sentence(one.reason))


def fact(one: Fact) -> Fact:
    """Return a fact that may be believed as far as it stands alone. Raises LieError."""
    identity(one.service)
    holds(one.grade not in _PERSONS)
    holds(len(one.value) <= LONGEST_TEXT)
    holds(one.account is None or len(one.account) <= LONGEST_NAME)
    holds(one.control is None or (len(one.control) <= _LONGEST_ID and _CONTROL.fullmatch(one.control)))
    moment(one.moment)
    holds(one.provenance is not None)
    if one.provenance is not None:
        _place(one.provenance)
    return one


def tally(one: Tally) -> Tally:
    """Return a tally that may be believed as far as it stands alone. Raises LieError."""
    identity(one.service)
    holds(0 <= one.undated <= MOST_SIZE)
    holds(one.account is None or len(one.account) <= LONGEST_NAME)
    kinds = [each.kind() for each in one.bins]
    holds(kinds == sorted(set(kinds)))
    for each in one.bins:
        bins(each)
    return one


def bins(one: Bins) -> Bins:
    """Return bins that may be believed: some, each with a number, in the order of time. Raises LieError."""
    holds(0 < len(one.starts) == len(one.counts))
    holds(all(map(lt, one.starts, islice(one.starts, 1, None))))
    holds(one.starts[0] >= _FIRST_SECOND)
    holds(0 <= one.width <= _LAST_SECOND - one.starts[-1])
    holds(min(one.counts) > 0 and max(one.counts) <= MOST_SIZE)
    return one


def plan(one: PlanPeriod) -> PlanPeriod:
    """Return a plan period that may be believed as far as it stands alone. Raises LieError."""
    identity(one.service)
    identity(one.plan)
    holds(one.grade not in _PERSONS)
    moment(one.start)
    if one.end is not None:
        moment(one.end)
    return replace(one, because=tuple(map(fact, one.because)))


def source(one: Source) -> Source:
    """Return a source that may be believed as far as it stands alone. Raises LieError."""
    name(one.name)
    holds(one.kind == "archive")
    holds(not one.sha256 or _HASH.fullmatch(one.sha256))
    holds(one.sha256 or one.status != "read")
    holds(0 <= one.size <= MOST_SIZE)
    holds(len(one.format) <= _LONGEST_ID and one.format.isprintable())
    holds(one.account is None or len(one.account) <= LONGEST_NAME)
    if one.service is not None:
        identity(one.service)
    moment(one.as_of)
    return replace(
        one,
        reason=None if one.reason is None else sentence(one.reason),
        problems=tuple(map(sentence, one.problems)),
        ledger=tuple(map(_ledger, one.ledger)),
        parts=tuple(map(_part, one.parts)),
    )


def moment(one: Moment) -> None:
    """Raise LieError for a Moment whose bounds are out of order, or no whole seconds of UTC."""
    # Once per fact and more, so without a call for each part.
    start, end, raw = one.not_before, one.not_after, one.raw
    if start is not None and (start.tzinfo is not UTC or start.microsecond):
        raise LieError
    if end is not None and (end.tzinfo is not UTC or end.microsecond):
        raise LieError
    if (start is not None and end is not None and start > end) or (raw and len(raw) > LONGEST_TEXT):
        raise LieError


def sentence(one: Note, words: tuple[str, ...] = _WORDS) -> Note:
    """Return a sentence that can be said, nothing hidden in its values. Raises LieError."""
    holds(one.key.startswith(words) and not one.texts)
    wanted = _places(one.key)
    holds(wanted is not None and wanted <= {key for key, _ in one.values})
    holds(all(isinstance(value, int) for key, value in one.values if key == "n"))
    return replace(one, values=tuple((key, _value(value)) for key, value in one.values))


def is_sentence(key: str, words: str) -> bool:
    """Tell whether a key that begins with these words has a sentence."""
    return key.startswith(words) and _places(key) is not None


def name(text: str) -> None:
    """Raise LieError for a name that hides or reorders text, or that is none."""
    holds(0 < len(text) <= LONGEST_NAME and shown(text) == text)


def folders(names: tuple[str, ...]) -> None:
    """Raise LieError for what is no list of some folders inside an archive."""
    holds(len(names) <= MOST_INSIDE and len(set(names)) == len(names))
    for one in names:
        name(one)
        holds(below(Path("archive"), one) is not None)


def identity(text: str) -> None:
    """Raise LieError for what is no id of ours."""
    holds(len(text) <= _LONGEST_ID and _ID.fullmatch(text))


def hashes(texts: Iterable[str | None]) -> None:
    """Raise LieError where one is neither None nor a hash."""
    for text in texts:
        holds(text is None or _HASH.fullmatch(text))


def _place(one: Provenance) -> None:
    hashes((one.source_sha256, one.member_sha256))
    moment(one.member_as_of)
    holds(one.member is None or len(one.member) <= LONGEST_NAME)
    holds(len(one.locator) <= LONGEST_NAME and len(one.raw) <= LONGEST_TEXT)


def _ledger(one: LedgerRow) -> LedgerRow:
    holds(_places(f"ledger.{one.id}.sought") is not None)
    holds(_places(f"ledger.{one.id}.absence") is not None)
    holds(len(one.where) <= LONGEST_NAME)
    detail = None if one.detail is None else sentence(one.detail)
    return replace(one, where=shown(one.where), detail=detail)


def _part(one: SourcePart) -> SourcePart:
    name(one.name)
    holds(not one.sha256 or _HASH.fullmatch(one.sha256))
    holds(0 <= one.size <= MOST_SIZE)
    return one if one.reason is None else replace(one, reason=sentence(one.reason))


def _value(value: Value) -> Value:
    if isinstance(value, Moment):
        moment(value)
        return value
    if isinstance(value, str):
        holds(len(value) <= LONGEST_NAME)
        return shown(value)
    return value


@cache
def _places(key: str) -> frozenset[str] | None:
    """Return the places that values go to in the sentence of a key; None for no sentence of ours."""
    try:
        templates = Messages().templates(key)
    except KeyError:
        return None
    fields = (field for template in templates for _, field, _, _ in Formatter().parse(template))
    found = {field.partition(".")[0] for field in fields if field is not None}
    return frozenset(found | ({"n"} if len(templates) > 1 else set()))
