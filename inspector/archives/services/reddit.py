# SPDX-License-Identifier: Apache-2.0
"""Reddit's data request: tables side by side, and `checkfile.csv` with the hash of each of them.

Source: partial exports of 2023 and 2024, and parsers of whole ones. No file states anything on AI training.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from inspector.archives.dates import DASH_UTC
from inspector.archives.formats.records import Fault
from inspector.archives.formats.tables import Table, TableShape
from inspector.archives.frame.ai_names import named
from inspector.archives.frame.cells import Cell, cell_at
from inspector.archives.frame.glimpse import has_columns
from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Handler, Service
from inspector.archives.frame.signs import Sign, kind, name_before_copying
from inspector.archives.hours import Hours
from inspector.archives.names import base, is_junk
from inspector.archives.reader import Seen
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.sources import LedgerRow
from inspector.domain.text import Note, note
from inspector.domain.words import DataClass, FactKind

FIRST_YEAR: Final = 2005
CHECKFILE: Final = "checkfile.csv"
_DATES: Final = (DASH_UTC,)
_NAMES_SHOWN: Final = 5
_REGISTRATION: Final = "registration ip"
_OTHER: Final = "other"
# Subjects of announcements on rules; the others are advertising.
_RULES: Final = re.compile(
    r"privacy policy|user agreement|terms of (?:service|use)|content policy", re.IGNORECASE
)


def _shape(*needs: str) -> TableShape:
    return TableShape(tuple(frozenset({need}) for need in needs))


@dataclass(frozen=True, slots=True)
class _Counted:
    """A table whose records are counted; `date` is its column of dates, none: undated."""

    data_class: DataClass
    shape: TableShape
    date: str = ""


_COLUMNS: Final = {
    "posts": "id permalink date ip subreddit gildings title url body",
    "comments": "id permalink date ip subreddit gildings link parent body media",
    "statistics": "statistic value",
    "checkfile": "filename sha256",
}
_COUNTED: Final = {
    "posts": _Counted(DataClass.POSTS, _shape("date", "subreddit"), "date"),
    "comments": _Counted(DataClass.COMMENTS, _shape("date", "subreddit"), "date"),
    "messages": _Counted(DataClass.PRIVATE_MESSAGES, _shape("date"), "date"),
    "messages_archive": _Counted(DataClass.PRIVATE_MESSAGES, _shape("date"), "date"),
    "chat_history": _Counted(DataClass.PRIVATE_MESSAGES, _shape("messageid", "createdat"), "createdat"),
    "post_votes": _Counted(DataClass.VOTES, _shape("direction")),
    "comment_votes": _Counted(DataClass.VOTES, _shape("direction")),
}
_STATISTICS: Final = _shape("statistic", "value")
_CHECKED: Final = _shape("filename", "sha256")


@dataclass(slots=True)
class _Gathered:
    """Whose export it is, what its list says of its files, what they are, and names of preferences."""

    account: str | None = None
    listed: dict[str, str] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    preferences: list[str] | None = None


_Read = Callable[[Page, _Gathered], Iterable[Fact | Tally]]


def _key_of(path: str) -> str | None:
    if "/" in path or is_junk(path) or not path.endswith(".csv"):
        return None
    name = path.removesuffix(".csv")
    return name if name in _HANDLERS else _OTHER


def _hashing(read: _Read) -> Handler[_Gathered]:
    """Return a handler that also takes the hash of the file once it is known to be whole."""

    def handler(page: Page, gathered: _Gathered) -> Iterator[Fact | Tally]:
        page.done.append(lambda: gathered.hashes.update({base(page.member.path): page.stream.sha256}))
        yield from read(page, gathered)

    return handler


def _nothing(_page: Page, _gathered: _Gathered) -> Iterable[Fact]:
    return ()


def _counting(counted: _Counted) -> _Read:
    def read(page: Page, _gathered: _Gathered) -> Iterator[Fact | Tally]:
        table = page.table(counted.shape)
        place = table.column(counted.date) if counted.date else None
        hours = Hours(_DATES, page.years)
        for number, row in table.records():
            if place is not None and place >= len(row):
                page.bad(Fault(number, "member.row_short"))
                continue
            date = row[place].strip() if place is not None else ""
            if not hours.add(date):
                page.bad(Fault(number, "member.row_bad_date"))
            if page.items:
                column = table.header[place or 0].strip()
                yield page.item(counted.data_class, Cell(number, column, date), _DATES)
        yield page.tally(counted.data_class, hours)

    return read


def _pairs(page: Page, table: Table, first: str, second: str) -> Iterator[tuple[Cell, Cell]]:
    """Yield two cells of each record that has both."""
    for number, row in table.records():
        one = cell_at(table, number, row, table.column(first))
        other = cell_at(table, number, row, table.column(second))
        if one is None or other is None:
            page.bad(Fault(number, "member.row_short"))
        else:
            yield one, other


def _read_statistics(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Yield when the account was registered; take in its name and when the export was made."""
    for name, value in _pairs(page, page.table(_STATISTICS), "statistic", "value"):
        match name.raw.casefold():
            case "account name" if value.raw:
                _own(page, gathered, value.raw)
            case "export time":
                page.moment(value, _DATES)
            case "registration date":
                moment = page.moment(value, _DATES)
                if moment is not None:
                    yield page.fact(FactKind.ACCOUNT_CREATED, "created", moment, value)


def _own(page: Page, gathered: _Gathered, name: str) -> None:
    def keep() -> None:
        gathered.account = name

    page.done.append(keep)


def _read_logins(page: Page, _gathered: _Gathered) -> Iterator[Fact]:
    """Yield the earliest and the latest log-in. Addresses are not looked at."""
    found: list[tuple[Moment, Cell]] = []
    for when, _ in _pairs(page, page.table(_shape("date", "ip")), "date", "ip"):
        if when.raw.casefold() == _REGISTRATION:
            continue
        moment = page.moment(when, _DATES)
        if moment is not None:
            found.append((moment, when))
    found.sort(key=lambda login: login[0].sort_key())
    for moment, when in dict.fromkeys((*found[:1], *found[-1:])):
        yield page.fact(FactKind.LOGIN, "login", moment, when)


def _read_announcements(page: Page, _gathered: _Gathered) -> Iterator[Fact]:
    """Yield the announcements of changed rules, by when they were sent."""
    for subject, when in _pairs(page, page.table(_shape("subject", "sentat")), "subject", "sentat"):
        moment = page.moment(when, _DATES)
        if moment is not None and _RULES.search(subject.raw):
            yield page.fact(FactKind.NOTICE_RECEIVED, subject.raw, moment, when)


def _read_preferences(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Take in the names of the preferences; how one stands is not looked at, for none is known to matter."""
    pairs = _pairs(page, page.table(_shape("preference", "value")), "preference", "value")
    names = [name.raw for name, _ in pairs]

    def keep() -> None:
        gathered.preferences = names

    page.done.append(keep)
    yield from ()


def _read_checkfile(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Take in which hash Reddit states for each file. States no fact."""
    pairs = _pairs(page, page.table(_CHECKED), "filename", "sha256")
    listed = {name.raw: value.raw.casefold() for name, value in pairs}
    page.done.append(lambda: gathered.listed.update(listed))
    yield from ()


def _ends(gathered: _Gathered, seen: Seen) -> Ending:
    """Return the account, and how the files compare with the list of their hashes."""
    listed = {name: value for name, value in gathered.listed.items() if name != CHECKFILE}
    there = {base(member.path) for member in seen.members} | set(seen.others)
    changed = sorted(name for name, value in listed.items() if gathered.hashes.get(name, value) != value)
    missing = sorted(name for name in listed if name not in there)
    losses = []
    if changed:
        losses.append(note("member.own_hash_differs", file=_some(changed), n=len(changed)))
    if missing:
        losses.append(note("member.own_list_lacks", file=_some(missing), n=len(missing)))
    same = sum(gathered.hashes.get(name) == value for name, value in listed.items())
    return Ending(
        gathered.account, losses=tuple(losses), rows=(_list_row(listed, same), _preferences(gathered))
    )


def _list_row(listed: dict[str, str], same: int) -> LedgerRow:
    detail = note("ledger.detail.own_hashes", n=same, of=len(listed)) if listed else None
    return LedgerRow("reddit.own_list", CHECKFILE, "found" if listed else "absent", detail)


def _preferences(gathered: _Gathered) -> LedgerRow:
    names = gathered.preferences
    detail: Note | None = named(names) if names is not None else None
    return LedgerRow(
        "reddit.preferences", "user_preferences.csv", "absent" if names is None else "found", detail
    )


def _some(names: list[str]) -> str:
    return ", ".join(names[:_NAMES_SHOWN]) + (", …" if len(names) > _NAMES_SHOWN else "")


_READ: Final[dict[str, _Read]] = {
    **{name: _counting(counted) for name, counted in _COUNTED.items()},
    "statistics": _read_statistics,
    "ip_logs": _read_logins,
    "announcements": _read_announcements,
    "user_preferences": _read_preferences,
    "checkfile": _read_checkfile,
    _OTHER: _nothing,
}
_HANDLERS: Final[dict[str, Handler[_Gathered]]] = {name: _hashing(read) for name, read in _READ.items()}
_MESSAGES: Final = ("chat_history", "messages", "messages_archive")
SOUGHT: Final = (
    Sought("reddit.setting", where="*.csv"),
    Sought("reddit.account_created", FactKind.ACCOUNT_CREATED, {"statistics": "statistics.csv"}),
    Sought("reddit.notices", FactKind.NOTICE_RECEIVED, {"announcements": "announcements.csv"}),
    Sought("reddit.logins", FactKind.LOGIN, {"ip_logs": "ip_logs.csv"}),
    Sought("reddit.posts", DataClass.POSTS, {"posts": "posts.csv"}),
    Sought("reddit.comments", DataClass.COMMENTS, {"comments": "comments.csv"}),
    Sought("reddit.messages", DataClass.PRIVATE_MESSAGES, {name: f"{name}.csv" for name in _MESSAGES}),
    Sought(
        "reddit.votes", DataClass.VOTES, {name: f"{name}.csv" for name in ("post_votes", "comment_votes")}
    ),
    Sought("reddit.region", where="*.csv"),
)
REDDIT: Final = Service("reddit", FIRST_YEAR, _key_of, _HANDLERS, _Gathered, _ends, SOUGHT, columns=_COLUMNS)


def _is_statistics(start: bytes) -> bool:
    """Tell Reddit's statistics from other tables of that name."""
    return b"registration date" in start and has_columns(_STATISTICS)(start)


_ALONE: Final = {
    "statistics.csv": _is_statistics,
    "posts.csv": has_columns(_shape("permalink", "date", "subreddit", "gildings")),
    "comments.csv": has_columns(_shape("permalink", "date", "subreddit", "gildings")),
}


def _alone(name: str, start: bytes) -> str | None:
    file = name_before_copying(name)
    fits = _ALONE.get(file)
    return file if fits is not None and start and fits(start) else None


KIND: Final = kind(
    REDDIT,
    "Reddit",
    (Sign(r"checkfile\.csv", has_columns(_CHECKED)), Sign(r"statistics\.csv", _is_statistics)),
    _alone,
)
