# SPDX-License-Identifier: Apache-2.0
"""What a person asks for: the files, where they lived, their plans, and what they say of the switch."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from inspector.domain.moment import Moment
from inspector.domain.residence import PlanPeriod, Residence
from inspector.domain.text import Note
from inspector.domain.words import Switch

Answer = Literal["confirmed", "corrected"]
"""Whether the person says the same as what was read, or something else."""


class UsageError(ValueError):
    """What was asked for cannot be: `note` says which part and why."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.key)
        self.note = note


@dataclass(frozen=True, slots=True)
class Answered:
    """To what the person answers: the setting of that number read in a file, and what had been read there.

    `place` is where in the file it stands, `signed_by` the domain whose signature on the mail holds.
    """

    setting: int
    read: str
    answer: Answer
    place: str | None = None
    signed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A switch position the person vouches for; `path` is the file that shows it, None from memory.

    `answered` tells to which reading of the program, where the person answered to one.
    """

    control: str
    position: Switch
    moment: Moment
    path: Path | None = None
    answered: Answered | None = None


@dataclass(frozen=True, slots=True)
class Confirm:
    """What a person says to the reading of one file: yes, or the position of the switch they see."""

    path: Path
    answer: Literal["yes", "on", "off"]


@dataclass(frozen=True, slots=True)
class Request:
    """One question. `items`: list every dated item as a fact; `password` opens encrypted archives.

    `confirms` answer to what is read in some of the files; `keys` check the signatures of mails.
    """

    paths: tuple[Path, ...]
    residence: Residence = ()
    plans: tuple[PlanPeriod, ...] = ()
    said: tuple[Said, ...] = ()
    confirms: tuple[Confirm, ...] = ()
    keys: Path | None = None
    items: bool = False
    password: str | None = field(default=None, repr=False)
