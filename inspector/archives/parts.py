# SPDX-License-Identifier: Apache-2.0
"""Parts of one export, by the names that services give them.

Google Takeout names them `takeout-20260309T010203Z-001.zip`, later `…-1-001.tgz`: three digits at the end.
Others say `1 of 3`. Snapchat's first part has no number, the second is `mydata~1725955200-2.zip`. Which
number is the last shows only where the name says it; a number that is missing between others is missed in
any case. Meta's parts have no number at all: `facebook-mara-2026-08-10-AbCd12Ef.zip`, where person and day
are those of the export and the rest differs (source: a description of a real export in 22 parts, 2026).
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inspector.archives.within import holder

_ENDING: Final = r"(?P<ending>\.(?:zip|tgz|tar\.gz|tar))"
_FORMS: Final = (
    re.compile(rf"(?P<stem>.+[-_])(?P<number>\d{{3}}){_ENDING}", re.IGNORECASE),
    re.compile(
        rf"(?P<stem>.+[-_ (])(?P<number>\d{{1,3}})[-_ ]of[-_ ](?P<of>\d{{1,3}})\)?{_ENDING}", re.IGNORECASE
    ),
    re.compile(rf"(?P<stem>mydata~\d+)(?:-(?P<number>\d{{1,3}}))?{_ENDING}", re.IGNORECASE),
)
_MOST: Final = 999
_BATCH: Final = re.compile(
    r"(?P<stem>(?:facebook|instagram)-.+-\d{4}-\d\d-\d\d)-[A-Za-z0-9]{8}(?P<ending>\.zip)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PartName:
    """What the name of a part says: which set it is of, its number, and of how many where that is said.

    The number is 0 where the parts of a set have none.
    """

    set_of: tuple[str, str, int | None]
    number: int
    of: int | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one export that lie in one folder, by number; `missing` are numbers that do not.

    `numbered`: their names count them. Others are told to be of one export by person and day alone.
    """

    files: tuple[tuple[int, Path], ...]
    missing: tuple[int, ...]
    of: int | None
    numbered: bool = True


def part_name(name: str) -> PartName | None:
    """Return what a file name says as the name of a part, None where it is none."""
    for form in _FORMS:
        match = form.fullmatch(name)
        if match is None:
            continue
        number, said = int(match["number"] or 1), match.groupdict().get("of")
        of = int(said) if said else None
        if number >= 1 and (of is None or number <= of):
            return PartName((match["stem"].casefold(), match["ending"].casefold(), of), number, of)
    match = _BATCH.fullmatch(name)
    return PartName((match["stem"].casefold(), match["ending"].casefold(), None), 0, None) if match else None


def parts_beside(path: Path) -> Parts | None:
    """Return the set that `path` belongs to, None where it stands alone and its name misses no other.

    The others are looked for by the names they would have, so that nobody needs to see the whole folder;
    those without numbers only where it may be seen.
    """
    own = part_name(path.name)
    if own is None:
        return None
    if not own.number:
        return _batch_beside(path, own)
    found = {own.number: path}
    for number in range(1, (own.of or _MOST) + 1):
        for name in _spellings(path.name, number):
            other = path.with_name(name)
            if number not in found and other.is_file() and not other.is_symlink():
                found[number] = other
    last = own.of or max(found)
    missing = tuple(number for number in range(1, last + 1) if number not in found)
    if len(found) == 1 and not missing:
        return None
    return Parts(tuple(sorted(found.items())), missing, own.of)


def _batch_beside(path: Path, own: PartName) -> Parts | None:
    """Return the set of a part whose name has no number."""
    try:
        with os.scandir(path.parent) as listing:
            names = [one.name for one in listing if one.is_file(follow_symlinks=False)]
    except OSError:
        return None
    alike = (name for name in names if (other := part_name(name)) and other.set_of == own.set_of)
    files = tuple(enumerate((path.with_name(name) for name in sorted({*alike, path.name})), 1))
    return Parts(files, (), None, numbered=False) if len(files) > 1 else None


def _spellings(name: str, number: int) -> list[str]:
    """Return the names that another part of the same set may have: its number as wide, as it is, or none."""
    match = next(match for form in _FORMS if (match := form.fullmatch(name)))
    start, stop = match.span("number")
    if start < 0:
        start = stop = match.start("ending")
        others = [f"{name[:start]}-{number}{name[stop:]}"]
    else:
        texts = dict.fromkeys((f"{number:0{stop - start}d}", str(number)))
        others = [*(name[:start] + text + name[stop:] for text in texts), name[: start - 1] + name[stop:]]
    return [other for other in others if (said := part_name(other)) and said.number == number]


def files_beside(path: Path) -> list[Path]:
    """Return all files that reading `path` will open: it or what it lies in, and the parts of its set."""
    path = holder(path)
    beside = None if path.is_dir() else parts_beside(path)
    return [path] if beside is None else [file for _, file in beside.files]


def one_of_each_set(paths: Sequence[Path]) -> list[Path]:
    """Return the paths in their order, of several parts of one export only that with the lowest number.

    Of parts without numbers it is the first by name.
    """
    chosen: dict[tuple[object, ...], tuple[int, Path]] = {}
    for path in paths:
        name = part_name(path.name)
        key: tuple[object, ...] = (path,) if name is None or path.is_dir() else (path.parent, *name.set_of)
        number = name.number if name is not None else 0
        if key not in chosen or (number, path) < chosen[key]:
            chosen[key] = (number, path)
    kept = {path for _, path in chosen.values()}
    return [path for path in paths if path in kept]
