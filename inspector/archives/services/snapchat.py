# SPDX-License-Identifier: Apache-2.0
"""Snapchat's "My Data": account, acceptances of terms, My AI, chats and public content.

Source: a complete export of September 2024, parsers and schemas of others. No file states a setting on AI.
What the police gets has other files (`subscriber_info.csv`) and is none of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from inspector.archives import countries
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.glimpse import has_keys
from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.new_keys import Keys, any_key
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Service
from inspector.archives.frame.signs import Sign, kind
from inspector.archives.frame.times import iso
from inspector.archives.reader import Seen
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.text import note
from inspector.domain.words import DataClass, FactKind

FIRST_YEAR: Final = 2011
FEATURE: Final = "my-ai"
_FOLDER: Final = "json/"
_PAGE: Final = "html/snapchat_ai.html"
_FILE: Final = re.compile(r"json/([a-z_]+)\.json")
_ACCEPTED: Final = "Privacy Policy and Terms of Service Acceptance History"
_TERMS: Final = Keys(dict.fromkeys(("Version", "Acceptance Date")))
_TALK: Final = Keys(dict.fromkeys(("Timestamp", "Type", "Content", "IP Address")))
_MESSAGE: Final = Keys(
    dict.fromkeys(
        [
            "From",
            "To",
            "Media Type",
            "Created",
            "Content",
            "Text",
            "Conversation Title",
            "IsSender",
            "Created(microseconds)",
            "IsSaved",
        ]
    )
)
_LISTS: Final = {
    "account": Keys(
        dict.fromkeys(
            (
                "Basic Information",
                "Device Information",
                "Device History",
                "Login History",
                "Family Center",
                _ACCEPTED,
            )
        )
    ),
    "terms_history": Keys(
        dict.fromkeys(
            (
                "Snap Inc. Terms of Service",
                "Business Services Terms",
                "Games Terms",
                "Terms of Service and Privacy Policy Acceptance History",
            ),
            _TERMS,
        )
    ),
    "snapchat_ai": Keys({"My AI Content": _TALK, "My AI Memory": None}),
    "chat_history": any_key(_MESSAGE),
}


@dataclass(slots=True)
class _Gathered:
    """Whose export it is."""

    account: str | None = None


def _key_of(path: str) -> str | None:
    match = _FILE.fullmatch(path)
    if path == _PAGE:
        return "page"
    return match[1] if match is not None and match[1] in _HANDLERS else None


def _read_account(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Yield creation, country and log-ins. Addresses and devices are not looked at."""
    whole = page.document(_LISTS["account"])
    basic = whole.get("Basic Information")
    name = basic.get("Username") if basic is not None else None
    owner = name.text() if name is not None else None
    page.done.append(lambda: _own(gathered, owner))
    if basic is not None:
        yield from _created(page, basic, "Creation Date")
        _country(page, basic.get("Country"))
    yield from _logins(page, _listed(whole.get("Login History")))
    yield from _accepted(page, whole.get(_ACCEPTED))


def _own(gathered: _Gathered, owner: str | None) -> None:
    gathered.account = owner


def _read_profile(page: Page, _gathered: _Gathered) -> Iterator[Fact]:
    """Yield creation and its country, and the country of today."""
    profile = page.document().get("App Profile")
    if profile is None:
        return
    created = list(_created(page, profile, "Creation Time"))
    yield from created
    place = profile.get("Account Creation Country")
    code = _code(place)
    if place is not None and code is not None:
        yield page.fact(FactKind.REGION_HINT, code, created[0].moment if created else None, place)
    _country(page, profile.get("Country"))


def _created(page: Page, inside: Node, key: str) -> Iterator[Fact]:
    place = inside.get(key)
    moment = page.time(place.value, place.row, (iso,)) if place is not None else None
    if place is not None and moment is not None:
        yield page.fact(FactKind.ACCOUNT_CREATED, "created", moment, place)


def _code(place: Node | None) -> str | None:
    text = place.text() if place is not None and place.value != "" else None
    return countries.from_code(text) if text else None


def _country(page: Page, place: Node | None) -> None:
    """State the country that holds at the time of the export."""
    code = _code(place)
    if place is not None and code is not None:
        page.stand(FactKind.REGION_HINT, code, place)


def _listed(node: Node | None) -> Iterable[Node]:
    return node.each() if node is not None else ()


def _logins(page: Page, logins: Iterable[Node]) -> Iterator[Fact]:
    """Yield the first and the last log-in, and those from each country."""
    found: dict[tuple[FactKind, str], list[tuple[Moment, Node]]] = {}
    for login in logins:
        when = login.get("Created")
        moment = page.time(when.value, when.row, (iso,)) if when is not None else None
        if when is None or moment is None:
            continue
        found.setdefault((FactKind.LOGIN, "login"), []).append((moment, when))
        place = login.get("Country")
        code = _code(place)
        if place is not None and code is not None:
            found.setdefault((FactKind.REGION_HINT, code), []).append((moment, place))
    for what, value in sorted(found):
        edges = sorted(found[what, value], key=lambda edge: edge[0].sort_key())
        for moment, place in dict.fromkeys((edges[0], edges[-1])):
            yield page.fact(what, value, moment, place)


def _read_terms(page: Page, _gathered: _Gathered) -> Iterator[Fact]:
    """Yield which terms were accepted when, whatever the list is called."""
    for _, accepted in page.document(_LISTS["terms_history"]).entries():
        yield from _accepted(page, accepted)


def _accepted(page: Page, accepted: Node | None) -> Iterator[Fact]:
    for terms in _listed(accepted):
        version, when = terms.get("Version"), terms.get("Acceptance Date")
        text = version.text() if version is not None else None
        moment = page.time(when.value, when.row, (iso,)) if when is not None else None
        if text and when is not None and moment is not None:
            yield page.fact(FactKind.POLICY_ACCEPTED, text, moment, when)


def _read_assistant(page: Page, _gathered: _Gathered) -> Iterator[Fact | Tally]:
    """Yield the first and the last entry of chats with My AI, and count all; who wrote one is not said."""
    entries, uses = Dated(), []
    for entry in _listed(page.document(_LISTS["snapchat_ai"]).get("My AI Content")):
        when = entry.get("Timestamp")
        if not isinstance(entry.value, dict):
            continue
        moment = page.time(when.value, when.row, (iso,)) if when is not None else None
        entries.add(moment)
        place = when if when is not None else entry
        if page.items:
            yield page.item_at(DataClass.AI_CHATS, place, moment)
        if moment is not None:
            uses.append((moment, place))
    uses.sort(key=lambda use: use[0].sort_key())
    for moment, place in dict.fromkeys((*uses[:1], *uses[-1:])):
        yield page.fact(FactKind.AI_USE, FEATURE, moment, place)
    yield page.tally(DataClass.AI_CHATS, entries)


def _read_chats(page: Page, _gathered: _Gathered) -> Iterator[Fact | Tally]:
    """Count messages: by friend, in older exports by whether they were sent or received."""
    messages = Dated()
    for whole in page.records(known=_LISTS["chat_history"]):
        for _, chat in whole.entries():
            yield from _counted(page, messages, chat, "Created", DataClass.PRIVATE_MESSAGES)
    yield page.tally(DataClass.PRIVATE_MESSAGES, messages)


def _counted(page: Page, dated: Dated, items: Node | None, key: str, data_class: DataClass) -> Iterator[Fact]:
    for item in _listed(items):
        when = item.get(key)
        if not isinstance(item.value, dict):
            continue
        moment = page.time(when.value, when.row, (iso,)) if when is not None else None
        dated.add(moment)
        if page.items:
            yield page.item_at(data_class, when if when is not None else item, moment)


def _read_public(page: Page, _gathered: _Gathered) -> Iterator[Fact | Tally]:
    """Count what a public profile shows: Spotlights and saved stories."""
    whole, posts = page.document(), Dated()
    for name in ("Spotlights", "Saved Stories"):
        yield from _counted(page, posts, whole.get(name), "Date", DataClass.POSTS)
    yield page.tally(DataClass.POSTS, posts)


def _read_history(page: Page, _gathered: _Gathered) -> Iterator[Fact]:
    """Take note of the newest change of the account, a request for data among them. States no fact."""
    for _, changes in page.document().entries():
        for change in changes.each() if isinstance(changes.value, list) else ():
            when = change.get("Date")
            if when is not None:
                page.time(when.value, when.row, (iso,))
    yield from ()


def _ends(gathered: _Gathered, seen: Seen) -> Ending:
    """Return the account; an export of pages alone is not read, and says so."""
    paths = (*(member.path for member in seen.members), *seen.others)
    has_data = any(path.startswith(_FOLDER) for path in paths)
    return Ending(
        gathered.account, losses=() if has_data else (note("member.snapchat_pages", file=_PAGE, n=1),)
    )


def _pass_over(_page: Page, _gathered: _Gathered) -> Iterable[Fact]:
    """Read nothing of a page: the same stands in a file beside it."""
    return ()


_HANDLERS: Final = {
    "account": _read_account,
    "user_profile": _read_profile,
    "terms_history": _read_terms,
    "account_history": _read_history,
    "snapchat_ai": _read_assistant,
    "chat_history": _read_chats,
    "snap_pro": _read_public,
    "page": _pass_over,
}
SOUGHT: Final = (
    Sought("snapchat.setting", where="json/*.json"),
    Sought(
        "snapchat.account_created",
        FactKind.ACCOUNT_CREATED,
        {"account": "json/account.json", "user_profile": "json/user_profile.json"},
    ),
    Sought(
        "snapchat.terms",
        FactKind.POLICY_ACCEPTED,
        {"terms_history": "json/terms_history.json", "account": "json/account.json"},
    ),
    Sought(
        "snapchat.region",
        FactKind.REGION_HINT,
        {"account": "json/account.json", "user_profile": "json/user_profile.json"},
    ),
    Sought("snapchat.logins", FactKind.LOGIN, {"account": "json/account.json"}),
    Sought("snapchat.ai_use", FactKind.AI_USE, {"snapchat_ai": "json/snapchat_ai.json"}),
    Sought("snapchat.posts", DataClass.POSTS, {"snap_pro": "json/snap_pro.json"}),
    Sought("snapchat.messages", DataClass.PRIVATE_MESSAGES, {"chat_history": "json/chat_history.json"}),
)
SNAPCHAT: Final = Service("snapchat", FIRST_YEAR, _key_of, _HANDLERS, _Gathered, _ends, SOUGHT)
KIND: Final = kind(
    SNAPCHAT,
    "Snapchat",
    (
        Sign(r"json/account\.json", has_keys("Basic Information/Creation Date")),
        Sign(r"json/user_profile\.json", has_keys("App Profile")),
        Sign(r"json/terms_history\.json"),
        Sign(r"json/snapchat_ai\.json"),
        Sign(r"html/snapchat_ai\.html"),
    ),
)
