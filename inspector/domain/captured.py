# SPDX-License-Identifier: Apache-2.0
"""Captured: what one picture, page or mail shows, as far as it was read; what `read --json` is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from inspector.domain.moment import UNKNOWN_MOMENT, Moment
from inspector.domain.text import Note
from inspector.domain.words import Grade

CaptureKind = Literal["capture", "page", "mail"]
Position = Literal["on", "off", "unknown"]
CaptureStatus = Literal["read", "partial", "refused"]
Worth = Literal["taken", "saved", "changed", "agrees"]
"""What a trace of time is worth: when the screen was shown, when a page was stored, when the file was last
written (it is no younger), or a time of day that only agrees with another trace or does not."""

MOST_ALONE: float = 0.6
"""Confidence of a single fact that nothing contradicts: a person is asked."""

AGREEING: float = 0.97
"""Confidence of two facts that agree."""


@dataclass(frozen=True, slots=True)
class Basis:
    """One trace of when a capture was made. `what` names the trace, `raw` is its text as it stands."""

    what: str
    raw: str
    moment: Moment = UNKNOWN_MOMENT
    worth: Worth = "taken"


@dataclass(frozen=True, slots=True)
class Pixels:
    """Boxes of a label and its control in pixels of the original: x, y, width, height."""

    label: tuple[int, int, int, int] | None = None
    control: tuple[int, int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a picture that a person compares with its reading. `box` lies in pixels of the original.

    `png` may be smaller than the box; it never is larger.
    """

    box: tuple[int, int, int, int]
    png: bytes


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as shown. `state` is the switch, `sharing` what it means once an opt-out switch is turned.

    `asked`: a person must confirm it. `locator` is the place in a page or mail. `since`: the service's own
    record of when the switch came to stand so, where it keeps one. `inverts`: a switch that opts out.
    `among`: the controls that its words fit equally, where `control` is None for that reason.
    """

    service: str | None
    control: str | None
    label: str
    lang: str
    state: Position
    sharing: Position
    confidence: float
    asked: bool
    why: tuple[str, ...]
    locator: str = ""
    pixels: Pixels = Pixels()
    since: Moment = UNKNOWN_MOMENT
    inverts: bool = False
    among: tuple[str, ...] = ()
    crop: Crop | None = None


@dataclass(frozen=True, slots=True)
class Secret:
    """A place that holds something that opens an account: what it is and where, never the value.

    Among the notes of a picture it is one that tells of the place, the device or the person.
    """

    what: str
    locator: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail of a service that bears on its settings. `what`: `notice`, `confirmation` or `archive`."""

    service: str
    what: str
    subject: str
    moment: Moment
    locator: str
    grade: Grade | None
    signed_by: str | None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Captured:
    """What one file shows. The first of `settings` is the one it is about; none: none was found.

    `why` holds keys `capture.why.*` about time and origin; those of a setting stand with it. `size`: width
    and height of an opened picture, in which the boxes lie. `notes`: what the file of a picture tells of the
    place, the device and the person, besides what it shows.
    """

    file: str
    kind: CaptureKind
    settings: tuple[Setting, ...] = ()
    moment: Moment = UNKNOWN_MOMENT
    basis: tuple[Basis, ...] = ()
    why: tuple[str, ...] = ()
    status: CaptureStatus = "read"
    reason: Note | None = None
    url: str | None = None
    secrets: tuple[Secret, ...] = ()
    letters: tuple[Letter, ...] = ()
    size: tuple[int, int] | None = None
    notes: tuple[Secret, ...] = ()

    @property
    def setting(self) -> Setting | None:
        """Return the setting the file is about, None where none was found."""
        return self.settings[0] if self.settings else None


_TURNED: dict[Position, Position] = {"on": "off", "off": "on", "unknown": "unknown"}


def sharing_of(state: Position, *, inverts: bool) -> Position:
    """Return what a switch means for sharing; a switch that opts out means the opposite of its position."""
    return _TURNED[state] if inverts else state
