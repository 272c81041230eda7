# SPDX-License-Identifier: Apache-2.0
"""Whom a letter goes to and how: the company for where the person lives, its address and its forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inspector.actions.letter import LetterKind
from inspector.actions.situation import Situation
from inspector.actions.wording import Line, line
from inspector.catalog.contacts import Contact
from inspector.catalog.places import RecordSource

_OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Recipient:
    """The lines of the address, how to send, what to check before, and where that comes from."""

    lines: tuple[str, ...]
    ways: tuple[Line, ...]
    advice: tuple[Line, ...]
    sources: tuple[str, ...]


def recipient(situation: Situation, kind: LetterKind) -> Recipient:
    """Return whom to write to; only the service's name where no source says."""
    contacts = situation.contacts()
    if not contacts:
        unknown = line("letters.advice.no_contact", service=situation.service.name)
        return Recipient((situation.service.name,), (), (unknown,) if situation.region else (), ())
    first = contacts[0]
    return Recipient(
        lines=(company(first, situation), *(first.address or "").splitlines()),
        ways=tuple(_ways(first, kind)),
        advice=(*_checks(first, kind), *(_also(contact, situation) for contact in contacts[1:])),
        sources=tuple(place for contact in contacts if (place := _place(contact.source))),
    )


def company(contact: Contact, situation: Situation) -> str:
    """Return the name of a contact, the service's where no source gives one."""
    return contact.legal_name or situation.service.name


def _ways(contact: Contact, kind: LetterKind) -> Iterator[Line]:
    if kind == "objection" and contact.objection_webform:
        yield line("letters.way.objection_form", url=contact.objection_webform.url)
    if contact.webform:
        yield line("letters.way.form", url=contact.webform)
    if contact.dpo_webform:
        yield line("letters.way.officer_form", url=contact.dpo_webform)
    for email in dict.fromkeys(filter(None, (contact.dpo_email, contact.email))):
        yield line("letters.way.email", email=email)
    if contact.address:
        yield line("letters.way.post")


def _checks(contact: Contact, kind: LetterKind) -> Iterator[Line]:
    if contact.strength != _OFFICIAL:
        yield line("letters.advice.check_address")
    if not contact.address:
        yield line("letters.advice.no_address")
    form = contact.objection_webform
    if kind == "objection" and form and form.strength != _OFFICIAL:
        yield line("letters.advice.form_not_seen")


def _also(contact: Contact, situation: Situation) -> Line:
    where = ", ".join((contact.address or contact.webform or contact.email or "").splitlines())
    name = company(contact, situation)
    return line("letters.advice.also_to", name=f"{name}, {where}" if where else name)


def _place(source: RecordSource) -> str | None:
    if source.repo is None:
        return source.url
    return f"{source.repo}, {source.path}, {source.commit}"
