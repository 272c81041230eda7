# SPDX-License-Identifier: Apache-2.0
"""How exports of Facebook are read: what knows each file, what follows from all, and what was looked for.

Files are known by their names, which have stayed the same while the folders around them changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.new_keys import Keys, keys
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Handler, Service
from inspector.archives.frame.times import epoch
from inspector.archives.reader import Seen
from inspector.archives.services.meta import ai_profile, chats, html_pages, json_pages, notices, places
from inspector.archives.services.meta.gathered import Gathered
from inspector.archives.services.meta.json_pages import key, rows
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass, FactKind

SERVICE: Final = "facebook"
FIRST_YEAR: Final = 2004
_PATH: Final = re.compile(r"(?:.*/)?(?P<stem>[^/]+?)(?:_\d+)?\.(?P<ending>json|html)")
_STEMS: Final = {
    "profile_information": "profile",
    "account_activity": "activity",
    "your_privacy_jurisdiction": "regime",
    "primary_public_location": "public-location",
    "device_location": "device-location",
    "notification_of_meta_privacy_policy_update": "notices",
    "consents": "consents",
    "ads_personalization_consent": "consents",
    "your_consent_settings": "consents",
    "privacy_settings": "settings",
    "emails_we_sent_you": "mails",
    "your_posts": "posts",
    "your_posts__check_ins__photos_and_videos": "posts",
    "group_posts_and_comments": "group-posts",
    "comments": "comments",
    "your_comments_in_groups": "group-comments",
    "ai_conversations": "ai-chats",
    "your_ai_conversations": "ai-profile",
}
_MESSAGES: Final = re.compile(r"(?:.*/)?messages/[^/]+/[^/]+/message_\d+\.(?P<ending>json|html)")
_PROFILE: Final = keys(
    profile_v2=keys(
        "name emails birthday gender previous_names other_names hometown relationship family_members "
        "education_experiences work_experiences blood_info websites phone_numbers username "
        "registration_timestamp profile_uri"
    )
)
_POST: Final = keys("timestamp attachments data title tags")
_COMMENT: Final = keys("timestamp data title attachments author")
_MESSAGE: Final = keys(
    "sender_name timestamp_ms content is_unsent share reactions photos videos gifs audio_files files sticker "
    "is_geoblocked_for_viewer is_unsent_image_by_messenger_kid_parent call_duration"
)


def key_of(path: str) -> str | None:
    """Return the kind of a file with its form, such as `posts.json`; None for what bears on nothing."""
    message = _MESSAGES.fullmatch(path)
    if message is not None:
        return f"messages.{message['ending']}"
    found = _PATH.fullmatch(path)
    stem = _STEMS.get(found["stem"]) if found is not None else None
    name = f"{stem}.{found['ending']}" if found is not None and stem is not None else None
    return name if name in _HANDLERS else None


def _read_profile(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Yield the creation of the account, to the second; take in the address of the profile."""
    for record in rows(page, _PROFILE):
        own = record.get("profile_v2", "profile_uri")
        address = own.text() if own is not None else None
        if address:
            page.done.append(lambda address=address: gathered.accounts.add(address.rstrip("/")))  # type: ignore[misc] # mypy cannot infer a lambda with a default
        made = record.get("profile_v2", "registration_timestamp")
        moment = page.time(made.value, record.row, (epoch,)) if made is not None else None
        if made is not None and moment is not None:
            yield page.fact(FactKind.ACCOUNT_CREATED, "created", moment, made)


def _json(data_class: DataClass, known: Keys, stamp: str, *wrappers: str) -> Handler[Gathered]:
    return lambda page, _: json_pages.count(page, data_class, known, key(stamp), *wrappers)


def _html(data_class: DataClass) -> Handler[Gathered]:
    def read(page: Page, gathered: Gathered) -> Iterator[Fact | Tally]:
        page.done.append(partial(gathered.html, page.member.name))
        yield from html_pages.count(page, data_class)

    return read


_HANDLERS: Final[dict[str, Handler[Gathered]]] = {
    "profile.json": _read_profile,
    "activity.json": places.read_activity,
    "regime.json": places.read_regime,
    "public-location.json": places.read_public_location,
    "device-location.json": places.read_device_location,
    "notices.json": notices.read_policy_notices,
    "notices.html": notices.read_policy_notice_pages,
    "consents.json": notices.read_consents,
    "consents.html": notices.read_consent_pages,
    "settings.json": notices.read_settings,
    "settings.html": notices.read_setting_pages,
    "mails.json": notices.read_mails,
    "posts.json": _json(DataClass.POSTS, _POST, "timestamp"),
    "posts.html": _html(DataClass.POSTS),
    "group-posts.json": _json(DataClass.POSTS, _POST, "timestamp", "group_posts_v2"),
    "group-posts.html": _html(DataClass.POSTS),
    "comments.json": _json(DataClass.COMMENTS, _COMMENT, "timestamp", "comments_v2"),
    "comments.html": _html(DataClass.COMMENTS),
    "group-comments.json": _json(DataClass.COMMENTS, _COMMENT, "timestamp", "group_comments_v2"),
    "group-comments.html": _html(DataClass.COMMENTS),
    "messages.json": _json(DataClass.PRIVATE_MESSAGES, _MESSAGE, "timestamp_ms", "messages"),
    "messages.html": _html(DataClass.PRIVATE_MESSAGES),
    "ai-chats.json": chats.read_chats,
    "ai-chats.html": chats.read_chat_page,
    "ai-profile.html": ai_profile.read_profile_chats,
}


def _ends(gathered: Gathered, _seen: Seen) -> Ending:
    return Ending(gathered.account, remarks=gathered.remarks())


def _either(name: str, path: str) -> dict[str, str]:
    return {f"{name}.json": f"{path}.json", f"{name}.html": f"{path}.html"}


_AI: Final = _either("ai-chats", "messages/ai_conversations") | {
    "ai-profile.html": "meta_ai_profile/your_ai_conversations.html"
}
_INFORMATION: Final = "personal_information/profile_information/profile_information.json"
SOUGHT: Final = (
    Sought("facebook.setting", where="*.json, *.html"),
    Sought("facebook.account_created", FactKind.ACCOUNT_CREATED, {"profile.json": _INFORMATION}),
    Sought(
        "facebook.region",
        FactKind.REGION_HINT,
        {
            "regime.json": "your_privacy_jurisdiction.json",
            "public-location.json": "primary_public_location.json",
            "device-location.json": "device_location.json",
            "activity.json": "account_activity.json",
        },
    ),
    Sought(
        "facebook.policy_notices",
        FactKind.NOTICE_RECEIVED,
        _either("notices", "logged_information/notifications/notification_of_meta_privacy_policy_update"),
    ),
    Sought(
        "facebook.consents",
        FactKind.NOTICE_RECEIVED,
        _either("consents", "logged_information/other_logged_information/consents"),
    ),
    Sought("facebook.mails", FactKind.NOTICE_RECEIVED, {"mails.json": "emails_we_sent_you.json"}),
    Sought("facebook.logins", FactKind.LOGIN, {"activity.json": "account_activity.json"}),
    Sought("facebook.ai_chats", DataClass.AI_CHATS, _AI),
    Sought(
        "facebook.posts",
        DataClass.POSTS,
        _either("posts", "posts/your_posts__check_ins__photos_and_videos_1")
        | _either("group-posts", "groups/group_posts_and_comments"),
    ),
    Sought(
        "facebook.comments",
        DataClass.COMMENTS,
        _either("comments", "comments_and_reactions/comments")
        | _either("group-comments", "groups/your_comments_in_groups"),
    ),
    Sought(
        "facebook.messages", DataClass.PRIVATE_MESSAGES, _either("messages", "messages/inbox/*/message_1")
    ),
)
FACEBOOK: Final = Service(SERVICE, FIRST_YEAR, key_of, _HANDLERS, Gathered, _ends, SOUGHT)
