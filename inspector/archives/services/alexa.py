# SPDX-License-Identifier: Apache-2.0
"""Amazon's "Request My Data", as far as it bears on Alexa: country of residence and the privacy settings.

Source: a parser of such exports. Amazon hands out a zip for each kind of data. The file of privacy settings
is read for the day of its last change alone: of which settings it speaks is not known. How recordings of
Alexa are stored in an export is not known either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from inspector.archives import countries
from inspector.archives.dates import DateFormat
from inspector.archives.formats.records import Fault
from inspector.archives.formats.tables import TableShape
from inspector.archives.frame.ai_names import named
from inspector.archives.frame.cells import cell_at
from inspector.archives.frame.glimpse import has_columns
from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Service
from inspector.archives.frame.signs import Sign, kind, name_before_copying
from inspector.archives.frame.times import iso
from inspector.archives.names import base, is_junk
from inspector.archives.reader import Seen
from inspector.domain.facts import Fact
from inspector.domain.moment import Moment
from inspector.domain.sources import LedgerRow
from inspector.domain.text import note
from inspector.domain.words import FactKind

FIRST_YEAR: Final = 1994
_PRIVACY_FILE: Final = "Retail.CustomerProfile.PrivacySettings.csv"
_RESIDENCE_FILE: Final = "Location/Country of Residence-*.csv"
_RESIDENCE: Final = r"Location/Country of Residence-[^/]*\.csv"
_KINDS: Final = (
    (re.compile(rf"(?:.*/)?{re.escape(_PRIVACY_FILE)}"), "privacy"),
    (re.compile(rf"(?:.*/)?{_RESIDENCE}"), "residence"),
)
_CHANGED: Final = TableShape((frozenset({"lastmodified"}),))
_COUNTRIES: Final = TableShape((frozenset({"timestamp"}), frozenset({"country"})))
US_UTC: Final = DateFormat(
    "MM/DD/YYYY HH:MM:SS",
    re.compile(
        r"(?P<mo>\d\d)/(?P<d>\d\d)/(?P<y>\d{4}) (?P<h>\d\d):(?P<mi>[0-5]\d):(?P<s>[0-5]\d)(?: UTC)?", re.ASCII
    ),
    "second",
    "stated",
)


@dataclass(slots=True)
class _Gathered:
    """The last changes of privacy settings, and the names of the columns that stand beside them."""

    changes: list[Moment] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def _key_of(path: str) -> str | None:
    if is_junk(path):
        return None
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(path)), None)


def _read_privacy(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Take in when privacy settings were changed last. States no fact: which settings is not known."""
    table = page.table(_CHANGED)
    found: list[Moment] = []
    for number, row in table.records():
        cell = cell_at(table, number, row, table.column("lastmodified"))
        if cell is None:
            page.bad(Fault(number, "member.row_short"))
            continue
        moment = page.moment(cell, (US_UTC,))
        if moment is not None:
            found.append(moment)

    def keep() -> None:
        gathered.changes += found
        gathered.columns += table.header
        gathered.files.append(page.member.name)

    page.done.append(keep)
    yield from ()


def _read_residence(page: Page, _gathered: _Gathered) -> Iterator[Fact]:
    """Yield each country that Alexa was told to be that of residence, from when it was set."""
    table = page.table(_COUNTRIES)
    for number, row in table.records():
        when = cell_at(table, number, row, table.column("timestamp"))
        place = cell_at(table, number, row, table.column("country"))
        if when is None or place is None:
            page.bad(Fault(number, "member.row_short"))
            continue
        moment = page.time(when.raw, number, (iso,))
        code = countries.from_code(place.raw) or countries.from_name(place.raw)
        if code is not None and moment is not None:
            yield page.fact(FactKind.REGION_HINT, code, moment, place)


def _ends(gathered: _Gathered, seen: Seen) -> Ending:
    """Return what the file of privacy settings tells: a day."""
    members = [member for member in seen.members if _key_of(member.path) == "privacy"]
    if gathered.changes:
        last = max(gathered.changes, key=Moment.sort_key)
        detail = named(gathered.columns) or note(
            "ledger.detail.amazon_changed", day=f"{last.earliest:%Y-%m-%d}"
        )
        return Ending(rows=(LedgerRow("alexa.privacy_settings", gathered.files[0], "found", detail),))
    lost = any(one.status != "read" or one.lost_rows for one in members)
    where = members[0].name if members else _PRIVACY_FILE
    return Ending(rows=(LedgerRow("alexa.privacy_settings", where, "unreadable" if lost else "absent"),))


SOUGHT: Final = (
    Sought("alexa.setting", where="*"),
    Sought("alexa.account_created", where="*"),
    Sought("alexa.region", FactKind.REGION_HINT, {"residence": _RESIDENCE_FILE}),
    Sought("alexa.voice", where="*"),
)
ALEXA: Final = Service(
    "alexa",
    FIRST_YEAR,
    _key_of,
    {"privacy": _read_privacy, "residence": _read_residence},
    _Gathered,
    _ends,
    SOUGHT,
)
_is_privacy = has_columns(_CHANGED)
_is_residence = has_columns(_COUNTRIES)


def _alone(name: str, start: bytes) -> str | None:
    """Return the path in an export of one of these tables that was handed in by itself."""
    if name_before_copying(base(name)) == _PRIVACY_FILE and _is_privacy(start):
        return _PRIVACY_FILE
    path = f"Location/{base(name)}"
    return path if re.fullmatch(_RESIDENCE, path) and _is_residence(start) else None


KIND: Final = kind(
    ALEXA,
    "Amazon",
    (
        # Its folder stands beside that of the other table, so that both have one root.
        Sign(rf"(?:Retail\.CustomerProfile/)?{re.escape(_PRIVACY_FILE)}", _is_privacy),
        Sign(_RESIDENCE, _is_residence),
    ),
    _alone,
)
