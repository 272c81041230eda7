# SPDX-License-Identifier: Apache-2.0
"""What a mail states without anybody's word: that a notice came, from whom and when, located and graded.

A mail whose signature does not hold with a key on file is only alleged: anybody may have written it. What a
mail says of a switch, the person confirms.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from inspector.domain.captured import Captured, Letter, Setting
from inspector.domain.facts import Fact, Provenance
from inspector.domain.moment import UNKNOWN_MOMENT
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Source
from inspector.domain.text import Note, note
from inspector.domain.words import FactKind, Grade, SourceStatus


def stated(held: SourceReading, captured: Captured) -> SourceReading:
    """Return a held capture with what was read in it; mails state facts, all else waits for the person."""
    source = held.source
    if captured.status == "refused" and captured.reason is not None:
        return replace(held, source=replace(source, reason=captured.reason), captured=captured)
    if source.kind != "mail" or not captured.letters:
        return replace(held, source=replace(source, reason=_waits(source, captured)), captured=captured)
    return SourceReading(_read(source, captured), tuple(_facts(source, captured)), captured=captured)


def _waits(source: Source, captured: Captured) -> Note | None:
    """Return the sentence that a capture counts once the person speaks; a clear reading is told in it."""
    one = captured.setting
    if one is None or one.control is None or one.asked or one.sharing == "unknown":
        return source.reason
    return note(f"capture.reads.{one.sharing}", file=source.name, control=one.control)


def told_of(captured: Captured) -> tuple[Setting, ...]:
    """Return the settings that a person may speak of: mails that say no position name them at least."""
    if captured.kind != "mail":
        return captured.settings
    return tuple(one for one in captured.settings if one.state != "unknown" or one.control is not None)


def positions(captured: Captured) -> tuple[Setting, ...]:
    """Return the settings of which a capture may say a position; a mere notice says none."""
    if captured.kind != "mail":
        return captured.settings
    return tuple(setting for setting in captured.settings if setting.state != "unknown")


def _read(source: Source, captured: Captured) -> Source:
    """Return a mailbox that was read; one with an answer to an opt-out waits for the person's word."""
    status: SourceStatus = "partial" if captured.status == "partial" else "read"
    waits = bool(positions(captured))
    services = {letter.service for letter in captured.letters}
    return replace(
        source,
        status="unsupported" if waits else status,
        service=None if waits or len(services) > 1 else services.pop(),
        reason=note("capture.not_confirmed", file=source.name) if waits else captured.reason,
        unread_bears=waits or status == "partial",
    )


def _facts(source: Source, captured: Captured) -> Iterator[Fact]:
    for letter in captured.letters:
        yield _fact(source, letter)


def _fact(source: Source, letter: Letter) -> Fact:
    """Return a letter as a fact, told by its subject; without one by what it is."""
    return Fact(
        FactKind.NOTICE_RECEIVED,
        letter.service,
        letter.subject or letter.what,
        letter.grade or Grade.ALLEGED,
        letter.moment,
        provenance=Provenance(source.sha256, None, None, UNKNOWN_MOMENT, letter.locator, letter.subject),
    )
