# SPDX-License-Identifier: Apache-2.0
"""Discord's data package: account, events and messages, in folders named in the language of the account.

Source: the README of a package, and parsers of many. No file states the setting by name; the README says that
the folders of analytics and modeling are missing where the person opted out, which is a hint and no reading:
the package may have been asked for without its activity, and whether that still follows the switches of
today is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

import msgspec

from inspector.archives.formats.records import Fault
from inspector.archives.formats.tables import TableShape
from inspector.archives.frame.ai_names import speaks_of_ai
from inspector.archives.frame.cells import Cell, cell_at
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.glimpse import has_keys
from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.new_keys import keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Service
from inspector.archives.frame.signs import Sign, kind
from inspector.archives.frame.times import epoch, iso
from inspector.archives.names import parent
from inspector.archives.reader import Seen
from inspector.archives.skeleton.words import shown_key
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.sources import LedgerRow
from inspector.domain.text import Note, note
from inspector.domain.words import DataClass, FactKind

FIRST_YEAR: Final = 2015
_SERVICE: Final = "discord"
_EVENTS: Final = ("analytics", "modeling", "reporting", "tns")
_KINDS: Final = (
    (re.compile(r"[^/]+/user\.json"), "user"),
    (re.compile(r"[^/]+/c?\d{15,20}/channel\.json"), "channel"),
    (re.compile(r"[^/]+/c?\d{15,20}/messages\.json"), "messages"),
    (re.compile(r"[^/]+/c?\d{15,20}/messages\.csv"), "messages_table"),
    *((re.compile(rf"[^/]+/{name}/events-\d{{4}}-\d{{5}}-of-\d{{5}}\.json"), name) for name in _EVENTS),
)
# Milliseconds from 1970 to the start of 2015, from which ids are counted; 22 bits stand behind the time.
_ID_START: Final = 1_420_070_400_000
_ID_BITS: Final = 22
_ID: Final = re.compile(r"\d{15,20}", re.ASCII)
_USER: Final = keys(
    "id username discriminator email verified avatar_hash has_mobile "
    "needs_email_verification premium_until flags phone temp_banned_until ip settings connections "
    "external_friends_lists friend_suggestions mfa_sessions relationships payments payment_sources "
    "guild_settings library_applications user_activity_application_statistics notes "
    "user_sessions"
)
_MESSAGE: Final = keys("ID Timestamp Contents Attachments")
_TABLE: Final = TableShape((frozenset({"id"}), frozenset({"timestamp"}), frozenset({"contents"})))
# Kinds of channels by number in older packages and by name in newer ones; others belong to a server.
_DIRECT: Final = frozenset({"1", "3", "DM", "GROUP_DM"})
_SETTING_EVENT: Final = re.compile(r"consent|setting|privacy", re.IGNORECASE)
_NAMED: Final = 8


class _Event(msgspec.Struct):
    """What is looked at of an event. Its time is a text inside a text."""

    event_type: str | None = None
    timestamp: str | None = None


@dataclass(slots=True)
class _Messages:
    """Messages of one channel, counted before it is known what kind of channel it is."""

    folder: str
    member: str
    dated: Dated
    items: list[Fact]


@dataclass(slots=True)
class _Gathered:
    """Account, kinds of channels by folder, their messages, and what events there are by folder."""

    account: str | None = None
    channels: dict[str, DataClass] = field(default_factory=dict)
    messages: list[_Messages] = field(default_factory=list)
    spans: dict[str, list[Moment]] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)


def _key_of(path: str) -> str | None:
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(path)), None)


def _read_user(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Yield when the account was made, which its id holds. Nothing else of the file is looked at."""
    identity = page.document(_USER).get("id")
    text = str(identity.value) if identity is not None and isinstance(identity.value, str | int) else ""
    if identity is None or _ID.fullmatch(text) is None:
        page.fault(1, "member.record_value")
        return
    page.done.append(lambda: _own(gathered, text))
    moment = epoch((int(text) >> _ID_BITS) + _ID_START, page.years)
    if moment is not None:
        yield page.fact(FactKind.ACCOUNT_CREATED, "created", replace(moment, raw=text), identity)


def _own(gathered: _Gathered, account: str) -> None:
    gathered.account = account


def _read_channel(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Take in what kind of channel a folder is of. States no fact; names are not looked at."""
    channel = page.document()
    guild, what = channel.get("guild"), channel.get("type")
    direct = what is not None and str(what.value) in _DIRECT
    if guild is not None or (what is not None and isinstance(what.value, str | int)):
        data_class = DataClass.PRIVATE_MESSAGES if direct and guild is None else DataClass.GROUP_MESSAGES
        page.done.append(lambda: gathered.channels.update({parent(page.member.name): data_class}))
    yield from ()


def _read_messages(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Count the messages of a channel."""
    counted = _Messages(parent(page.member.name), page.member.name, Dated(), [])
    for message in page.records(known=_MESSAGE):
        when = message.get("Timestamp")
        if not isinstance(message.value, dict):
            continue
        _count(page, counted, when if when is not None else message, when.value if when is not None else None)
    page.saw(counted.dated.latest())
    page.done.append(lambda: gathered.messages.append(counted))
    yield from ()


def _read_table(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Count the messages of a channel, as packages had them until about March 2024."""
    counted = _Messages(parent(page.member.name), page.member.name, Dated(), [])
    table = page.table(_TABLE)
    for number, row in table.records():
        when = cell_at(table, number, row, table.column("timestamp"))
        if when is None:
            page.bad(Fault(number, "member.row_short"))
        else:
            _count(page, counted, when, when.raw)
    page.saw(counted.dated.latest())
    page.done.append(lambda: gathered.messages.append(counted))
    yield from ()


def _count(page: Page, counted: _Messages, place: Node | Cell, value: object) -> None:
    moment = page.time(value, place.row, (iso,))
    counted.dated.add(moment)
    if page.items:
        counted.items.append(page.item_at(DataClass.PRIVATE_MESSAGES, place, moment))


def _read_events(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Take in the first and the last event, and the types that speak of settings. States no fact."""
    first = last = ""
    types: set[str] = set()
    for record in page.lines(kind=_Event):
        event = record.value
        if not isinstance(event, _Event):
            continue
        when = (event.timestamp or "").strip('"')
        if when:
            first, last = min(first or when, when), max(last, when)
        if event.event_type and len(types) < _NAMED * _NAMED and _tells(event.event_type):
            types.add(event.event_type)
    moments = [moment for text in (first, last) if (moment := page.time(text, 1, (iso,))) is not None]
    folder = _key_of(page.member.path) or ""
    page.done.append(lambda: _keep(gathered, folder, moments, types))
    yield from ()


def _tells(event_type: str) -> bool:
    return _SETTING_EVENT.search(event_type) is not None or speaks_of_ai(event_type)


def _keep(gathered: _Gathered, folder: str, moments: list[Moment], types: set[str]) -> None:
    gathered.spans.setdefault(folder, []).extend(moments)
    gathered.types |= types


def _ends(gathered: _Gathered, seen: Seen) -> Ending:
    """Return the messages by kind of channel, and what the folders of events hint at."""
    facts: list[Fact] = []
    tallies: list[Tally] = []
    untold = []
    for counted in gathered.messages:
        data_class = gathered.channels.get(counted.folder)
        if data_class is None:
            untold.append(counted.member)
            continue
        dated = counted.dated
        tallies.append(Tally(_SERVICE, data_class, dated.bins(), dated.undated, member=counted.member))
        facts += [replace(item, value=data_class) for item in counted.items]
    losses = (note("member.channel_unknown", file=untold[0], n=len(untold)),) if untold else ()
    rows = (
        _messages_row("discord.messages", DataClass.PRIVATE_MESSAGES, tallies, seen),
        _messages_row("discord.server_messages", DataClass.GROUP_MESSAGES, tallies, seen),
        *(_events_row(name, gathered, seen) for name in ("analytics", "modeling")),
        _types_row(gathered, seen),
    )
    return Ending(gathered.account, tuple(facts), tuple(tallies), losses=losses, rows=rows)


def _members(seen: Seen, names: Iterable[str]) -> list[str]:
    wanted = frozenset(names)
    return [member.name for member in seen.members if _key_of(member.path) in wanted]


def _is_unread(seen: Seen, names: Iterable[str]) -> bool:
    wanted = frozenset(names)
    return any(member.status != "read" for member in seen.members if _key_of(member.path) in wanted)


def _messages_row(row: str, data_class: DataClass, tallies: list[Tally], seen: Seen) -> LedgerRow:
    found = [tally.member or "" for tally in tallies if tally.data_class is data_class and tally.count]
    if found:
        return LedgerRow(row, found[0] + (", …" if len(found) > 1 else ""), "found")
    unread = _is_unread(seen, ("messages", "messages_table", "channel"))
    return LedgerRow(row, "Messages/c*/messages.json", "unreadable" if unread else "absent")


def _events_row(name: str, gathered: _Gathered, seen: Seen) -> LedgerRow:
    """Return whether a folder of events is there; its absence is a hint only where others are there."""
    row, found = f"discord.{name}", _members(seen, (name,))
    if found:
        where = found[0] + (", …" if len(found) > 1 else "")
        return LedgerRow(row, where, "found", _span(gathered.spans.get(name, [])))
    others = _members(seen, _EVENTS)
    where = parent(parent(others[0])[:-1]) if others else "Activity/"
    key = "ledger.detail.discord_missing" if others else "ledger.detail.discord_no_activity"
    return LedgerRow(row, f"{where}{name}/", "absent", note(key))


def _span(moments: list[Moment]) -> Note | None:
    if not moments:
        return None
    first, last = (edge(moments, key=Moment.sort_key).raw or "" for edge in (min, max))
    return note("ledger.detail.discord_events", first=first[:10], last=last[:10])


def _types_row(gathered: _Gathered, seen: Seen) -> LedgerRow:
    names = sorted({shown_key(name) for name in gathered.types})
    found = _members(seen, _EVENTS)
    where = parent(parent(found[0])[:-1]) if found else "Activity/*/events-*.json"
    if not names:
        unread = _is_unread(seen, _EVENTS)
        return LedgerRow("discord.setting_events", where, "unreadable" if unread else "absent")
    more = ", …" if len(names) > _NAMED else ""
    detail = note("ledger.detail.discord_types", keys=", ".join(names[:_NAMED]) + more, n=len(names))
    return LedgerRow("discord.setting_events", where, "found", detail)


SOUGHT: Final = (
    Sought("discord.setting", where="*"),
    Sought("discord.account_created", FactKind.ACCOUNT_CREATED, {"user": "Account/user.json"}),
    Sought("discord.region", where="*"),
)
DISCORD: Final = Service(
    _SERVICE,
    FIRST_YEAR,
    _key_of,
    {
        "user": _read_user,
        "channel": _read_channel,
        "messages": _read_messages,
        "messages_table": _read_table,
        **dict.fromkeys(_EVENTS, _read_events),
    },
    _Gathered,
    _ends,
    SOUGHT,
)
_is_user = has_keys("id", "username", lacks="chatgpt_plus_user inserted_at uuid phone_number")
_SNOWFLAKE: Final = re.compile(rb'"id"\s*:\s*"?\d{15,20}"?[,\s}]')


def _fits_user(start: bytes) -> bool:
    """Tell Discord's user from users of other services by an id that holds a time."""
    return _is_user(start) and _SNOWFLAKE.search(start) is not None


KIND: Final = kind(
    DISCORD,
    "Discord",
    (
        Sign(r"[^/]+/user\.json", _fits_user),
        Sign(r"[^/]+/[^/]+/events-\d{4}-\d{5}-of-\d{5}\.json", has_keys("event_type")),
        Sign(r"[^/]+/c?\d{15,20}/messages\.json", has_keys("ID", "Timestamp", "Contents")),
    ),
)
