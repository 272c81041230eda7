# SPDX-License-Identifier: Apache-2.0
"""Which files a LinkedIn export has, under which names and headers, since 2018.

Source: real exports of 2018 to 2026 and parsers of them, measured for structure only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from inspector.archives.dates import (
    DASH,
    DASH_UTC,
    ISO_T,
    ISO_T_UTC,
    SENTENCE_GMT,
    SLASH_UTC,
    US_MINUTE,
    DateFormat,
)
from inspector.archives.formats.tables import TableShape, column_key
from inspector.archives.names import base, is_junk, parent
from inspector.domain.words import DataClass

SERVICE: Final = "linkedin"
FIRST_YEAR: Final = 2002
"""LinkedIn opened in May 2003 and was made from late 2002 on; an earlier date in an export is no record."""

ARTICLES: Final = "articles"
MESSAGES_FILE: Final = "messages.csv"
_SUFFIX: Final = re.compile(r"_\d+$")
_ARTICLE: Final = re.compile(r"(?:^|/)Articles/[^/]+\.html?$")
# Folders that LinkedIn itself puts into an export.
_FOLDERS: Final = frozenset(
    {"", "Jobs/", "Verifications/", "Articles/", "Articles/Articles/", "Services Marketplace/"}
)

MESSAGE_DATES: Final = (DASH_UTC, US_MINUTE, ISO_T, ISO_T_UTC)
_ACTIVITY_DATES: Final = (DASH, SLASH_UTC)


def shape(*needs: str | tuple[str, ...]) -> TableShape:
    """Return the shape of a table that has each of these columns, or one of each group of spellings."""
    groups = (frozenset({need} if isinstance(need, str) else need) for need in needs)
    return TableShape(tuple(groups))


@dataclass(frozen=True, slots=True)
class Counted:
    """A file whose records are counted. `date` are the spellings of the date's column, none: undated."""

    data_class: DataClass
    shape: TableShape
    date: tuple[str, ...] = ()
    formats: tuple[DateFormat, ...] = ()


# A comment's line breaks are not quoted in exports of 2024: a record begins with a date, or with a short
# first cell and a link.
_COMMENT_OPENER: Final = re.compile(
    r'"?(?:\d{4}[-/]\d\d[-/]\d\d \d\d:\d\d:\d\d"?,(?! )|[^",\r\n]{0,40}"?,"?https?://(?:www\.)?linkedin\.com/)'
)
_COMMENTS: Final = TableShape((frozenset({"date"}), frozenset({"link"})), _COMMENT_OPENER)

_PROFILE_FILES: Final = {
    "positions": "companyname",
    "education": "schoolname",
    "skills": "name",
    "languages": "name",
    "courses": "name",
    "certifications": "name",
    "projects": "title",
    "publications": "name",
    "honors": "title",
    "organizations": "name",
    "volunteering": "companyname",
    "causesyoucareabout": "supportedcause",
}

COUNTED: Final[dict[str, Counted]] = {
    "shares": Counted(DataClass.POSTS, shape("date"), ("date",), _ACTIVITY_DATES),
    "comments": Counted(DataClass.COMMENTS, _COMMENTS, ("date",), _ACTIVITY_DATES),
    "reactions": Counted(DataClass.REACTIONS, shape("date", "link"), ("date",), _ACTIVITY_DATES),
    "instantreposts": Counted(DataClass.REPOSTS, shape("date", "link"), ("date",), _ACTIVITY_DATES),
    "votes": Counted(DataClass.VOTES, shape("date", "link"), ("date",), _ACTIVITY_DATES),
    "searchqueries": Counted(DataClass.SEARCHES, shape("time", "searchquery"), ("time",), (SLASH_UTC,)),
    "richmedia": Counted(
        DataClass.FILES, shape(("datetime", "type"), ("medialink", "link")), ("datetime",), (SENTENCE_GMT,)
    ),
    "privateidentityasset": Counted(DataClass.RESUMES, shape("privateidentityassetname")),
    "jobapplicantsavedanswers": Counted(DataClass.SAVED_ANSWERS, shape("question", "answer")),
    "jobapplicantsavedscreeningquestionresponses": Counted(
        DataClass.SAVED_ANSWERS, shape("question", "answer")
    ),
    "recommendationsreceived": Counted(
        DataClass.PROFILE, shape("creationdate"), ("creationdate",), (US_MINUTE,)
    ),
    "endorsementreceivedinfo": Counted(
        DataClass.PROFILE, shape("endorsementdate"), ("endorsementdate",), (SLASH_UTC,)
    ),
    **{key: Counted(DataClass.PROFILE, shape(column)) for key, column in _PROFILE_FILES.items()},
}

ASSISTANTS: Final = {
    "coachmessages": "coach",
    "guidemessages": "guide",
    "learningcoachmessages": "learning-coach",
    "learningroleplaymessages": "role-play",
}
"""Files of AI features by key, with the name of the feature. Two spellings share `learningcoachmessages`."""

OTHERS: Final = frozenset({
    "messages", "registration", "accountstatushistory", "logins", "receipts", "receiptsv2", "profile",
    "verifications", "phonenumbers", "whatsappphonenumbers", "adtargeting", "invitations", "connections",
})  # fmt: skip

OFFLINE: Final = frozenset({
    "adsclicked", "comments", "hashtagfollows", "inferencesaboutyou", "instantreposts", "lanadsengagement",
    "logins", "memberfollows", "reactions", "saveditems", "searchqueries", "securitychallenges", "shares",
    "votes", "accountstatushistory",
})  # fmt: skip
"""Files that come only with the second, larger download."""


def stem_of(name: str) -> str:
    """Return a file name as it is compared: no ending, case, spaces, underscores, number at the end."""
    return column_key(_SUFFIX.sub("", name.rpartition(".")[0]))


def key_of(path: str) -> str | None:
    """Return the normalised name of a known file, None for any other.

    A number at the end is the member's in exports of 2026, else `_1`, `_2` of a split file. `messages.csv`
    must match exactly, for the names of other files end in it.
    """
    name = base(path)
    if name == MESSAGES_FILE:
        return "messages"
    if not name.lower().endswith(".csv"):
        return None
    key = stem_of(name)
    return key if key != "messages" and (key in COUNTED or key in ASSISTANTS or key in OTHERS) else None


def is_article(path: str) -> bool:
    """Tell whether a file is an article of the member."""
    return _ARTICLE.search(path) is not None


def wanted_key(path: str) -> str | None:
    """Return the kind of a file of an export, named from its root; None for what bears on nothing."""
    if is_junk(path) or parent(path) not in _FOLDERS:
        return None
    return ARTICLES if is_article(path) else key_of(path)


def root(path: str) -> str | None:
    """Return the folder of a path that ends in the name of a known file: that of the export."""
    known = not is_junk(path) and (key_of(path) is not None or stem_of(base(path)) in OFFLINE)
    return parent(path) if known else None


MESSAGES: Final = shape("from", "date", "subject", "content")
"""What messages, and chats with assistants, are read by."""

HEADERS: Final[dict[str, TableShape]] = {
    "messages": shape("from", "to", "date", "subject", "content", "folder"),
    "registration": shape(("registeredat", "registrationdate"), "subscriptiontypes"),
    "accountstatushistory": shape("time", "event"),
    "receipts": shape("transactionmadeat", "description"),
    "receiptsv2": shape("transactionmadeat", "description"),
    "connections": shape("firstname", "lastname", "connectedon"),
    "invitations": shape("from", "to", "sentat", "direction"),
    "profile": shape("firstname", "lastname", "geolocation"),
    "logins": shape("logindate", "ipaddress", "useragent"),
}
"""Headers by which a single file is recognised."""
