# SPDX-License-Identifier: Apache-2.0
"""How Google Takeout is read, what is looked for in it, and what follows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Service
from inspector.archives.reader import Seen
from inspector.archives.services.google.account import read_access_log, read_subscriber
from inspector.archives.services.google.activity import read_activity, read_activity_page
from inspector.archives.services.google.shapes import (
    ACCESS_LOG,
    ACTIVITY,
    ACTIVITY_PAGE,
    CHANGES,
    SUBSCRIBER,
    key_of,
)
from inspector.domain.facts import Fact, Tally
from inspector.domain.sources import LedgerRow
from inspector.domain.words import DataClass, FactKind

FIRST_YEAR: Final = 1998

_ACTIVITY: Final = {ACTIVITY: "My Activity/*/MyActivity.json", ACTIVITY_PAGE: "My Activity/*/MyActivity.html"}
_LOG: Final = {ACCESS_LOG: "Access Log Activity/Activities - *.csv"}
SOUGHT: Final = (
    Sought("google.setting", where="*"),
    Sought(
        "google.account_created",
        FactKind.ACCOUNT_CREATED,
        {SUBSCRIBER: "Google Account/*.SubscriberInfo.html"},
    ),
    Sought("google.region", FactKind.REGION_HINT, _LOG),
    Sought("google.logins", FactKind.LOGIN, _LOG),
    Sought("google.ai_use", FactKind.AI_USE, _ACTIVITY),
    Sought("google.prompts", DataClass.AI_PROMPTS, _ACTIVITY),
    Sought("google.searches", DataClass.SEARCHES, _ACTIVITY),
    Sought("google.plan", where="*"),
)

Ids = set[str]


def _subscriber(page: Page, ids: Ids) -> Iterable[Fact | Tally]:
    return read_subscriber(page, ids.add)


def _access_log(page: Page, ids: Ids) -> Iterable[Fact | Tally]:
    return read_access_log(page, ids.add)


def _ends(ids: Ids, seen: Seen) -> Ending:
    """Return the account's number where all files agree on it, and name a page that nobody has read yet."""
    changes = sorted(path for path in seen.others if path.endswith(CHANGES))
    found = LedgerRow("google.changes", ", ".join(changes), "not_looked")
    lacking = LedgerRow("google.changes", f"Google Account/*{CHANGES}", "absent")
    return Ending(next(iter(ids)) if len(ids) == 1 else None, rows=(found if changes else lacking,))


def _ids() -> Ids:
    return set()


GOOGLE: Final = Service(
    "google",
    FIRST_YEAR,
    key_of,
    {
        ACTIVITY: lambda page, _: read_activity(page),
        ACTIVITY_PAGE: lambda page, _: read_activity_page(page),
        SUBSCRIBER: _subscriber,
        ACCESS_LOG: _access_log,
    },
    _ids,
    _ends,
    SOUGHT,
)
