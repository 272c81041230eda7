# SPDX-License-Identifier: Apache-2.0
"""How archives of X are read: what knows each file, what follows from all, and what was looked for."""

from __future__ import annotations

from functools import partial
from typing import Final

from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.reading import Ending, Handler, Service
from inspector.archives.reader import Seen
from inspector.archives.services.x import account, grok_chats, manifest, posts
from inspector.archives.services.x.records import Gathered
from inspector.archives.services.x.shapes import FIRST_YEAR, MANIFEST, SERVICE, key_of
from inspector.domain.words import DataClass, FactKind


def _ends(gathered: Gathered, seen: Seen) -> Ending:
    own = next(iter(gathered.accounts)) if len(gathered.accounts) == 1 else None
    return Ending(
        own,
        losses=manifest.losses(gathered, seen),
        remarks=manifest.remarks(gathered, seen),
        rows=(manifest.row(gathered, seen),),
    )


_HANDLERS: Final[dict[str, Handler[Gathered]]] = {
    MANIFEST: manifest.read_manifest,
    "account": account.read_account,
    "ip-audit": account.read_logins,
    "profile": account.read_profile,
    "phone-number": account.read_phone,
    "personalization": account.read_personalization,
    "protected-history": account.read_protected,
    "tweets": posts.read_tweets,
    "direct-messages": partial(posts.read_messages, data_class=DataClass.PRIVATE_MESSAGES),
    "direct-messages-group": partial(posts.read_messages, data_class=DataClass.GROUP_MESSAGES),
    "grok-chat-item": grok_chats.read_grok_chats,
}
_GROK: Final = {"grok-chat-item": "data/grok-chat-item.js"}
_MESSAGES: Final = {"direct-messages": "data/direct-messages.js"}
_GROUPS: Final = {"direct-messages-group": "data/direct-messages-group.js"}
_PLACES: Final = {
    "profile": "data/profile.js",
    "phone-number": "data/phone-number.js",
    "personalization": "data/personalization.js",
}
SOUGHT: Final = (
    Sought("x.setting", where="data/*.js"),
    Sought("x.account_created", FactKind.ACCOUNT_CREATED, {"account": "data/account.js"}),
    Sought("x.region", FactKind.REGION_HINT, _PLACES),
    Sought("x.logins", FactKind.LOGIN, {"ip-audit": "data/ip-audit.js"}),
    Sought("x.visibility", FactKind.VISIBILITY_CHANGE, {"protected-history": "data/protected-history.js"}),
    Sought("x.grok_chats", DataClass.AI_CHATS, _GROK),
    Sought("x.grok_prompts", DataClass.AI_PROMPTS, _GROK),
    Sought("x.posts", DataClass.POSTS, {"tweets": "data/tweets.js"}),
    Sought("x.messages", DataClass.PRIVATE_MESSAGES, _MESSAGES),
    Sought("x.group_messages", DataClass.GROUP_MESSAGES, _GROUPS),
)
X: Final = Service(SERVICE, FIRST_YEAR, key_of, _HANDLERS, Gathered, _ends, SOUGHT)
