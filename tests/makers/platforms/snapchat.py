# SPDX-License-Identifier: Apache-2.0
"""Fictional exports of Snapchat: as of 2024, and the older form with messages sent and received."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from tests.makers.clock import at, dash_utc
from tests.makers.platforms.facts import at_export, fact, utc
from tests.makers.sample import Sample, Stated, made

CREATED = at("2016-05-20 13:14:15")
MADE_AT = at("2024-09-10 08:00:00")
LOGINS = (
    (at("2024-06-01 09:00:00"), "US"),
    (at("2024-08-15 10:00:00"), "DE"),
    (at("2024-09-09 18:30:00"), "US"),
)
TERMS = (
    (at("2024-02-28 07:00:00"), "Snap Terms of Service & Privacy Policy - Feb 26, 2024"),
    (at("2021-11-18 23:02:25"), "Snap Terms of Service & Privacy Policy - November 15, 2021"),
)
TALKS = (at("2024-09-08 20:00:00"), at("2024-05-05 12:30:00"), at("2024-07-07 07:07:07"))
CHATS = (at("2024-09-01 10:00:00"), at("2024-09-02 11:00:00"), at("2024-09-03 12:00:00"))
STORIES = (at("2024-04-01 09:00:00"), at("2024-04-02 09:00:00"))


def account(created: datetime = CREATED) -> dict[str, object]:
    """``account.json``."""
    logins = [
        {
            "IP": "192.0.2.1",
            "Country": country,
            "Created": dash_utc(when),
            "Status": "success",
            "Device": "Phone",
        }
        for when, country in reversed(LOGINS)
    ]
    return {
        "Basic Information": {
            "Username": "robin.fictional",
            "Name": "Robin",
            "Creation Date": dash_utc(created),
            "Registration IP": "192.0.2.1",
            "Country": "US",
        },
        "Device Information": {"Make": "Fictional"},
        "Device History": [],
        "Privacy Policy and Terms of Service Acceptance History": [],
        "Login History": logins,
        "Family Center": [],
    }


def terms(*found: tuple[datetime, str]) -> dict[str, object]:
    """``terms_history.json``, in no order."""
    accepted = [{"Version": version, "Acceptance Date": dash_utc(when)} for when, version in found]
    return {"Snap Inc. Terms of Service": accepted, "Business Services Terms": [], "Games Terms": []}


def _assistant() -> dict[str, object]:
    talks = [
        {"Timestamp": dash_utc(when), "Type": "CHAT", "Content": "Fictional &#39;talk&#39;"} for when in TALKS
    ]
    return {"My AI Content": talks, "My AI Memory": []}


def _message(when: datetime, *, own: bool) -> dict[str, object]:
    return {
        "From": "robin.fictional" if own else "friend.fictional",
        "Media Type": "TEXT",
        "Created": dash_utc(when),
        "Content": "Fictional",
        "Conversation Title": None,
        "IsSender": own,
        "Created(microseconds)": int(when.timestamp() * 1000),
        "IsSaved": False,
    }


def _files() -> dict[str, object]:
    profile = {
        "Country": "US",
        "Creation Time": dash_utc(CREATED),
        "Account Creation Country": "CA",
        "Platform Version": "Phone",
        "In-app Language": "en",
    }
    return {
        "index.html": b"<html><body>Fictional</body></html>",
        "html/snapchat_ai.html": b"<html><body>Fictional</body></html>",
        "json/account.json": account(),
        "json/account_history.json": {
            "Display Name Change": [{"Date": "", "Display Name": "Robin"}],
            "Download My Data Reports": [
                {
                    "Date": dash_utc(at("2024-09-10 07:30:00")),
                    "Status": "PENDING",
                    "Email Address": "r@example.com",
                }
            ],
        },
        "json/snapchat_ai.json": _assistant(),
        "json/terms_history.json": terms(*TERMS),
        "json/user_profile.json": {"App Profile": profile, "Demographics": {}, "Engagement": []},
        "json/snap_pro.json": {
            "Profile": {"Created": dash_utc(STORIES[0]), "Profile Title": "Robin"},
            "Spotlights": [{"Date": dash_utc(STORIES[0])}],
            "Saved Stories": [{"Date": dash_utc(STORIES[1])}],
        },
        "json/friends.json": {"Friends": []},
    }


def _export(era: str, name: str, files: Mapping[str, object]) -> Sample:
    return Sample(f"snapchat-{era}", "snapchat", made(name, files, MADE_AT), "robin.fictional", COUNTS, FACTS)


COUNTS = {"ai_chats": len(TALKS), "private_messages": len(CHATS), "posts": len(STORIES)}
_ACCOUNT, _PROFILE = "json/account.json", "json/user_profile.json"
_TERMS = "/Snap Inc. Terms of Service"
# The newest record is the request for the export.
_NOW = at_export(at("2024-09-10 07:30:00"), MADE_AT)
FACTS: tuple[Stated, ...] = (
    fact("account_created", "created", utc(CREATED), _ACCOUNT, "/Basic Information/Creation Date"),
    fact("account_created", "created", utc(CREATED), _PROFILE, "/App Profile/Creation Time"),
    fact("region_hint", "CA", utc(CREATED), _PROFILE, "/App Profile/Account Creation Country"),
    fact("region_hint", "US", _NOW, _PROFILE, "/App Profile/Country"),
    fact("region_hint", "US", _NOW, _ACCOUNT, "/Basic Information/Country"),
    fact("region_hint", "US", utc(LOGINS[0][0]), _ACCOUNT, "/Login History/2/Country"),
    fact("region_hint", "DE", utc(LOGINS[1][0]), _ACCOUNT, "/Login History/1/Country"),
    fact("region_hint", "US", utc(LOGINS[2][0]), _ACCOUNT, "/Login History/0/Country"),
    fact("login", "login", utc(LOGINS[0][0]), _ACCOUNT, "/Login History/2/Created"),
    fact("login", "login", utc(LOGINS[2][0]), _ACCOUNT, "/Login History/0/Created"),
    fact(
        "policy_accepted",
        TERMS[0][1],
        utc(TERMS[0][0]),
        "json/terms_history.json",
        f"{_TERMS}/0/Acceptance Date",
    ),
    fact(
        "policy_accepted",
        TERMS[1][1],
        utc(TERMS[1][0]),
        "json/terms_history.json",
        f"{_TERMS}/1/Acceptance Date",
    ),
    fact("ai_use", "my-ai", utc(TALKS[1]), "json/snapchat_ai.json", "/My AI Content/1/Timestamp"),
    fact("ai_use", "my-ai", utc(TALKS[0]), "json/snapchat_ai.json", "/My AI Content/0/Timestamp"),
)


def snapchat_samples() -> tuple[Sample, ...]:
    """The layout of 2024, and chats as older exports have them."""
    first, *others = CHATS
    by_friend = {
        "friend.fictional": [_message(first, own=True), _message(others[0], own=False)],
        "other.fictional": [_message(others[1], own=True)],
    }
    received = {
        "From": "friend.fictional",
        "Media Type": "TEXT",
        "Created": dash_utc(first),
        "Text": "Fictional",
    }
    sent = [
        {"To": "friend.fictional", "Media Type": "TEXT", "Created": dash_utc(when), "Text": "Fictional"}
        for when in others
    ]
    older = {"Received Saved Chat History": [received], "Sent Saved Chat History": sent}
    return (
        _export("2024", "mydata~1725955200.zip", {**_files(), "json/chat_history.json": by_friend}),
        _export("older-chats", "mydata~1725955200.zip", {**_files(), "json/chat_history.json": older}),
    )
