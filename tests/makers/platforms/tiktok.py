# SPDX-License-Identifier: Apache-2.0
"""Fictional exports of TikTok: with the names of sections of 2026, and with older ones."""

from __future__ import annotations

from datetime import datetime

from tests.makers.clock import at, dash
from tests.makers.platforms.facts import at_export, fact, no_zone
from tests.makers.sample import Sample, made

MADE_AT = at("2026-01-25 12:00:00")
LOGINS = (at("2026-01-20 08:00:00"), at("2025-12-01 09:00:00"), at("2025-12-24 10:00:00"))
POSTS = (at("2025-06-01 10:00:00"), at("2025-07-02 11:00:00"))
COMMENTS = (at("2025-08-03 12:00:00"),)
SEARCHES = (at("2026-01-21 07:00:00"), at("2026-01-22 07:00:00"), at("2026-01-23 07:00:00"))
MESSAGES = (at("2025-09-01 08:00:00"), at("2025-09-02 08:00:00"))
FACE = at("2025-05-05 05:05:05")
COUNTS = {"posts": 2, "comments": 1, "searches": 3, "private_messages": 2}


def _chats() -> dict[str, object]:
    said = [{"Date": dash(when), "From": "robin.fictional", "Content": "Fictional"} for when in MESSAGES]
    return {"ChatHistory": {"Chat History with friend.fictional:": said}}


def _videos(label: str | None) -> list[dict[str, object]]:
    own: dict[str, object] = {"Link": "https://example.com/v", "WhoCanView": "Public"}
    marked = {**own, "AIGeneratedContent": label} if label else own
    return [{"Date": dash(when), **marked} for when in POSTS]


def _activity(searches: str, history: str) -> dict[str, object]:
    logins = [{"Date": dash(when), "IP": "192.0.2.1", "DeviceModel": "Fictional"} for when in LOGINS]
    return {
        "Login History": {"LoginHistoryList": logins},
        searches: {"SearchList": [{"Date": dash(when), "SearchTerm": "fictional"} for when in SEARCHES]},
        history: {"VideoList": [{"Date": dash(SEARCHES[0]), "Link": "https://example.com/v"}]},
    }


def _settings(private: str) -> dict[str, object]:
    shown = {"Private Account": private, "Personalized Ads": "Enabled", "Allow DownLoad": "Disabled"}
    return {"Settings": {"SettingsMap": shown}}


def newer(private: str = "Enabled") -> dict[str, object]:
    """``user_data_tiktok.json`` as of January 2026."""
    return {
        "Ads and data": {"Ad Interests": {"AdInterestCategories": None}},
        "App Settings": _settings(private),
        "Comment": {
            "Comments": {"CommentsList": [{"date": dash(when), "comment": "-"} for when in COMMENTS]}
        },
        "Direct Message": {"Direct Messages": _chats()},
        "Income Plus Wallet Transactions": {},
        "Location Review": {},
        "Post": {"Posts": {"VideoList": _videos("No")}, "Recently Deleted Posts": {"PostList": None}},
        "Profile": {
            "AI-Moji": {"CreateDate": dash(FACE), "AIMojiList": None},
            "AISelfImage": None,
            "Autofill": {"PhoneNumber": "N/A", "Country": "Germany"},
            "Profile Info": {"ProfileMap": {"userName": "robin.fictional", "aiSelf": None}},
        },
        "TikTok Shop": {},
        "Tiktok Live": {},
        "Your Activity": _activity("Searches", "Watch History"),
    }


def older() -> dict[str, object]:
    """``user_data.json`` as it was before."""
    return {
        "Activity": _activity("Search History", "Video Browsing History"),
        "Ads and data": {},
        "App Settings": _settings("Disabled"),
        "Comment": {
            "Comments": {"CommentsList": [{"Date": dash(when), "Comment": "-"} for when in COMMENTS]}
        },
        "Direct Messages": {"Chat History": _chats()},
        "Profile": {
            "Auto Fill": {"Country": "N/A"},
            "Profile Information": {"ProfileMap": {"userName": "robin.fictional"}},
        },
        "Tiktok Shopping": {},
        "Video": {"Videos": {"VideoList": _videos(None)}},
    }


def _logins(file: str, section: str) -> tuple[tuple[str, str, str | None, str | None, str, str], ...]:
    path = f"/{section}/Login History/LoginHistoryList"
    return (
        fact("login", "login", no_zone(LOGINS[1]), file, f"{path}/1/Date"),
        fact("login", "login", no_zone(LOGINS[0]), file, f"{path}/0/Date"),
    )


def _latest() -> datetime:
    """The earliest time that the newest record can have, for its zone is not stated."""
    return at("2026-01-22 17:00:00")


def tiktok_samples() -> tuple[Sample, ...]:
    """Both names of the file with the sections that go with it."""
    file = "user_data_tiktok.json"
    facts = (
        *_logins(file, "Your Activity"),
        fact("ai_use", "ai-moji", no_zone(FACE), file, "/Profile/AI-Moji/CreateDate"),
        fact("region_hint", "DE", at_export(_latest(), MADE_AT), file, "/Profile/Autofill/Country"),
    )
    new = made("TikTok_Data_1737806400.zip", {file: newer()}, MADE_AT)
    old = made("TikTok_Data_1737806400.zip", {"user_data.json": older()}, MADE_AT)
    logins = _logins("user_data.json", "Activity")
    return (
        Sample("tiktok-2026", "tiktok", new, "robin.fictional", COUNTS, facts),
        Sample("tiktok-older", "tiktok", old, "robin.fictional", COUNTS, logins),
    )
