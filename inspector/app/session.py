# SPDX-License-Identifier: Apache-2.0
"""One person's question while it is being worked on: acts are added, the answer follows from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from inspector import __version__
from inspector.app.conclude import conclude
from inspector.app.reading import Readers
from inspector.app.request import Said
from inspector.archives.find import find_sources
from inspector.captures.held import hold, kind_of
from inspector.cases.acts import ActKind
from inspector.cases.case import Case, MemoryCase
from inspector.cases.derive import (
    WHOLE_FILE,
    consent_of,
    maker_of,
    plans_detail,
    plans_of,
    reading_detail,
    residence_of,
    services_of,
    stays_detail,
)
from inspector.cases.standing import Statement, key_of, left_out, spoken, statements
from inspector.catalog.index import Catalog
from inspector.domain.facts import Fact, Provenance
from inspector.domain.moment import UNKNOWN_MOMENT
from inspector.domain.reading import SourceReading
from inspector.domain.residence import PlanPeriod, Residence
from inspector.domain.sources import Source
from inspector.domain.words import FactKind, Grade
from inspector.report.inspection import Inspection
from inspector.system.clock import now

Cancelled = Callable[[], bool]
Progress = Callable[[int, int], None]


def never() -> bool:
    """Answer that nobody asked to stop."""
    return False


def silent(done: int, total: int) -> None:
    """Take progress and tell nobody."""
    del done, total


class Session:
    """A case being worked on. Reading may run on another thread; everything else belongs to one."""

    def __init__(self, catalog: Catalog, case: Case | None = None, readers: Readers | None = None) -> None:
        """Open a case, a new one in memory by default."""
        self.catalog = catalog
        self._readers = readers or Readers()
        self.case: Case = case if case is not None else MemoryCase()
        if not self.case.acts:
            opening = {"program": __version__, "catalog": catalog.version, "catalog_sha256": catalog.sha256}
            self.case.append(ActKind.OPENED, now(), dict(opening))
        self._concluded: tuple[int, Inspection] | None = None

    @property
    def residence(self) -> Residence:
        """Return where the person says they lived."""
        return residence_of(self.case.acts)

    @property
    def plans(self) -> tuple[PlanPeriod, ...]:
        """Return the plans the person says they had."""
        return plans_of(self.case.acts)

    def declare_residence(self, residence: Residence) -> None:
        """Note where the person says they lived; it takes the place of what they said before."""
        if residence != self.residence:
            self.case.append(ActKind.RESIDENCE_DECLARED, now(), stays_detail(residence))

    def declare_plans(self, plans: Sequence[PlanPeriod]) -> None:
        """Note the plans the person says they had; they take the place of those said before."""
        if tuple(plans) != self.plans:
            self.case.append(ActKind.PLANS_DECLARED, now(), plans_detail(plans))

    @property
    def services(self) -> tuple[str, ...]:
        """Return the services the person asks about, sorted."""
        return services_of(self.case.acts)

    def declare_services(self, services: Sequence[str]) -> None:
        """Note which services the person asks about; they take the place of those said before."""
        if tuple(sorted(services)) != self.services:
            self.case.append(ActKind.SERVICES_DECLARED, now(), {"services": [*sorted(services)]})

    @property
    def maker(self) -> str | None:
        """Return who makes the report, None where nobody is named."""
        return maker_of(self.case.acts)

    def name_maker(self, name: str | None) -> None:
        """Note who makes the report."""
        if (name or None) != self.maker:
            self.case.append(ActKind.MAKER_NAMED, now(), {"name": name or None})

    @property
    def consent(self) -> str | None:
        """Return what is noted of the helped person's consent, None where the maker asks for themselves."""
        return consent_of(self.case.acts)

    def note_consent(self, text: str | None) -> None:
        """Note how the person the maker helps agreed; None: the maker asks for themselves."""
        if (text or None) != self.consent:
            self.case.append(ActKind.CONSENT_NOTED, now(), {"note": text or None})

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return the sources that count, captures as the person's word makes them."""
        return tuple(one.source for one in spoken(self.case.readings, self.case.acts))

    @property
    def left_out(self) -> tuple[Source, ...]:
        """Return the sources that the person left out."""
        out = left_out(self.case.acts)
        return tuple(one.source for one in self.case.readings if key_of(one.source) in out)

    def leave_out(self, source: Source) -> None:
        """Note that a source shall not count; nothing of it is deleted."""
        self.case.append(ActKind.SOURCE_LEFT_OUT, now(), {"name": source.name, "sha256": source.sha256})

    def take_in_again(self, source: Source) -> None:
        """Add a source that was left out once more."""
        key = key_of(source)
        self.add(next(one for one in self.case.readings if key_of(one.source) == key))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return the switch positions the person vouches for, in the order they were said."""
        return statements(self.case.acts)

    def withdraw(self, statement: Statement) -> None:
        """Take back a statement; the act that made it stays on record."""
        self.case.append(ActKind.READING_WITHDRAWN, now(), {"act": statement.act})

    def find(self, paths: Sequence[Path]) -> list[Path]:
        """Return the sources in some files and folders, each once, in a stable order."""
        found = find_sources(list(paths))
        self._readers.expect([path for path in found if kind_of(path) is None])
        return found

    def read(
        self,
        path: Path,
        *,
        shows: str | None = None,
        items: bool = False,
        cancelled: Cancelled = never,
        progress: Progress = silent,
    ) -> SourceReading:
        """Read one source without adding it. `shows`: the control a capture shows, by the person's word.

        Changes nothing in the session, so it may run on another thread. Raises ReadCancelledError.
        """
        if shows is not None or kind_of(path) is not None:
            return hold(path, now(), shows.partition("/")[0] if shows else None)
        return self._readers.read(path, now(), items=items, cancelled=cancelled, progress=progress)

    @property
    def password(self) -> str | None:
        """Return what opens encrypted archives; it is kept in memory alone and enters no act."""
        return self._readers.password

    def unlock(self, password: str | None) -> None:
        """Read encrypted archives with this password from now on."""
        self._readers.password = password or None

    def rest(self) -> None:
        """Let go of what reads, until something is to be read again."""
        self._readers.rest()

    def add(self, reading: SourceReading) -> None:
        """Add what was read from a source."""
        self.case.add(reading, now())

    def say(self, said: Said) -> None:
        """Note a switch position the person vouches for; a file that shows it was added before."""
        kind = ActKind.READING_SHOWN if said.path else ActKind.READING_DECLARED
        details = reading_detail(self._fact(said))
        if said.read is not None:
            details["read"] = said.read
        self.case.append(kind, now(), details)

    @property
    def is_answered(self) -> bool:
        """Answer whether the answer to the case as it stands is known, so that `inspection` takes no time."""
        return self._concluded is not None and self._concluded[0] == len(self.case.acts)

    def inspection(self) -> Inspection:
        """Return the answer to the case as it stands, computed anew only after another act."""
        count = len(self.case.acts)
        if self._concluded is None or self._concluded[0] != count:
            self._concluded = (count, conclude(self.case, self.catalog, now()))
        return self._concluded[1]

    def _source(self, path: Path) -> Source:
        sources = [one.source for one in self.case.readings]
        return next(source for source in sources if source.path.absolute() == path.absolute())

    def _fact(self, said: Said) -> Fact:
        grade, place = Grade.DECLARED, None
        if said.path is not None:
            source = self._source(said.path)
            grade = Grade.SHOWN
            place = Provenance(source.sha256, None, None, UNKNOWN_MOMENT, WHOLE_FILE, "")
        return Fact(
            FactKind.SETTING_READING,
            said.control.partition("/")[0],
            said.position,
            grade,
            said.moment,
            control=said.control,
            provenance=place,
        )
