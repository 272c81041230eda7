# SPDX-License-Identifier: Apache-2.0
"""Which dialect a file has in an era, and which files come late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from tests.makers.linkedin.eras import Era
from tests.makers.tables import CRLF, PLAIN, UTF16_TSV, Dialect

# A file of an archive: its name as of today and its bytes.
Files = Iterator[tuple[str, bytes]]

_NO_FINAL_NEWLINE: Final = frozenset({
    "Connections.csv", "Company Follows.csv", "Email Addresses.csv", "Inferences_about_you.csv",
})  # fmt: skip
# Made hours later than the rest and only part of a Complete archive.
OFFLINE: Final = frozenset({
    "Account Status History.csv", "Ads Clicked.csv", "Comments.csv", "Hashtag_Follows.csv",
    "Inferences_about_you.csv", "InstantReposts.csv", "LAN Ads Engagement.csv", "LearningCoachMessages.csv",
    "Logins.csv", "Member_Follows.csv", "Reactions.csv", "Saved_Items.csv", "SearchQueries.csv",
    "Security Challenges.csv", "Shares.csv", "Votes.csv",
})  # fmt: skip


def dialect(era: Era, name: str) -> Dialect:
    """How the era writes that file. Account Status History was never seen in another form than UTF-16."""
    if name in era.utf16 or name == "Account Status History.csv":
        return UTF16_TSV
    base = CRLF if name in era.crlf else PLAIN
    ends = era.blank_last_row or name not in _NO_FINAL_NEWLINE
    return replace(base, final_newline=ends, blank_last_row=era.blank_last_row)


def one_row(columns: tuple[str, ...], values: Mapping[str, str]) -> tuple[str, ...]:
    """A row by column name; ``a|b|c`` is spread over columns of one name."""
    seen: Counter[str] = Counter()
    row = []
    for column in columns:
        parts = values.get(column, "").split("|") if columns.count(column) > 1 else [values.get(column, "")]
        row.append(parts[seen[column]] if seen[column] < len(parts) else "")
        seen[column] += 1
    return tuple(row)
