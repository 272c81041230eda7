# SPDX-License-Identifier: Apache-2.0
"""The catalog as one object: services are read one at a time, when they are asked for."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Literal

from inspector.catalog import contacts, rights
from inspector.catalog.contacts import Authority, Contact
from inspector.catalog.decode import Record, read_toml
from inspector.catalog.entry import ControlEntry, ServiceEntry
from inspector.catalog.errors import UnknownIdError
from inspector.catalog.loader import load_service
from inspector.catalog.regions import Regions
from inspector.catalog.rights import Right
from inspector.domain.practices import Control
from inspector.system import resources

_INDEX = "index.toml"
_DATA = (".json", ".toml")


class _IndexFile(Record, frozen=True):
    schema: Literal["inspector/catalog-index/1"]
    version: str


class Catalog:
    """The catalog below one folder. A file is a service by lying in `services/`; nothing else lists it."""

    def __init__(self, root: Path, version: str) -> None:
        self.root = root
        self.version = version
        self._entries: dict[str, ServiceEntry] = {}

    @classmethod
    def load(cls, root: Path | None = None) -> Catalog:
        """Open the catalog in `root`, by default the one the program ships. Raises CatalogError."""
        folder = root or resources.path("catalog")
        return cls(folder, read_toml(folder / _INDEX, _INDEX, _IndexFile).version)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 over the names and SHA-256 values of all data files, sorted by name, one per line."""
        listing = "".join(
            f"{sha256(self.root.joinpath(name).read_bytes()).hexdigest()}  {name}\n" for name in self.files()
        )
        return sha256(listing.encode()).hexdigest()

    @cached_property
    def regions(self) -> Regions:
        """The codes and groups that rows are written for."""
        return Regions.load(self.root)

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """All companies to write to."""
        return contacts.load_contacts(self.root)

    @cached_property
    def authorities(self) -> tuple[Authority, ...]:
        """All authorities to complain to."""
        return contacts.load_authorities(self.root)

    @cached_property
    def rights(self) -> tuple[Right, ...]:
        """All rights of persons."""
        return rights.load_rights(self.root)

    def contacts_for(self, service: str, region: str, day: date) -> tuple[Contact, ...]:
        """Return whom a person in `region` writes to about `service` on `day`; empty where no source says."""
        return contacts.contacts_for(self.contacts, service, region, day, self.regions)

    def authorities_for(self, region: str, day: date) -> tuple[Authority, ...]:
        """Return the authorities a person in `region` complains to on `day`; empty where no source says."""
        return contacts.authorities_for(self.authorities, region, day, self.regions)

    def rights_for(self, region: str, right: str, day: date) -> tuple[Right, ...]:
        """Return the rights of one kind (`access`, `objection` …) that a person in `region` has on `day`."""
        return rights.rights_for(self.rights, region, right, day, self.regions)

    def files(self) -> tuple[str, ...]:
        """Return the data files below the folder, with forward slashes, sorted."""
        found = (file for file in self.root.rglob("*") if file.suffix in _DATA and file.is_file())
        return tuple(sorted(file.relative_to(self.root).as_posix() for file in found))

    def service_ids(self) -> tuple[str, ...]:
        """Return the ids of all services, sorted, without reading them."""
        return tuple(sorted(file.stem for file in (self.root / "services").glob("*.toml")))

    def service(self, service_id: str) -> ServiceEntry:
        """Return one service, read on first use. Raises UnknownIdError, or CatalogError for a bad file."""
        if service_id not in self._entries:
            if service_id not in self.service_ids():
                raise UnknownIdError("service", service_id)
            name = f"services/{service_id}.toml"
            self._entries[service_id] = load_service(self.root / name, name)
        return self._entries[service_id]

    def services(self) -> tuple[ServiceEntry, ...]:
        """Return all services, sorted by id; this reads every file."""
        return tuple(self.service(service_id) for service_id in self.service_ids())

    def control_entry(self, control_id: str) -> ControlEntry:
        """Return all that is known of the control `<service>/<control>`. Raises UnknownIdError."""
        return self.service(control_id.partition("/")[0]).control(control_id)

    def control(self, control_id: str) -> Control:
        """Return the control `<service>/<control>` as reasoning takes it. Raises UnknownIdError."""
        return self.control_entry(control_id).control
