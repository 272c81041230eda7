# SPDX-License-Identifier: Apache-2.0
"""What was looked for in a LinkedIn export, where, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from inspector.archives.names import base
from inspector.archives.reader import Outcome, Seen
from inspector.archives.services.linkedin.shapes import ARTICLES, OFFLINE, is_article, key_of, stem_of
from inspector.domain.sources import LedgerRow
from inspector.domain.text import Note, note
from inspector.domain.words import DataClass, FactKind
from inspector.domain.words import Outcome as Word

_EVERYWHERE: Final = "*.csv"
_NAMES_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing that is looked for: by which facts or counts it shows, and in which files.

    `files` are the usual names by key, said where an export has none of them.
    """

    id: str
    shows: FactKind | DataClass
    files: Mapping[str, str]


SOUGHT: Final = (
    Sought(
        "linkedin.account_created",
        FactKind.ACCOUNT_CREATED,
        {"registration": "Registration.csv", "accountstatushistory": "Account Status History.csv"},
    ),
    Sought(
        "linkedin.plan",
        FactKind.PLAN_PAYMENT,
        {"receipts": "Receipts.csv", "receiptsv2": "Receipts_v2.csv"},
    ),
    Sought(
        "linkedin.region",
        FactKind.REGION_HINT,
        {
            "profile": "Profile.csv",
            "receipts": "Receipts.csv",
            "receiptsv2": "Receipts_v2.csv",
            "verifications": "Verifications/Verifications.csv",
            "phonenumbers": "PhoneNumbers.csv",
            "whatsappphonenumbers": "Whatsapp Phone Numbers.csv",
            "adtargeting": "Ad_Targeting.csv",
        },
    ),
    Sought(
        "linkedin.ai_use",
        FactKind.AI_USE,
        {
            "coachmessages": "coach_messages.csv",
            "guidemessages": "guide_messages.csv",
            "learningcoachmessages": "learning_coach_messages.csv",
            "learningroleplaymessages": "learning_role_play_messages.csv",
        },
    ),
    Sought("linkedin.logins", FactKind.LOGIN, {"logins": "Logins.csv"}),
    Sought("linkedin.posts", DataClass.POSTS, {"shares": "Shares.csv"}),
    Sought("linkedin.comments", DataClass.COMMENTS, {"comments": "Comments.csv"}),
    Sought("linkedin.reposts", DataClass.REPOSTS, {"instantreposts": "InstantReposts.csv"}),
    Sought("linkedin.reactions", DataClass.REACTIONS, {"reactions": "Reactions.csv"}),
    Sought("linkedin.votes", DataClass.VOTES, {"votes": "Votes.csv"}),
    Sought("linkedin.articles", DataClass.ARTICLES, {ARTICLES: "Articles/Articles/*.html"}),
    Sought("linkedin.resumes", DataClass.RESUMES, {"privateidentityasset": "Private_identity_asset.csv"}),
    Sought(
        "linkedin.saved_answers",
        DataClass.SAVED_ANSWERS,
        {
            "jobapplicantsavedanswers": "Job Applicant Saved Answers.csv",
            "jobapplicantsavedscreeningquestionresponses": "Job Applicant Saved Screening "
            "Question Responses.csv",
        },
    ),
    Sought("linkedin.profile", DataClass.PROFILE, {"profile": "Profile.csv"}),
    Sought("linkedin.messages", DataClass.PRIVATE_MESSAGES, {"messages": "messages.csv"}),
    Sought("linkedin.searches", DataClass.SEARCHES, {"searchqueries": "SearchQueries.csv"}),
)

Shown = Mapping[str, frozenset[str]]
"""By member, the facts and counts above zero that came from it."""


def rows(seen: Seen, shown: Shown) -> tuple[LedgerRow, ...]:
    """Return the ledger; first that no LinkedIn export states the setting, last what it has no file for."""
    smaller = not any(_stem(path) in OFFLINE for path in _paths(seen))
    return (
        LedgerRow("linkedin.setting", _EVERYWHERE, "absent"),
        *(_row(sought, seen, shown, smaller=smaller) for sought in SOUGHT),
        LedgerRow("linkedin.group_messages", _EVERYWHERE, "absent"),
    )


def _paths(seen: Seen) -> Iterable[str]:
    return (*(member.path for member in seen.members), *seen.others)


def _stem(path: str) -> str:
    return stem_of(base(path))


def _row(sought: Sought, seen: Seen, shown: Shown, *, smaller: bool) -> LedgerRow:
    members = [member for member in seen.members if _key(member.path) in sought.files]
    giving = [member for member in members if sought.shows in shown.get(member.name, frozenset())]
    outcome = _outcome(members, giving, alone=seen.alone)
    where = _where([member.name for member in giving or members] or list(sought.files.values()))
    missing = not members and smaller and OFFLINE.issuperset(sought.files)
    return LedgerRow(sought.id, where, outcome, _detail(members, missing=missing and not seen.alone))


def _key(path: str) -> str | None:
    return ARTICLES if is_article(path) else key_of(path)


def _outcome(members: list[Outcome], giving: list[Outcome], *, alone: bool) -> Word:
    if giving:
        return "found"
    if any(member.status != "read" or member.lost_rows for member in members):
        return "unreadable"
    return "not_looked" if alone and not members else "absent"


def _where(names: list[str]) -> str:
    more = ", …" if len(names) > _NAMES_SHOWN else ""
    return ", ".join(names[:_NAMES_SHOWN]) + more


def _detail(members: list[Outcome], *, missing: bool) -> Note | None:
    unread = [member.name for member in members if member.status != "read"]
    if unread:
        return note("ledger.detail.files_unread", files=_where(unread), n=len(unread))
    lost = sum(member.lost_rows for member in members)
    if lost:
        return note("ledger.detail.rows_unread", n=lost)
    foreign = sum(member.foreign_rows for member in members)
    if foreign:
        return note("ledger.detail.rows_foreign", n=foreign)
    return note("ledger.detail.linkedin_smaller_export") if missing else None
