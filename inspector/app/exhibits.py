# SPDX-License-Identifier: Apache-2.0
"""What of captures goes into a bundle: pages and mails with secrets masked, pictures as the person wants."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from inspector.app.masking import Copy
from inspector.bundle.contents import Part
from inspector.domain.captured import Captured, Secret
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Source
from inspector.report.inspection import Inspection

Copies = Callable[[Source, int | None], Copy]
"""Makes the masked copy of a source, or of one message of it. Raises BundleError."""

Bare = Callable[[Source], Captured | None]
"""Tells what was read in a picture, None where nobody looked at it."""

_MESSAGE: Final = re.compile(r"message (\d{1,9})")


def shown_parts(
    reading: SourceReading, inspection: Inspection, copies: Copies | None = None, bare: Bare | None = None
) -> tuple[Part, ...]:
    """Return the files of a capture that states a fact; `copies` makes them, else they are only listed.

    A mailbox never goes in, only those of its messages that are cited. `bare`: what is known of pictures that
    shall go in without their notes; without it they go in as they are. Raises BundleError.
    """
    source = reading.source
    if source.kind == "archive" or not source.sha256:
        return ()
    if source.kind == "mail":
        return tuple(_part(reading, number, copies) for number in _cited(source, inspection))
    if source.status != "read":
        return ()
    if source.kind == "capture":
        return (_picture(source, copies, bare),)
    return (_part(reading, None, copies),)


def _picture(source: Source, copies: Copies | None, bare: Bare | None) -> Part:
    """Return a picture as it is, or a copy without its notes where it has any; what nobody looked at may."""
    captured = bare(source) if bare is not None else None
    notes = captured.notes if captured is not None else ()
    if bare is None or (captured is not None and not notes):
        return Part(source.name, source.sha256, source.path)
    if copies is None:
        return Part(source.name, source.sha256, source.path, notes)
    copy = copies(source, None)
    return Part(source.name, copy.sha256, copy.data, copy.secrets)


def _cited(source: Source, inspection: Inspection) -> list[int]:
    """Return the messages of a mail or mailbox that facts cite; of one shown as a whole it is the first."""
    places = [fact.provenance for fact in inspection.facts if fact.provenance is not None]
    located = [place.locator for place in places if place.source_sha256 == source.sha256]
    found = (_MESSAGE.fullmatch(locator) for locator in located)
    return sorted({int(match[1]) if match else 1 for match in found})


def _part(reading: SourceReading, message: int | None, copies: Copies | None) -> Part:
    source = reading.source
    name = source.name if message is None or _is_alone(source) else f"{source.name}, message {message}"
    if copies is None:
        return Part(name, source.sha256, source.path, _told(reading.captured, message))
    copy = copies(source, message)
    return Part(name, copy.sha256, copy.data, copy.secrets)


def _is_alone(source: Source) -> bool:
    return source.format == "eml"


def _told(captured: Captured | None, message: int | None) -> tuple[Secret, ...]:
    """Return what was found when the file was read; of one message of many nobody knows it yet."""
    return captured.secrets if captured is not None and message is None else ()
