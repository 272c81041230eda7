# SPDX-License-Identifier: Apache-2.0
"""Checks a case: whether each original still has its hash and the log its chain. A check is an act."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from inspector.app.case_keeping import Keeper
from inspector.app.case_telling import told
from inspector.app.session import Session
from inspector.archives.again import files_of
from inspector.archives.watch import ReadCancelledError
from inspector.bundle import log_check
from inspector.cases.acts import ActKind, Detail
from inspector.cases.vault.encrypted_file import CHUNK, AlteredError
from inspector.cases.vault.originals import Original
from inspector.domain.sources import Source
from inspector.domain.text import Note, note
from inspector.system.clock import now


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. Names of files that are no longer what they were, and of those that are gone.

    `odd`: what the times in the log say of the clock.
    """

    copies: int
    in_place: int
    acts: int
    altered: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    odd: tuple[Note, ...] = ()

    @property
    def holds(self) -> bool:
        """Answer whether everything is as it was handed in."""
        return not (self.altered or self.gone)

    @property
    def notes(self) -> tuple[Note, ...]:
        """Return what was found, in sentences."""
        found = [note("case.checked.log", count=self.acts), *self.odd]
        if self.copies:
            found.append(note("case.checked.copies", count=self.copies))
        if self.in_place:
            found.append(note("case.checked.in_place", count=self.in_place))
        found += [note("case.checked.altered", name=name) for name in self.altered]
        found += [note("case.checked.gone", name=name) for name in self.gone]
        if self.holds and self.copies + self.in_place:
            found.append(note("case.checked.unchanged", count=self.copies + self.in_place))
        return tuple(found)

    @property
    def details(self) -> dict[str, Detail]:
        """Return the details of the act."""
        return {
            "acts": self.acts,
            "copies": self.copies,
            "in_place": self.in_place,
            "altered": [*self.altered],
            "gone": [*self.gone],
        }


def check(keeper: Keeper, sources: Iterable[Source], cancelled: Callable[[], bool]) -> Checked:
    """Read every original and the log once more. Raises CaseError for a log that does not hold, cancelled."""
    with told():
        keeper.case.check_log()
    there = {str(one.path.absolute()): one for one in sources}
    names = dict(_names(there.values()))
    found: dict[str, list[str]] = {"": [], "altered": [], "gone": []}
    originals = keeper.case.originals
    for one in originals:
        state = _state(one, keeper, there, cancelled)
        found[state].append(names.get(one.sha256, one.sha256))
    copies = sum(one.file is not None for one in originals)
    return Checked(
        copies,
        len(originals) - copies,
        len(keeper.case.acts),
        tuple(sorted(found["altered"])),
        tuple(sorted(found["gone"])),
        tuple(log_check.cautions([act.as_object() for act in keeper.case.acts], now())),
    )


def note_check(session: Session, checked: Checked) -> None:
    """Note in the case that it was checked, and what was found."""
    session.case.append(ActKind.CHECKED, now(), checked.details)


def _names(sources: Iterable[Source]) -> Iterable[tuple[str, str]]:
    for source in sources:
        yield from ((one.sha256, one.name) for one in source.members if one.sha256)
        yield from ((one.sha256, one.name) for one in source.parts)
        yield source.sha256, source.name


def _state(
    one: Original,
    keeper: Keeper,
    there: Mapping[str, Source],
    cancelled: Callable[[], bool],
) -> str:
    try:
        blocks = keeper.case.original(one.sha256) if one.file else _in_place(one, there)
        same = _hash(blocks or (), cancelled) == (one.sha256, one.sha512)
    except AlteredError:
        return "altered"
    except OSError:
        return "gone"
    return "" if same else "altered"


def _in_place(one: Original, there: Mapping[str, Source]) -> Iterable[bytes]:
    """Yield the bytes of what stays in its place. Raises OSError where it is gone."""
    path, source = Path(one.path or ""), there.get(one.path or "")
    files = files_of(source) if source is not None and path.is_dir() else ()
    content = next((file.content for file in files if file.sha256 == one.sha256), path)
    with content.open("rb") if isinstance(content, Path) else content() as file:
        while block := file.read(CHUNK):
            yield block


def _hash(blocks: Iterable[bytes], cancelled: Callable[[], bool]) -> tuple[str, str]:
    small, large = hashlib.sha256(), hashlib.sha512()
    for block in blocks:
        if cancelled():
            raise ReadCancelledError
        small.update(block)
        large.update(block)
    return small.hexdigest(), large.hexdigest()
