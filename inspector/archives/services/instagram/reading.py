# SPDX-License-Identifier: Apache-2.0
"""How exports of Instagram are read: what knows each file, what follows from all, and what was looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.new_keys import keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Handler, Service
from inspector.archives.reader import Seen
from inspector.archives.services.instagram import account
from inspector.archives.services.meta import ai_profile, chats, html_pages, json_pages, notices, places
from inspector.archives.services.meta.gathered import Gathered
from inspector.archives.services.meta.json_pages import ENTRY, entry_time, key
from inspector.domain.facts import Fact, Tally
from inspector.domain.sources import LedgerRow
from inspector.domain.text import note
from inspector.domain.words import DataClass, FactKind

SERVICE: Final = "instagram"
FIRST_YEAR: Final = 2010
_PATH: Final = re.compile(r"(?:.*/)?(?P<stem>[^/]+?)(?:_\d+)?\.(?P<ending>json|html)")
_STEMS: Final = {
    "signup_details": "signup",
    "instagram_signup_details": "signup",
    "signup_information": "signup",
    "account_based_in": "based-in",
    "profile_based_in": "based-in",
    "your_privacy_jurisdiction": "regime",
    "account_privacy_changes": "privacy-changes",
    "profile_privacy_changes": "privacy-changes",
    "personal_information": "profile",
    "login_activity": "logins",
    "notification_of_meta_privacy_policy_update": "notices",
    "consents": "consents",
    "ads_personalization_consent": "consents",
    "posts": "posts",
    "reels": "reels",
    "post_comments": "comments",
    "reels_comments": "comments",
    "threads_and_replies": "threads",
    "ai_conversations": "ai-chats",
    "your_ai_conversations": "ai-profile",
}
_MESSAGES: Final = re.compile(r"(?:.*/)?messages/(?P<box>[^/]+)/[^/]+/message_\d+\.(?P<ending>json|html)")
_AI_THREAD: Final = re.compile(r"(?:.*/)?messages/ai_conversations/(?:[^/]+/)?[^/]+\.html")
_OWN_FOLDER: Final = {"threads": frozenset({"threads"}), "posts": frozenset({"media", "content"})}
_MEDIA: Final = keys(
    "uri creation_timestamp media_metadata title cross_post_source dubbing_info media_variants backup_uri "
    "text_app_post"
)
_POST: Final = keys("title creation_timestamp uri media_metadata cross_post_source", media=_MEDIA)
_MESSAGE: Final = keys(
    "sender_name timestamp_ms content share photos videos audio_files gifs reactions call_duration is_unsent "
    "is_geoblocked_for_viewer is_unsent_image_by_messenger_kid_parent"
)


def key_of(path: str) -> str | None:
    """Return the kind of a file with its form, such as `posts.json`; None for what bears on nothing."""
    if _AI_THREAD.fullmatch(path):
        return "ai-thread.html"
    message = _MESSAGES.fullmatch(path)
    if message is not None:
        return f"messages.{message['ending']}"
    found = _PATH.fullmatch(path)
    stem = _STEMS.get(found["stem"]) if found is not None else None
    if found is None or stem is None:
        return None
    folder = path.rpartition("/")[0].rpartition("/")[2]
    # Files of Threads share names with those of Instagram and hold another profile.
    wanted = _OWN_FOLDER.get(stem)
    if (wanted is not None and folder not in wanted) or (stem != "threads" and folder == "threads"):
        return None
    name = f"{stem}.{found['ending']}"
    return name if name in _HANDLERS else None


def post_time(record: Node) -> Node | None:
    """Return where a post states its time: itself, or where it has one picture that picture."""
    if not isinstance(record.value, dict):
        return None
    own = record.get("creation_timestamp")
    media = record.get("media")
    if own is not None or media is None:
        return own
    first = next(iter(media.each()), None)
    return first.get("creation_timestamp") if first is not None else None


def _posts(*wrappers: str) -> Handler[Gathered]:
    return lambda page, _: json_pages.count(page, DataClass.POSTS, _POST, post_time, *wrappers)


def _html(data_class: DataClass) -> Handler[Gathered]:
    def read(page: Page, gathered: Gathered) -> Iterator[Fact | Tally]:
        page.done.append(partial(gathered.html, page.member.name))
        yield from html_pages.count(page, data_class)

    return read


def _comments(page: Page, _gathered: Gathered) -> Iterator[Fact | Tally]:
    wrappers = ("comments_media_comments", "comments_reels_comments")
    return json_pages.count(page, DataClass.COMMENTS, ENTRY, entry_time, *wrappers)


def _messages(page: Page, _gathered: Gathered) -> Iterator[Fact | Tally]:
    stamp = key("timestamp_ms")
    return json_pages.count(page, DataClass.PRIVATE_MESSAGES, _MESSAGE, stamp, "messages")


_HANDLERS: Final[dict[str, Handler[Gathered]]] = {
    "signup.json": account.read_signup,
    "signup.html": account.read_signup_page,
    "based-in.json": places.read_based_in,
    "regime.json": places.read_regime,
    "privacy-changes.json": account.read_privacy_changes,
    "privacy-changes.html": account.read_privacy_change_pages,
    "profile.json": account.read_profile,
    "logins.json": account.read_logins,
    "notices.json": notices.read_policy_notices,
    "notices.html": notices.read_policy_notice_pages,
    "consents.json": notices.read_consents,
    "consents.html": notices.read_consent_pages,
    "posts.json": _posts(),
    "posts.html": _html(DataClass.POSTS),
    "reels.json": _posts("ig_reels_media"),
    "reels.html": _html(DataClass.POSTS),
    "threads.json": _posts("text_post_app_text_posts"),
    "threads.html": _html(DataClass.POSTS),
    "comments.json": _comments,
    "comments.html": _html(DataClass.COMMENTS),
    "messages.json": _messages,
    "messages.html": _html(DataClass.PRIVATE_MESSAGES),
    "ai-chats.json": chats.read_chats,
    "ai-thread.html": chats.read_thread_page,
    "ai-profile.html": ai_profile.read_profile_chats,
}


def _ends(gathered: Gathered, _seen: Seen) -> Ending:
    return Ending(gathered.account, remarks=gathered.remarks(), rows=(_visibility_now(gathered),))


def _visibility_now(gathered: Gathered) -> LedgerRow:
    """Return whether the profile says that the account was private when the export was made."""
    if gathered.private is None:
        return LedgerRow("instagram.private_account", "personal_information.json", "absent")
    file, private = gathered.private
    said = note("ledger.detail.account_private" if private else "ledger.detail.account_public")
    return LedgerRow("instagram.private_account", file, "found", said)


def _either(name: str, path: str) -> dict[str, str]:
    return {f"{name}.json": f"{path}.json", f"{name}.html": f"{path}.html"}


_CREATION: Final = "security_and_login_information/login_and_profile_creation/"
_AI: Final = {
    "ai-chats.json": "messages/ai_conversations.json",
    "ai-thread.html": "messages/ai_conversations/*.html",
    "ai-profile.html": "meta_ai_profile/your_ai_conversations.html",
}
SOUGHT: Final = (
    Sought("instagram.setting", where="*.json, *.html"),
    Sought(
        "instagram.account_created", FactKind.ACCOUNT_CREATED, _either("signup", _CREATION + "signup_details")
    ),
    Sought(
        "instagram.region",
        FactKind.REGION_HINT,
        {"based-in.json": "profile_based_in.json", "regime.json": "your_privacy_jurisdiction.json"},
    ),
    Sought(
        "instagram.visibility",
        FactKind.VISIBILITY_CHANGE,
        _either("privacy-changes", _CREATION + "profile_privacy_changes"),
    ),
    Sought(
        "instagram.policy_notices",
        FactKind.NOTICE_RECEIVED,
        _either("notices", "notification_of_meta_privacy_policy_update"),
    ),
    Sought(
        "instagram.consents", FactKind.NOTICE_RECEIVED, _either("consents", "preferences/settings/consents")
    ),
    Sought("instagram.logins", FactKind.LOGIN, {"logins.json": _CREATION + "login_activity.json"}),
    Sought("instagram.ai_chats", DataClass.AI_CHATS, _AI),
    Sought(
        "instagram.posts",
        DataClass.POSTS,
        _either("posts", "your_instagram_activity/media/posts_1")
        | _either("reels", "your_instagram_activity/media/reels"),
    ),
    Sought(
        "instagram.threads",
        DataClass.POSTS,
        _either("threads", "your_instagram_activity/threads/threads_and_replies"),
    ),
    Sought(
        "instagram.comments",
        DataClass.COMMENTS,
        _either("comments", "your_instagram_activity/comments/post_comments_1"),
    ),
    Sought(
        "instagram.messages", DataClass.PRIVATE_MESSAGES, _either("messages", "messages/inbox/*/message_1")
    ),
)
INSTAGRAM: Final = Service(SERVICE, FIRST_YEAR, key_of, _HANDLERS, Gathered, _ends, SOUGHT)
