# SPDX-License-Identifier: Apache-2.0
"""Archives of X as of 2023, 2025 and 2026. One person posted from 2012 on and asked Grok from 2025 on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from tests.makers.clock import DAYS, at, month
from tests.makers.made import Made
from tests.makers.sample import Sample, Stated, iso_ms, made

ACCOUNT = "900000417"
_ID_START = 1288834974657
_CREATED = at("2012-03-04 12:00:05")

Files = Mapping[str, Sequence[Mapping[str, Any]]]
"""The records of each file, by its path."""


def assigned(name: str, value: object) -> bytes:
    """A value as X assigns it to a variable, two blanks deep."""
    text = json.dumps(value, indent=2, separators=(",", " : "), ensure_ascii=False)
    return f"window.{name} = {text}".encode()


def global_name(path: str) -> str:
    """``YTD.grok_chat_item.part0`` for ``data/grok-chat-item.js``."""
    stem = path.rpartition("/")[2].removesuffix(".js")
    stem, dash, number = stem.partition("-part")
    return f"YTD.{stem.replace('-', '_')}.part{number if dash else 0}"


def number(when: datetime, low: int = 1) -> str:
    """An id that is made at this time."""
    return str(((round(when.timestamp() * 1000) - _ID_START) << 22) + low)


def tweet_time(when: datetime) -> str:
    """``Tue Jan 21 00:21:51 +0000 2025``."""
    return f"{DAYS[when.weekday()]} {month(when)} {when:%d %H:%M:%S} +0000 {when:%Y}"


def tweet(when: datetime, text: str = "First light.") -> dict[str, Any]:
    """One post."""
    own = number(when)
    return {
        "tweet": {
            "edit_info": {"initial": {"editTweetIds": [own], "isEditEligible": False}},
            "retweeted": False,
            "source": '<a href="https://mobile.twitter.com">Web</a>',
            "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
            "display_text_range": ["0", str(len(text))],
            "favorite_count": "0",
            "id_str": own,
            "truncated": False,
            "retweet_count": "0",
            "id": own,
            "created_at": tweet_time(when),
            "favorited": False,
            "full_text": text,
            "lang": "en",
        }
    }


def said(chat: str, when: datetime, *, person: bool) -> dict[str, Any]:
    """One thing said in a chat with Grok."""
    word = "User" if person else "Agent"
    sender: dict[str, Any] = {
        "value": "1" if person else "2",
        "name": word,
        "originalName": word.upper(),
        "annotations": {},
    }
    mode = {"value": "1", "name": "Normal", "originalName": "NORMAL", "annotations": {}}
    return {
        "grokChatItem": {
            "grokMode": mode,
            "accountId": ACCOUNT,
            "chatId": chat,
            "createdAt": iso_ms(when),
            "sender": sender,
            "message": "…",
        }
    }


def talk(began: datetime) -> list[dict[str, Any]]:
    """A chat of two questions, newest first; its id is made a second before the first."""
    chat = number(began - timedelta(seconds=1))
    times = [began, began + timedelta(minutes=4)]
    return [said(chat, when, person=person) for when in reversed(times) for person in (False, True)]


def conversation(*times: datetime, group: bool = False) -> dict[str, Any]:
    """A conversation with a message at each time; in a group someone joins first."""
    messages: list[dict[str, Any]] = [
        {"messageCreate": {"recipientId": ACCOUNT, "reactions": [], "urls": [], "text": "…", "mediaUrls": [],
                           "senderId": "1", "id": number(when), "createdAt": iso_ms(when)}}
        for when in times
    ]  # fmt: skip
    joined = {"joinConversation": {"initiatingUserId": "1", "createdAt": iso_ms(times[0])}}
    return {
        "dmConversation": {"conversationId": "1-2", "messages": [joined, *messages] if group else messages}
    }


def login(when: datetime) -> dict[str, Any]:
    """One log-in."""
    return {"ipAudit": {"accountId": ACCOUNT, "createdAt": iso_ms(when), "loginIp": "192.0.2.7"}}


def account(created: datetime = _CREATED) -> dict[str, Any]:
    """``account.js``."""
    return {
        "account": {
            "email": "mara@example.com",
            "createdVia": "oauth:000000",
            "username": "mara_example",
            "accountId": ACCOUNT,
            "createdAt": iso_ms(created),
            "accountDisplayName": "Mara Lindqvist-Example",
        }
    }


def interests(*places: str) -> dict[str, Any]:
    """``personalization.js`` with the places of the last 60 days."""
    return {
        "p13nData": {
            "demographics": {
                "languages": [{"language": "English", "isDisabled": False}],
                "genderInfo": {"gender": "female"},
            },
            "interests": {
                "interests": [{"name": "Optics", "isDisabled": False}],
                "partnerInterests": [],
                "audienceAndAdvertisers": {
                    "lookalikeAdvertisers": [],
                    "advertisers": [],
                    "numAudiences": "0",
                },
                "shows": [],
            },
            "locationHistory": list(places),
            "inferredAgeInfo": {"age": ["35"], "birthDate": ""},
        }
    }


def profile(location: str) -> dict[str, Any]:
    """``profile.js``."""
    description = {"bio": "Bees and lenses.", "website": "", "location": location}
    return {"profile": {"description": description, "avatarMediaUrl": "https://example.com/a.png"}}


def manifest(files: Files, when: datetime, *, partial: bool = False) -> dict[str, Any]:
    """X's list: each file with its variable and the number of its records."""
    types: dict[str, Any] = {}
    for path, records in files.items():
        stem = path.removeprefix("data/").removesuffix(".js").partition("-part")[0]
        first, *rest = stem.split("-")
        entry = types.setdefault(first + "".join(word.title() for word in rest), {"files": []})
        entry["files"].append({"fileName": path, "globalName": global_name(path), "count": str(len(records))})
    info = {"sizeBytes": "4096", "generationDate": iso_ms(when), "isPartialArchive": partial}
    return {
        "userInfo": {
            "accountId": ACCOUNT,
            "userName": "mara_example",
            "displayName": "Mara Lindqvist-Example",
        },
        "archiveInfo": {**info, "maxPartSizeBytes": "53687091200"},
        "readmeInfo": {"fileName": "data/README.txt", "directory": "data/", "name": "README.txt"},
        "dataTypes": {**types, "tweetsMedia": {"mediaDirectory": "data/tweets_media"}},
    }


def archive(files: Files, when: datetime, *, listed: Files | None = None, partial: bool = False) -> Made:
    """The archive of these files; X's list says `listed`, which is what there is if not given."""
    inside: dict[str, object] = {
        "Your archive.html": b"<!DOCTYPE html><html><head><title>Your archive</title></head></html>\n",
        "assets/js/runtime.js": b"(()=>{})();\n",
        "data/README.txt": b"Your archive\n\nAccount Data\n",
        "data/manifest.js": assigned(
            "__THAR_CONFIG", manifest(listed if listed is not None else files, when, partial=partial)
        ),
        **{path: assigned(global_name(path), records) for path, records in files.items()},
    }
    return made(f"twitter-{when:%Y-%m-%d}-{'0a' * 32}.zip", inside, when)


_POSTS = [at("2012-03-05 08:15:00"), at("2024-07-30 20:00:00"), at("2025-06-01 06:30:09")]


def base(when: datetime) -> dict[str, list[dict[str, Any]]]:
    """The files that archives of all known years have."""
    before = [when - timedelta(days=days) for days in (2, 20, 40)]
    posts = [post for post in _POSTS if post < when]
    return {
        "data/account.js": [account()],
        "data/account-creation-ip.js": [
            {"accountCreationIp": {"accountId": ACCOUNT, "userCreationIp": "192.0.2.1"}}
        ],
        "data/ip-audit.js": [login(day) for day in before],
        "data/profile.js": [profile("Berlin, Germany")],
        "data/phone-number.js": [{"device": {"phoneNumber": "+493023125014"}}],
        "data/personalization.js": [interests("Berlin, Germany", "Potsdam, Germany", "Nice, France")],
        "data/protected-history.js": [],
        "data/like.js": [{"like": {"tweetId": "1", "fullText": "…", "expandedUrl": "https://example.com"}}],
        "data/tweets.js": [tweet(post) for post in reversed(posts)],
        "data/deleted-tweets.js": [],
        "data/direct-messages.js": [conversation(before[1], before[2])],
        "data/direct-messages-group.js": [conversation(before[2], group=True)],
    }


def _z(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%S}Z"


def _at(kind: str, value: str, when: datetime, member: str, place: str) -> Stated:
    return (kind, value, _z(when), _z(when), member, place)


def _facts(when: datetime) -> tuple[Stated, ...]:
    return (
        _at("account_created", "created", _CREATED, "data/account.js", "/0/account/createdAt"),
        _at("login", "login", when - timedelta(days=40), "data/ip-audit.js", "/2/ipAudit/createdAt"),
        _at("login", "login", when - timedelta(days=2), "data/ip-audit.js", "/0/ipAudit/createdAt"),
        ("region_hint", "DE", None, None, "data/profile.js", "/0/profile/description/location"),
        ("region_hint", "DE", None, None, "data/phone-number.js", "/0/device/phoneNumber"),
        ("region_hint", "DE", None, None, "data/personalization.js", "/0/p13nData/locationHistory/0"),
        ("region_hint", "FR", None, None, "data/personalization.js", "/0/p13nData/locationHistory/2"),
    )


def era_2023() -> Sample:
    """As described in August 2023: no chats with Grok, a time zone."""
    when = at("2023-08-31 09:00")
    files = base(when) | {"data/account-timezone.js": [{"accountTimezone": {"accountId": ACCOUNT}}]}
    counts = {"posts": 1, "private_messages": 2, "group_messages": 1}
    return Sample("x-2023", "x", archive(files, when), ACCOUNT, counts, _facts(when))


_CHATS = (at("2025-01-10 10:00"), at("2025-11-02 21:30"))
_GROK = "data/grok-chat-item.js"


def era_2025() -> Sample:
    """As seen in January and December 2025: chats with Grok."""
    when = at("2025-12-12 09:00")
    files = base(when) | {_GROK: [*talk(_CHATS[1]), *talk(_CHATS[0])]}
    counts = {"posts": 3, "private_messages": 2, "group_messages": 1, "ai_chats": 2, "ai_prompts": 4}
    uses = (
        _at("ai_use", "grok", _CHATS[0], _GROK, "/7/grokChatItem/createdAt"),
        _at("ai_use", "grok", _CHATS[1] + timedelta(minutes=4), _GROK, "/1/grokChatItem/createdAt"),
    )
    return Sample("x-2025", "x", archive(files, when), ACCOUNT, counts, (*_facts(when), *uses))


def era_2026() -> Sample:
    """As seen in 2026: posts in two parts, a switch to protected in the last six months, port numbers."""
    when = at("2026-07-20 09:00")
    switched = at("2026-05-03 07:00")
    files = base(when) | {_GROK: talk(_CHATS[0])}
    files["data/tweets-part1.js"] = [tweet(at("2026-01-02 03:04:05"))]
    files["data/protected-history.js"] = [
        {"protectedHistory": {"protectedAt": iso_ms(switched), "action": "Protect"}}
    ]
    for entry in files["data/ip-audit.js"]:
        entry["ipAudit"]["loginPortNumber"] = "443"
    counts = {"posts": 4, "private_messages": 2, "group_messages": 1, "ai_chats": 1, "ai_prompts": 2}
    more = (
        _at("ai_use", "grok", _CHATS[0], _GROK, "/3/grokChatItem/createdAt"),
        _at("ai_use", "grok", _CHATS[0] + timedelta(minutes=4), _GROK, "/1/grokChatItem/createdAt"),
        _at(
            "visibility_change",
            "changed",
            switched,
            "data/protected-history.js",
            "/0/protectedHistory/action",
        ),
    )
    return Sample("x-2026", "x", archive(files, when), ACCOUNT, counts, (*_facts(when), *more))


def x_samples() -> tuple[Sample, ...]:
    """An archive of each era."""
    return era_2023(), era_2025(), era_2026()
