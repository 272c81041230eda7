# SPDX-License-Identifier: Apache-2.0
"""Files about the account: when it was made, log-ins, places, and when it became protected or public.

No file names a country as such. Addresses of log-ins are never looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from inspector.archives import countries
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import iso
from inspector.archives.services.x import shapes
from inspector.archives.services.x.records import Gathered, Records
from inspector.domain.facts import Fact
from inspector.domain.moment import Moment
from inspector.domain.words import FactKind


def read_account(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield the creation of the account, to the second."""
    records = Records(page, shapes.ACCOUNT)
    for record in records:
        own = _text(record.get("account", "accountId"))
        if own:
            page.done.append(lambda own=own: gathered.accounts.add(own))  # type: ignore[misc] # mypy cannot infer a lambda with a default
        made = record.get("account", "createdAt")
        moment = made.time(iso) if made is not None else None
        if made is not None and moment is not None:
            yield page.fact(FactKind.ACCOUNT_CREATED, "created", moment, made)
    records.keep(gathered)


def read_logins(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield the earliest and the latest log-in of those few months that X keeps."""
    records = Records(page, shapes.IP_AUDIT)
    found: list[tuple[Moment, Node]] = []
    for record in records:
        made = record.get("ipAudit", "createdAt")
        moment = made.time(iso) if made is not None else None
        if made is not None and moment is not None:
            found.append((moment, made))
    records.keep(gathered)
    found.sort(key=lambda login: login[0].sort_key())
    for moment, made in dict.fromkeys((*found[:1], *found[-1:])):
        yield page.fact(FactKind.LOGIN, "login", moment, made)


def read_profile(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield the country that the location of the profile ends with; it is free text."""
    records = Records(page, shapes.PROFILE)
    for record in records:
        yield from _place(page, record.get("profile", "description", "location"))
    records.keep(gathered)


def read_phone(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield the country of a prefix that one country has for itself. Only the prefix is kept."""
    records = Records(page, shapes.PHONE)
    for record in records:
        number = record.get("device", "phoneNumber")
        found = countries.from_prefix(number.text() or "") if number is not None else None
        if number is not None and found is not None:
            prefix, code = found
            kept = Node(page, prefix, number.pointer, number.row)
            yield page.fact(FactKind.REGION_HINT, code, None, kept)
    records.keep(gathered)


def read_personalization(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield each country among the places of the last 60 days, once."""
    records = Records(page, shapes.PERSONALIZATION)
    for record in records:
        places = record.get("p13nData", "locationHistory")
        hints: dict[str, Fact] = {}
        for place in places.each() if places is not None else ():
            for fact in _place(page, place):
                hints.setdefault(fact.value, fact)
        yield from hints.values()
    records.keep(gathered)


def read_protected(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield when the account was switched between public and protected, in the last six months.

    Which words say to what is not known, so that none is understood; they stand in the place.
    """
    records = Records(page, shapes.PROTECTED)
    for record in records:
        action, made = record.get("protectedHistory", "action"), record.get("protectedHistory", "protectedAt")
        moment = made.time(iso) if made is not None else None
        if made is not None and moment is not None:
            yield page.fact(FactKind.VISIBILITY_CHANGE, "changed", moment, action or made)
    records.keep(gathered)


def _place(page: Page, place: Node | None) -> Iterator[Fact]:
    text = _text(place)
    code = countries.from_place(text) if text else None
    if place is not None and code is not None:
        yield page.fact(FactKind.REGION_HINT, code, None, place)


def _text(node: Node | None) -> str | None:
    return node.text() if node is not None else None
