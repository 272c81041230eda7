# SPDX-License-Identifier: Apache-2.0
"""What of a case still stands: statements that were not taken back, sources that were not left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector.cases.acts import Act, ActKind, Detail
from inspector.domain.moment import UNKNOWN_MOMENT, Moment
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Source
from inspector.domain.text import note
from inspector.domain.wire import moment_value

_READINGS = (ActKind.READING_DECLARED, ActKind.READING_SHOWN)


@dataclass(frozen=True, slots=True)
class Statement:
    """A switch position the person vouches for; `act` says so. `source`: SHA-256 of its file.

    `place` is where in the file it stands, `answers` which of the settings read there it answers, from 0.
    `signed_by`: the domain whose signature on the mail holds.
    """

    act: int
    control: str
    position: str
    moment: Moment
    source: str | None
    place: str | None = None
    answers: int | None = None
    signed_by: str | None = None


def standing(acts: Sequence[Act]) -> tuple[Act, ...]:
    """Return the acts that state a reading, in order, without those taken back or of sources left out."""
    taken_back = {act.details.get("act") for act in acts if act.kind is ActKind.READING_WITHDRAWN}
    out = left_out(acts)
    return tuple(
        act
        for act in acts
        if act.kind in _READINGS and act.number not in taken_back and act.details.get("source") not in out
    )


def statements(acts: Sequence[Act]) -> tuple[Statement, ...]:
    """Return what the person vouches for, in the order it was said."""
    return tuple(_statement(act) for act in standing(acts))


def left_out(acts: Sequence[Act]) -> frozenset[str]:
    """Return the keys (see `key_of`) of the sources that the person left out and did not add again."""
    out: set[str] = set()
    for act in acts:
        key = str(act.details.get("sha256") or act.details.get("name"))
        if act.kind is ActKind.SOURCE_LEFT_OUT:
            out.add(key)
        elif act.kind is ActKind.ADDED:
            out.discard(key)
    return frozenset(out)


def rejected(acts: Sequence[Act]) -> frozenset[tuple[str, int]]:
    """Return the readings that the person says are none: SHA-256 and number of the setting in that file."""
    out: set[tuple[str, int]] = set()
    for act in acts:
        key = str(act.details.get("source") or act.details.get("sha256"))
        if act.kind is ActKind.READING_REJECTED:
            out.add((key, int(str(act.details["setting"]))))
        elif act.kind is ActKind.ADDED:
            out = {one for one in out if one[0] != key}
    return frozenset(out)


def key_of(source: Source) -> str:
    """Return what acts know a source by: its SHA-256, its name where it could not be read at all."""
    return source.sha256 or source.name


def spoken(readings: Sequence[SourceReading], acts: Sequence[Act]) -> tuple[SourceReading, ...]:
    """Return the sources that count, captures as the person's word makes them.

    A capture nobody speaks for may bear on the answer, and says so; a mail that says no position does not,
    nor one of which the person says that it says none.
    """
    out, denied = left_out(acts), rejected(acts)
    shown = {said.source: said.control.partition("/")[0] for said in statements(acts) if said.source}
    return tuple(_as_said(one, shown, denied) for one in readings if key_of(one.source) not in out)


def _as_said(
    reading: SourceReading, shown: dict[str, str], denied: frozenset[tuple[str, int]]
) -> SourceReading:
    source = reading.source
    if source.kind == "archive" or not source.sha256:
        return reading
    service = shown.get(source.sha256)
    if service is None and source.status in ("read", "partial"):
        return reading
    if service is None and _says_none(reading, denied):
        said = replace(source, status="read", reason=None, unread_bears=False)
    elif service is None:
        reason = source.reason or note("capture.not_said", file=source.name)
        said = replace(source, status="unsupported", service=None, reason=reason, unread_bears=True)
    else:
        said = replace(source, status="read", service=service, reason=None, unread_bears=False)
    return replace(reading, source=said)


def _says_none(reading: SourceReading, denied: frozenset[tuple[str, int]]) -> bool:
    """Answer whether a mailbox is read and the person denies every position that was read in it."""
    captured = reading.captured
    if captured is None or captured.status != "read" or not captured.letters:
        return False
    told = [number for number, one in enumerate(captured.settings) if one.state != "unknown"]
    return all((reading.source.sha256, number) in denied for number in told)


def _statement(act: Act) -> Statement:
    written, source = act.details["moment"], act.details["source"]
    moment = moment_value(written) if isinstance(written, dict) else UNKNOWN_MOMENT
    control, position = str(act.details["control"]), str(act.details["position"])
    place, answers = _text(act.details.get("place")), act.details.get("setting")
    return Statement(
        act.number,
        control,
        position,
        moment,
        _text(source),
        place,
        answers if isinstance(answers, int) else None,
        _text(act.details.get("signed_by")),
    )


def _text(value: Detail) -> str | None:
    return value if isinstance(value, str) else None
