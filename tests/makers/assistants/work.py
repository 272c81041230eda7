# SPDX-License-Identifier: Apache-2.0
"""Exports of GitHub, and the tables of Microsoft Copilot."""

from __future__ import annotations

from datetime import timedelta

from tests.makers.clock import at
from tests.makers.sample import Sample, Stated, made
from tests.makers.tables import table
from tests.makers.truth import without_zone

OWNER = "https://github.com/mara-example"
OTHER = "https://github.com/another-example"


def github_user(url: str, created: str, place: str | None) -> dict[str, object]:
    """One user as an export lists everybody who took part."""
    return {
        "type": "user",
        "url": url,
        "login": url.rpartition("/")[2],
        "name": None,
        "location": place,
        "billing_plan": None,
        "created_at": created,
    }


def github_sample() -> Sample:
    """The files of an account with one repository, in which another person wrote as well."""
    when = at("2026-05-01 12:00")
    wrote = [
        {"type": "issue_comment", "url": f"{OWNER}/tool/issues/1#c{number}", "user": user, "body": "…",
         "created_at": f"2026-04-2{number}T10:00:00Z"}
        for number, user in enumerate((OWNER, OTHER, OWNER))
    ]  # fmt: skip
    files = {
        "schema.json": {"version": "1.2.0"},
        "users_000001.json": [
            github_user(OTHER, "2011-01-01T00:00:00Z", "Paris, France"),
            github_user(OWNER, "2014-07-15T08:30:00Z", "Berlin, Germany"),
        ],
        "repositories_000001.json": [
            {"type": "repository", "url": f"{OWNER}/tool", "owner": OWNER, "name": "tool",
             "created_at": "2015-01-01T10:00:00Z"}
        ],
        "issues_000001.json": [
            {"type": "issue", "url": f"{OWNER}/tool/issues/1", "user": OTHER, "title": "…",
             "created_at": "2026-04-01T10:00:00Z"}
        ],
        "issue_comments_000001.json": wrote,
        "repositories/mara-example/tool.git/HEAD": b"ref: refs/heads/main\n",
    }  # fmt: skip
    born = "2014-07-15T08:30:00Z"
    facts: tuple[Stated, ...] = (
        ("account_created", "created", born, born, "users_000001.json", "/1/created_at"),
        ("region_hint", "DE", None, None, "users_000001.json", "/1/location"),
    )
    export = made("mara-example-account.zip", files, when)
    return Sample("github-2026", "github", export, OWNER, {"comments": 2}, facts)


def copilot_sample() -> Sample:
    """All four tables of the privacy dashboard; the one on Microsoft 365 has no rows, as it often does."""
    when = at("2026-02-20 12:00")
    said = at("2026-02-17 14:36")
    history = table(
        ("Conversation", "Time", "Author", "Message"),
        [("Trip", f"{said:%Y-%m-%dT%H:%M}:11", who, "Hello, you") for who in ("user", "AI")],
    )
    chat_rows = [
        (f"2/{18 - day}/2026 9:05:00 +01:00", "Hello", who, "Chat")
        for day in range(2)
        for who in ("user", "AI")
    ]
    columns = ("CreatedAt", "MessageContent", "Author", "ChatName")
    windows = table(("Timestamp", "ClientApp", "Prompt"), [("2026-02-01T10:00:00Z", "Paint", "A cat")])
    files = {
        "copilot-activity-history.csv": b"\xef\xbb\xbf" + history,
        "copilot-chat-activity.csv": table(columns, chat_rows),
        "copilot-in-Microsoft-365-apps-activity.csv": table(columns, []),
        "windows-apps-copilot-activity-history.csv": windows,
    }
    open_time = without_zone(said.replace(second=11), timedelta())
    facts: tuple[Stated, ...] = (
        ("ai_use", "Windows apps", "2026-02-01T10:00:00Z", "2026-02-01T10:00:00Z",
         "windows-apps-copilot-activity-history.csv", "row 2, column Timestamp"),
        ("ai_use", "chat", open_time.not_before, open_time.not_after,
         "copilot-activity-history.csv", "row 2, column Time"),
        ("ai_use", "chat", "2026-02-17T08:05:00Z", "2026-02-17T08:05:00Z", "copilot-chat-activity.csv",
         "row 4, column CreatedAt"),
        ("ai_use", "chat", "2026-02-18T08:05:00Z", "2026-02-18T08:05:00Z", "copilot-chat-activity.csv",
         "row 2, column CreatedAt"),
    )  # fmt: skip
    export = made("copilot.zip", files, when)
    return Sample("microsoft-copilot-2026", "microsoft-copilot", export, None, {"ai_prompts": 4}, facts)
