# SPDX-License-Identifier: Apache-2.0
"""Whether something is a LinkedIn export, by the names of its files and the headers of its tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from inspector.archives.formats.tables import TableShape
from inspector.archives.frame.glimpse import has_columns
from inspector.archives.frame.signs import name_before_copying
from inspector.archives.names import parent
from inspector.archives.reader import Head
from inspector.archives.services.linkedin.shapes import COUNTED, HEADERS, key_of, shape, wanted_key

# Names that exports of other services may have as well; they count only with the right header.
_COMMON: Final = frozenset({
    "comments", "connections", "courses", "education", "invitations", "languages", "logins", "messages",
    "organizations", "positions", "profile", "projects", "publications", "reactions", "receipts", "shares",
    "skills", "votes",
})  # fmt: skip
_ENOUGH_NAMES: Final = 3
_TRIES: Final = 40

_TELLING: Final[dict[str, TableShape]] = {
    **HEADERS,
    **{
        key: COUNTED[key].shape
        for key in ("comments", "reactions", "votes", "searchqueries", "privateidentityasset")
    },
    "shares": shape("date", "sharelink"),
}
# Columns that comments and posts have in exports of Reddit, whose links and dates are named like LinkedIn's.
_REDDIT: Final = has_columns(shape("permalink", "subreddit"))


def claims(paths: Sequence[str], head: Head) -> bool:
    """Tell whether these paths, named from one folder, are a LinkedIn export."""
    files = [path for path in paths if wanted_key(path) is not None]
    keys = {key for key in map(key_of, files) if key is not None}
    if len(keys - _COMMON) >= _ENOUGH_NAMES:
        return True
    # A folder of the export, such as Jobs/, is not the export.
    tables = [path for path in files if not parent(path) and key_of(path) in _TELLING]
    return any(_fits(path, head(path)) for path in sorted(tables)[:_TRIES])


def claims_alone(name: str, start: bytes) -> str | None:
    """Return the path that a table handed in alone has in an export, None where it is none of them."""
    path = name_before_copying(name)
    key = key_of(path)
    if key is None or (key in _COMMON and not _fits(path, start)):
        return None
    return path


def _fits(path: str, start: bytes) -> bool:
    telling = _TELLING.get(key_of(path) or "")
    if telling is None or not start:
        return False
    return has_columns(telling)(start) and not _REDDIT(start)
