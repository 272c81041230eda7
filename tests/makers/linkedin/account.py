# SPDX-License-Identifier: Apache-2.0
"""Files about the account itself: registration, receipts, logins, challenges, addresses."""

from __future__ import annotations

from collections.abc import Iterable

from tests.makers.clock import ctime, slash_utc, us_padded_utc, us_short
from tests.makers.linkedin import columns
from tests.makers.linkedin.contents import Contents, Person
from tests.makers.linkedin.eras import Era
from tests.makers.linkedin.rows import Receipt
from tests.makers.linkedin.shape import Files, dialect
from tests.makers.tables import table


def files(contents: Contents, era: Era) -> Files:
    """Registration.csv and its neighbours."""
    yield from _registration(contents, era)
    yield from _receipts(contents, era)
    yield from _logins(contents, era)
    yield from _addresses(contents, era)


def _registration(contents: Contents, era: Era) -> Files:
    if contents.registered_at is not None:
        gap = len(era.registration) - 2
        row = (contents.registered_at, contents.registration_ip, *[""] * gap)
        yield "Registration.csv", table(era.registration, [row], dialect(era, "Registration.csv"))
    if contents.account_created is not None:
        name = "Account Status History.csv"
        rows = [(contents.account_created, "Account Created")]
        yield name, table(columns.STATUS_HISTORY, rows, dialect(era, name))


def _receipts(contents: Contents, era: Era) -> Files:
    if contents.receipts is not None:
        old = _newest(contents.receipts)
        rows = [_receipt(contents.person, r, us_short(r.when), r.country.lower()) for r in old]
        yield "Receipts.csv", table(columns.RECEIPTS, rows, dialect(era, "Receipts.csv"))
    if contents.receipts_v2 is not None:
        new = _newest(contents.receipts_v2)
        rows = [_receipt(contents.person, r, us_padded_utc(r.when), r.country) for r in new]
        yield "Receipts_v2.csv", table(columns.RECEIPTS, rows, dialect(era, "Receipts_v2.csv"))


def _newest(receipts: Iterable[Receipt]) -> list[Receipt]:
    return sorted(receipts, key=lambda receipt: receipt.when, reverse=True)


def _receipt(person: Person, receipt: Receipt, when: str, country: str) -> tuple[str, ...]:
    who = (person.first, person.last, country, receipt.postal_code)
    what = (receipt.method, receipt.invoice, receipt.description)
    return (*who, when, *what, *receipt.amounts, receipt.currency)


def _logins(contents: Contents, era: Era) -> Files:
    spell = slash_utc if era.slash_logins else ctime
    if contents.logins is not None:
        rows = [(spell(x.when), x.ip, x.agent, x.kind) for x in contents.logins]
        yield "Logins.csv", table(columns.LOGINS, rows, dialect(era, "Logins.csv"))
    if contents.challenges is not None:
        name = "Security Challenges.csv"
        more = [(spell(x.when), x.ip, x.agent, x.country, x.kind) for x in contents.challenges]
        yield name, table(columns.CHALLENGES, more, dialect(era, name))


def _addresses(contents: Contents, era: Era) -> Files:
    person = contents.person
    mail = [(person.email, "Yes", "Yes", contents.email_updated)]
    yield "Email Addresses.csv", table(columns.EMAILS, mail, dialect(era, "Email Addresses.csv"))
    phone = [(*person.phone, "Mobile")]
    yield "PhoneNumbers.csv", table(columns.PHONES, phone, dialect(era, "PhoneNumbers.csv"))
