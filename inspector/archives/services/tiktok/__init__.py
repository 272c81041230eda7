# SPDX-License-Identifier: Apache-2.0
"""TikTok's "Download your data" as JSON in one file, or as text in many. No file states the setting."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.reading import Ending, Handler, Service
from inspector.archives.frame.signs import Sign, Signs, kind
from inspector.archives.reader import ReaderKind, Seen
from inspector.archives.services.tiktok import document, text
from inspector.archives.services.tiktok.gathered import NAME, Gathered
from inspector.domain.sources import LedgerRow
from inspector.domain.text import Note, note
from inspector.domain.words import DataClass, FactKind

FIRST_YEAR: Final = 2014


def key_of(path: str) -> str | None:
    """Return the kind of a file, None for what bears on nothing."""
    return document.key_of(path) or text.key_of(path)


_HANDLERS: Final[dict[str, Handler[Gathered]]] = {
    "data": document.read,
    "posts-text": text.counting(DataClass.POSTS),
    "comments-text": text.counting(DataClass.COMMENTS),
    "searches-text": text.counting(DataClass.SEARCHES),
    "messages-text": text.counting(DataClass.PRIVATE_MESSAGES),
    "logins-text": text.read_logins,
    "profile-text": text.read_profile,
    "settings-text": text.read_settings,
    "faces-text": text.read_faces,
    "autofill-text": text.read_autofill,
    text.OTHER: text.pass_over,
}


def _ends(gathered: Gathered, seen: Seen) -> Ending:
    """Return the account, and whether it was private; since when is not said."""
    known = gathered.visibility is not None
    detail = note(f"ledger.detail.tiktok_{gathered.visibility}") if known else None
    row = LedgerRow("tiktok.visibility", gathered.file, "found" if known else "absent", detail)
    return Ending(gathered.account, losses=_losses(seen), rows=(row,))


def _losses(seen: Seen) -> tuple[Note, ...]:
    """Return what to say of a text export in a language whose files are not known by their names."""
    kinds = {key_of(member.path) for member in seen.members}
    texts = sorted(member.path for member in seen.members if key_of(member.path) == text.OTHER)
    return (note("member.tiktok_text", file=texts[0], n=1),) if texts and kinds <= text.NAMED_ALIKE else ()


def _in(kind_of_text: str, name: str) -> dict[str, str]:
    return {"data": NAME, f"{kind_of_text}-text": name}


SOUGHT: Final = (
    Sought("tiktok.setting", where=f"{NAME}, *.txt"),
    Sought("tiktok.account_created", where=f"{NAME}, *.txt"),
    Sought("tiktok.region", FactKind.REGION_HINT, _in("autofill", "Autofill.txt")),
    Sought("tiktok.logins", FactKind.LOGIN, _in("logins", "Login History.txt")),
    Sought("tiktok.ai_use", FactKind.AI_USE, _in("faces", "AI-Moji.txt")),
    Sought("tiktok.posts", DataClass.POSTS, _in("posts", "Posts.txt")),
    Sought("tiktok.comments", DataClass.COMMENTS, _in("comments", "Comments.txt")),
    Sought("tiktok.messages", DataClass.PRIVATE_MESSAGES, _in("messages", "Direct Messages.txt")),
    Sought("tiktok.searches", DataClass.SEARCHES, _in("searches", "Searches.txt")),
)
TIKTOK: Final = Service("tiktok", FIRST_YEAR, key_of, _HANDLERS, Gathered, _ends, SOUGHT)
_TEXTS: Final = (Sign(text.FOLDER, text.is_text), Sign(text.WATCHED, text.is_watched))
_FOLDERS: Final = Signs(_TEXTS)

# The JSON is one file, so that a folder with it is no export but holds one; a folder of texts is one.
KIND: Final[ReaderKind] = replace(
    kind(TIKTOK, "TikTok", (Sign(r"user_data(?:_tiktok)?\.json", document.fits), *_TEXTS)),
    folder=_FOLDERS.claims,
)
