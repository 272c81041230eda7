# SPDX-License-Identifier: Apache-2.0
"""Microsoft Copilot: the tables that the privacy dashboard exports. They hold what was said and when.

Source: a description of real exports of 2026-02. A conversation has a name and no id, so conversations are
not counted; what the person said is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from inspector.archives.dates import Years
from inspector.archives.formats.tables import TableShape
from inspector.archives.frame.cells import cell_at
from inspector.archives.frame.chats import Talk
from inspector.archives.frame.glimpse import has_columns
from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Handler, Service
from inspector.archives.frame.signs import Sign, kind, name_before_copying
from inspector.archives.frame.times import iso
from inspector.archives.reader import Seen
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment, stated
from inspector.domain.words import DataClass

FIRST_YEAR: Final = 2023
_LOCAL: Final = re.compile(
    r"(?P<mo>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4}) (?P<h>\d{1,2}):(?P<mi>\d\d):(?P<s>\d\d) "
    r"(?P<sign>[+-])(?P<zh>\d\d):(?P<zm>\d\d)",
    re.ASCII,
)


def _local(value: object, years: Years) -> Moment | None:
    """Read `M/D/YYYY H:MM:SS +HH:MM`, a clock with its zone."""
    match = _LOCAL.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return None
    try:
        year, month, day = (int(match[part]) for part in ("y", "mo", "d"))
        clock = datetime(year, month, day, int(match["h"]), int(match["mi"]), int(match["s"]))  # noqa: DTZ001 - its zone follows
        ahead = timedelta(hours=int(match["zh"]), minutes=int(match["zm"]))
        utc = clock - (ahead if match["sign"] == "+" else -ahead)
    except (ValueError, OverflowError):
        return None
    return stated(utc, "second", match[0]) if years.holds(utc) else None


_TIMES: Final = (iso, _local)


@dataclass(frozen=True, slots=True)
class _Form:
    """One of the tables: the column of the time, that of who spoke (none: all is the person's), another."""

    feature: str
    time: str
    author: str | None
    other: str

    @property
    def shape(self) -> TableShape:
        """Return the columns by which the table is known."""
        return TableShape(tuple(frozenset({name}) for name in (self.time, self.author, self.other) if name))


_FORMS: Final = {
    "copilot-activity-history.csv": _Form("chat", "time", "author", "conversation"),
    "copilot-chat-activity.csv": _Form("chat", "createdat", "author", "messagecontent"),
    "copilot-in-Microsoft-365-apps-activity.csv": _Form(
        "Microsoft 365 apps", "createdat", "author", "messagecontent"
    ),
    "windows-apps-copilot-activity-history.csv": _Form("Windows apps", "timestamp", None, "prompt"),
}
_SAID: Final = "createdat messagecontent author chatname"
_COLUMNS: Final = {
    "copilot-activity-history.csv": "conversation time author message",
    "copilot-chat-activity.csv": _SAID,
    "copilot-in-Microsoft-365-apps-activity.csv": _SAID,
    "windows-apps-copilot-activity-history.csv": "timestamp clientapp prompt",
}
_BY_NAME: Final = {name.casefold(): name for name in _FORMS}


def _key_of(path: str) -> str | None:
    return _BY_NAME.get(path.casefold())


def _reading(form: _Form) -> Handler[None]:
    def read(page: Page, _gathered: None) -> Iterator[Fact | Tally]:
        """Yield the count of what the person said, the first and the last."""
        talk, table = Talk(page, form.feature), page.table(form.shape)
        time = table.column(form.time)
        author = table.column(form.author) if form.author else None
        for number, row in table.records():
            when = cell_at(table, number, row, time)
            who = cell_at(table, number, row, author)
            if when is None or (form.author and who is None):
                page.fault(number, "member.row_short")
            elif who is None or who.raw.casefold() == "user":
                talk.prompt(_time(page, when.raw, number), when)
        yield from talk.found()

    return read


def _time(page: Page, text: str, row: int) -> Moment | None:
    found = next((moment for form in _TIMES if (moment := form(text, page.years)) is not None), None)
    if found is None and text:
        page.fault(row, "member.row_bad_date")
    page.saw(found.not_before if found else None)
    return found


def _alone(name: str, start: bytes) -> str | None:
    """Return which of the tables one that was handed in by itself is."""
    own = _BY_NAME.get(name_before_copying(name).casefold())
    return own if own and has_columns(_FORMS[own].shape)(start) else None


def _ends(_gathered: None, _seen: Seen) -> Ending:
    return Ending()


_EVERY: Final = {name: name for name in _FORMS}
SOUGHT: Final = (
    Sought("microsoft-copilot.setting", where="*.csv"),
    Sought("microsoft-copilot.account_created", where="*.csv"),
    Sought("microsoft-copilot.prompts", DataClass.AI_PROMPTS, _EVERY),
)
COPILOT: Final = Service(
    "microsoft-copilot",
    FIRST_YEAR,
    _key_of,
    {name: _reading(form) for name, form in _FORMS.items()},
    lambda: None,
    _ends,
    SOUGHT,
    columns=_COLUMNS,
)
KIND: Final = kind(
    COPILOT,
    "Microsoft Copilot",
    tuple(Sign(f"(?i:{re.escape(name)})", has_columns(form.shape)) for name, form in _FORMS.items()),
    _alone,
    loose=True,
)
