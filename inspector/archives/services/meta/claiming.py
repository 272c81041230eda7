# SPDX-License-Identifier: Apache-2.0
"""Which of Meta's exports a folder is. Some files may stand in an export of either of two services.

So there are signs that tell by themselves, and weaker ones that tell only where nothing of another service is
beside them. Folders that hold both services for sure are said to, and none is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from inspector.archives.frame.glimpse import has_keys
from inspector.archives.frame.reading import Service
from inspector.archives.frame.signs import Sign, Signs, kind
from inspector.archives.reader import Head, ReaderKind

_FACEBOOK: Final = r"your_(?:facebook_activity|activity_across_facebook)/"
_ABOUT: Final = r"(?:personal_information/)?profile_information/profile_information"
_SECURITY: Final = r"security_and_login_information/"
_LOGGED: Final = r"logged_information/"

FACEBOOK: Final = (
    Sign(_ABOUT + r"\.json", has_keys("profile_v2")),
    Sign(_ABOUT + r"\.html"),
    Sign(_FACEBOOK + r"[^/]+/[^/]+\.(?:json|html)"),
    Sign(_FACEBOOK + r"messages/inbox/[^/]+/message_1\.(?:json|html)"),
)
FACEBOOK_WEAK: Final = (
    Sign(r"posts/your_posts_1\.json", has_keys("timestamp", lacks="media creation_timestamp")),
    Sign(r"comments(?:_and_reactions)?/comments\.json", has_keys("comments_v2")),
    Sign(_SECURITY + r"account_activity\.json", has_keys("account_activity_v2")),
    Sign(_LOGGED + r"other_logged_information/consents\.(?:json|html)"),
    Sign(
        _LOGGED + r"notifications/notification_of_meta_privacy_policy_update\.json",
        has_keys("notification_meta_privacy_policy_update"),
    ),
)
INSTAGRAM: Final = (
    Sign(r"your_instagram_activity/[^/]+/[^/]+\.(?:json|html)"),
    Sign(r"your_instagram_activity/messages/inbox/[^/]+/message_1\.(?:json|html)"),
)
INSTAGRAM_WEAK: Final = (
    Sign(rf"(?:{_SECURITY})?login_and_(?:profile|account)_creation/[^/]+\.(?:json|html)"),
    Sign(
        r"(?:personal_information/){1,2}(?:personal_information|instagram_profile_information)\.(?:json|html)"
    ),
    Sign(r"account_information/personal_information\.json", has_keys("profile_user")),
    Sign(r"content/posts_1\.json", has_keys("media/creation_timestamp")),
)


def claiming(
    service: Service[Any], name: str, strong: Sequence[Sign], weak: Sequence[Sign], others: Sequence[Sign]
) -> ReaderKind:
    """Return how a reader is found: by a strong sign, or by a weak one without a sign of `others`."""
    sure, any_sign, foreign = Signs(strong), Signs((*strong, *weak)), Signs(others)

    def claims(paths: Sequence[str], head: Head) -> bool:
        if sure.claims(paths, head):
            return True
        return any_sign.claims(paths, head) and not foreign.claims(paths, head)

    return replace(kind(service, name, (*strong, *weak)), claims=claims)
