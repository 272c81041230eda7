# SPDX-License-Identifier: Apache-2.0
"""Exports of Instagram with Threads: JSON of 2021, 2023 in French and 2025, HTML of 2026."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from tests.makers.clock import at
from tests.makers.made import Made
from tests.makers.sample import Sample, Stated, made
from tests.makers.social.meta import (
    Record,
    box,
    entry,
    escaped,
    labelled,
    old_box,
    old_shown,
    page,
    shown,
    shown_bounds,
    stamp,
    table,
)

NAME = "mara.example"
_CREATED = at("2014-03-02 01:00:05")
_POSTS = (at("2016-05-05 05:00:00"), at("2024-06-15 18:42:11"))
_REEL = at("2024-08-01 10:00:00")
_THREADS = (at("2024-01-09 07:00:00"), at("2025-06-06 06:06:06"))
_COMMENT = at("2023-09-09 09:00:00")
_LOGINS = (at("2025-06-01 08:00:00"), at("2025-07-01 08:00:00"))
_SWITCHES = (at("2019-10-10 10:00:00"), at("2025-05-20 10:00:00"))
_CHAT = at("2025-07-07 19:00:00")
_ASKED = at("2024-11-20 18:00:00")
_LABEL = "Consent for the processing of user's data by ad partners on Instagram"
_LOGIN_FOLDER = "security_and_login_information/login_and_profile_creation/"


def export(files: Mapping[str, object], when: datetime) -> Made:
    """The zip; what is no bytes is written as Meta writes JSON."""
    inside = {path: data if isinstance(data, bytes) else escaped(data) for path, data in files.items()}
    return made(f"instagram-{NAME}-{when:%Y-%m-%d}-AbCdEfGh.zip", inside, when)


def post(when: datetime, pictures: int = 1) -> Record:
    """One post; with a single picture the time stands there alone."""
    media = [
        {"uri": f"media/posts/{when:%Y%m}/{number}.jpg", "creation_timestamp": stamp(when), "title": "été 🐝"}
        for number in range(pictures)
    ]
    return (
        {"media": media}
        if pictures == 1
        else {"media": media, "title": "été", "creation_timestamp": stamp(when)}
    )


def signup(label: str = "Username", time: str = "Time") -> Record:
    """``signup_details.json``."""
    fields: dict[str, datetime | str] = {
        label: NAME,
        "IP Address": "192.0.2.4",
        time: _CREATED,
        "Email": "mara@example.com",
        "Device": "",
    }
    return {"account_history_registration_info": [entry(fields)]}


def privacy(*changes: tuple[datetime, str], time: str = "Time") -> Record:
    """``profile_privacy_changes.json``: when, and the title."""
    history = [entry({time: when}, title) for when, title in changes]
    return {"account_history_account_privacy_history": history}


def profile(label: str = "Username", private: str = "Private Account", value: str = "False") -> Record:
    """``personal_information.json``."""
    return {"profile_user": [entry({label: NAME, "Name": "Mära", private: value}, "User Information")]}


def _comments(time: str = "Time") -> Record:
    return {
        **entry({"Comment": "Très joli", time: _COMMENT, "Media Owner": "ana.example"}),
        "media_owner": "ana",
    }


def _thread() -> Record:
    messages = [{"sender_name": "Mära", "timestamp_ms": stamp(_COMMENT) * 1000 + 5, "content": "…"}]
    return {"participants": [{"name": "Ana"}, {"name": "Mära"}], "messages": messages, "title": "Ana"}


def _z(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%S}Z"


def _at(kind: str, value: str, when: datetime, member: str, place: str) -> Stated:
    return (kind, value, _z(when), _z(when), member, place)


def era_2021() -> Sample:
    """The first tree."""
    when = at("2021-11-11 11:00")
    history = "login_and_account_creation/"
    files: dict[str, object] = {
        "account_information/personal_information.json": profile(),
        f"{history}signup_information.json": signup(),
        f"{history}account_privacy_changes.json": privacy(
            (_SWITCHES[0], "Your account was switched to Private")
        ),
        "content/posts_1.json": [post(_POSTS[0])],
        "comments/post_comments.json": {"comments_media_comments": []},
        "messages/inbox/ana_1/message_1.json": {**_thread(), "messages": []},
    }
    registered = "/account_history_registration_info/0/string_map_data/Time/timestamp"
    facts = (
        _at("account_created", "created", _CREATED, f"{history}signup_information.json", registered),
        _at("visibility_change", "private", _SWITCHES[0], f"{history}account_privacy_changes.json",
            "/account_history_account_privacy_history/0/title"),
    )  # fmt: skip
    return Sample("instagram-2021", "instagram", export(files, when), NAME, {"posts": 1}, facts)


def era_french() -> Sample:
    """2023 in French: labels with accents are keys, and their bytes are escaped one by one."""
    when = at("2023-11-11 11:00")
    history = "security_and_login_information/login_and_account_creation/"
    name = "Nom d’utilisateur"
    files: dict[str, object] = {
        "personal_information/personal_information.json": profile(name, "Compte privé", "True"),
        f"{history}signup_information.json": signup(name, "Heure de création"),
        f"{history}account_privacy_changes.json": privacy(
            (_SWITCHES[0], "Votre compte est passé en mode privé"), time="Heure"
        ),
        "personal_information/information_about_you/account_based_in.json": {
            "inferred_data_primary_location": [entry({"Nom de la ville": "Besançon, France"})]
        },
        "your_instagram_activity/content/posts_1.json": [post(_POSTS[0], 2)],
        "your_instagram_activity/comments/post_comments.json": {
            "comments_media_comments": [_comments("Heure")]
        },
    }
    based = "personal_information/information_about_you/account_based_in.json"
    registered = "/account_history_registration_info/0/string_map_data/Heure de création/timestamp"
    facts = (
        _at("account_created", "created", _CREATED, f"{history}signup_information.json", registered),
        _at("visibility_change", "changed", _SWITCHES[0], f"{history}account_privacy_changes.json",
            "/account_history_account_privacy_history/0/title"),
        ("region_hint", "FR", None, None, based,
         "/inferred_data_primary_location/0/string_map_data/Nom de la ville/value"),
    )  # fmt: skip
    return Sample(
        "instagram-french", "instagram", export(files, when), None, {"posts": 1, "comments": 1}, facts
    )


def files_2025() -> dict[str, object]:
    """The files of the tree of 2025, Threads among them."""
    own = "your_instagram_activity/"
    reel = {"media": [{"uri": "media/reels/1.mp4", "creation_timestamp": stamp(_REEL), "title": ""}]}
    return {
        "personal_information/personal_information/personal_information.json": profile(value="True"),
        "personal_information/personal_information/instagram_profile_information.json": {
            "profile_account_insights": []
        },
        "personal_information/information_about_you/profile_based_in.json": labelled(
            None, {"label": "Location", "dict": [{"label": "Country", "value": "Germany"}]}
        ),
        f"{_LOGIN_FOLDER}signup_details.json": signup(),
        f"{_LOGIN_FOLDER}login_activity.json": {
            "account_history_login_history": [
                entry({"Time": one, "IP Address": "192.0.2.4"}) for one in _LOGINS
            ]
        },
        f"{_LOGIN_FOLDER}profile_privacy_changes.json": privacy(
            (_SWITCHES[1], "Your account was switched to Private"),
            (_SWITCHES[0], "Your account was switched to Public"),
        ),
        "preferences/settings/consents.json": labelled(
            at("2020-01-01 00:00"),
            {"label": _LABEL},
            {"label": "Update time", "timestamp_value": stamp(_ASKED)},
        ),
        f"{own}media/posts_1.json": [post(_POSTS[1], 3), post(_POSTS[0])],
        f"{own}media/reels.json": {"ig_reels_media": [reel]},
        f"{own}media/stories.json": {"ig_stories": [{"uri": "s.jpg", "creation_timestamp": stamp(_REEL)}]},
        f"{own}comments/post_comments_1.json": [_comments()],
        f"{own}messages/inbox/ana_1/message_1.json": _thread(),
        f"{own}messages/ai_conversations.json": [
            labelled(_CHAT, {"label": "Messages", "dict": []}, title="…")
        ],
        f"{own}threads/threads_and_replies.json": {
            "text_post_app_text_posts": [post(_THREADS[0]), post(_THREADS[1], 2)]
        },
        f"{own}threads/personal_information.json": {"profile_user": [entry({"Username": "other.example"})]},
    }


def era_2025() -> Sample:
    """The tree of 2025."""
    when = at("2025-07-31 10:00")
    history, changes = f"{_LOGIN_FOLDER}login_activity.json", f"{_LOGIN_FOLDER}profile_privacy_changes.json"
    registered = "/account_history_registration_info/0/string_map_data/Time/timestamp"
    chats = "your_instagram_activity/messages/ai_conversations.json"
    facts = (
        _at("account_created", "created", _CREATED, f"{_LOGIN_FOLDER}signup_details.json", registered),
        *(
            _at("login", "login", one, history,
                f"/account_history_login_history/{number}/string_map_data/Time/timestamp")
            for number, one in enumerate(_LOGINS)
        ),
        _at("visibility_change", "private", _SWITCHES[1], changes,
            "/account_history_account_privacy_history/0/title"),
        _at("visibility_change", "public", _SWITCHES[0], changes,
            "/account_history_account_privacy_history/1/title"),
        ("region_hint", "DE", None, None,
         "personal_information/information_about_you/profile_based_in.json", "/label_values/0/dict/0/value"),
        _at("notice_received", _LABEL, _ASKED, "preferences/settings/consents.json", "/label_values/0/label"),
        _at("ai_use", "meta-ai", _CHAT, chats, "/0/timestamp"),
    )  # fmt: skip
    counts = {"posts": 5, "comments": 1, "private_messages": 1, "ai_chats": 1}
    return Sample("instagram-2025", "instagram", export(files_2025(), when), NAME, counts, facts)


def era_html() -> Sample:
    """HTML of 2026."""
    when = at("2026-08-10 10:00")
    own = "your_instagram_activity/"
    signed, changes = f"{_LOGIN_FOLDER}signup_details.html", f"{_LOGIN_FOLDER}profile_privacy_changes.html"
    thread = f"{own}messages/ai_conversations/thread_for_mailbox1_2.html"
    said = table([("Message", "…"), ("Time", shown(_CHAT))])
    files: dict[str, object] = {
        "start_here.html": page("Your Instagram information"),
        signed: page(
            "Signup details", table([("Username", NAME), ("Time", shown(_CREATED)), ("Device", "")])
        ),
        changes: page("Privacy", box("Your account was switched to Private", "", shown(_SWITCHES[1]))),
        f"{own}media/posts_1.html": page("Posts", *(box("été", "", shown(one)) for one in _POSTS)),
        f"{own}comments/post_comments_1.html": page("Comments", box("ana", "joli", shown(_COMMENT))),
        f"{own}messages/ai_conversations.html": page("AI conversations", "<a href='x.html'>thread</a>"),
        thread: page("thread for mailbox1", said),
    }
    facts = (
        ("account_created", "created", *shown_bounds(_CREATED), signed, "cell 4"),
        ("visibility_change", "private", *shown_bounds(_SWITCHES[1]), changes, "record 1"),
        ("ai_use", "meta-ai", *shown_bounds(_CHAT), thread, "cell 4"),
    )
    counts = {"posts": 2, "comments": 1, "ai_chats": 1}
    return Sample("instagram-html", "instagram", export(files, when), None, counts, facts, ("meta_html",))


def era_old_html() -> Sample:
    """HTML of the first tree."""
    when, history = at("2021-11-11 11:00"), "login_and_account_creation/"
    signed, changes = f"{history}signup_information.html", f"{history}account_privacy_changes.html"
    files = {
        "index.html": page("Instagram Data"),
        signed: page("Signup", table([("Username", NAME), ("Time", old_shown(_CREATED))])),
        changes: page("Privacy", old_box("Your account was switched to Public", "", old_shown(_SWITCHES[0]))),
        "content/posts_1.html": page("Posts", old_box("été", "", old_shown(_POSTS[0]))),
    }
    facts = (
        ("account_created", "created", *shown_bounds(_CREATED), signed, "cell 4"),
        ("visibility_change", "public", *shown_bounds(_SWITCHES[0]), changes, "record 1"),
    )
    counts = {"posts": 1}
    return Sample("instagram-old-html", "instagram", export(files, when), None, counts, facts, ("meta_html",))


def instagram_samples() -> tuple[Sample, ...]:
    """An export of each era and form."""
    return era_2021(), era_french(), era_2025(), era_old_html(), era_html()
