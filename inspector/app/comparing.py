# SPDX-License-Identifier: Apache-2.0
"""Two exports of one account beside each other: what the newer one adds, lacks, or has otherwise.

What it lacks may have been deleted, or not been asked for, or no longer be exported: an export does not say
which, so nothing is concluded from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from inspector.app.session import Session
from inspector.archives.names import shown
from inspector.cases.standing import spoken
from inspector.catalog.index import Catalog
from inspector.domain.facts import Fact
from inspector.domain.moment import Moment
from inspector.domain.reading import SourceReading
from inspector.domain.words import FactKind
from inspector.report.words import Words
from inspector.system.messages import Messages

Change = Literal["added", "lacking", "differs"]
_ORDER: tuple[Change, ...] = ("differs", "added", "lacking")
_SETTINGS = (FactKind.SETTING_READING, FactKind.SETTING_CHANGE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two exports of one account. `certain`: whether their own dates tell which one is the newer."""

    service: str
    older: SourceReading
    newer: SourceReading
    certain: bool

    @property
    def is_whole(self) -> bool:
        """Answer whether all of both was read."""
        return not (self.older.source.unread_bears or self.newer.source.unread_bears)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same: what it is, and what each of both holds, in words."""

    change: Change
    what: str
    older: str
    newer: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs, settings first. `same`: how many files are the same in both."""

    pair: Pair
    differences: tuple[Difference, ...]
    same: int

    def count(self, change: Change) -> int:
        """Return how many things were added, lack or differ."""
        return sum(one.change == change for one in self.differences)


def pairs(session: Session) -> tuple[Pair, ...]:
    """Return each export with the one before it, by service and account; those of one day by their names."""
    exports = [
        one
        for one in spoken(session.case.readings, session.case.acts)
        if one.source.kind == "archive" and one.source.service and one.source.status in ("read", "partial")
    ]
    exports.sort(key=lambda one: (str(one.source.service), one.source.account or "", *_when(one)))
    return tuple(
        Pair(str(older.source.service), older, newer, _is_certain(older, newer))
        for older, newer in pairwise(exports)
        if (older.source.service, older.source.account) == (newer.source.service, newer.source.account)
    )


def compare(pair: Pair, catalog: Catalog, messages: Messages) -> Comparison:
    """Return what differs between two exports."""
    found = [*_settings(pair, catalog, messages), *_counts(pair, messages), *_sought(pair, messages)]
    files, same = _files(pair, messages)
    found.sort(key=lambda one: _ORDER.index(one.change))
    return Comparison(pair, (*found, *files), same)


def _when(one: SourceReading) -> tuple[str, str, str]:
    early, late = one.source.as_of.sort_key()
    return late.isoformat(), early.isoformat(), one.source.name


def _is_certain(older: SourceReading, newer: SourceReading) -> bool:
    before, after = older.source.as_of, newer.source.as_of
    return before.not_after is not None and after.not_before is not None and before.latest < after.earliest


def _settings(pair: Pair, catalog: Catalog, messages: Messages) -> Iterator[Difference]:
    """Yield settings that stand otherwise in the newer one, by their newest reading in each."""
    before, after = _newest(pair.older.facts), _newest(pair.newer.facts)
    words = Words(messages)
    for control in sorted({*before, *after}):
        old, new = before.get(control), after.get(control)
        if old is not None and new is not None and (old.value, old.moment) == (new.value, new.moment):
            continue
        title = words.prose(catalog.control_entry(control).name.text(messages.lang))
        yield _difference(
            messages.text("compare.setting", title=title), _said(old, words), _said(new, words), messages
        )


def _newest(facts: Sequence[Fact]) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda one: (one.moment.sort_key(), one.content_key())):
        if fact.kind in _SETTINGS and fact.control is not None:
            found[fact.control] = fact
    return found


def _said(fact: Fact | None, words: Words) -> str:
    if fact is None:
        return ""
    return f"{words.name('state', fact.value)} ({words.plain(fact.moment)})"


def _counts(pair: Pair, messages: Messages) -> Iterator[Difference]:
    before, after = _tallied(pair.older), _tallied(pair.newer)
    words = Words(messages)
    for name in sorted({*before, *after}):
        if before[name] != after[name]:
            old, new = (words.number(count[name]) if count[name] else "" for count in (before, after))
            yield _difference(words.name("class", name), old, new, messages)


def _tallied(one: SourceReading) -> Counter[str]:
    counts: Counter[str] = Counter()
    for tally in one.tallies:
        counts[str(tally.data_class)] += tally.count
    return counts


def _sought(pair: Pair, messages: Messages) -> Iterator[Difference]:
    """Yield what was looked for and found in one of both alone."""
    before, after = (
        {row.id: row for row in one.source.ledger if row.outcome in ("found", "absent")}
        for one in (pair.older, pair.newer)
    )
    for name in sorted({*before} & {*after}):
        old, new = before[name].outcome, after[name].outcome
        if old != new:
            words = [messages.text(f"compare.{one}") for one in (str(old), str(new))]
            change: Change = "added" if new == "found" else "lacking"
            yield Difference(change, messages.text(f"ledger.{name}.sought"), words[0], words[1])


def _files(pair: Pair, messages: Messages) -> tuple[list[Difference], int]:
    """Return the files that are not the same in both, and how many are."""
    before, after = ({one.name: one for one in side.source.members} for side in (pair.older, pair.newer))
    found: list[Difference] = []
    same = 0
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old is not None and new is not None and old.sha256 == new.sha256 and old.sha256 is not None:
            same += 1
            continue
        before_size, after_size = (
            messages.text("compare.bytes", n=one.size) if one is not None else "" for one in (old, new)
        )
        what = messages.text("compare.file", name=shown(name))
        found.append(_difference(what, before_size, after_size, messages))
    found.sort(key=lambda one: _ORDER.index(one.change))
    return found, same


def _difference(what: str, older: str, newer: str, messages: Messages) -> Difference:
    change: Change = "added" if not older else "lacking" if not newer else "differs"
    nothing = messages.text("compare.nothing")
    return Difference(change, what, older or nothing, newer or nothing)


def as_of(moment: Moment, messages: Messages) -> str:
    """Return when an export was made, in words."""
    return Words(messages).plain(moment)
