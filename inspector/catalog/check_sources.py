# SPDX-License-Identifier: Apache-2.0
"""Checks ids and what they point to: sources, links, controls, regions, rights."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from inspector.catalog.entry import Link, ServiceEntry
from inspector.catalog.problems import Problem, problem
from inspector.catalog.regions import Regions
from inspector.catalog.rights import Right
from inspector.catalog.walk import walk
from inspector.domain.practices import Citation

_SHA256 = re.compile(r"[0-9a-f]{64}")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?")
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")


def check_sources(entry: ServiceEntry) -> Iterator[Problem]:
    """Yield statements without a source, sources that do not exist, are not cited or cannot be resolved."""
    known = {source.id for source in entry.sources}
    cited: set[str] = set()
    for place, value in walk(entry):
        ids = getattr(value, "sources", None)
        if value is entry or not isinstance(ids, tuple):
            continue
        if not ids:
            yield problem(entry.file, place, "unsourced")
        for source_id in ids:
            if source_id not in known:
                yield problem(entry.file, place, "source_unknown", source=source_id)
        cited.update(ids)
    for source in entry.sources:
        if source.id not in cited:
            yield problem(entry.file, source.id, "source_unused")
        yield from _check_source(entry, source)


def _check_source(entry: ServiceEntry, source: Citation) -> Iterator[Problem]:
    recorded = (source.repository, source.file, source.commit, source.sha256)
    if not (source.url or all(recorded) or source.note):
        yield problem(entry.file, source.id, "source_nowhere")
    shapes = (
        (source.url, _ADDRESS),
        (source.repository, _REPOSITORY),
        (source.commit, _COMMIT),
        (source.sha256, _SHA256),
    )
    for text, shape in shapes:
        if text is not None and not shape.fullmatch(text):
            yield problem(entry.file, source.id, "malformed", text=text)


def check_ids(entry: ServiceEntry) -> Iterator[Problem]:
    """Yield ids that stand twice, and row ids that do not begin with their service."""
    rows = [row.id for control in entry.controls for row in control.rows]
    lists = (
        rows,
        [control.id for control in entry.controls],
        [source.id for source in entry.sources],
        [link.id for link in entry.links],
        [event.id for event in entry.events],
        [plan.id for plan in entry.plans],
        [letter.id for letter in entry.letters],
        [remark.id for remark in (*entry.not_undone, *entry.limits, *entry.narrow)],
        [said.id for said in entry.said],
        [choice.id for choice in entry.archive.choices] if entry.archive else [],
    )
    for ids in lists:
        for name, times in sorted(Counter(ids).items()):
            if times > 1:
                yield problem(entry.file, name, "twice")
    for row_id in rows:
        if not row_id.startswith(f"{entry.id}."):
            yield problem(entry.file, row_id, "row_id", service=entry.id)


def check_references(entry: ServiceEntry, regions: Regions, rights: Iterable[Right]) -> Iterator[Problem]:
    """Yield links, controls, plans, regions and rights that are named but do not exist."""
    links = {link.id for link in entry.links}
    for place, value in walk(entry):
        link = getattr(value, "link", None)
        if isinstance(link, str) and link not in links:
            yield problem(entry.file, place, "link_unknown", link=link)
        for region in (*_names(value, "regions"), *_names(value, "interest_regions")):
            if not regions.is_region(region):
                yield problem(entry.file, place, "region", region=region)
        if isinstance(value, Link) and not _ADDRESS.fullmatch(value.url):
            yield problem(entry.file, place, "malformed", text=value.url)
    yield from _check_controls(entry)
    yield from _check_plans(entry)
    yield from _check_rights(entry, rights)


def _check_controls(entry: ServiceEntry) -> Iterator[Problem]:
    known = {control.id for control in entry.controls}
    for place, value in walk(entry):
        switch_of = getattr(value, "switch_of", None)
        named = (*_names(value, "controls"), *_names(value, "resets"), *([switch_of] if switch_of else ()))
        for control in named:
            if control not in known:
                yield problem(entry.file, place, "control_unknown", control=control)


def _check_plans(entry: ServiceEntry) -> Iterator[Problem]:
    known = {plan.id for plan in entry.plans}
    for control in (one.control for one in entry.controls):
        consumer = (control.consumer_plan,) if control.consumer_plan else ()
        for plan in (*control.plans_excluded, *consumer):
            if plan not in known:
                yield problem(entry.file, control.id, "plan", plan=plan)


def _check_rights(entry: ServiceEntry, rights: Iterable[Right]) -> Iterator[Problem]:
    known = {(right.id, right.right) for right in rights}
    for letter in entry.letters:
        for right_id in letter.rights:
            if (right_id, letter.right) not in known:
                yield problem(entry.file, letter.id, "right_unknown", right=right_id, kind=letter.right)


def _names(value: object, name: str) -> tuple[str, ...]:
    found = getattr(value, name, None)
    if not isinstance(found, tuple):
        return ()
    return tuple(one for one in found if isinstance(one, str))
