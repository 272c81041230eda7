# SPDX-License-Identifier: Apache-2.0
"""The archive of the demo: built from its parts, and written where the program ships it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from tests.makers.clock import at
from tests.makers.demo import letters, life, posts
from tests.makers.linkedin import ERA_2026_ALL_COLUMNS, Contents, build
from tests.makers.made import Made
from tests.makers.zips import STORED

FOLDER: Final = Path(__file__).parents[3] / "resources" / "demo"
RESIDENCE: Final = "2012-03-04/2025-03-01=US,2025-03-01/=DE"  # what the person of the demo declares
_ERA: Final = replace(ERA_2026_ALL_COLUMNS, name="demo", made_at=at("2026-10-05 02:30"))


def demo() -> Made:
    """Members and truth of the demo."""
    contents = Contents(
        person=life.PERSON,
        registered_at="3/4/12, 12:00 PM",
        receipts=life.RECEIPTS,
        receipts_v2=life.RECEIPTS_V2,
        logins=life.LOGINS,
        challenges=life.CHALLENGES,
        messages=letters.MESSAGES,
        guide=(),
        learning_coach=letters.LEARNING_COACH,
        role_play=letters.ROLE_PLAY,
        shares=posts.SHARES,
        comments=posts.COMMENTS,
        reactions=posts.REACTIONS,
        votes=posts.VOTES,
        reposts=posts.REPOSTS,
        articles=posts.ARTICLES,
        searches=posts.SEARCHES,
        media=posts.MEDIA,
        connections=life.CONNECTIONS,
        invitations=life.INVITATIONS,
        endorsements=life.ENDORSEMENTS,
        resumes=life.RESUMES,
        saved_answers=life.SAVED_ANSWERS,
        screening_answers=life.SCREENING_ANSWERS,
        seeker=life.SEEKER_PREFERENCES,
        targeting=life.TARGETING,
        tables=life.TABLES,
    )
    return build(contents, _ERA)


def demo_archive() -> bytes:
    """The zip. Stored, because what deflate makes of the same bytes differs between builds of zlib."""
    return demo().zip(STORED)


def write(where: Path = FOLDER) -> Path:
    """Write the zip under its name into ``where``; returns its path."""
    where.mkdir(parents=True, exist_ok=True)
    return demo().write(where, STORED)
