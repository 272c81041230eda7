# SPDX-License-Identifier: Apache-2.0
"""Believes nothing of what a worker says of a capture: each value is looked at before anything sees it.

The types have been checked when it was decoded, and with them all words of closed lists.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from inspector.archives.names import shown
from inspector.captures.when.build import TRACES
from inspector.catalog.index import Catalog
from inspector.domain.captured import Basis, Captured, Letter, Pixels, Secret, Setting
from inspector.domain.text import Note, Value
from inspector.domain.words import Grade
from inspector.worker import checking
from inspector.worker.checking import holds

MOST_VALUES: Final = 1 << 21
"""More settings, letters, secrets and traces than any capture is told to have."""

LONGEST_LABEL: Final = 2000
"""Characters of a label or of a mail's subject."""

MOST_CROP: Final = 16 << 20
"""Bytes of the part of a picture that is shown beside its reading."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_LONGEST_RAW: Final = 1 << 17
_LONGEST_PLACE: Final = 1 << 16
_LONGEST_SIDE: Final = 1 << 28
_LANG: Final = re.compile(r"[A-Za-z0-9-]{0,35}")
_DOMAIN: Final = re.compile(r"[a-z0-9._-]{1,253}")
_WHY: Final = ("capture.why.",)
_WHATS: Final = frozenset({"notice", "confirmation", "archive"})


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that the catalog has."""

    services: frozenset[str]
    controls: frozenset[str]

    @classmethod
    def of(cls, catalog: Catalog) -> Known:
        """Return the ids in a catalog."""
        entries = catalog.services()
        controls = (control.id for entry in entries for control in entry.controls)
        return cls(frozenset(entry.id for entry in entries), frozenset(controls))


def captured(one: Captured, path: Path, known: Known) -> Captured:
    """Return what a file shows as far as it can be believed, under the name we know. Raises LieError."""
    name = path.name or str(path)
    checking.moment(one.moment)
    holds(
        len(one.settings) + len(one.basis) + len(one.secrets) + len(one.letters) + len(one.notes)
        <= MOST_VALUES
    )
    holds(one.reason is not None if one.status == "refused" else True)
    holds(not one.settings or one.status != "refused")
    _size(one)
    _reasons(one.why)
    holds(one.url is None or _is_text(one.url, _LONGEST_PLACE))
    for setting in one.settings:
        _setting(setting, one.size, known)
    for trace in one.basis:
        _basis(trace)
    holds(one.kind == "capture" or not one.notes)
    for secret in (*one.secrets, *one.notes):
        _secret(secret)
    for letter in one.letters:
        _letter(letter, known)
    return replace(one, file=name, reason=None if one.reason is None else _reason(one.reason, name))


def named(one: Captured, path: Path, known: Known) -> Captured:
    """Return what a picture names before it is read, as far as it can be believed. Raises LieError."""
    holds(one.kind == "capture" and one.status == "read")
    holds(len(one.settings) == 1 and one.settings[0].asked and one.settings[0].state == "unknown")
    return captured(one, path, known)


def _size(one: Captured) -> None:
    if one.size is not None:
        holds(one.kind == "capture" and all(0 < side <= _LONGEST_SIDE for side in one.size))


def _reason(one: Note, name: str) -> Note:
    """Return a sentence on a file, with the name we know in place of the one that was told."""
    said = checking.sentence(one, ("capture.", "page.", "mail."))
    holds(not said.key.startswith(_WHY))
    return replace(said, values=tuple((key, _named(key, value, name)) for key, value in said.values))


def _named(key: str, value: Value, name: str) -> Value:
    return name if key == "file" else value


def _reasons(keys: Collection[str]) -> None:
    holds(len(keys) <= LONGEST_LABEL)
    for key in keys:
        checking.sentence(Note(key), _WHY)


def _setting(one: Setting, size: tuple[int, int] | None, known: Known) -> None:
    holds(one.service is None or one.service in known.services)
    holds(one.control is None or one.control in known.controls)
    holds(one.control is None or one.service == one.control.partition("/")[0])
    holds(len(one.label) <= LONGEST_LABEL and _LANG.fullmatch(one.lang))
    # A number that is none compares as false.
    holds(0.0 <= one.confidence <= 1.0)
    holds(len(one.locator) <= _LONGEST_PLACE)
    checking.moment(one.since)
    _reasons(one.why)
    holds(one.control is None or not one.among)
    holds(len(one.among) <= len(known.controls) and all(other in known.controls for other in one.among))
    _boxes(one.pixels, size)
    _crop(one, size)


def _crop(one: Setting, size: tuple[int, int] | None) -> None:
    if one.crop is not None:
        _boxes(Pixels(control=one.crop.box), size)
        holds(one.crop.png.startswith(_PNG) and len(one.crop.png) <= MOST_CROP)


def _boxes(one: Pixels, size: tuple[int, int] | None) -> None:
    for x, y, width, height in filter(None, (one.label, one.control)):
        holds(size is not None and x >= 0 and y >= 0 and width > 0 and height > 0)
        holds(size is not None and x + width <= size[0] and y + height <= size[1])


def _basis(one: Basis) -> None:
    holds(one.what in TRACES and len(one.raw) <= _LONGEST_RAW)
    checking.moment(one.moment)


def _secret(one: Secret) -> None:
    checking.identity(one.what)
    holds(_is_text(one.locator, LONGEST_LABEL) and 0 < one.count <= checking.MOST_SIZE)


def secrets(found: tuple[Secret, ...]) -> tuple[Secret, ...]:
    """Return what was masked in a copy as far as it can be believed. Raises LieError."""
    holds(len(found) <= MOST_VALUES)
    for one in found:
        _secret(one)
    return found


def _letter(one: Letter, known: Known) -> None:
    holds(one.service in known.services and one.what in _WHATS)
    holds(one.grade in (None, Grade.RECORDED))
    holds((one.grade is None) == (one.signed_by is None))
    holds(one.signed_by is None or _DOMAIN.fullmatch(one.signed_by))
    holds(len(one.subject) <= LONGEST_LABEL and _is_text(one.locator, LONGEST_LABEL))
    checking.moment(one.moment)
    _reasons(one.why)


def _is_text(text: str, most: int) -> bool:
    """Tell whether a text is no longer than so and hides nothing."""
    return len(text) <= most and shown(text) == text
