# SPDX-License-Identifier: Apache-2.0
"""Whom to write to: the companies behind a service, by region, and the authorities to complain to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

from msgspec import field

from inspector.catalog.decode import Record, read_json
from inspector.catalog.places import RecordSource, most_specific
from inspector.catalog.regions import Regions
from inspector.domain.text import Texts


class ObjectionForm(Record, frozen=True):
    """A web form for objections, and how well its address is known."""

    url: str
    strength: str
    source: str


class Contact(Record, frozen=True):
    """A company that persons in some regions write to, and its ways in; None: no source gives it.

    `strength`: official (the service's own policy), directory or press; what is not official needs checking.
    """

    service: str
    legal_name: str | None
    role: str
    region_of_controller: tuple[str, ...]
    region_basis: str
    address: str | None
    email: str | None
    dpo_email: str | None
    webform: str | None
    dpo_webform: str | None
    objection_webform: ObjectionForm | None
    id_needed: bool | None
    identity_note: str | None
    asks_for: tuple[str, ...]
    lead_authority: str | None
    source: RecordSource
    also: tuple[RecordSource | str, ...]
    policy_effective: date | None
    strength: Literal["official", "directory", "press"]
    checked: date
    notes: str | None


class AuthorityWords(Record, frozen=True):
    """What is said of an authority, in another language than English; as much as there is in English."""

    competence: str | None = None
    form_limits: tuple[str, ...] = ()


class Authority(Record, frozen=True):
    """An authority that takes complaints of persons in a region; None: no source gives it."""

    id: str
    region: str
    name: str
    complaint_url: str | None
    website: str | None
    email: str | None
    address: str | None
    languages: tuple[str, ...]
    form_limits: tuple[str, ...]
    competence: str | None
    competence_strength: str | None
    source: RecordSource
    also: tuple[str, ...]
    strength: str
    checked: date
    notes: str | None
    phone: str | None = None
    translated: dict[str, AuthorityWords] = field(default_factory=dict)

    def competence_texts(self) -> Texts:
        """Return what it is competent for, by language; nothing where no source says so."""
        others = ((lang, words.competence) for lang, words in self.translated.items())
        return _texts(self.competence, others)

    def limit_texts(self) -> tuple[Texts, ...]:
        """Return what its form or practice limits, each by language."""
        return tuple(
            _texts(limit, ((lang, words.form_limits[at]) for lang, words in self._with_limits()))
            for at, limit in enumerate(self.form_limits)
        )

    def _with_limits(self) -> Iterator[tuple[str, AuthorityWords]]:
        """Yield the languages that say all limits; one that lacks some says none, and English stands in."""
        for lang, words in self.translated.items():
            if len(words.form_limits) == len(self.form_limits):
                yield lang, words


def _texts(english: str | None, others: Iterable[tuple[str, str | None]]) -> Texts:
    said = (("en", english), *others)
    return tuple(sorted((lang, text) for lang, text in said if text))


class _ContactsFile(Record, frozen=True):
    schema: Literal["inspector/contacts/1"]
    made: date
    licence: dict[str, str]
    snapshots: dict[str, Any]
    meaning: dict[str, str]
    contacts: tuple[Contact, ...]


class _AuthoritiesFile(Record, frozen=True):
    schema: Literal["inspector/authorities/1"]
    made: date
    licence: dict[str, str]
    snapshot: dict[str, Any]
    meaning: dict[str, str]
    authorities: tuple[Authority, ...]


def load_contacts(root: Path) -> tuple[Contact, ...]:
    """Read `contacts.json` of a catalog folder. Raises CatalogError."""
    return read_json(root / "contacts.json", "contacts.json", _ContactsFile).contacts


def load_authorities(root: Path) -> tuple[Authority, ...]:
    """Read `authorities.json` of a catalog folder. Raises CatalogError."""
    return read_json(root / "authorities.json", "authorities.json", _AuthoritiesFile).authorities


def contacts_for(
    contacts: tuple[Contact, ...], service: str, region: str, day: date, regions: Regions
) -> tuple[Contact, ...]:
    """Return whom a person in `region` writes to on `day`, controllers and representatives together."""
    of_service = (contact for contact in contacts if contact.service == service)
    return most_specific(of_service, lambda contact: contact.region_of_controller, region, day, regions)


def authorities_for(
    authorities: tuple[Authority, ...], region: str, day: date, regions: Regions
) -> tuple[Authority, ...]:
    """Return the authorities of `region` on `day`: the subdivision's where it has any, else the country's."""
    return most_specific(authorities, lambda authority: (authority.region,), region, day, regions)
