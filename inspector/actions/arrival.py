# SPDX-License-Identifier: Apache-2.0
"""Whether all files of an archive have come, as far as their names can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import translate

from inspector.actions.wording import Line, Text, line
from inspector.catalog.entry import Archive, ArchiveParts, ServiceEntry

# A number this high is a date or an id and no count of files.
_MOST = 999


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the names of the files that came say.

    `came`: those that look like files of this archive, sorted. `missing`: what surely lacks. `open`: what no
    name can tell. `whole`: True or False where the names decide it, else None.
    """

    came: tuple[str, ...]
    missing: tuple[Text, ...]
    open: tuple[Text, ...]
    whole: bool | None


def arrival(entry: ServiceEntry, names: Iterable[str]) -> Arrival:
    """Check the names of the files that came from a service. Names alone: what is in them is read later."""
    archive = entry.archive
    if archive is None:
        return Arrival((), (), (line("actions.arrival.no_archive", service=entry.name),), None)
    came = tuple(sorted(name for name in set(names) if _is_of(name, archive)))
    if not came:
        return Arrival((), (line("actions.arrival.none", service=entry.name),), (), whole=False)
    missing = tuple(_missing(came, archive.parts))
    left_open = tuple(_open(came, archive.parts))
    whole = None if left_open else True
    return Arrival(came, missing, left_open, whole=False if missing else whole)


def _is_of(name: str, archive: Archive) -> bool:
    """Tell whether a file may be of the archive; where no source says how it is called, any may."""
    numbered = archive.parts.numbered if archive.parts else None
    patterns = (*archive.names, *([numbered.replace("{n}", "*")] if numbered else []))
    return not patterns or any(_matches(name, pattern) for pattern in patterns)


def _matches(name: str, pattern: str) -> bool:
    return re.fullmatch(translate(pattern), name, re.IGNORECASE) is not None


def _missing(came: Sequence[str], parts: ArchiveParts | None) -> Iterator[Line]:
    if parts is None:
        return
    for pattern in parts.needed:
        if not any(_matches(name, pattern) for name in came):
            yield line("actions.arrival.needed", name=pattern)
    if parts.numbered is None:
        return
    for first, numbers in sorted(_sets(came, parts.numbered).items()):
        lacking = sorted(set(range(parts.first, max(numbers))) - set(numbers))
        if lacking:
            lacking_said = ", ".join(str(number) for number in lacking)
            yield line("actions.arrival.lacking", n=len(lacking), numbers=lacking_said, name=first)


def _open(came: Sequence[str], parts: ArchiveParts | None) -> Iterator[Line]:
    if parts is None:
        yield line("actions.arrival.unknown")
    elif parts.numbered is not None:
        yield line("actions.arrival.last")
    elif parts.single:
        if len(came) > 1:
            yield line("actions.arrival.more_than_one", n=len(came))
    elif not parts.needed:
        yield line("actions.arrival.compare")


def _sets(came: Sequence[str], numbered: str) -> dict[str, list[int]]:
    """Return the numbers of each set of parts, by the beginning of its names."""
    before, _, after = numbered.partition("{n}")
    start = "".join("(.*)" if piece == "*" else re.escape(piece) for piece in re.split(r"(\*)", before))
    end = "".join(".*" if piece == "*" else re.escape(piece) for piece in re.split(r"(\*)", after))
    shape = re.compile(f"({start})(\\d{{1,4}}){end}", re.IGNORECASE)
    found: dict[str, list[int]] = {}
    for name in came:
        match = shape.fullmatch(name)
        if match and int(match[match.re.groups]) <= _MOST:
            found.setdefault(match[1], []).append(int(match[match.re.groups]))
    return found
