# SPDX-License-Identifier: Apache-2.0
"""Spotify's account data and extended streaming history. No file states a setting on training.

Source: parsers of such exports and a fully made-up one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import msgspec

from inspector.archives import countries
from inspector.archives.dates import ISO_DAY, DateFormat, Years
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.glimpse import has_keys
from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.new_keys import keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Service
from inspector.archives.frame.signs import Sign, kind
from inspector.archives.frame.times import iso, spelled
from inspector.archives.reader import Seen
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.words import DataClass, FactKind

FIRST_YEAR: Final = 2006
_KINDS: Final = (
    (re.compile(r"Userdata\.json"), "user"),
    (re.compile(r"SearchQueries\.json"), "searches"),
    (re.compile(r"StreamingHistory(?:_music_|_podcast_|_audiobook_)?\d+\.json"), "history"),
    (re.compile(r"Streaming_History_(?:Audio|Video)_[\w-]+\.json"), "extended"),
)
_USER: Final = keys(
    "username email country createdFromFacebook facebookUid birthdate gender postalCode mobileNumber "
    "mobileOperator mobileBrand creationTime"
)
_SEARCH: Final = keys("platform searchTime searchQuery searchInteractionURIs")
_MINUTE: Final = spelled(
    DateFormat(
        "YYYY-MM-DD HH:MM",
        re.compile(r"(?P<y>\d{4})-(?P<mo>\d\d)-(?P<d>\d\d) (?P<h>\d\d):(?P<mi>[0-5]\d)", re.ASCII),
        "minute",
        "none",
    )
)
_NAMED_ZONE: Final = "[UTC]"


class _Play(msgspec.Struct):
    """When something was played and from where; what it was is nobody's business here."""

    ts: str | None = None
    conn_country: str | None = None


@dataclass(slots=True)
class _Gathered:
    """Whose export it is."""

    account: str | None = None


def _key_of(path: str) -> str | None:
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(path)), None)


def _zoned(value: object, years: Years) -> Moment | None:
    """Read ISO 8601 that names its zone once more behind it: `…Z[UTC]`."""
    return iso(value.removesuffix(_NAMED_ZONE) if isinstance(value, str) else value, years)


def _read_user(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Yield the day of creation and the country of today."""
    user = page.document(_USER)
    name, created, country = user.get("username"), user.get("creationTime"), user.get("country")
    owner = name.text() if name is not None else None
    page.done.append(lambda: _own(gathered, owner))
    if created is not None:
        moment = created.time(spelled(ISO_DAY), iso)
        if moment is not None:
            yield page.fact(FactKind.ACCOUNT_CREATED, "created", moment, created)
    text = country.text() if country is not None else None
    code = countries.from_code(text) if text else None
    if country is not None and code is not None:
        page.stand(FactKind.REGION_HINT, code, country)


def _own(gathered: _Gathered, owner: str | None) -> None:
    gathered.account = owner


def _read_searches(page: Page, _gathered: _Gathered) -> Iterator[Fact | Tally]:
    """Count what was searched for."""
    searches = Dated()
    for search in page.records(known=_SEARCH):
        when = search.get("searchTime")
        moment = page.time(when.value, when.row, (_zoned,)) if when is not None else None
        searches.add(moment)
        if page.items and when is not None:
            yield page.item_at(DataClass.SEARCHES, when, moment)
    yield page.tally(DataClass.SEARCHES, searches)


def _read_history(page: Page, _gathered: _Gathered) -> Iterator[Fact]:
    """Take note of when something was played last. States no fact."""
    for play in page.records():
        when = play.get("endTime")
        if when is not None:
            page.time(when.value, when.row, (_MINUTE,))
    yield from ()


def _read_extended(page: Page, _gathered: _Gathered) -> Iterator[Fact]:
    """Yield the first and the last time that something was played from each country."""
    edges: dict[str, tuple[tuple[Moment, Node], tuple[Moment, Node]]] = {}
    for play in page.records(kind=_Play):
        if not isinstance(play.value, _Play):
            continue
        moment = page.time(play.value.ts, play.row, (iso,))
        code = countries.from_code(play.value.conn_country or "")
        if moment is None or code is None:
            continue
        own = (moment, Node(page, play.value.conn_country, f"{play.pointer}/conn_country", play.row))
        first, last = edges.get(code, (own, own))
        edges[code] = (min(first, own, key=_when), max(last, own, key=_when))
    for code in sorted(edges):
        for moment, place in dict.fromkeys(edges[code]):
            yield page.fact(FactKind.REGION_HINT, code, moment, place)


def _when(edge: tuple[Moment, Node]) -> tuple[object, ...]:
    return edge[0].sort_key()


def _ends(gathered: _Gathered, _seen: Seen) -> Ending:
    return Ending(gathered.account)


_USERDATA: Final = {"user": "Userdata.json"}
_PLAYS: Final = {"extended": "Streaming_History_Audio_*.json"}
SOUGHT: Final = (
    Sought("spotify.setting", where="*.json"),
    Sought("spotify.account_created", FactKind.ACCOUNT_CREATED, _USERDATA),
    Sought("spotify.region", FactKind.REGION_HINT, {**_USERDATA, **_PLAYS}),
    Sought("spotify.searches", DataClass.SEARCHES, {"searches": "SearchQueries.json"}),
    Sought("spotify.ai_use", where="*.json"),
)
SPOTIFY: Final = Service(
    "spotify",
    FIRST_YEAR,
    _key_of,
    {"user": _read_user, "searches": _read_searches, "history": _read_history, "extended": _read_extended},
    _Gathered,
    _ends,
    SOUGHT,
)
KIND: Final = kind(
    SPOTIFY,
    "Spotify",
    (
        Sign(r"Userdata\.json", has_keys("country", "creationTime")),
        Sign(r"StreamingHistory_music_\d+\.json", has_keys("endTime", "msPlayed")),
        Sign(r"Streaming_History_Audio_[\w-]+\.json", has_keys("ts", "conn_country")),
    ),
)
