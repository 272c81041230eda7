# SPDX-License-Identifier: Apache-2.0
"""What the catalog holds about one service and its controls, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, TypeVar

from inspector.catalog.decode import Record, Translated
from inspector.catalog.errors import UnknownIdError
from inspector.domain.practices import Citation, ClassStatement, Control, Event, Row
from inspector.domain.words import DataClass, FactKind

Certainty = Literal["high", "good", "low", "none"]
Platform = Literal["web", "ios", "android", "any"]
LabelPart = Literal["title", "switch", "question", "on", "off", "path"]


class Plan(Record, frozen=True):
    """A plan of the service that a person may have had."""

    id: str
    name: Translated


class Link(Record, frozen=True):
    """An address at the service, and how sure it is."""

    id: str
    url: str
    what: Translated
    certainty: Certainty
    sources: tuple[str, ...]


class Label(Record, frozen=True):
    """What stands on screen in one language. A `path` is a row of words joined by ` > `.

    `inverts`: where the switch beside this text is on, sharing is off.
    """

    lang: str
    part: LabelPart
    text: str
    certainty: Certainty
    sources: tuple[str, ...]
    platform: Platform = "any"
    inverts: bool = False


class Wording(Record, frozen=True):
    """A variant of a settings page that hints at where it was shown; a hint only, never proof.

    `question` is how the question starts; `tells` are words of this variant, `lacks` words of others only.
    """

    id: str
    lang: str
    question: str
    tells: tuple[str, ...]
    lacks: tuple[str, ...]
    regions: tuple[str, ...]
    certainty: Certainty
    text: Translated
    sources: tuple[str, ...]


class Steps(Record, frozen=True):
    """How to reach and use something on one platform: the words of the path and what to do."""

    platform: Platform
    path: tuple[str, ...]
    steps: tuple[Translated, ...]
    sources: tuple[str, ...]


class Choice(Record, frozen=True):
    """Something to choose or tick when the archive is requested."""

    id: str
    text: Translated
    sources: tuple[str, ...]


class ArchiveParts(Record, frozen=True):
    """Of what files the archive consists, for the check that all have come.

    `numbered` is a name with `{n}` for the number and `*` for what varies; `first` is the lowest number.
    `needed` are name patterns that must each be there. `single`: the archive is always one file.
    `text` says it in words.
    """

    text: Translated
    sources: tuple[str, ...]
    numbered: str | None = None
    first: int = 1
    needed: tuple[str, ...] = ()
    single: bool = False


class Archive(Record, frozen=True):
    """How to request the account archive, and what it tells.

    `names` are name patterns with `*` for what varies. `silent` says what the archive does not state.
    `link_valid_hours` None: no source says how long the link in the mail lives, or none is sent.
    `ready_minutes`: how long it takes by a source, at the longest where it names a span; None: none says.
    """

    reader: bool
    tells: tuple[FactKind, ...]
    link: str
    how: Steps
    delivery: tuple[Translated, ...]
    names: tuple[str, ...]
    silent: Translated
    sources: tuple[str, ...]
    link_valid_hours: int | None = None
    ready_minutes: int | None = None
    choices: tuple[Choice, ...] = ()
    parts: ArchiveParts | None = None


class LetterUse(Record, frozen=True):
    """A letter that applies to this service: `right` and the ids of rights.json that may back it.

    `interest_regions`: where the service's own texts name legitimate interest as the legal basis.
    """

    id: str
    right: str
    rights: tuple[str, ...]
    controls: tuple[str, ...]
    purpose: Translated
    sources: tuple[str, ...]
    interest_regions: tuple[str, ...] = ()


class ObjectionCase(Record, frozen=True):
    """A case in which the service's objection form is needed, or is not."""

    id: str
    needed: bool
    text: Translated
    sources: tuple[str, ...]


class Objection(Record, frozen=True):
    """The service's own objection form: its link, the fields it asks for and when it is needed."""

    link: str
    fields: tuple[Translated, ...]
    cases: tuple[ObjectionCase, ...]
    sources: tuple[str, ...]


class Related(Record, frozen=True):
    """Another setting worth a look. `direct`: it decides what the control above can reach."""

    id: str
    section: str
    label: str
    direct: bool
    sources: tuple[str, ...]
    why: Translated | None = None
    link: str | None = None


class Remark(Record, frozen=True):
    """A sourced sentence: what opting out does not undo, a limit of the answer, a place that may narrow it.

    `regions` and `controls` empty: all. `until_found` are ids of the ledger: what asks for an archive is said
    no more once an archive was found to hold one of them.
    """

    id: str
    text: Translated
    sources: tuple[str, ...]
    regions: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    link: str | None = None
    until_found: tuple[str, ...] = ()


class ProviderStatement(Record, frozen=True):
    """A sentence on what the service says about some data classes; it stands beside their counts."""

    id: str
    classes: tuple[DataClass, ...]
    text: Translated
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ControlEntry:
    """One control with all the catalog says about it; `control` is what reasoning takes."""

    control: Control
    name: Translated
    governs: Translated
    link: Link | None
    labels: tuple[Label, ...]
    wordings: tuple[Wording, ...]
    statements: tuple[ClassStatement, ...]
    steps: tuple[Steps, ...]

    @property
    def id(self) -> str:
        """Return `<service>/<control>`."""
        return self.control.id

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the practice rows in file order."""
        return self.control.rows

    @property
    def url(self) -> str | None:
        """Return the address of the switch, None where no source gives one."""
        return self.link.url if self.link else None


@dataclass(frozen=True, slots=True)
class ServiceEntry:
    """One service. `file` is its place below the catalog; `checked` the day its sources were last read."""

    file: str
    id: str
    name: str
    checked: date
    stale_after: date
    plans: tuple[Plan, ...]
    controls: tuple[ControlEntry, ...]
    links: tuple[Link, ...]
    archive: Archive | None
    letters: tuple[LetterUse, ...]
    objection: Objection | None
    related: tuple[Related, ...]
    not_undone: tuple[Remark, ...]
    limits: tuple[Remark, ...]
    narrow: tuple[Remark, ...]
    said: tuple[ProviderStatement, ...]
    events: tuple[Event, ...]
    sources: tuple[Citation, ...]

    def control(self, control_id: str) -> ControlEntry:
        """Return a control by its whole id. Raises UnknownIdError."""
        return _named(self.controls, "control", control_id)

    def link(self, link_id: str) -> Link:
        """Return a link by id. Raises UnknownIdError."""
        return _named(self.links, "link", link_id)

    def source(self, source_id: str) -> Citation:
        """Return a source by id. Raises UnknownIdError."""
        return _named(self.sources, "source", source_id)

    def event(self, event_id: str) -> Event:
        """Return an event by id. Raises UnknownIdError."""
        return _named(self.events, "event", event_id)

    def row(self, row_id: str) -> Row:
        """Return a practice row of any control by id. Raises UnknownIdError."""
        return _named(tuple(row for control in self.controls for row in control.rows), "row", row_id)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Named = TypeVar("_Named", bound=_HasId)


def _named(entries: tuple[_Named, ...], kind: str, name: str) -> _Named:
    for entry in entries:
        if entry.id == name:
            return entry
    raise UnknownIdError(kind, name)
