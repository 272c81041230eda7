# SPDX-License-Identifier: Apache-2.0
"""TikTok's data as JSON: one file, whose sections changed their names by 2025.

Source: exports of June 2025 and January 2026, an older made-up one, and a parser that knows both. Times state
no zone. No file states a setting on training, nor when the account was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from inspector.archives import countries
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.glimpse import key_paths
from inspector.archives.frame.new_keys import keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import iso
from inspector.archives.services.tiktok.gathered import Gathered
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.words import DataClass, FactKind

FEATURE: Final = "ai-moji"
_FILE: Final = re.compile(r"user_data(?:_tiktok)?\.json")
_SECTIONS: Final = [
    "Activity",
    "Ads and data",
    "App Settings",
    "Comment",
    "Direct Message",
    "Direct Messages",
    "Income Plus Wallet Transactions",
    "Location Review",
    "Post",
    "Profile",
    "TikTok Shop",
    "Tiktok Live",
    "Tiktok Shopping",
    "Video",
    "Your Activity",
]
# What is looked at of the sections, whose lists of videos watched may be long; None: all.
_LOOKED_AT: Final[dict[str, frozenset[str] | None]] = {
    "Activity": frozenset({"Login History", "Search History"}),
    "App Settings": frozenset({"Settings"}),
    "Comment": None,
    "Direct Message": None,
    "Direct Messages": None,
    "Post": frozenset({"Posts"}),
    "Profile": None,
    "Video": frozenset({"Videos"}),
    "Your Activity": frozenset({"Login History", "Searches"}),
}
_KNOWN: Final = keys("", **dict.fromkeys(_SECTIONS))
_NOTHING: Final = ("", "N/A", "None")
_STATES: Final = {"Enabled": "private", "Disabled": "public"}

Path = tuple[str, ...]
_COUNTED: Final[tuple[tuple[DataClass, tuple[Path, ...], Path], ...]] = (
    (DataClass.POSTS, (("Post", "Posts", "VideoList"), ("Video", "Videos", "VideoList")), ("Date", "date")),
    (
        DataClass.COMMENTS,
        (("Comment", "Comments", "CommentsList"), ("Comment", "CommentsList")),
        ("date", "Date"),
    ),
    (
        DataClass.SEARCHES,
        (("Your Activity", "Searches", "SearchList"), ("Activity", "Search History", "SearchList")),
        ("Date", "date"),
    ),
)
"""What is counted, where its list stands in new and in old exports, and the spellings of its date."""

_CHATS: Final = (
    ("Direct Message", "Direct Messages", "ChatHistory"),
    ("Direct Messages", "Chat History", "ChatHistory"),
)
_LOGINS: Final = (
    ("Your Activity", "Login History", "LoginHistoryList"),
    ("Activity", "Login History", "LoginHistoryList"),
)
_OWNER: Final = (
    ("Profile", "Profile Info", "ProfileMap", "userName"),
    ("Profile", "Profile Information", "ProfileMap", "userName"),
)
_COUNTRY: Final = (("Profile", "Autofill", "Country"), ("Profile", "Auto Fill", "Country"))


def key_of(path: str) -> str | None:
    """Return the kind of the file, None for any other."""
    return "data" if _FILE.fullmatch(path) else None


def _is_left_out(path: Path) -> bool:
    """Tell whether nothing is looked at behind these keys."""
    wanted = _LOOKED_AT.get(path[0], frozenset())
    return wanted is not None and (len(path) > 1 or not wanted) and path[-1] not in wanted


def _first(whole: Node, paths: tuple[Path, ...]) -> Node | None:
    """Return what stands at the first of these places that the export has."""
    return next((found for path in paths if (found := whole.get(*path)) is not None), None)


def _time(page: Page, record: Node, names: Path) -> tuple[Node, Moment | None]:
    """Return where the date of a record stands and what it says."""
    value = record.value if isinstance(record.value, dict) else {}
    name = next((name for name in names if name in value), None)
    when = record.get(name) if name is not None else None
    if when is None or when.value in _NOTHING:
        if not isinstance(record.value, dict):
            page.fault(record.row, "member.record_value")
        return record, None
    return when, page.time(when.value, when.row, (iso,))


def read(page: Page, gathered: Gathered) -> Iterator[Fact | Tally]:
    """Yield what the file states. Addresses and devices are not looked at."""
    whole = page.pruned(_is_left_out, _KNOWN)
    _gather(page, whole, gathered)
    for data_class, paths, names in _COUNTED:
        yield from _counted(page, data_class, _first(whole, paths), names)
    chats = _first(whole, _CHATS)
    if chats is not None:
        yield from _messages(page, chats)
    yield from _logins(page, _first(whole, _LOGINS))
    yield from _faces(page, whole.get("Profile", "AI-Moji"))
    country = _first(whole, _COUNTRY)
    text = country.text() if country is not None and country.value not in _NOTHING else None
    code = (countries.from_code(text) or countries.from_name(text)) if text else None
    if country is not None and code is not None:
        page.stand(FactKind.REGION_HINT, code, country)


def _gather(page: Page, whole: Node, gathered: Gathered) -> None:
    name, shown = (
        _first(whole, _OWNER),
        whole.get("App Settings", "Settings", "SettingsMap", "Private Account"),
    )
    owner = name.text() if name is not None else None
    visibility = _STATES.get(str(shown.value)) if shown is not None else None

    def keep() -> None:
        gathered.account, gathered.visibility, gathered.file = owner, visibility, page.member.name

    page.done.append(keep)


def _counted(page: Page, data_class: DataClass, items: Node | None, names: Path) -> Iterator[Fact | Tally]:
    if items is None:
        return
    dated = Dated()
    for item in items.each():
        when, moment = _time(page, item, names)
        if not isinstance(item.value, dict):
            continue
        dated.add(moment)
        if page.items:
            yield page.item_at(data_class, when, moment)
    yield page.tally(data_class, dated)


def _messages(page: Page, chats: Node) -> Iterator[Fact | Tally]:
    """Count messages; they stand by the person they were exchanged with."""
    dated = Dated()
    for _, chat in chats.entries():
        for message in chat.each():
            when, moment = _time(page, message, ("Date",))
            if not isinstance(message.value, dict):
                continue
            dated.add(moment)
            if page.items:
                yield page.item_at(DataClass.PRIVATE_MESSAGES, when, moment)
    yield page.tally(DataClass.PRIVATE_MESSAGES, dated)


def _logins(page: Page, logins: Node | None) -> Iterator[Fact]:
    """Yield the earliest and the latest log-in."""
    found: list[tuple[Moment, Node]] = []
    for login in logins.each() if logins is not None else ():
        when, moment = _time(page, login, ("Date",))
        if moment is not None:
            found.append((moment, when))
    found.sort(key=lambda login: login[0].sort_key())
    for moment, when in dict.fromkeys((*found[:1], *found[-1:])):
        yield page.fact(FactKind.LOGIN, "login", moment, when)


def _faces(page: Page, face: Node | None) -> Iterator[Fact]:
    """Yield when an AI picture of the person was made."""
    if face is None:
        return
    when, moment = _time(page, face, ("CreateDate",))
    if moment is not None:
        yield page.fact(FactKind.AI_USE, FEATURE, moment, when)


def fits(start: bytes) -> bool:
    """Tell the file by the sections that its beginning shows, and by sections inside them."""
    paths = key_paths(start)
    return any(path.partition("/")[0] in _SECTIONS and "/" in path for path in paths) and paths.isdisjoint(
        ("id", "email", "header")
    )
