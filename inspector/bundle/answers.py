# SPDX-License-Identifier: Apache-2.0
"""What a bundle answers, without what it says of a person: the verdicts and counts of its findings.json.

Every word that is let through is one of a closed vocabulary, an id, a version or a time, so that nothing of
a person's content can pass, whatever a bundle holds in these places.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec

from inspector.domain.words import Grade, State, Stated

SCHEMA: Final = "inspector/findings/1"
MOST_SOURCES: Final = 100_000
MOST_FINDINGS: Final = 10_000
KINDS: Final = ("archive", "capture", "page", "mail")

_Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*\Z", max_length=64)]
_Version = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z.+-]+\Z", max_length=40)]
_Time = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-(?:0[1-9]|1[0-2])", max_length=20)]
_Count = Annotated[int, msgspec.Meta(ge=0, le=1 << 60)]


class Since(msgspec.Struct, frozen=True):
    """The two bounds of a time, each as far as it is known."""

    not_before: _Time | None
    not_after: _Time | None

    def months(self) -> tuple[str | None, str | None]:
        """Return the months in which the bounds lie, `2025-11`: a day could be one of the person's own."""
        return self.not_before and self.not_before[:7], self.not_after and self.not_after[:7]


class Counted(msgspec.Struct, frozen=True):
    """How much of one kind of thing lies certainly, and possibly further, inside the times of ON."""

    kind: _Id = msgspec.field(name="class")
    count: _Count = 0
    possible: _Count = 0
    stated: Stated = Stated.UNKNOWN


class Verdict(msgspec.Struct, frozen=True):
    """The headline of one finding."""

    service: _Id
    control: _Id
    state: State
    grade: Grade | None
    since: Since | None
    exposure: tuple[Counted, ...] = ()


class Handed(msgspec.Struct, frozen=True):
    """One source, by its kind alone."""

    kind: Literal["archive", "capture", "page", "mail"]


class CatalogUsed(msgspec.Struct, frozen=True):
    """The catalog that was reasoned with."""

    version: _Version


class Made(msgspec.Struct, frozen=True):
    """What made the answer."""

    version: _Version
    catalog: CatalogUsed


class Answer(msgspec.Struct, frozen=True):
    """What a findings.json answers; all else in it is passed over."""

    schema: Literal["inspector/findings/1"]
    program: Made
    complete: bool
    sources: Annotated[tuple[Handed, ...], msgspec.Meta(max_length=MOST_SOURCES)]
    findings: Annotated[tuple[Verdict, ...], msgspec.Meta(max_length=MOST_FINDINGS)]

    def kinds(self) -> dict[str, int]:
        """Return how many sources there are of each kind."""
        return {kind: sum(one.kind == kind for one in self.sources) for kind in KINDS}

    def states(self) -> dict[State, int]:
        """Return how many findings have each state."""
        return {state: sum(one.state is state for one in self.findings) for state in State}


_DECODER: Final = msgspec.json.Decoder(Answer)
_ENCODER: Final = msgspec.json.Encoder()


def answer_of(findings: bytes) -> Answer:
    """Return what a findings.json answers. Raises ValueError where it is none as this program writes it."""
    try:
        return _DECODER.decode(findings)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def encoded(answer: Answer) -> bytes:
    """Return an answer as the part of findings.json that `answer_of` reads."""
    return _ENCODER.encode(answer)
