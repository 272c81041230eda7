# SPDX-License-Identifier: Apache-2.0
"""Whom to write to: the companies behind a service, by region, and the authorities to complain to."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal

from inspector.catalog.decode import Record, read_json
from inspector.catalog.places import RecordSource, most_specific
from inspector.catalog.regions import Regions


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
