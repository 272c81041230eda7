# SPDX-License-Identifier: Apache-2.0
"""Files that suggest a country, and the one that says which rules of privacy Meta applies.

Each only suggests: the person says where they lived. A place counts where it names a country in full or by
its code, in English; cities and regions alone tell of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from inspector.archives import countries
from inspector.archives.frame.new_keys import keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import epoch
from inspector.archives.services.meta.gathered import Gathered
from inspector.archives.services.meta.json_pages import ENTRY, LABELLED, rows
from inspector.domain.facts import Fact
from inspector.domain.moment import Moment
from inspector.domain.words import FactKind

_CODE: Final = re.compile(r"[A-Z]{2}")
_DEEPEST: Final = 8
_PUBLIC: Final = keys(primary_public_location_v2=keys("city region country"))
_DEVICE: Final = keys("spn country_code")
_ACTIVITY: Final = keys(
    "action timestamp ip_address city region country site_name user_agent datr_cookie port"
)

_LOGIN: Final = re.compile(r"\blog[- ]?in\b", re.IGNORECASE)

Event = tuple[Moment, Node]


def country_of(text: str) -> str | None:
    """Return the country that a text names in full, or by a code in capitals."""
    return countries.from_code(text) if _CODE.fullmatch(text) else countries.from_name(text)


def read_regime(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield the countries named in the file on the rules of privacy; its keys are not known.

    Where it names none in a way that is understood, the person is asked to look.
    """
    found = [hint for record in rows(page, None) for hint in _named(page, record, 0)]
    if not found:
        name = page.member.name
        page.done.append(lambda: gathered.unknown_regimes.append(name))
    yield from found


def _named(page: Page, node: Node, depth: int) -> Iterator[Fact]:
    if isinstance(node.value, str):
        code = country_of(node.value.strip())
        if code is not None:
            yield page.fact(FactKind.REGION_HINT, code, None, node)
    elif depth < _DEEPEST and isinstance(node.value, dict):
        for _, inner in node.entries():
            yield from _named(page, inner, depth + 1)
    elif depth < _DEEPEST and isinstance(node.value, list):
        for inner in node.each():
            yield from _named(page, inner, depth + 1)


def read_public_location(page: Page, _gathered: Gathered) -> Iterator[Fact]:
    """Yield the country of the primary location that Facebook takes from public information."""
    for record in rows(page, _PUBLIC):
        yield from _hint(page, record.get("primary_public_location_v2", "country"))


def read_device_location(page: Page, _gathered: Gathered) -> Iterator[Fact]:
    """Yield the country of the telephone network of each device."""
    for record in rows(page, _DEVICE, "phone_number_location_v2"):
        yield from _hint(page, record.get("country_code"))


def read_activity(page: Page, _gathered: Gathered) -> Iterator[Fact]:
    """Yield the first and the last log-in, and the first and the last event of each country.

    What happened is written in the language of the account; log-ins are known by their English name alone.
    """
    logins: list[Event] = []
    by_country: dict[str, list[Event]] = {}
    for record in rows(page, _ACTIVITY, "account_activity_v2"):
        stamp = record.get("timestamp")
        if stamp is None:
            page.fault(record.row, "member.record_form")
            continue
        moment = page.time(stamp.value, record.row, (epoch,))
        if moment is None:
            continue
        action = record.get("action")
        if action is not None and _LOGIN.search(action.text() or ""):
            _widen(logins, (moment, stamp))
        country = record.get("country")
        code = country_of(country.text() or "") if country is not None else None
        if country is not None and code is not None:
            _widen(by_country.setdefault(code, []), (moment, country))
    for moment, place in logins:
        yield page.fact(FactKind.LOGIN, "login", moment, place)
    for code, seen in sorted(by_country.items()):
        for moment, place in seen:
            yield page.fact(FactKind.REGION_HINT, code, moment, place)


def _widen(events: list[Event], event: Event) -> None:
    """Keep the first and the last of some events."""
    events.append(event)
    events.sort(key=lambda one: one[0].sort_key())
    del events[1:-1]


def read_based_in(page: Page, _gathered: Gathered) -> Iterator[Fact]:
    """Yield the country of the place that Instagram takes an account to be based in."""
    known = ENTRY if page.member.path.endswith("account_based_in.json") else None
    for record in rows(page, known, "inferred_data_primary_location"):
        fields = record.get("string_map_data") if isinstance(record.value, dict) else None
        for _, value in fields.entries() if fields is not None else ():
            if isinstance(value.value, dict):
                yield from _hint(page, value.get("value"), ends=True)
        labelled = record.get("label_values") if isinstance(record.value, dict) else None
        if labelled is not None:
            page.look(record.value, LABELLED)
            yield from _named(page, labelled, 0)


def _hint(page: Page, place: Node | None, *, ends: bool = False) -> Iterator[Fact]:
    """Yield a suggestion; `ends`: the country may stand at the end, behind a comma."""
    text = place.text() if place is not None else None
    code = None
    if text:
        code = country_of(text) or (countries.from_place(text) if ends else None)
    if place is not None and code is not None:
        yield page.fact(FactKind.REGION_HINT, code, None, place)
