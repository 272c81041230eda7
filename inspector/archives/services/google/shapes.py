# SPDX-License-Identifier: Apache-2.0
"""Which files of Google Takeout are looked at, and what tells them.

Folders and files are named in the language of the account, so nothing goes by their names: only by how deep
they lie, by what they are called inside, and by the few names that are the same everywhere
(`archive_browser.html`, `….SubscriberInfo.html`, the columns of the access log). The root is the folder
`Takeout`, which lies among other downloads once it is unpacked.
"""

from __future__ import annotations

import re
from typing import Final

from inspector.archives.formats.tables import TableShape
from inspector.archives.frame.glimpse import has_columns, has_keys
from inspector.archives.frame.signs import Sign
from inspector.archives.names import base, is_junk

ACTIVITY: Final = "activity"
ACTIVITY_PAGE: Final = "activity_page"
SUBSCRIBER: Final = "subscriber"
ACCESS_LOG: Final = "access_log"
CHANGES: Final = ".ChangeHistory.html"
"""How the name of a page ends that may list changes of the account."""

# A photo has a file beside it whose name holds that of the photo, with its dot.
_KINDS: Final = (
    (re.compile(r"[^/]+/[^/]+\.SubscriberInfo\.html"), SUBSCRIBER),
    (re.compile(r"[^/]+/[^/]+\.csv", re.IGNORECASE), ACCESS_LOG),
    (re.compile(r"[^/]+/[^/]+/[^/.]+\.json"), ACTIVITY),
    (re.compile(r"[^/]+/[^/]+/[^/.]+\.html?"), ACTIVITY_PAGE),
)
ACCESS: Final = TableShape((frozenset({"activitytimestamp"}), frozenset({"activitycountry", "countrycode"})))


def key_of(path: str) -> str | None:
    """Return the kind of a file of an export, named from its root; None for what bears on nothing."""
    if is_junk(path):
        return None
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(path)), None)


def _is_activity_page(start: bytes) -> bool:
    """Tell a page of saved activity by the classes of its style sheet, which come first."""
    return b"mdl-" in start and b"<html" in start.lower()


SIGNS: Final = (
    Sign(r"archive_browser\.html"),
    Sign(r"[^/]+/[^/]+\.SubscriberInfo\.html"),
    Sign(r"My Activity/[^/]+/My ?Activity\.html"),
    Sign(r"[^/]+/[^/]+/[^/.]+\.html", _is_activity_page),
    Sign(r"[^/]+/[^/]+/[^/.]+\.json", has_keys("header", "title", "time")),
    Sign(r"[^/]+/[^/]+\.csv", has_columns(ACCESS)),
)


def alone(name: str, start: bytes) -> str | None:
    """Return the path that an access log handed in by itself has in an export, None for any other table."""
    return f"Access Log Activity/{base(name)}" if start and has_columns(ACCESS)(start) else None
