# SPDX-License-Identifier: Apache-2.0
"""The shape of a service file, key by key, where it differs from the value made of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import field

from inspector.catalog.decode import Record, Translated, When
from inspector.catalog.entry import (
    Archive,
    Label,
    LetterUse,
    Link,
    Objection,
    Plan,
    ProviderStatement,
    Related,
    Remark,
    Steps,
    Wording,
)
from inspector.domain.words import DataClass, Practice, Stated, Strength, Switch


class OfferFile(Record, frozen=True):
    """`offered`: from when the control was shown and how it stood."""

    start: When = field(name="from")
    initial: Switch


class RowFile(Record, frozen=True):
    """A practice row. Without `from`: since ever; without `until`: still.

    `lower` and `upper` grade the bounds of `from`; `strength` grades both. `membership_on` is the day on
    which group membership is taken, by default the day of the row's first source.
    """

    id: str
    region: str
    practice: Practice
    sources: tuple[str, ...]
    text: Translated
    plan: str | None = None
    start: When | None = field(name="from", default=None)
    until: When | None = None
    offered: OfferFile | None = None
    strength: Strength | None = None
    lower: Strength | None = None
    upper: Strength | None = None
    membership_on: date | None = None
    checked: date | None = None


class StatementFile(Record, frozen=True):
    """What the provider says about data classes in some regions."""

    classes: tuple[DataClass, ...]
    stated: Stated
    regions: tuple[str, ...]
    sources: tuple[str, ...]
    text: Translated
    start: When | None = field(name="from", default=None)


class ControlFile(Record, frozen=True):
    """A control with its rows, statements, labels, wordings and steps."""

    id: str
    name: Translated
    governs: Translated
    rows: tuple[RowFile, ...]
    steps: tuple[Steps, ...] = ()
    statements: tuple[StatementFile, ...] = ()
    labels: tuple[Label, ...] = ()
    wordings: tuple[Wording, ...] = ()
    link: str | None = None
    switch_of: str | None = None
    consumer_plan: str | None = None
    plans_excluded: tuple[str, ...] = ()


class EventFile(Record, frozen=True):
    """Something dated: a policy version, a regulator's or a court's step, an announcement."""

    id: str
    on: When
    kind: Literal["policy", "regulator", "court", "announcement", "start", "report", "disclosure"]
    title: Translated
    sources: tuple[str, ...]
    regions: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    resets: tuple[str, ...] = ()


class SourceFile(Record, frozen=True):
    """A source. Without `url` a `note` says where it was seen.

    `title` and `publisher`: the name as published, or a text with its languages where the words are ours.
    """

    id: str
    title: str | dict[str, str]
    publisher: str | dict[str, str]
    strength: Strength
    day: date | None = None
    url: str | None = None
    repository: str | None = None
    file: str | None = None
    commit: str | None = None
    sha256: str | None = None
    recorded: datetime | None = None
    effective: date | None = None
    note: Translated | None = None


class ServiceFile(Record, frozen=True):
    """A whole file `services/<id>.toml`."""

    schema: Literal["inspector/service/1"]
    id: str
    name: str
    checked: date
    stale_after: date
    controls: tuple[ControlFile, ...]
    sources: tuple[SourceFile, ...]
    plans: tuple[Plan, ...] = ()
    links: tuple[Link, ...] = ()
    archive: Archive | None = None
    letters: tuple[LetterUse, ...] = ()
    objection: Objection | None = None
    related: tuple[Related, ...] = ()
    not_undone: tuple[Remark, ...] = ()
    limits: tuple[Remark, ...] = ()
    narrow: tuple[Remark, ...] = ()
    said: tuple[ProviderStatement, ...] = ()
    events: tuple[EventFile, ...] = ()
