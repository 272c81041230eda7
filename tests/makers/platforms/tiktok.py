# SPDX-License-Identifier: Apache-2.0
"""Fictional exports of TikTok: JSON with new and with older names of sections, text in two languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from tests.makers.clock import at, dash
from tests.makers.platforms.facts import at_export, fact, no_zone, utc
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
        _as_text("tiktok-text-english", ENGLISH),
        _as_text("tiktok-text-dutch", DUTCH),
    )


ENGLISH = {
    "posts": "Posts/Posts", "comments": "Comments/Comments", "searches": "Your Activity/Searches",
    "messages": "Direct Messages/Direct Messages", "logins": "Your Activity/Login History",
    "profile": "Profile and Settings/Profile Information", "settings": "Profile and Settings/Settings",
    "watched": "Your Activity/Watch History", "faces": "Profile and Settings/AI-Moji",
    "date": "Date", "user": "Username", "private": "Private Account: Off",
    "nothing": "You have no data in this section",
}  # fmt: skip
DUTCH = {
    "posts": "Berichten/Berichten", "comments": "Reacties/Reacties",
    "searches": "Je activiteit/Zoekopdrachten", "messages": "Berichten/Directe berichten",
    "logins": "Je activiteit/Inloggeschiedenis",
    "profile": "Profiel en instellingen/Profielinformatie",
    "settings": "Profiel en instellingen/Instellingen",
    "watched": "Je activiteit/Kijkgeschiedenis", "faces": "Profiel en instellingen/AI-moji",
    "date": "Datum", "user": "Gebruikersnaam", "private": "Privéaccount: Uit",
    "nothing": "Dit gedeelte bevat geen gegevens",
}  # fmt: skip


def text_files(words: Mapping[str, str]) -> dict[str, object]:
    """The files of a text export, by the words of a language."""

    def listed(times: Sequence[datetime], **more: str) -> bytes:
        records = [{words["date"]: f"{dash(when)} UTC", **more} for when in times]
        return "\n\n".join(
            "\n".join(f"{key}: {value}" for key, value in one.items()) for one in records
        ).encode()

    said = "\n".join(f"{dash(when)} UTC robin.fictional: Fictional\nin two lines" for when in MESSAGES)
    files = {
        "posts": listed(POSTS, Link="https://example.com/v"),
        "comments": listed(COMMENTS, Comment="First line\n\nLast line"),
        "searches": listed(SEARCHES, **{"Search Term": "fictional"}),
        "messages": f">>> Chat History with friend.fictional::\n\n{said}\n".encode(),
        "logins": listed(LOGINS, IP="192.0.2.1"),
        "profile": f"{words['user']}: robin.fictional\nNickname: Robin\n".encode(),
        "settings": f"{words['private']}\n".encode(),
        "watched": listed(SEARCHES[:1], Link="https://www.tiktokv.com/share/video/1/"),
        "faces": f"{words['nothing']}\n".encode(),
    }
    return {f"TikTok/{words[key]}.txt": data for key, data in files.items()}


def _as_text(name: str, words: Mapping[str, str]) -> Sample:
    file = f"TikTok/{words['logins']}.txt"
    facts = (
        fact("login", "login", utc(LOGINS[1]), file, "line 4"),
        fact("login", "login", utc(LOGINS[0]), file, "line 1"),
    )
    export = made("TikTok_Data_1737806400.zip", text_files(words), MADE_AT)
    return Sample(name, "tiktok", export, "robin.fictional", COUNTS, facts)
