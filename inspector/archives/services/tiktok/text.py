# SPDX-License-Identifier: Apache-2.0
"""TikTok's "Download your data" as text: a file for each list, in folders whose names follow the language.

A record is a few lines of `key: value` with a blank line before the next; the first has the date, in UTC.
Messages stand one to a line below a heading for each chat. Source: four public parsers of exports of 2024 to
2026 and made-up exports of theirs, in English and Dutch. Files in other languages are not told apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from inspector.archives import countries
from inspector.archives.formats.text import Lines
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import iso
from inspector.archives.services.tiktok.gathered import Gathered
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.words import DataClass, FactKind

_FOLDERS: Final = r"(?:Tik[Tt]ok/)?[^/]+/"
_STEMS: Final = {
    "Post": "posts", "Posts": "posts", "Berichten": "posts",
    "Comments": "comments", "Reacties": "comments",
    "Searches": "searches", "Zoekopdrachten": "searches",
    "Direct Messages": "messages", "Directe berichten": "messages",
    "Login History": "logins", "Inloggeschiedenis": "logins",
    "Profile Info": "profile", "Profile Information": "profile", "Profielinformatie": "profile",
    "Settings": "settings", "AI-Moji": "faces", "AI-moji": "faces", "Autofill": "autofill",
}  # fmt: skip
_FILE: Final = re.compile(rf"{_FOLDERS}(?P<stem>[^/]+)\.txt")
_DATED: Final = re.compile(r"(?:Date|Datum): *(?P<raw>.*)")
_STAMP: Final = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?: UTC)?"
_MESSAGE: Final = re.compile(rf"(?P<raw>{_STAMP}) [^:]+:")
_CHAT: Final = ">>> Chat History with"
_NOTHING: Final = frozenset({
    "you have no data in this section", "dit gedeelte bevat geen gegevens",
    "er staan geen gegevens in dit gedeelte",
})  # fmt: skip
_OWNER: Final = ("Username", "Gebruikersnaam")
_PRIVATE: Final = {"Enabled": "private", "On": "private", "Disabled": "public", "Off": "public"}
_NO_VALUE: Final = frozenset({"", "N/A", "None", "n.v.t."})

OTHER: Final = "other-text"
NAMED_ALIKE: Final = frozenset({OTHER, "faces-text"})
"""Files of names that are no words of one language, so that they do not tell it."""

FOLDER: Final = r"Tik[Tt]ok/[^/]+/[^/]+\.txt"
WATCHED: Final = r"[^/]+/(?:Watch History|Like List|Kijkgeschiedenis|Likelijst)\.txt"
_LINE: Final = re.compile(rf"^[^\n:]{{1,40}}: {_STAMP}\s*$".encode(), re.MULTILINE)
_VIDEO: Final = b"tiktokv.com/share/"


def is_text(start: bytes) -> bool:
    """Tell a list of TikTok's by its first bytes: a line with nothing but a date, or a shared video."""
    return _LINE.search(start) is not None or _VIDEO in start


def is_watched(start: bytes) -> bool:
    """Tell a list of videos by its first bytes."""
    return _VIDEO in start


def key_of(path: str) -> str | None:
    """Return the kind of a file of a text export, None for what bears on nothing."""
    match = _FILE.fullmatch(path)
    if match is None:
        return None
    kind = _STEMS.get(match["stem"])
    return f"{kind}-text" if kind else OTHER


@dataclass(frozen=True, slots=True)
class Line:
    """A place in a text: the number of its record, that of its line, what stands there."""

    row: int
    line: int
    raw: str

    @property
    def locator(self) -> str:
        """Return the place as facts name it."""
        return f"line {self.line}"


def _lines(page: Page) -> Iterator[tuple[int, str, bool]]:
    """Yield each line that is not blank: its number, its text, whether a blank one or none stands before."""
    first = True
    for number, line in enumerate(Lines(page.stream), 1):
        text = line.strip().lstrip("\ufeff")
        if text:
            yield number, text, first
        first = not text


def _values(page: Page) -> dict[str, Line]:
    """Return what stands behind each key of a file with one record; of a key that returns, the first."""
    found: dict[str, Line] = {}
    for number, text, _ in _lines(page):
        key, colon, value = text.partition(":")
        if colon and value.strip() not in _NO_VALUE:
            found.setdefault(key.strip(), Line(1, number, value.strip()))
    return found


def _records(page: Page) -> Iterator[tuple[Line, Moment | None]]:
    """Yield the date of each record. A file that holds text and no record is a fault."""
    row, says_nothing = 0, True
    for number, text, first in _lines(page):
        match = _DATED.fullmatch(text) if first else None
        says_nothing = says_nothing and (match is not None or text.casefold() in _NOTHING)
        if match is not None:
            row += 1
            place = Line(row, number, match["raw"])
            yield place, page.time(match["raw"], row, (iso,))
    if not row and not says_nothing:
        page.fault(1, "member.record_form")


def _messages(page: Page) -> Iterator[tuple[Line, Moment | None]]:
    """Yield the time of each message; what a message says may go on for lines."""
    row, says_nothing = 0, True
    for number, text, _ in _lines(page):
        match = _MESSAGE.match(text)
        known = match is not None or text.startswith(_CHAT) or text.casefold() in _NOTHING
        says_nothing = says_nothing and known
        if match is not None:
            row += 1
            yield Line(row, number, match["raw"]), page.time(match["raw"], row, (iso,))
    if not row and not says_nothing:
        page.fault(1, "member.record_form")


Dates = Callable[[Page], Iterator[tuple[Line, Moment | None]]]


def counting(data_class: DataClass) -> Callable[[Page, Gathered], Iterator[Fact | Tally]]:
    """Return what counts the records of a list."""
    dates: Dates = _messages if data_class is DataClass.PRIVATE_MESSAGES else _records

    def read(page: Page, _gathered: Gathered) -> Iterator[Fact | Tally]:
        dated = Dated()
        for place, moment in dates(page):
            dated.add(moment)
            if page.items:
                yield page.item_at(data_class, place, moment)
        yield page.tally(data_class, dated)

    return read


def read_logins(page: Page, _gathered: Gathered) -> Iterator[Fact]:
    """Yield the earliest and the latest log-in."""
    found = [(moment, place) for place, moment in _records(page) if moment is not None]
    found.sort(key=lambda login: login[0].sort_key())
    for moment, place in dict.fromkeys((*found[:1], *found[-1:])):
        yield page.fact(FactKind.LOGIN, "login", moment, place)


def read_profile(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Take in whose export it is; nothing else of the file is looked at. States no fact."""
    values = _values(page)
    owner = next((values[key].raw for key in _OWNER if key in values), None)

    def keep() -> None:
        gathered.account = owner or gathered.account

    page.done.append(keep)
    yield from ()


def read_settings(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Take in whether the account is private. States no fact: since when is not said."""
    shown = _values(page).get("Private Account")
    visibility = _PRIVATE.get(shown.raw) if shown is not None else None

    def keep() -> None:
        gathered.visibility, gathered.file = visibility, page.member.name

    page.done.append(keep)
    yield from ()


def read_autofill(page: Page, _gathered: Gathered) -> Iterator[Fact]:
    """State the country of the address filled in, as of the time of the export."""
    place = _values(page).get("Country")
    code = (countries.from_code(place.raw) or countries.from_name(place.raw)) if place is not None else None
    if place is not None and code is not None:
        page.stand(FactKind.REGION_HINT, code, place)
    yield from ()


def read_faces(page: Page, _gathered: Gathered) -> Iterator[Fact]:
    """State nothing: how an AI picture is written in a text is not known, so what is there is a fault."""
    if any(text.casefold() not in _NOTHING for _, text, _ in _lines(page)):
        page.fault(1, "member.record_form")
    yield from ()


def pass_over(_page: Page, _gathered: Gathered) -> Iterator[Fact]:
    """Read nothing of a file that is not known by its name, or bears on nothing."""
    yield from ()
