# SPDX-License-Identifier: Apache-2.0
"""The export of Meta AI: pages of chats and of its profile. No file states a setting or an objection.

Source: a parser of 2026 and the study that it cites. An export of Facebook or Instagram may hold the same
folder; then it is read as part of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Service
from inspector.archives.frame.signs import Sign, Signs, kind
from inspector.archives.reader import Head, ReaderKind, Seen
from inspector.archives.services import facebook, instagram
from inspector.archives.services.meta.ai_profile import read_profile_chats
from inspector.archives.services.meta.gathered import Gathered
from inspector.archives.services.meta.html_pages import Written, cells, date_of
from inspector.domain.facts import Fact
from inspector.domain.words import DataClass, FactKind

FIRST_YEAR: Final = 2023
_FILES: Final = {"your_ai_conversations.html": "chats", "your_meta_ai_profile.html": "profile"}
_FOLDER: Final = "meta_ai_profile/"
_PROFILE: Final = _FOLDER + "your_meta_ai_profile.html"
_DATES: Final = 2
_WHOLE: Final = (facebook.KIND, instagram.KIND)


def key_of(path: str) -> str | None:
    """Return the kind of a file, None for what bears on nothing."""
    folder, _, name = path.rpartition("/")
    return _FILES.get(name) if f"{folder}/".endswith(_FOLDER) else None


def _read_profile(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield when the profile was made: the earlier of the two dates of its page."""
    found: dict[str, Written] = {}
    for number, texts in cells(page):
        for text in texts:
            moment = date_of(text, page.years)
            if moment is not None:
                found.setdefault(text, Written(number, f"cell {number}", texts, text, moment))
                page.saw(moment.not_before)
    page.done.append(partial(gathered.html, page.member.name))
    dates = sorted(found.values(), key=lambda one: one.moment.sort_key() if one.moment else ())
    if len(dates) == _DATES:
        yield page.fact(FactKind.ACCOUNT_CREATED, "created", dates[0].moment, dates[0])


def _ends(gathered: Gathered, _seen: Seen) -> Ending:
    return Ending(gathered.account, remarks=gathered.remarks())


SOUGHT: Final = (
    Sought("meta-ai.setting", where="*.html"),
    Sought(
        "meta-ai.account_created",
        FactKind.ACCOUNT_CREATED,
        {"profile": f"{_FOLDER}your_meta_ai_profile.html"},
    ),
    Sought("meta-ai.chats", DataClass.AI_CHATS, {"chats": f"{_FOLDER}your_ai_conversations.html"}),
)
META_AI: Final = Service(
    "meta-ai",
    FIRST_YEAR,
    key_of,
    {"chats": read_profile_chats, "profile": _read_profile},
    Gathered,
    _ends,
    SOUGHT,
)
_SIGNS: Final = (Sign(r"meta_ai_profile/[^/]+\.html"), Sign(r"meta_ai_app/[^/]+\.html"))
_KNOWN: Final = Signs(_SIGNS)


def _claims(paths: Sequence[str], head: Head) -> bool:
    return _KNOWN.claims(paths, head) and not any(whole.claims(paths, head) for whole in _WHOLE)


KIND: Final[ReaderKind] = replace(kind(META_AI, "Meta AI", _SIGNS), claims=_claims)
