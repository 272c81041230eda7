# SPDX-License-Identifier: Apache-2.0
"""What is looked for in a LinkedIn export, and where."""

from __future__ import annotations

from typing import Final

from inspector.archives.frame.ledger import Sought
from inspector.archives.names import base
from inspector.archives.reader import Seen
from inspector.archives.services.linkedin.shapes import ARTICLES, OFFLINE, stem_of
from inspector.domain.text import Note, note
from inspector.domain.words import DataClass, FactKind

_EVERYWHERE: Final = "*.csv"

SOUGHT: Final = (
    Sought("linkedin.setting", where=_EVERYWHERE),
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
    Sought("linkedin.group_messages", where=_EVERYWHERE),
)
"""First that no LinkedIn export states the setting, last what it has no file for."""


def missing(sought: Sought, seen: Seen) -> Note | None:
    """Say that the first, smaller download never has a file that is missing."""
    paths = (*(member.path for member in seen.members), *seen.others)
    smaller = not any(stem_of(base(path)) in OFFLINE for path in paths)
    if smaller and OFFLINE.issuperset(sought.files):
        return note("ledger.detail.linkedin_smaller_export")
    return None
