# SPDX-License-Identifier: Apache-2.0
"""Exports of Facebook: JSON in the trees before, around and since 2024, and HTML of 2026."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from tests.makers.clock import at
from tests.makers.made import Made
from tests.makers.sample import Sample, Stated, made
from tests.makers.social.meta import (
    Record,
    escaped,
    labelled,
    old_box,
    old_shown,
    page,
    section,
    shown,
    shown_bounds,
    stamp,
)

ADDRESS = "https://www.facebook.com/mara.example"
_CREATED = at("2010-05-06 07:08:09")
_POSTS = (at("2019-01-02 03:04:05"), at("2023-07-08 09:10:11"))
_COMMENT = at("2022-02-02 10:00:00")
_GROUP = at("2021-03-03 11:00:00")
_SENT = (at("2020-04-04 12:00:00"), at("2020-04-04 12:01:00"))
_VISITS = (at("2023-06-01 08:00:00"), at("2023-08-01 08:00:00"))


def profile(created: datetime | None = _CREATED) -> Record:
    """``profile_information.json``."""
    inside: Record = {
        "name": {"full_name": "Mära Lindqvist-Example", "first_name": "Mära", "last_name": "Example"},
        "birthday": {"year": 1988, "month": 2, "day": 29},
        "username": "mara.example",
        "profile_uri": ADDRESS,
    }
    return {"profile_v2": inside if created is None else {**inside, "registration_timestamp": stamp(created)}}


def post(when: datetime) -> Record:
    """One post."""
    return {"timestamp": stamp(when), "data": [{"post": "Schönes Licht 🐝"}], "title": "Mära wrote a post."}


def _comment(when: datetime) -> Record:
    inner = {"timestamp": stamp(when), "comment": "Très joli", "author": "Mära"}
    return {"timestamp": stamp(when), "data": [{"comment": inner}], "title": "Mära commented."}


def _thread() -> Record:
    messages = [
        {"sender_name": "Ana Ruiz-Example", "timestamp_ms": stamp(when) * 1000, "content": "…"}
        for when in reversed(_SENT)
    ]
    return {
        "participants": [{"name": "Ana Ruiz-Example"}, {"name": "Mära Lindqvist-Example"}],
        "messages": messages,
        "title": "Ana Ruiz-Example",
        "is_still_participant": True,
        "thread_path": "inbox/ana_1",
        "magic_words": [],
    }


def visit(when: datetime, country: str) -> Record:
    """One event of a session."""
    return {
        "action": "Login",
        "timestamp": stamp(when),
        "ip_address": "192.0.2.9",
        "user_agent": "Example/1.0",
        "city": "Berlin",
        "region": "Berlin",
        "country": country,
        "site_name": "www",
    }


def consent(when: datetime, label: str, **more: object) -> Record:
    """One consent as schemas describe it: a label, and when it was last changed."""
    return labelled(
        when - timedelta(days=30),
        {"label": label, "ent_field_name": "Title"},
        {"label": "Update time", "ent_field_name": "UpdateTime", "timestamp_value": stamp(when)},
        ent_name="UserConsent",
        **more,
    )


def chat(when: datetime) -> Record:
    """One chat with Meta AI."""
    said = {"title": "", "dict": [{"label": "Message", "value": "…", "timestamp_value": stamp(when)}]}
    return labelled(when, {"label": "Messages", "title": "", "dict": [said]}, title="Lenses")


def export(files: Mapping[str, object], when: datetime) -> Made:
    """The zip; what is no bytes is written as Meta writes JSON."""
    inside = {path: data if isinstance(data, bytes) else escaped(data) for path, data in files.items()}
    return made(f"facebook-mara.example-{when:%Y-%m-%d}-AbCdEfGh.zip", inside, when)


def content(root: str, posts: str, comments: str) -> dict[str, object]:
    """Posts, comments, groups and messages below a folder."""
    groups = f"{root}groups/"
    return {
        f"{root}posts/{posts}": [post(when) for when in _POSTS],
        f"{root}{comments}/comments.json": {"comments_v2": [_comment(_COMMENT)]},
        f"{groups}your_comments_in_groups.json": {"group_comments_v2": [_comment(_GROUP)]},
        f"{groups}group_posts_and_comments.json": {"group_posts_v2": [post(_GROUP)]},
        f"{root}messages/inbox/ana_1/message_1.json": _thread(),
        f"{root}posts/media/photo.jpg": b"\xff\xd8\xff\xe0 not a picture",
    }


_COUNTS = {"posts": 3, "comments": 2, "private_messages": 2}
_ACTIVITY = "security_and_login_information/account_activity.json"


def _z(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%S}Z"


def _at(kind: str, value: str, when: datetime, member: str, place: str) -> Stated:
    return (kind, value, _z(when), _z(when), member, place)


def _account(member: str) -> tuple[Stated, ...]:
    first, last = _VISITS
    return (
        _at("account_created", "created", _CREATED, member, "/profile_v2/registration_timestamp"),
        _at("login", "login", first, _ACTIVITY, "/account_activity_v2/1/timestamp"),
        _at("login", "login", last, _ACTIVITY, "/account_activity_v2/0/timestamp"),
        _at("region_hint", "DE", first, _ACTIVITY, "/account_activity_v2/1/country"),
        _at("region_hint", "FR", last, _ACTIVITY, "/account_activity_v2/0/country"),
    )


def _sessions() -> Record:
    first, last = _VISITS
    return {"account_activity_v2": [visit(last, "FR"), visit(first, "Germany")]}


def era_2022() -> Sample:
    """The tree before 2024."""
    when, about = at("2023-10-01 10:00"), "profile_information/profile_information.json"
    files = content("", "your_posts_1.json", "comments") | {about: profile(), _ACTIVITY: _sessions()}
    return Sample("facebook-2022", "facebook", export(files, when), ADDRESS, _COUNTS, _account(about))


def era_2023() -> Sample:
    """The tree in between."""
    when, about = at("2023-12-01 10:00"), "personal_information/profile_information/profile_information.json"
    posts = "your_posts__check_ins__photos_and_videos_1.json"
    files = content("your_activity_across_facebook/", posts, "comments_and_reactions")
    files |= {about: profile(), _ACTIVITY: _sessions()}
    return Sample("facebook-2023", "facebook", export(files, when), ADDRESS, _COUNTS, _account(about))


_SHOWN = (at("2025-04-16 06:00:00"), at("2026-07-24 06:00:00"))
_ASKED = at("2024-11-20 18:00:00")
_MAILED = at("2025-04-20 04:00:00")
_CHATS = (at("2025-09-01 20:00:00"), at("2026-02-03 21:00:00"))
_LABEL = "Consent for the processing of data by ad partners"
NOTICES = "logged_information/notifications/notification_of_meta_privacy_policy_update.json"
CONSENTS = "logged_information/other_logged_information/consents.json"
REGIME = "personal_information/other_personal_information/your_privacy_jurisdiction.json"
_PUBLIC = "logged_information/location/primary_public_location.json"
_MAILS = "personal_information/other_personal_information/emails_we_sent_you.json"
_AI = "your_facebook_activity/messages/ai_conversations.json"
_SETTINGS = "preferences/preferences/privacy_settings.json"


def files_2026() -> dict[str, object]:
    """The files of the tree since 2024."""
    posts = "your_posts__check_ins__photos_and_videos_1.json"
    return content("your_facebook_activity/", posts, "comments_and_reactions") | {
        "personal_information/profile_information/profile_information.json": profile(),
        _ACTIVITY: _sessions(),
        NOTICES: {
            "notification_meta_privacy_policy_update": [
                {"impression_time": stamp(_SHOWN[1]), "consent_state": 1},
                {"impression_time": stamp(_SHOWN[0]), "consent_state": 2},
            ]
        },
        CONSENTS: [consent(_ASKED, _LABEL)],
        REGIME: labelled(None, {"label": "Datenschutz-Zuständigkeit", "value": "Germany"}),
        _PUBLIC: {"primary_public_location_v2": {"city": "Berlin", "region": "Berlin", "country": "Germany"}},
        _MAILS: [
            {"title": "You have a new friend suggestion", "timestamp": stamp(_MAILED)},
            {"title": "Updates to our Privacy Policy", "timestamp": stamp(_MAILED)},
        ],
        _SETTINGS: labelled(
            None, {"label": "Privatsphäre", "dict": [{"label": "Künftige Beiträge", "value": "Freunde"}]}
        ),
        _AI: [chat(when) for when in reversed(_CHATS)],
    }


def era_2026() -> Sample:
    """The tree since 2024 with consents, policy notices and chats with Meta AI; an account in German."""
    when = at("2026-08-10 10:00")
    listed = "/notification_meta_privacy_policy_update"
    facts = (
        *_account("personal_information/profile_information/profile_information.json"),
        _at("notice_received", "privacy-policy-update", _SHOWN[0], NOTICES, f"{listed}/1/impression_time"),
        _at("notice_received", "privacy-policy-update", _SHOWN[1], NOTICES, f"{listed}/0/impression_time"),
        _at("policy_accepted", "privacy-policy-update", _SHOWN[1], NOTICES, f"{listed}/0/consent_state"),
        _at("notice_received", _LABEL, _ASKED, CONSENTS, "/0/label_values/0/label"),
        _at("notice_received", "Updates to our Privacy Policy", _MAILED, _MAILS, "/1/title"),
        ("region_hint", "DE", None, None, REGIME, "/label_values/0/value"),
        ("region_hint", "DE", None, None, _PUBLIC, "/primary_public_location_v2/country"),
        _at("ai_use", "meta-ai", _CHATS[0], _AI, "/1/timestamp"),
        _at("ai_use", "meta-ai", _CHATS[1], _AI, "/0/timestamp"),
    )
    made_zip = export(files_2026(), when)
    return Sample("facebook-2026", "facebook", made_zip, ADDRESS, _COUNTS | {"ai_chats": 2}, facts)


def era_html() -> Sample:
    """HTML of 2026; its dates stand on the clock of the account, which is not stated."""
    when = at("2026-08-10 10:00")
    notices, consents = (path.replace(".json", ".html") for path in (NOTICES, CONSENTS))
    posts = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html"

    def date(moment: datetime) -> str:
        return shown(moment, seconds=True)

    files: dict[str, object] = {
        "start_here.html": page("Your information", "<p>Start here</p>"),
        "personal_information/profile_information/profile_information.html": page("Profile"),
        posts: page("Posts", *(section("Mära wrote a post.", "Schönes Licht", date(one)) for one in _POSTS)),
        notices: page("Notices", section("Notification", "Privacy Policy", date(_SHOWN[0]))),
        consents: page("Consents", section(_LABEL, "", date(_ASKED))),
        "your_facebook_activity/messages/ai_conversations.html": page(
            "AI", *(section("Lenses", "…", date(one)) for one in _CHATS)
        ),
    }
    facts = (
        ("notice_received", "privacy-policy-update", *shown_bounds(_SHOWN[0], seconds=True), notices,
         "record 1"),
        ("notice_received", _LABEL, *shown_bounds(_ASKED, seconds=True), consents, "record 1"),
        *(
            ("ai_use", "meta-ai", *shown_bounds(one, seconds=True),
             "your_facebook_activity/messages/ai_conversations.html", f"record {number}")
            for number, one in enumerate(_CHATS, 1)
        ),
    )  # fmt: skip
    counts = {"posts": 2, "ai_chats": 2}
    return Sample("facebook-html", "facebook", export(files, when), None, counts, facts, ("meta_html",))


def era_old_html() -> Sample:
    """HTML of the tree before 2024."""
    when = at("2022-10-01 10:00")
    files = {
        "index.html": page("Your information", "<p>Start here</p>"),
        "profile_information/profile_information.html": page("Profile"),
        "posts/your_posts_1.html": page(
            "Posts", old_box("Mära wrote a post.", "Licht", old_shown(_POSTS[0]))
        ),
        "comments/comments.html": page("Comments", old_box("Mära commented.", "joli", old_shown(_COMMENT))),
    }
    counts = {"posts": 1, "comments": 1}
    return Sample("facebook-old-html", "facebook", export(files, when), None, counts, (), ("meta_html",))


def facebook_samples() -> tuple[Sample, ...]:
    """An export of each era and form."""
    return era_2022(), era_2023(), era_2026(), era_old_html(), era_html()
