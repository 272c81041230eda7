# SPDX-License-Identifier: Apache-2.0
"""What a person asks for: the files, where they lived, their plans, and what they say of the switch."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from inspector.domain.moment import Moment
from inspector.domain.residence import PlanPeriod, Residence
from inspector.domain.text import Note
from inspector.domain.words import Switch


class UsageError(ValueError):
    """What was asked for cannot be: `note` says which part and why."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.key)
        self.note = note


@dataclass(frozen=True, slots=True)
class Said:
    """A switch position the person vouches for; `path` is the file that shows it, None from memory.

    `read` is what the program had read in that file, where the person answered to that.
    """

    control: str
    position: Switch
    moment: Moment
    path: Path | None = None
    read: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One question. `items`: list every dated item as a fact; `password` opens encrypted archives."""

    paths: tuple[Path, ...]
    residence: Residence = ()
    plans: tuple[PlanPeriod, ...] = ()
    said: tuple[Said, ...] = ()
    items: bool = False
    password: str | None = field(default=None, repr=False)
