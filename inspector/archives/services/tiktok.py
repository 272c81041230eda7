# SPDX-License-Identifier: Apache-2.0
"""TikTok's "Download your data" as JSON: one file, whose sections changed their names by 2025.

Source: exports of June 2025 and January 2026, an older made-up one, and a parser that knows both. Times state
no zone. No file states a setting on training, nor when the account was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from inspector.archives import countries
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.glimpse import key_paths
from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.new_keys import keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.pruned import pruned
from inspector.archives.frame.reading import Ending, Service
from inspector.archives.frame.signs import Sign, kind
from inspector.archives.frame.times import iso
from inspector.archives.reader import Seen
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.sources import LedgerRow
from inspector.domain.text import note
from inspector.domain.words import DataClass, FactKind

FIRST_YEAR: Final = 2014

FEATURE: Final = "ai-moji"
_FILE: Final = re.compile(r"user_data(?:_tiktok)?\.json")
_NAME: Final = "user_data_tiktok.json"
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


@dataclass(slots=True)
class _Gathered:
    """Whose export it is, and whether its list of settings says that the account is private."""

    account: str | None = None
    visibility: str | None = None
    file: str = _NAME


def _key_of(path: str) -> str | None:
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


def _read(page: Page, gathered: _Gathered) -> Iterator[Fact | Tally]:
    """Yield what the file states. Addresses and devices are not looked at."""
    value = pruned(page.stream, _is_left_out)
    page.look(value, _KNOWN)
    whole = Node(page, value, "", 1)
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


def _gather(page: Page, whole: Node, gathered: _Gathered) -> None:
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


def _ends(gathered: _Gathered, _seen: Seen) -> Ending:
    """Return the account, and whether it was private; since when is not said."""
    known = gathered.visibility is not None
    detail = note(f"ledger.detail.tiktok_{gathered.visibility}") if known else None
    row = LedgerRow("tiktok.visibility", gathered.file, "found" if known else "absent", detail)
    return Ending(gathered.account, rows=(row,))


_DATA: Final = {"data": _NAME}
SOUGHT: Final = (
    Sought("tiktok.setting", where=_NAME),
    Sought("tiktok.account_created", where=_NAME),
    Sought("tiktok.region", FactKind.REGION_HINT, _DATA),
    Sought("tiktok.logins", FactKind.LOGIN, _DATA),
    Sought("tiktok.ai_use", FactKind.AI_USE, _DATA),
    Sought("tiktok.posts", DataClass.POSTS, _DATA),
    Sought("tiktok.comments", DataClass.COMMENTS, _DATA),
    Sought("tiktok.messages", DataClass.PRIVATE_MESSAGES, _DATA),
    Sought("tiktok.searches", DataClass.SEARCHES, _DATA),
)
TIKTOK: Final = Service("tiktok", FIRST_YEAR, _key_of, {"data": _read}, _Gathered, _ends, SOUGHT)


def _fits(start: bytes) -> bool:
    """Tell the file by the sections that its beginning shows, and by sections inside them."""
    paths = key_paths(start)
    return any(path.partition("/")[0] in _SECTIONS and "/" in path for path in paths) and paths.isdisjoint(
        ("id", "email", "header")
    )


KIND: Final = kind(TIKTOK, "TikTok", (Sign(r"user_data(?:_tiktok)?\.json", _fits),), single=True)
