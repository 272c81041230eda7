# SPDX-License-Identifier: Apache-2.0
"""What a fictional member did, free of any era: one value per row of an archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone the member deals with; ``slug`` None means that the archive gives no profile address."""

    first: str
    last: str
    slug: str | None = None
    company: str = ""
    position: str = ""
    email: str = ""

    @property
    def name(self) -> str:
        """First and last name as messages show them."""
        return f"{self.first} {self.last}".strip()

    @property
    def url(self) -> str:
        """The address of the profile, or an empty cell."""
        return f"https://www.linkedin.com/in/{self.slug}" if self.slug else ""


DELETED = Contact("LinkedIn", "Member")  # what LinkedIn writes for a member who is gone


@dataclass(frozen=True, slots=True)
class Message:
    """A row of messages.csv. Rows of one ``thread`` share a conversation id."""

    when: datetime
    sender: Contact
    to: tuple[Contact, ...]
    content: str
    thread: str
    subject: str = ""
    title: str = ""
    folder: str = "INBOX"
    attachments: tuple[str, ...] = ()
    draft: bool = False
    conversation_draft: bool = False
    sponsored: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether either column calls it one."""
        return self.draft or self.conversation_draft


@dataclass(frozen=True, slots=True)
class CoachLine:
    """A row of one of the four files of AI chats; an assistant's line is not by the member."""

    when: datetime
    text: str
    thread: str
    by_member: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A post: a row of Shares.csv."""

    when: datetime
    text: str
    number: int
    shared_url: str = ""
    media_url: str = ""
    visibility: str = "MEMBER_NETWORK"

    @property
    def link(self) -> str:
        """Its address; the numbers of the fiction start at 9 x 10^18, which LinkedIn has not reached."""
        return f"https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A{9 * 10**18 + self.number}"


@dataclass(frozen=True, slots=True)
class Comment:
    """A row of Comments.csv; its text may have line breaks."""

    when: datetime
    text: str
    number: int

    @property
    def link(self) -> str:
        """Its address."""
        return feed(self.number)


@dataclass(frozen=True, slots=True)
class Reaction:
    """A row of Reactions.csv."""

    when: datetime
    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Vote:
    """A row of Votes.csv."""

    when: datetime
    option: str
    number: int


@dataclass(frozen=True, slots=True)
class Repost:
    """A row of InstantReposts.csv."""

    when: datetime
    number: int


@dataclass(frozen=True, slots=True)
class Article:
    """An HTML file below Articles/Articles; older ones carry a date in the file name, newer ones none."""

    slug: str
    title: str
    paragraphs: tuple[str, ...]
    dated: datetime | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """A row of Receipts.csv or Receipts_v2.csv."""

    when: datetime
    description: str
    method: str
    country: str
    postal_code: str
    invoice: str
    amounts: tuple[str, str, str]  # tax, sub total, total
    currency: str


@dataclass(frozen=True, slots=True)
class Login:
    """A row of Logins.csv."""

    when: datetime
    ip: str
    agent: str
    kind: str = "Primary login"


@dataclass(frozen=True, slots=True)
class Challenge:
    """A row of Security Challenges.csv: often someone else's attempt, so never a sign of residence."""

    when: datetime
    ip: str
    agent: str
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class Search:
    """A row of SearchQueries.csv."""

    when: datetime
    query: str


@dataclass(frozen=True, slots=True)
class Connection:
    """A row of Connections.csv; without a contact only the date is left."""

    when: datetime
    contact: Contact | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """A row of Invitations.csv; the member sent it, or got it."""

    when: datetime
    contact: Contact
    sent: bool
    message: str = ""


@dataclass(frozen=True, slots=True)
class Endorsement:
    """A row of Endorsement_Received_Info.csv."""

    when: datetime
    skill: str
    contact: Contact
    status: str = "ACCEPTED"


@dataclass(frozen=True, slots=True)
class Media:
    """A row of Rich_Media.csv; ``what`` starts the sentence: ``You uploaded a feed photo``."""

    when: datetime
    what: str
    link: str
    description: str = " -"


def feed(number: int) -> str:
    """The address of a post of someone else."""
    return f"https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A{9 * 10**18 + number}"
