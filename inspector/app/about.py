# SPDX-License-Identifier: Apache-2.0
"""What this copy of the program is: its versions, its licence, and the licences of all it is made of.

A frozen program carries a list of its parts with their licence texts; run from its source it has none, and
each part's licence lies where that part was installed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from inspector import __version__
from inspector.app.catalog_choice import catalog_in_use
from inspector.captures.text.models import FINDS, READS
from inspector.domain.text import Note, note
from inspector.system.resources import path

PARTS: Final = "build/parts.txt"
"""The licence texts of all parts, as plain text."""

BILL: Final = "build/sbom.cdx.json"
"""The same parts for machines: CycloneDX."""

_BUILD: Final = "build/build.json"
_SHOWN: Final = 16


@dataclass(frozen=True, slots=True)
class About:
    """`versions` and `licences` are one sentence each; `parts` is the licence text of all parts, if there."""

    versions: tuple[Note, ...]
    licences: tuple[Note, ...]
    parts: str | None


def about() -> About:
    """Return what a page about the program says."""
    parts = parts_text()
    where = note("about.parts.inside") if parts else note("about.parts.source")
    licences = (note("about.licence"), note("about.qt"), where, note("about.no_update"))
    return About(versions(), licences, parts)


def versions() -> tuple[Note, ...]:
    """Name the versions of program and catalog, the build and the models, a hash beside what has one."""
    catalog = catalog_in_use()
    return (
        note("about.version", version=__version__, catalog=catalog.version, sha256=catalog.sha256[:_SHOWN]),
        build(),
        *(note("about.model", file=one.file, sha256=one.sha256[:_SHOWN]) for one in (FINDS, READS)),
    )


def build() -> Note:
    """Say from which commit this copy was frozen and for which system, or that it runs from its source."""
    try:
        told = json.loads(path(_BUILD).read_text(encoding="utf-8"))
        return note("about.build", system=str(told["system"]), time=str(told["commit_time"]))
    except (OSError, ValueError, KeyError, TypeError):
        return note("about.source")


def parts_text() -> str | None:
    """Return all licence texts, None where this copy carries none."""
    try:
        return path(PARTS).read_text(encoding="utf-8")
    except OSError:
        return None
