# SPDX-License-Identifier: Apache-2.0
"""What the program and its worker say to each other: typed messages, never objects that could run.

The worker has looked at hostile bytes, so the program believes none of its messages: each is decoded into the
types below, and results are checked again (`checking`) before they are used.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from inspector.domain.captured import Captured, Secret
from inspector.domain.facts import Bins, Fact, Tally
from inspector.domain.residence import PlanPeriod
from inspector.domain.skeleton import Alike, Skeleton, Spot
from inspector.domain.sources import Member, Source
from inspector.domain.text import Note
from inspector.worker.message import Message
from inspector.worker.redaction import (
    Rebuild,
    RebuiltItem,
    Reveal,
    Revealed,
    Search,
    Searched,
    Seek,
    Seeking,
)

Work = Literal["read", "verify", "render", "capture", "outline", "redact"]
"""What a worker is started for; it does nothing else in its life."""

WORKER_ARGUMENT: Final = "--worker"
"""First argument by which a frozen program starts itself as a worker; the second one is the Work."""


class Grant(Message, frozen=True):
    """The first message to a worker: the files and folders that it will be asked about."""

    paths: tuple[bytes, ...]


class Read(Message, frozen=True):
    """Read one source. `broken`: the places of members at which an earlier worker ended."""

    path: bytes
    now: datetime
    items: bool
    broken: tuple[int, ...] = ()
    password: str | None = None

    def __repr__(self) -> str:
        """Say no more than what it is: the password shows itself nowhere by accident."""
        return "Read(…)"


class Fetch(Message, frozen=True):
    """Give the bytes of one member once more. It is the second task of a worker that reads."""

    path: bytes
    name: str
    password: str | None = None

    def __repr__(self) -> str:
        """Say no more than what it is, as `Read` does."""
        return "Fetch(…)"


class Outline(Message, frozen=True):
    """Tell what a source is made of, without what it says. `broken` as in `Read`."""

    path: bytes
    broken: tuple[int, ...] = ()
    password: str | None = None

    def __repr__(self) -> str:
        """Say no more than what it is, as `Read` does."""
        return "Outline(…)"


class Verify(Message, frozen=True):
    """Check one bundle. `expect`: the fingerprint as someone gave it. `opening`: a file that opens a part.

    `password` opens a locked bundle.
    """

    path: bytes
    expect: str | None
    opening: bytes | None = None
    password: str | None = None

    def __repr__(self) -> str:
        """Say no more than what it is, as `Read` does."""
        return "Verify(…)"


class Examine(Message, frozen=True):
    """Check one bundle and tell what it answers, in verdicts and counts alone."""

    path: bytes


class Render(Message, frozen=True):
    """Set the pages of a document, which is JSON."""

    document: bytes


class Capture(Message, frozen=True):
    """Read one picture, page or mail. `keys`: text of the file of keys for the signatures of mails."""

    path: bytes
    now: datetime
    keys: str = ""


class Mask(Message, frozen=True):
    """Give a copy of a page or mail with all masked that opens an account. It is for a worker that captures.

    `message`: only that one of a mailbox, counted from 1. `bare`: a picture without its notes on
    place, device and person.
    """

    path: bytes
    message: int | None = None
    bare: bool = False


class Cancel(Message, frozen=True):
    """End the task at hand."""


Redact = Rebuild | Reveal | Seek | Search
Task = Read | Fetch | Outline | Verify | Examine | Render | Capture | Mask | Redact
ToWorker = Grant | Task | Cancel


class Ready(Message, frozen=True):
    """The worker has its limits and waits for tasks. `held`: the limits that this system offers."""

    held: tuple[str, ...]


class Progress(Message, frozen=True):
    """How many bytes of how many have been dealt with."""

    done: int
    total: int


class Entered(Message, frozen=True):
    """The bytes of this member come next. `ordinal`: its place in the source."""

    ordinal: int
    name: str


class Members(Message, frozen=True):
    """Some members of the source, in order."""

    members: tuple[Member, ...]


class Facts(Message, frozen=True):
    """Some facts, in order."""

    facts: tuple[Fact, ...]


class Counted(Message, frozen=True):
    """A tally without its bins, which follow."""

    tally: Tally


class Binned(Message, frozen=True):
    """Bins of the tally that was named last: all of one kind, or those that follow the last ones sent."""

    bins: Bins


class Plans(Message, frozen=True):
    """Some plan periods, in order."""

    plans: tuple[PlanPeriod, ...]


class ReadDone(Message, frozen=True):
    """The source itself; all that it states has been sent before. `inside`: as in a `SourceReading`."""

    source: Source
    inside: tuple[str, ...] = ()


class Fetched(Message, frozen=True):
    """A part of the bytes asked for, in order; the last one says so."""

    data: bytes
    last: bool


class Outlined(Message, frozen=True):
    """Members that share a shown name and a form, without their places, which follow."""

    members: Alike


class Spots(Message, frozen=True):
    """Some places in the members that were named last, in order."""

    spots: tuple[Spot, ...]


class OutlineDone(Message, frozen=True):
    """The skeleton of the source; all its members have been sent before."""

    skeleton: Skeleton


class CheckLine(Message, frozen=True):
    """What one check of a bundle found."""

    name: str
    ok: bool | None
    notes: tuple[Note, ...]


class Verified(Message, frozen=True):
    """What all checks of a bundle found."""

    fingerprint: str | None
    checks: tuple[CheckLine, ...]


class Examined(Message, frozen=True):
    """What all checks of a bundle found; its answer as JSON, None where there is none to tell."""

    found: Verified
    answer: bytes | None


class Rendered(Message, frozen=True):
    """A part of the file that was made, in order; the last one says so."""

    data: bytes
    last: bool


class CaptureNamed(Message, frozen=True):
    """Which setting a picture names, told while it is still being read: nothing of it counts yet."""

    captured: Captured


class CaptureDone(Message, frozen=True):
    """What one file shows."""

    captured: Captured


class Masked(Message, frozen=True):
    """What was masked in the copy whose parts were sent before, as `Fetched`."""

    secrets: tuple[Secret, ...]


class Refused(Message, frozen=True):
    """The task cannot be done, for a reason that is told."""

    detail: str


class Stopped(Message, frozen=True):
    """The task was ended because that was asked for."""


class Broke(Message, frozen=True):
    """The worker ends by a fault of its own. `place`: kind and place of it, nothing of what it says."""

    place: str


FromWorker = (
    Ready
    | Progress
    | Entered
    | Members
    | Facts
    | Counted
    | Binned
    | Plans
    | ReadDone
    | Fetched
    | Outlined
    | Spots
    | OutlineDone
    | Verified
    | Examined
    | Rendered
    | CaptureNamed
    | CaptureDone
    | Masked
    | RebuiltItem
    | Revealed
    | Seeking
    | Searched
    | Refused
    | Stopped
    | Broke
)

NOWHERE: Final = Path()
"""The path that a worker's Source has on the wire: only the program knows what it asked about."""


def _plain(value: Any) -> Any:
    if isinstance(value, Path):
        return ""
    raise NotImplementedError


def _nowhere(kind: type[Any], value: Any) -> Any:
    del value
    if issubclass(kind, Path):
        return NOWHERE
    raise NotImplementedError


_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=_plain)
_TASKS: Final[msgspec.msgpack.Decoder[ToWorker]] = msgspec.msgpack.Decoder(ToWorker)
_ANSWERS: Final[msgspec.msgpack.Decoder[FromWorker]] = msgspec.msgpack.Decoder(FromWorker, dec_hook=_nowhere)


def encoded(message: Message) -> bytes:
    """Return a message as bytes. Raises UnicodeEncodeError for text that has no UTF-8."""
    return _ENCODER.encode(message)


def task_of(data: bytes) -> ToWorker:
    """Return the message to the worker that these bytes are. Raises msgspec.DecodeError."""
    return _TASKS.decode(data)


def answer_of(data: bytes) -> FromWorker:
    """Return the message of a worker that these bytes are. Raises msgspec.DecodeError."""
    return _ANSWERS.decode(data)
