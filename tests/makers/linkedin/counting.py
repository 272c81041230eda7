# SPDX-License-Identifier: Apache-2.0
"""The truth of an archive, counted from its contents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sized
from datetime import datetime, timedelta
from typing import Protocol

from tests.makers.linkedin.activity import article_name
from tests.makers.linkedin.contents import Contents
from tests.makers.linkedin.eras import Era
from tests.makers.linkedin.messages import chats, expressible
from tests.makers.linkedin.network import RESUMES, SAVED_ANSWERS, SCREENING
from tests.makers.linkedin.rows import Message, Receipt
from tests.makers.truth import Bounds, Payment, Truth, created, in_utc, months, without_zone


class Dated(Protocol):
    """A row with a time."""

    @property
    def when(self) -> datetime: ...


def truth_of(contents: Contents, era: Era, names: Collection[str]) -> Truth:
    """``names`` are the files that the archive really has, spelled as of today."""
    letters = expressible(contents.messages or (), era) if "messages.csv" in names else None
    private = None if letters is None else [m for m in letters if not (m.is_draft or m.sponsored)]
    prompts = _prompts(contents, names)
    status = contents.account_created if "Account Status History.csv" in names else None
    return Truth(
        created=created(contents.registered_at, status),
        own_url=contents.person.url,
        plans=_payments(contents),
        posts=_rows("Shares.csv", contents.shares, names),
        reposts=_rows("InstantReposts.csv", contents.reposts, names),
        comments=_rows("Comments.csv", contents.comments, names),
        reactions=_rows("Reactions.csv", contents.reactions, names),
        votes=_rows("Votes.csv", contents.votes, names),
        articles=_articles(contents, names),
        private_messages=_length(private),
        messages_with_subject=_length(None if private is None else [m for m in private if m.subject]),
        sponsored_messages=_length(_only(letters, sponsored=True)),
        drafts=_length(_only(letters, sponsored=False)),
        resumes=_rows(RESUMES, contents.resumes, names),
        saved_answers=_answers(contents, names),
        ai_prompts=_length(prompts),
        searches=_rows("SearchQueries.csv", contents.searches, names),
        logins=_rows("Logins.csv", contents.logins, names),
        by_month=_by_month(contents, names, private, prompts),
    )


def _only(letters: list[Message] | None, *, sponsored: bool) -> list[Message] | None:
    """The sponsored messages, or else the drafts."""
    if letters is None:
        return None
    return [m for m in letters if (m.sponsored if sponsored else m.is_draft)]


def _rows(name: str, rows: Sized | None, names: Collection[str]) -> int | None:
    return len(rows) if rows is not None and name in names else None


def _length(rows: Sized | None) -> int | None:
    return None if rows is None else len(rows)


def _articles(contents: Contents, names: Collection[str]) -> int | None:
    return sum(article_name(a) in names for a in contents.articles) if contents.articles else None


def _answers(contents: Contents, names: Collection[str]) -> int | None:
    found = (
        _rows(SAVED_ANSWERS, contents.saved_answers, names),
        _rows(SCREENING, contents.screening_answers, names),
    )
    counted = [count for count in found if count is not None]
    return sum(counted) if counted else None


def _prompts(contents: Contents, names: Collection[str]) -> list[datetime] | None:
    """When the member wrote to one of the AI features."""
    there = [lines for name, lines in chats(contents).items() if lines is not None and name in names]
    return [line.when for lines in there for line in lines if line.by_member] if there else None


def _by_month(
    contents: Contents,
    names: Collection[str],
    private: list[Message] | None,
    prompts: list[datetime] | None,
) -> dict[str, dict[str, int]]:
    dated: dict[str, Iterable[datetime] | None] = {
        "posts": _times("Shares.csv", contents.shares, names),
        "reposts": _times("InstantReposts.csv", contents.reposts, names),
        "comments": _times("Comments.csv", contents.comments, names),
        "reactions": _times("Reactions.csv", contents.reactions, names),
        "votes": _times("Votes.csv", contents.votes, names),
        "private_messages": None if private is None else [m.when for m in private],
        "ai_prompts": prompts,
    }
    return {name: months(times) for name, times in dated.items() if times is not None}


def _times(name: str, rows: Iterable[Dated] | None, names: Collection[str]) -> list[datetime] | None:
    return [row.when for row in rows] if rows is not None and name in names else None


def _payments(contents: Contents) -> tuple[Payment, ...]:
    """Old receipts have no zone, new ones are in UTC; both name the minute."""
    old = [_payment(r, "Receipts.csv", without_zone(r.when)) for r in contents.receipts or ()]
    minute = timedelta(seconds=59)
    new = [
        _payment(r, "Receipts_v2.csv", in_utc(r.when.replace(second=0), minute))
        for r in contents.receipts_v2 or ()
    ]
    return tuple(sorted(old + new, key=lambda payment: payment.when.not_before))


def _payment(receipt: Receipt, source: str, when: Bounds) -> Payment:
    plan = "premium" if receipt.description.startswith("Premium") else "recruiter-lite"
    return Payment(plan, receipt.description, receipt.country.upper(), when, source)
