# SPDX-License-Identifier: Apache-2.0
"""manifest.js: X's own list of the files of an archive and of how many records each holds.

What the archive does not hold of it is a loss where it would bear on the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from inspector.archives.formats.wrapped_json import unwrapped
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import iso
from inspector.archives.reader import Seen
from inspector.archives.services.x.records import Gathered, Listed
from inspector.archives.services.x.shapes import FOLDER, LISTED, MANIFEST, key_of
from inspector.domain.facts import Fact
from inspector.domain.sources import LedgerRow
from inspector.domain.text import Note, note
from inspector.domain.words import Outcome

_NAMED: Final = 5
_COUNT: Final = re.compile(r"[0-9]{1,12}")
ROW: Final = "x.own_list"
_FILE: Final = FOLDER + "manifest.js"


def read_manifest(page: Page, gathered: Gathered) -> Iterator[Fact]:
    """Take in whose archive it is, when it was made, and what it should hold. States no fact."""
    for whole in page.records(known=LISTED, blocks=unwrapped(page.stream)):
        owner = whole.get("userInfo", "accountId")
        account = owner.text() if owner is not None else None
        made = whole.get("archiveInfo", "generationDate")
        if made is not None:
            made.time(iso)
        part = whole.get("archiveInfo", "isPartialArchive")
        is_partial = bool(part.flag()) if part is not None else False
        types = whole.get("dataTypes")
        listed = list(_listed(types)) if types is not None else []
        page.done.append(lambda a=account, p=is_partial, found=listed: _keep(gathered, a, p, found))  # type: ignore[misc] # mypy cannot infer a lambda with a default
    yield from ()


def _keep(gathered: Gathered, account: str | None, is_partial: bool, listed: list[Listed]) -> None:  # noqa: FBT001 - a step that is taken later
    if account:
        gathered.accounts.add(account)
    gathered.has_list = True
    gathered.is_partial = gathered.is_partial or is_partial
    gathered.listed += listed


def _listed(types: Node) -> Iterator[Listed]:
    for _, kind in types.entries():
        files = kind.get("files") if isinstance(kind.value, dict) else None
        for file in files.each() if files is not None else ():
            name, count = file.get("fileName"), file.get("count")
            path, number = (name.text() if name else None), (count.text() if count else None)
            if path and number and _COUNT.fullmatch(number):
                yield Listed(path, int(number))


def losses(gathered: Gathered, seen: Seen) -> tuple[Note, ...]:
    """Return what X's list says to be missing, as far as it would bear on the answer."""
    found = [note("member.own_list_part", file=_FILE)] if gathered.is_partial else []
    missing = [one for one in _missing(gathered, seen) if _bears(one)]
    if missing:
        found.append(note("member.own_list_missing", file=_FILE, files=_names(missing), n=len(missing)))
    found += [
        note("member.own_list_fewer", file=one.path, said=one.count, n=max(gathered.counted[one.path]))
        for one in _fewer(gathered)
    ]
    return tuple(found)


def remarks(gathered: Gathered, seen: Seen) -> tuple[Note, ...]:
    """Return what else does not fit X's list, and ids that do not fit the times beside them."""
    missing = [one for one in _missing(gathered, seen) if not _bears(one)]
    found = (
        [note("member.own_list_missing_other", file=_FILE, files=_names(missing), n=len(missing))]
        if missing
        else []
    )
    found += [
        note("member.own_list_more", file=one.path, said=one.count, n=min(gathered.counted[one.path]))
        for one in gathered.listed
        if one.path in gathered.counted and min(gathered.counted[one.path]) > one.count
    ]
    found += [note("member.id_times_differ", file=file, n=n) for file, n in sorted(gathered.apart.items())]
    return tuple(found)


def row(gathered: Gathered, seen: Seen) -> LedgerRow:
    """Return how X's list compares with what the archive holds."""
    here = [member for member in seen.members if key_of(member.path) == MANIFEST]
    if not gathered.has_list:
        outcome: Outcome = "unreadable" if here else "absent"
        return LedgerRow(ROW, _FILE, outcome)
    fitting = sum(one.count in gathered.counted.get(one.path, ()) for one in gathered.listed)
    compared = sum(one.path in gathered.counted for one in gathered.listed)
    absent = len(_missing(gathered, seen))
    detail = note("ledger.detail.own_list", n=fitting, compared=compared, missing=absent)
    return LedgerRow(ROW, here[0].name if here else _FILE, "found", detail)


def _missing(gathered: Gathered, seen: Seen) -> list[Listed]:
    """Return the files that X lists with records and that are not there at all; a list alone misses none."""
    if seen.alone:
        return []
    sought = {path for one in gathered.listed for path in (one.path, one.path.removeprefix(FOLDER))}
    here = sought.intersection(member.path for member in seen.members)
    here |= sought.intersection(seen.others)
    there = {path if path.startswith(FOLDER) else FOLDER + path for path in here}
    return [one for one in gathered.listed if one.count and one.path not in there]


def _fewer(gathered: Gathered) -> list[Listed]:
    return [
        one
        for one in gathered.listed
        if one.path in gathered.counted and max(gathered.counted[one.path]) < one.count
    ]


def _bears(one: Listed) -> bool:
    return key_of(one.path) is not None


def _names(files: list[Listed]) -> str:
    names = sorted(one.path for one in files)
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
