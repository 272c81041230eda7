# SPDX-License-Identifier: Apache-2.0
"""A fictional member and everything the account holds, before an era gives it its shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.makers.linkedin.rows import (
    Article,
    Challenge,
    CoachLine,
    Comment,
    Connection,
    Contact,
    Endorsement,
    Invitation,
    Login,
    Media,
    Message,
    Reaction,
    Receipt,
    Repost,
    Search,
    Share,
    Vote,
)

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Person:
    """The owner of the account. The defaults are the member of all fictional archives."""

    first: str = "Mara"
    last: str = "Lindqvist-Example"
    slug: str = "mara-lindqvist-example"
    member_id: str = "900000417"
    headline: str = "Optics engineer, amateur beekeeper"
    summary: str = "I build small telescopes and write about them."
    industry: str = "Industrial Machinery Manufacturing"
    zip_code: str = "10115"
    location: str = "Berlin, Germany"
    country: str = "de"
    email: str = "mara@example.com"
    phone: tuple[str, str] = ("+49", "30 23125 014")  # a block kept free for fiction
    birthday: str = "Feb 29"

    @property
    def contact(self) -> Contact:
        """The owner as sender or receiver of messages."""
        return Contact(self.first, self.last, self.slug)

    @property
    def name(self) -> str:
        """First and last name."""
        return self.contact.name

    @property
    def url(self) -> str:
        """The address of the own profile."""
        return self.contact.url


@dataclass(frozen=True, slots=True)
class Contents:
    """All knobs. None: the archive has no such file; an empty tuple: the file has a header and no row.

    ``registered_at`` and ``account_created`` are raw cells, written as they are: ``3/4/12, 12:00 PM`` and
    ``2012/03/04 12:00:00 UTC``. ``tables`` are the rows of files that look alike in every era, by the name
    of the file as in ``columns.PLAIN``. ``seeker`` and ``targeting`` give the values of their one row by
    column; ``a|b|c`` fills the first, second and third column of one name.
    """

    person: Person = field(default_factory=Person)
    registered_at: str | None = "3/4/12, 12:00 PM"
    registration_ip: str = ""
    account_created: str | None = None
    email_updated: str = ""
    receipts: tuple[Receipt, ...] | None = None
    receipts_v2: tuple[Receipt, ...] | None = None
    logins: tuple[Login, ...] | None = None
    challenges: tuple[Challenge, ...] | None = None
    messages: tuple[Message, ...] | None = None
    coach: tuple[CoachLine, ...] | None = None
    guide: tuple[CoachLine, ...] | None = None
    learning_coach: tuple[CoachLine, ...] | None = None
    role_play: tuple[CoachLine, ...] | None = None
    shares: tuple[Share, ...] | None = None
    comments: tuple[Comment, ...] | None = None
    reactions: tuple[Reaction, ...] | None = None
    votes: tuple[Vote, ...] | None = None
    reposts: tuple[Repost, ...] | None = None
    articles: tuple[Article, ...] | None = None
    searches: tuple[Search, ...] | None = None
    media: tuple[Media, ...] | None = None
    connections: tuple[Connection, ...] | None = None
    invitations: tuple[Invitation, ...] | None = None
    endorsements: tuple[Endorsement, ...] | None = None
    resumes: Rows | None = None  # name of the file, its text
    saved_answers: Rows | None = None  # question, answer
    screening_answers: Rows | None = None  # question, answer
    seeker: Mapping[str, str] | None = None
    targeting: Mapping[str, str] | None = None
    tables: Mapping[str, Rows] = field(default_factory=dict)
