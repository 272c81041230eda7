# SPDX-License-Identifier: Apache-2.0
"""Checks the whole catalog and says in plain words what needs mending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from inspector.catalog.check_rows import check_rows
from inspector.catalog.check_sources import check_ids, check_references, check_sources
from inspector.catalog.check_texts import check_text, check_texts
from inspector.catalog.entry import ServiceEntry
from inspector.catalog.errors import CatalogError
from inspector.catalog.index import Catalog
from inspector.catalog.problems import Problem, problem
from inspector.catalog.regions import Regions


def check(catalog: Catalog, now: datetime) -> tuple[Problem, ...]:
    """Return all problems of the catalog as of `now`, sorted by file and place; empty: none was found."""
    try:
        regions, rights = catalog.regions, catalog.rights
        found = list(_check_data(catalog, regions))
    except CatalogError as error:
        return (_unreadable(error),)
    for service_id in catalog.service_ids():
        try:
            entry = catalog.service(service_id)
        except CatalogError as error:
            found.append(_unreadable(error))
            continue
        found.extend(check_rows(entry, regions))
        found.extend(check_sources(entry))
        found.extend(check_ids(entry))
        found.extend(check_references(entry, regions, rights))
        found.extend(check_texts(entry))
        found.extend(_check_age(entry, now.date()))
    return tuple(sorted(set(found), key=Problem.sort_key))


# What the decoder says, and the sentence that says it in plain words; groups become its values.
_PLAIN = (
    (re.compile(r"Object missing required field `(?P<name>[^`]+)`"), "key_missing"),
    (re.compile(r"Object contains unknown field `(?P<name>[^`]+)`"), "key_unknown"),
    (re.compile(r"Invalid enum value '(?P<value>[^']*)'"), "value_unknown"),
    (re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<found>[^`]+)`"), "value_kind"),
    (re.compile(r"a text needs its languages, English among them"), "text_languages"),
    (re.compile(r"cites no source"), "unsourced"),
    (re.compile(r"cites (?P<source>\S+), which is no source"), "source_unknown"),
    (re.compile(r"needs membership_on.*"), "membership"),
    (re.compile(r"needs strength.*"), "strength_missing"),
)


def _unreadable(error: CatalogError) -> Problem:
    for shape, key in _PLAIN:
        found = shape.fullmatch(error.problem)
        if found:
            return problem(error.file, error.place, key, **found.groupdict())
    return problem(error.file, error.place, "unreadable", problem=error.problem)


def _check_age(entry: ServiceEntry, today: date) -> Iterator[Problem]:
    if entry.stale_after <= entry.checked:
        yield problem(entry.file, "stale_after", "stale_backwards")
    if today > entry.stale_after:
        yield problem(entry.file, "stale_after", "stale", day=entry.stale_after.isoformat())


def _check_data(catalog: Catalog, regions: Regions) -> Iterator[Problem]:
    """Yield regions of contacts, authorities and rights that are no regions, and texts that need mending."""
    named = [("contacts.json", str(one.legal_name), one.region_of_controller) for one in catalog.contacts]
    named += [("authorities.json", one.id, (one.region,)) for one in catalog.authorities]
    named += [("rights.json", one.id, (one.region,)) for one in catalog.rights]
    for file, place, names in named:
        for region in names:
            if not regions.is_region(region):
                yield problem(file, place, "region", region=region)
    for authority in catalog.authorities:
        competence = (authority.competence_texts(),) if authority.competence else ()
        for texts in (*competence, *authority.limit_texts()):
            yield from check_text("authorities.json", authority.id, texts)
    for right in catalog.rights:
        for texts in filter(None, (right.law, right.article)):
            yield from check_text("rights.json", right.id, texts)
