# SPDX-License-Identifier: Apache-2.0
"""How LinkedIn exports are read: what knows each file, what is gathered over all, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from inspector.archives.frame.page import Page
from inspector.archives.frame.reading import Ending, Handler, Service
from inspector.archives.reader import Seen
from inspector.archives.services.linkedin import account, assistants, receipts, regions
from inspector.archives.services.linkedin.columns import COLUMNS
from inspector.archives.services.linkedin.counted import read_article, read_counted
from inspector.archives.services.linkedin.ledger import SOUGHT, missing
from inspector.archives.services.linkedin.messages import read_messages
from inspector.archives.services.linkedin.owner import Owner
from inspector.archives.services.linkedin.shapes import (
    ARTICLES,
    ASSISTANTS,
    COUNTED,
    FIRST_YEAR,
    SERVICE,
    Counted,
    wanted_key,
)
from inspector.domain.facts import Fact, Tally

Found = Fact | Tally


@dataclass(slots=True)
class Gathered:
    """What only shows over several files: whose account it is, payments, chats with assistants."""

    owner: Owner = field(default_factory=Owner)
    payments: list[receipts.Payment] = field(default_factory=list)
    chats: list[assistants.Chat] = field(default_factory=list)


def _ends(gathered: Gathered, _seen: Seen) -> Ending:
    """Return the account, the AI prompts, and the plans that receipts suggest."""
    identity = gathered.owner.identity()
    facts, tallies = assistants.own_lines(gathered.chats, identity)
    return Ending(identity.url, tuple(facts), tuple(tallies), receipts.periods(gathered.payments))


def _single(read: Callable[[Page], Iterable[Found]]) -> Handler[Gathered]:
    return lambda page, _: read(page)


def _owned(read: Callable[[Page, Owner], Iterable[Found]]) -> Handler[Gathered]:
    return lambda page, gathered: read(page, gathered.owner)


def _counting(counted: Counted) -> Handler[Gathered]:
    return lambda page, _: read_counted(page, counted)


def _chat(feature: str) -> Handler[Gathered]:
    def read(page: Page, gathered: Gathered) -> Iterator[Found]:
        chat = assistants.read_chat(page, feature)
        if chat is not None:
            page.done.append(lambda: gathered.chats.append(chat))
        yield from ()

    return read


def _receipts(page: Page, gathered: Gathered) -> Iterable[Found]:
    return receipts.read_receipts(page, gathered.payments)


_HANDLERS: Final[dict[str, Handler[Gathered]]] = {
    ARTICLES: _single(read_article),
    **{key: _counting(counted) for key, counted in COUNTED.items()},
    **{key: _chat(feature) for key, feature in ASSISTANTS.items()},
    "messages": _owned(read_messages),
    "receipts": _receipts,
    "receiptsv2": _receipts,
    "profile": _owned(regions.read_profile),
    "invitations": _owned(account.read_invitations),
    "registration": _single(account.read_registration),
    "accountstatushistory": _single(account.read_history),
    "logins": _single(account.read_logins),
    "connections": _single(account.read_connections),
    "verifications": _single(regions.read_verifications),
    "phonenumbers": _single(regions.read_phones),
    "whatsappphonenumbers": _single(regions.read_phones),
    "adtargeting": _single(regions.read_targeting),
}

LINKEDIN: Final = Service(
    SERVICE, FIRST_YEAR, wanted_key, _HANDLERS, Gathered, _ends, SOUGHT, missing, COLUMNS
)
