# SPDX-License-Identifier: Apache-2.0
"""Reads one service file and makes the values of the domain from it; nothing is guessed on the way."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from inspector.catalog import decode
from inspector.catalog.entry import ControlEntry, Link, ServiceEntry
from inspector.catalog.errors import CatalogError
from inspector.catalog.files import ControlFile, EventFile, RowFile, ServiceFile, SourceFile, StatementFile
from inspector.domain.moment import Moment
from inspector.domain.practices import Citation, ClassStatement, Control, Event, Offer, Row
from inspector.domain.words import Strength


def load_service(path: Path, name: str) -> ServiceEntry:
    """Return the service of the file at `path`, which errors call `name`. Raises CatalogError."""
    return _Making(name, decode.read_toml(path, name, ServiceFile)).service()


class _Making:
    """One file on its way to a ServiceEntry."""

    def __init__(self, name: str, file: ServiceFile) -> None:
        self._name = name
        self._file = file
        self._links = {link.id: link for link in file.links}
        self._days = {source.id: source.day for source in file.sources}

    def service(self) -> ServiceEntry:
        file = self._file
        if self._name != f"services/{file.id}.toml":
            raise CatalogError(self._name, "id", f"{file.id} is not the name of the file")
        return ServiceEntry(
            file=self._name,
            id=file.id,
            name=file.name,
            checked=file.checked,
            stale_after=file.stale_after,
            plans=file.plans,
            controls=tuple(self._control(control) for control in file.controls),
            links=file.links,
            archive=file.archive,
            letters=file.letters,
            objection=file.objection,
            related=file.related,
            not_undone=file.not_undone,
            limits=file.limits,
            narrow=file.narrow,
            said=file.said,
            events=tuple(self._event(event) for event in file.events),
            sources=tuple(citation(source, self._name) for source in file.sources),
        )

    def _control(self, file: ControlFile) -> ControlEntry:
        if not file.id.startswith(f"{self._file.id}/"):
            raise CatalogError(self._name, file.id, "the id of a control begins with its service")
        control = Control(
            id=file.id,
            service=self._file.id,
            rows=tuple(self._row(row) for row in file.rows),
            consumer_plan=file.consumer_plan,
            plans_excluded=file.plans_excluded,
            switch_of=file.switch_of,
            stale_after=self._file.stale_after,
            archive_tells=self._file.archive.tells if self._file.archive else (),
            plan_names=tuple((plan.id, plan.name) for plan in self._file.plans),
        )
        statements = tuple(made for one in file.statements for made in self._statements(one, file.id))
        link = self._link(file.link, file.id)
        return ControlEntry(
            control, file.name, file.governs, link, file.labels, file.wordings, statements, file.steps
        )

    def _link(self, link_id: str | None, place: str) -> Link | None:
        if link_id is None:
            return None
        if link_id not in self._links:
            raise CatalogError(self._name, place, f"there is no link {link_id}")
        return self._links[link_id]

    def _row(self, file: RowFile) -> Row:
        lower, upper = self._strengths(file)
        return Row(
            id=file.id,
            region=file.region,
            plan=file.plan,
            start=self._moment(file.start, file.id),
            end=self._moment(file.until, file.id),
            practice=file.practice,
            offer=self._offer(file),
            lower=lower,
            upper=upper,
            sources=file.sources,
            membership_on=self._membership_day(file),
            checked=file.checked or self._file.checked,
            text=file.text,
        )

    def _strengths(self, file: RowFile) -> tuple[Strength, Strength]:
        lower, upper = file.lower or file.strength, file.upper or file.strength
        if lower is None or upper is None:
            raise CatalogError(self._name, file.id, "needs strength, or lower and upper")
        return lower, upper

    def _offer(self, file: RowFile) -> Offer | None:
        if file.offered is None:
            return None
        return Offer(decode.moment(file.offered.start, self._name, file.id), file.offered.initial)

    def _membership_day(self, file: RowFile) -> date:
        for source in file.sources or ("",):
            if source not in self._days:
                problem = f"cites {source}, which is no source" if source else "cites no source"
                raise CatalogError(self._name, file.id, problem)
        day = file.membership_on or self._days[file.sources[0]]
        if day is None:
            raise CatalogError(self._name, file.id, "needs membership_on, as its first source has no day")
        return day

    def _moment(self, when: decode.When | None, place: str) -> Moment | None:
        return None if when is None else decode.moment(when, self._name, place)

    def _statements(self, file: StatementFile, place: str) -> tuple[ClassStatement, ...]:
        start = self._moment(file.start, place)
        return tuple(
            ClassStatement(data_class, file.stated, file.regions, start, file.sources, file.text)
            for data_class in file.classes
        )

    def _event(self, file: EventFile) -> Event:
        moment = decode.moment(file.on, self._name, file.id)
        return Event(
            file.id, moment, file.kind, file.title, file.sources, file.regions, file.resets, file.controls
        )


def citation(file: SourceFile, name: str) -> Citation:
    """Return a source of the file `name` as a Citation; times as ISO 8601 in UTC. Raises CatalogError."""
    return Citation(
        id=file.id,
        title=decode.named(file.title, name, f"{file.id}.title"),
        publisher=decode.named(file.publisher, name, f"{file.id}.publisher"),
        url=file.url,
        day=file.day,
        strength=file.strength,
        repository=file.repository,
        file=file.file,
        commit=file.commit,
        sha256=file.sha256,
        recorded=_utc(file.recorded),
        effective=file.effective.isoformat() if file.effective else None,
        note=file.note or (),
    )


def _utc(time: datetime | None) -> str | None:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if time else None
