# SPDX-License-Identifier: Apache-2.0
"""What goes into a bundle, as values: sources, the members that state a cited fact, the ones only counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from inspector.domain.captured import Secret
from inspector.domain.text import Note

Content = bytes | Path | Callable[[], BinaryIO]
"""Bytes, a file, or a function that opens a fresh stream at its start. It is read twice, a piece at a time.

Opening and reading raise OSError for what cannot be read.
"""


class BundleError(Exception):
    """No bundle was made; `note` says why. Nothing is left behind at the target."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.key)
        self.note = note


@dataclass(frozen=True, slots=True)
class Payload:
    """A file of the bundle. `sha256`: what its bytes must hash to, where known. `name`: its real name."""

    path: str
    source: Content
    sha256: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A file that an original consists of: the archive itself, one numbered part, one file of a folder.

    Of a page or mail it is a copy where `masked` names what was masked in it; `sha256` is that of the copy.
    """

    name: str
    sha256: str
    content: Content
    masked: tuple[Secret, ...] = ()


@dataclass(frozen=True, slots=True)
class Original:
    """A source as the findings list it. `parts` holds its bytes where the bundle carries them, else nothing.

    `sha256` of a folder is that of its sorted member listing, `size` counts bytes. `withheld`: what of these
    is not told, such as `bytes`.
    """

    source: str
    name: str
    kind: str
    sha256: str
    size: int
    parts: tuple[Part, ...] = ()
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CitedMember:
    """A file inside source `source` that states a fact the findings cite; its bytes travel in the bundle."""

    source: str
    name: str
    sha256: str
    content: Content


@dataclass(frozen=True, slots=True)
class CountedMember:
    """A file inside source `source` whose records were only counted, by data class; its bytes stay behind."""

    source: str
    name: str
    sha256: str
    size: int
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Program:
    """What made the bundle: its name and version, and the catalog it reasoned with."""

    name: str
    version: str
    catalog_version: str
    catalog_sha256: str


@dataclass(frozen=True, slots=True)
class BundleContents:
    """Everything a bundle is made of.

    `acts`: the custody log in order, as plain JSON objects that `inspector.cases.custody` has chained.
    `report_pdf`: makes the report from the fingerprint it prints; called once. `record_json`: how each item
    came in. `declarations`: makes drafts to sign from the fingerprint they name. `redaction_json`: what was
    withheld of a redacted bundle.
    """

    findings_json: bytes
    acts: tuple[Mapping[str, object], ...]
    originals: tuple[Original, ...]
    cited: tuple[CitedMember, ...]
    counted: tuple[CountedMember, ...]
    report_pdf: Callable[[str], bytes]
    program: Program
    record_json: bytes | None = None
    declarations: Callable[[str], bytes] | None = None
    redaction_json: bytes | None = None
