# SPDX-License-Identifier: Apache-2.0
"""Fictional exports of Reddit, with the list of the hashes of their own files."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime

from tests.makers.clock import at, dash_utc
from tests.makers.platforms.facts import fact, utc
from tests.makers.sample import Sample, made
from tests.makers.tables import Row, table

CREATED = at("2015-06-29 18:26:13")
MADE_AT = at("2024-04-13 07:00:00")
POSTS = (at("2024-01-01 10:00:00"), at("2024-02-03 11:00:00"), at("2024-04-01 12:00:00"))
COMMENTS = (at("2023-12-12 12:12:12"), at("2024-03-04 05:06:07"))
CHATS = (at("2024-03-01 08:00:00"), at("2024-03-02 08:00:00"))
LOGINS = (at("2024-04-10 07:00:00"), at("2024-01-20 06:00:00"), at("2024-03-01 05:00:00"))
NOTICE = at("2024-03-20 16:00:00")
POST_COLUMNS = ("id", "permalink", "date", "ip", "subreddit", "gildings", "title", "url", "body")
COMMENT_COLUMNS = (
    "id",
    "permalink",
    "date",
    "ip",
    "subreddit",
    "gildings",
    "link",
    "parent",
    "body",
    "media",
)
_CHAT_COLUMNS = (
    "message_id", "created_at", "updated_at", "username", "message", "thread_parent_message_id",
    "channel_url", "subreddit", "channel_name", "conversation_type",
)  # fmt: skip
_NOTICE_COLUMNS = (
    "announcement_id", "sent_at", "read_at", "from_id", "from_username", "subject", "body", "url",
)  # fmt: skip


def _post(when: datetime) -> Row:
    return (
        "t3",
        "https://www.reddit.com/r/example",
        dash_utc(when),
        "",
        "example",
        "0",
        "-",
        "",
        "A, -\nb",
    )


def _comment(when: datetime) -> Row:
    return ("t1", "https://www.reddit.com/r/example", dash_utc(when), "", "example", "0", "", "", "-", "")


def statistics() -> bytes:
    """``statistics.csv``."""
    rows = (
        ("account name", "robin-fictional"),
        ("export time", dash_utc(MADE_AT)),
        ("is_deleted", "False"),
        ("registration date", dash_utc(CREATED)),
        ("email verified", "True"),
        ("email address", "robin@example.com"),
    )
    return table(("statistic", "value"), rows)


def announcements() -> bytes:
    """``announcements.csv``: one on rules, one on something else."""
    rules = ("a1", dash_utc(NOTICE), "", "", "reddit", "Updates to our User Agreement", "-", "")
    other = ("a2", dash_utc(at("2024-03-22 16:00:00")), "", "", "reddit", "Welcome!", "-", "")
    return table(_NOTICE_COLUMNS, (rules, other))


def files() -> dict[str, bytes]:
    """The tables of an export, without the list of their hashes."""
    chats = [("m", dash_utc(when), "", "robin-fictional", "-", "", "", "", "", "direct") for when in CHATS]
    return {
        "account_gender.csv": table(("account_gender",), [("",)]),
        "announcements.csv": announcements(),
        "chat_history.csv": table(_CHAT_COLUMNS, chats),
        "comment_headers.csv": table(COMMENT_COLUMNS[:8], [_comment(when)[:8] for when in COMMENTS]),
        "comment_votes.csv": table(("id", "permalink", "direction"), [("1", "-", "up")]),
        "comments.csv": table(COMMENT_COLUMNS, [_comment(when) for when in COMMENTS]),
        "ip_logs.csv": table(
            ("date", "ip"),
            [("registration ip", "192.0.2.1"), *((dash_utc(when), "192.0.2.1") for when in LOGINS)],
        ),
        "linked_identities.csv": table(("issuer_id", "subject_id"), []),
        "post_votes.csv": table(("id", "permalink", "direction"), [("1", "-", "up"), ("2", "-", "down")]),
        "posts.csv": table(POST_COLUMNS, [_post(when) for when in POSTS]),
        "sensitive_ads_preferences.csv": table(("type", "preference"), [("show_alcohol", "False")]),
        "statistics.csv": statistics(),
        "user_preferences.csv": table(("preference", "value"), [("hide_from_robots", "False")]),
    }


def checkfile(tables: Mapping[str, bytes]) -> bytes:
    """``checkfile.csv``: the hash of every other file."""
    rows = [(name, hashlib.sha256(data).hexdigest()) for name, data in sorted(tables.items())]
    return table(("filename", "sha256"), rows)


def _sample(era: str, tables: Mapping[str, bytes], *lacking: str) -> Sample:
    counts = {"posts": 3, "comments": 2, "private_messages": 2, "votes": 3}
    facts = (
        fact("account_created", "created", utc(CREATED), "statistics.csv", "row 5, column value"),
        fact("login", "login", utc(LOGINS[1]), "ip_logs.csv", "row 4, column date"),
        fact("login", "login", utc(LOGINS[0]), "ip_logs.csv", "row 3, column date"),
        fact(
            "notice_received", "Updates to our User Agreement", utc(NOTICE), "announcements.csv",
            "row 2, column sent_at",
        ),
    )  # fmt: skip
    kept = {name: count for name, count in counts.items() if name not in lacking}
    archive = made(
        "export_robin-fictional_20240413.zip", {**tables, "checkfile.csv": checkfile(tables)}, MADE_AT
    )
    told = tuple(one for one in facts if one[4] in tables)
    return Sample(f"reddit-{era}", "reddit", archive, "robin-fictional", kept, told)


def reddit_samples() -> tuple[Sample, ...]:
    """The tables of 2024, and those of 2023, when chats and announcements were not among them."""
    older = {
        name: data for name, data in files().items() if name not in {"announcements.csv", "chat_history.csv"}
    }
    return _sample("2024", files()), _sample("2023", older, "private_messages")
