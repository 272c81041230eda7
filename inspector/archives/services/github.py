# SPDX-License-Identifier: Apache-2.0
"""GitHub's "Export account data": when the account was made, and what its owner wrote. No Copilot setting.

Source: a parser of such exports with a sample of its own, and descriptions of the migration format. The plan
that a user has there is that of the account, not that of Copilot, so it is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from inspector.archives import countries
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.glimpse import has_keys
from inspector.archives.frame.ledger import Sought
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Handler, Service
from inspector.archives.frame.signs import Sign, kind
from inspector.archives.frame.times import iso
from inspector.archives.reader import Seen
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass, FactKind

FIRST_YEAR: Final = 2007
_FILE: Final = re.compile(r"(?P<key>[a-z_]+)_\d{6}\.json")
_WRITTEN: Final = {
    "issues": DataClass.POSTS,
    "pull_requests": DataClass.POSTS,
    "issue_comments": DataClass.COMMENTS,
    "commit_comments": DataClass.COMMENTS,
    "pull_request_review_comments": DataClass.COMMENTS,
}


@dataclass(slots=True)
class _User:
    """What the file of users states of one: it stands for the owner only once it is known who that is."""

    created: Fact | None = None
    place: Fact | None = None


@dataclass(slots=True)
class _Gathered:
    """Everybody who took part in the owner's repositories is in an export, by the address of a profile."""

    users: dict[str, _User] = field(default_factory=dict)
    owners: set[str] = field(default_factory=set)
    written: dict[str, list[Tally]] = field(default_factory=dict)

    @property
    def owner(self) -> str | None:
        """Return whose export it is: the only user, or the only one that owns a repository in it."""
        if len(self.users) == 1:
            return next(iter(self.users))
        owners = self.owners & set(self.users)
        return next(iter(owners)) if len(owners) == 1 else None


def _key_of(path: str) -> str | None:
    match = _FILE.fullmatch(path)
    return match["key"] if match and match["key"] in _HANDLERS else None


def _read_users(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Take in when each account was made and the country of its profile, which has no date."""
    found: dict[str, _User] = {}
    for record in page.records():
        name = _text(record, "url") or _text(record, "login")
        if name is None:
            page.fault(record.row, "member.record_form")
            continue
        created, place = record.get("created_at"), record.get("location")
        moment = created.time(iso) if created is not None else None
        code = countries.from_place(place.text() or "") if place is not None else None
        user = found.setdefault(name, _User())
        if created is not None and moment is not None:
            user.created = page.fact(FactKind.ACCOUNT_CREATED, "created", moment, created)
        if place is not None and code is not None:
            user.place = page.fact(FactKind.REGION_HINT, code, None, place)
    page.done.append(lambda: gathered.users.update(found))
    yield from ()


def _read_repositories(page: Page, gathered: _Gathered) -> Iterator[Fact]:
    """Take in who owns the repositories. States no fact."""
    owners: set[str] = set()
    for record in page.records():
        if not isinstance(record.value, dict):
            page.fault(record.row, "member.record_form")
            continue
        page.time(_plain(record, "created_at"), record.row, (iso,))
        owners.update(filter(None, (_text(record, "owner"),)))
    page.done.append(lambda: gathered.owners.update(owners))
    yield from ()


def _writing(data_class: DataClass) -> Handler[_Gathered]:
    def read(page: Page, gathered: _Gathered) -> Iterator[Fact]:
        """Count what each user wrote."""
        counts: dict[str, Dated] = {}
        for record in page.records():
            writer = _text(record, "user")
            if not isinstance(record.value, dict) or (writer is None and "user" not in record.value):
                page.fault(record.row, "member.record_form")
                continue
            moment = page.time(_plain(record, "created_at"), record.row, (iso,))
            if writer is not None:
                counts.setdefault(writer, Dated()).add(moment)
        tallies = {writer: page.tally(data_class, dated) for writer, dated in counts.items()}

        def keep() -> None:
            for writer, tally in tallies.items():
                gathered.written.setdefault(writer, []).append(tally)

        page.done.append(keep)
        yield from ()

    return read


def _plain(record: Node, key: str) -> object:
    return record.value.get(key) if isinstance(record.value, dict) else None


def _text(record: Node, key: str) -> str | None:
    """Return a text of a record; anything else there, such as an object in another layout, is none."""
    value = _plain(record, key)
    return value if isinstance(value, str) and value else None


def _ends(gathered: _Gathered, _seen: Seen) -> Ending:
    owner = gathered.owner
    if owner is None:
        return Ending()
    user = gathered.users[owner]
    facts = tuple(fact for fact in (user.created, user.place) if fact is not None)
    return Ending(owner, facts, tuple(gathered.written.get(owner, ())))


_HANDLERS: Final[dict[str, Handler[_Gathered]]] = {
    "users": _read_users,
    "repositories": _read_repositories,
    **{key: _writing(data_class) for key, data_class in _WRITTEN.items()},
}
_USERS: Final = {"users": "users_000001.json"}
SOUGHT: Final = (
    Sought("github.setting", where="*.json"),
    Sought("github.account_created", FactKind.ACCOUNT_CREATED, _USERS),
    Sought("github.copilot_plan", where="*.json"),
    Sought("github.region", FactKind.REGION_HINT, _USERS),
    Sought(
        "github.posts",
        DataClass.POSTS,
        {"issues": "issues_000001.json", "pull_requests": "pull_requests_000001.json"},
    ),
    Sought(
        "github.comments",
        DataClass.COMMENTS,
        {
            "issue_comments": "issue_comments_000001.json",
            "commit_comments": "commit_comments_000001.json",
            "pull_request_review_comments": "pull_request_review_comments_000001.json",
        },
    ),
)
GITHUB: Final = Service("github", FIRST_YEAR, _key_of, _HANDLERS, _Gathered, _ends, SOUGHT)
KIND: Final = kind(
    GITHUB,
    "GitHub",
    (
        Sign(r"users_\d{6}\.json", has_keys("login", "created_at")),
        Sign(r"repositories_\d{6}\.json", has_keys("type", "url", "created_at")),
    ),
)
