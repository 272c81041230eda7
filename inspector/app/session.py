# SPDX-License-Identifier: Apache-2.0
"""One person's question while it is being worked on: acts are added, the answer follows from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.app.case_opening import opening
from inspector.app.conclude import conclude
from inspector.app.passwords import Passwords
from inspector.app.reading import Readers
from inspector.app.reading_captures import CaptureReaders
from inspector.app.request import Answered, Said
from inspector.archives.find import find_sources
from inspector.archives.within import below, is_there, within
from inspector.captures.facts import stated
from inspector.captures.held import hold, is_settings_file, kind_held
from inspector.cases.acts import ActKind, Detail
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
from inspector.cases.standing import Statement, key_of, left_out, rejected, spoken, statements
from inspector.cases.story import Story, Told, stories, story_detail
from inspector.catalog.index import Catalog
from inspector.domain.captured import Captured
from inspector.domain.facts import Fact, Provenance
from inspector.domain.moment import UNKNOWN_MOMENT
from inspector.domain.reading import SourceReading
from inspector.domain.residence import PlanPeriod, Residence
from inspector.domain.sources import Source
from inspector.domain.words import FactKind, Grade
from inspector.report.inspection import Inspection
from inspector.system.clock import now

# What keeps a case on disk is loaded only where one is.
if TYPE_CHECKING:
    from inspector.app.case_keeping import Keeper, Kept

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

    def __init__(
        self,
        catalog: Catalog,
        case: Case | None = None,
        readers: Readers | None = None,
        keeper: Keeper | None = None,
    ) -> None:
        """Open a case, a new one in memory by default. `keeper` keeps the originals of one on disk."""
        self.catalog = catalog
        self._readers = readers or Readers()
        self._capture_readers: CaptureReaders | None = None
        self.case: Case = case if case is not None else MemoryCase()
        self.keeper = keeper
        self._kept: dict[str, Kept] = {}
        self._captured = {one.source.sha256: one.captured for one in self.case.readings if one.captured}
        if keeper is not None or not self.case.acts:
            self.case.append(ActKind.OPENED, now(), opening(catalog, now()))
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
    def stories(self) -> Mapping[str, Told]:
        """Return how the person says they got each source, by its key; only what was told."""
        return stories(self.case.acts)

    def tell_story(self, source: Source, story: Story) -> None:
        """Note how the person says they got a source; it takes the place of what they said before."""
        before = self.stories.get(key_of(source))
        if story != (before.story if before else Story()):
            self.case.append(ActKind.STORY_TOLD, now(), story_detail(source, story))

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

    def note_taken(self, details: Mapping[str, Detail]) -> None:
        """Note that the program took a picture, by which clock and on which system."""
        self.case.append(ActKind.TAKEN, now(), details)

    def note_failure(self, what: str) -> None:
        """Note that something was tried and did not work: `export` or `read`."""
        self.case.append(ActKind.FAILED, now(), {"what": what})

    def reject(self, source: Source, setting: int) -> None:
        """Note that a file does not show the setting of that number which was read in it."""
        self.case.append(
            ActKind.READING_REJECTED,
            now(),
            {"source": source.sha256, "setting": setting, "name": source.name},
        )

    @property
    def rejected(self) -> frozenset[tuple[str, int]]:
        """Return the readings that the person says are none: SHA-256 of the file, number of the setting."""
        return rejected(self.case.acts)

    def find(self, paths: Sequence[Path]) -> list[Path]:
        """Return the sources in some files and folders, each once, in a stable order."""
        found = find_sources(list(paths), is_settings_file)
        captures = [path for path in found if kind_held(path) is not None]
        self._readers.expect([path for path in found if path not in captures])
        self.capture_readers.expect(captures)
        return found

    def read(
        self,
        path: Path,
        *,
        looks: bool = False,
        shows: bool = False,
        items: bool = False,
        cancelled: Cancelled = never,
        progress: Progress = silent,
    ) -> SourceReading:
        """Read one source without adding it. `shows`: it is a capture, by the person's word.

        Mails and pages are read at once, pictures only where one `looks`: that takes some seconds each.
        Where the case keeps originals, they are copied then. Nothing of it counts before it is added, so
        this may run on another thread. Raises ReadCancelledError.
        """
        reading = self._read(
            path, looks=looks, shows=shows, items=items, cancelled=cancelled, progress=progress
        )
        if self.keeper is not None and not reading.is_only_inside:
            kept = self.keeper.take(reading.source, cancelled, progress)
            if kept is not None:
                self._kept[key_of(reading.source)] = kept
        return reading

    def inside(self, path: Path, reading: SourceReading) -> tuple[Path, ...]:
        """Return the exports to be read of a file that holds several, each in its folder; else none.

        What lies in such a folder is not looked into once more: nothing can go on for ever.
        """
        folders = () if within(path) else reading.inside
        paths = (below(path, folder) for folder in folders)
        return tuple(one for one in paths if one is not None)

    def _read(
        self, path: Path, *, looks: bool, shows: bool, items: bool, cancelled: Cancelled, progress: Progress
    ) -> SourceReading:
        kind = kind_held(path)
        if kind is None and not (looks or shows):
            return self._readers.read(path, now(), items=items, cancelled=cancelled, progress=progress)
        held = hold(path, now())
        if not held.source.sha256 or not (looks or kind in ("page", "mail")):
            return held
        return stated(held, self.capture_readers.read(path, now(), cancelled, progress))

    @property
    def capture_readers(self) -> CaptureReaders:
        """Return what reads pictures, pages and mails; it starts with the first of them."""
        if self._capture_readers is None:
            self._capture_readers = CaptureReaders((), self.catalog)
        return self._capture_readers

    def captured(self, source: Source) -> Captured | None:
        """Return what was read in a picture, page or mail, None where it was not looked at."""
        return self._captured.get(source.sha256)

    @property
    def read_in_captures(self) -> Mapping[str, Captured]:
        """Return what was read in captures, by their SHA-256."""
        return dict(self._captured)

    def learn(self, source: Source, captured: Captured) -> None:
        """Take what was read in a picture after it was added; nothing of it counts without the person."""
        self._captured[source.sha256] = captured
        if self.keeper is not None:
            known = next(one for one in self.case.readings if key_of(one.source) == key_of(source))
            self.keeper.case.replace(replace(known, captured=captured))

    @property
    def passwords(self) -> Passwords:
        """Return what opens encrypted archives; they are kept in memory alone and enter no act."""
        return self._readers.passwords

    def unlock(self, password: str | None) -> None:
        """Read encrypted archives with this password from now on."""
        self.passwords.give(password)

    def rest(self) -> None:
        """Let go of what reads, until something is to be read again."""
        self._readers.rest()
        if self._capture_readers is not None:
            self._capture_readers.close()

    def add(self, reading: SourceReading) -> None:
        """Add what was read from a source, after what was kept of its originals."""
        kept = self._kept.pop(key_of(reading.source), None)
        if kept is not None and self.keeper is not None:
            self.keeper.note(kept, now())
        self.found_again(reading)
        self.case.add(reading, now())
        if reading.captured is not None and reading.source.sha256:
            self._captured[reading.source.sha256] = reading.captured

    def found_again(self, reading: SourceReading) -> None:
        """Where a file of the case is gone from its place, the same file elsewhere stands in for it."""
        known = (one for one in self.case.readings if key_of(one.source) == key_of(reading.source))
        before = next(known, None)
        if self.keeper is not None and before is not None and not is_there(before.source.path):
            self.keeper.case.replace(reading)

    def say(self, said: Said) -> None:
        """Note a switch position the person vouches for; a file that shows it was added before."""
        kind = ActKind.READING_SHOWN if said.path else ActKind.READING_DECLARED
        details = reading_detail(self._fact(said))
        if said.answered is not None:
            details |= _answer(said.answered)
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
        """Return the source at a path; the case takes copies of one file once, so that it stands for all."""
        sources = [one.source for one in self.case.readings]
        here = next((source for source in sources if source.path.absolute() == path.absolute()), None)
        if here is not None:
            return here
        sha256 = hold(path, now()).source.sha256
        return next(source for source in sources if source.sha256 == sha256)

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


def _answer(one: Answered) -> dict[str, Detail]:
    """Return to what a person answered as details of the act."""
    details: dict[str, Detail] = {"read": one.read, "answer": one.answer, "setting": one.setting}
    found = {"place": one.place, "signed_by": one.signed_by}
    return details | {name: value for name, value in found.items() if value is not None}
