# SPDX-License-Identifier: Apache-2.0
"""The shapes LinkedIn's archives have had, one value per era, as measured on real ones."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Literal

from tests.makers.clock import at
from tests.makers.linkedin import columns
from tests.makers.linkedin.columns import Columns

# Names as they are today; the older spellings stand in an era's ``names``.
_SUFFIXED_2026 = frozenset({
    "Comments.csv", "InstantReposts.csv", "Member_Follows.csv", "Reactions.csv", "Saved_Items.csv",
    "Shares.csv", "Votes.csv", "Hashtag_Follows.csv",
})  # fmt: skip
_CRLF_2022 = frozenset({
    "Comments.csv", "Shares.csv", "Reactions.csv", "Votes.csv", "Member_Follows.csv", "Hashtag_Follows.csv",
    "Saved_Items.csv",
})  # fmt: skip
_UTF16_2018 = frozenset({
    "Account Status History.csv", "Ad_Targeting.csv", "Logins.csv", "SearchQueries.csv",
    "Security Challenges.csv", "Shares.csv",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Era:
    """One shape. The defaults are those of 2023; ``files`` None allows every file the contents have."""

    name: str
    made_at: datetime
    messages: Columns = columns.MESSAGES_2023
    message_dates: Literal["us", "iso_t", "utc"] = "utc"
    quoted_messages: bool = False
    registration: Columns = columns.REGISTRATION
    profile: Columns = columns.PROFILE
    shares: Columns = columns.SHARES_2022
    wrapped_shares: bool = True
    spilled_comments: bool = False
    bare_searches: bool = False
    slash_logins: bool = False
    us_connections: bool = False
    connections: Columns = columns.CONNECTIONS
    connections_note: bool = True
    invitations: Columns = columns.INVITATIONS
    endorsements: Columns = columns.ENDORSED
    seeker: Columns = columns.SEEKER_2022
    targeting: Columns = columns.TARGETING_2023
    rich_media: Columns = columns.RICH_MEDIA_OLD
    crlf: frozenset[str] = _CRLF_2022
    utf16: frozenset[str] = frozenset()
    suffixed: frozenset[str] = frozenset()
    split_answers: int = 0
    blank_last_row: bool = False
    double_extension: bool = False
    names: dict[str, str] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    extra: dict[str, bytes] = field(default_factory=dict)


ERA_2018: Final = Era(
    "2018",
    at("2018-11-20 04:10"),
    messages=columns.MESSAGES_2018,
    message_dates="us",
    registration=columns.REGISTRATION_2018,
    profile=columns.PROFILE_2018,
    shares=columns.SHARES_2018,
    wrapped_shares=False,
    slash_logins=True,
    us_connections=True,
    connections=columns.CONNECTIONS_2018,
    connections_note=False,
    invitations=columns.INVITATIONS_2021,
    endorsements=columns.ENDORSED_2022,
    seeker=columns.SEEKER_2018,
    targeting=columns.TARGETING_2018,
    crlf=frozenset(),
    utf16=_UTF16_2018,
    names={
        "Ad_Targeting.csv": "Ad Targeting.csv",
        "SearchQueries.csv": "Search Queries.csv",
        "PhoneNumbers.csv": "Phone Numbers.csv",
        "Rich_Media.csv": "Rich Media.csv",
        "Endorsement_Received_Info.csv": "Endorsement Received Info.csv",
    },
    absent=frozenset({"Comments.csv", "Reactions.csv", "Votes.csv"}),
)
ERA_2020: Final = Era(
    "2020",
    at("2020-02-06 08:00"),
    messages=columns.MESSAGES_2020,
    message_dates="iso_t",
    connections=columns.CONNECTIONS_2018,
    connections_note=False,
    invitations=columns.INVITATIONS_2021,
    endorsements=columns.ENDORSED_2022,
    targeting=columns.TARGETING_2022,
    names={"Rich_Media.csv": "Rich Media.csv"},
)
ERA_2021: Final = replace(
    ERA_2020,
    name="2021",
    made_at=at("2021-05-14 06:20"),
    messages=columns.MESSAGES_2021,
    message_dates="utc",
)
ERA_2022: Final = replace(
    ERA_2021,
    name="2022",
    made_at=at("2022-09-18 11:45"),
    connections_note=True,
    utf16=frozenset({"Account Status History.csv", "Endorsement_Received_Info.csv"}),
    names={
        "Rich_Media.csv": "Rich Media.csv",
        "Endorsement_Received_Info.csv": "Endorsement Received Info.csv",
    },
)
ERA_2023: Final = Era("2023", at("2023-10-21 17:02"), names={"Rich_Media.csv": "Rich Media.csv"})
ERA_2024: Final = replace(
    ERA_2023,
    name="2024",
    made_at=at("2024-12-12 21:30"),
    messages=columns.MESSAGES_2024,
    shares=columns.SHARES,
    spilled_comments=True,
    bare_searches=True,
)
ERA_2025_MARCH: Final = replace(
    ERA_2024,
    name="2025-03",
    made_at=at("2025-03-17 09:12"),
    messages=columns.MESSAGES_2025,
    spilled_comments=False,
    bare_searches=False,
    blank_last_row=True,
    rich_media=columns.RICH_MEDIA,
    crlf=frozenset(),
    names={},
    extra={"Profile Summary.csv": b""},
)
ERA_2025: Final = replace(
    ERA_2025_MARCH,
    name="2025",
    made_at=at("2025-08-15 02:30"),
    messages=columns.MESSAGES_2025_DRAFT,
    blank_last_row=False,
    double_extension=True,
    extra={"LearningCoachMessages.csv": b"No conversations found\n"},
)
ERA_2026: Final = replace(
    ERA_2025,
    name="2026",
    made_at=at("2026-03-09 02:30"),
    messages=columns.MESSAGES_2025,
    quoted_messages=True,
    wrapped_shares=False,
    seeker=columns.SEEKER_2026,
    targeting=columns.TARGETING_2026,
    suffixed=_SUFFIXED_2026,
    split_answers=2,
    double_extension=False,
)
# The same with all thirteen message columns, as other archives of 2026 have them.
ERA_2026_ALL_COLUMNS: Final = replace(
    ERA_2026, name="2026-all-columns", made_at=at("2026-08-21 02:30"), messages=columns.MESSAGES_ALL
)
ERAS: Final = (
    ERA_2018, ERA_2020, ERA_2021, ERA_2022, ERA_2023, ERA_2024, ERA_2025_MARCH, ERA_2025, ERA_2026,
    ERA_2026_ALL_COLUMNS,
)  # fmt: skip
