# SPDX-License-Identifier: Apache-2.0
"""An archive as a maker hands it out: members, the name it would be downloaded under, and its truth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tests.makers.containers import folder
from tests.makers.truth import Truth
from tests.makers.zips import LINKEDIN, Member, Options, zip_bytes


@dataclass(frozen=True, slots=True)
class Made:
    """Members in archive order. ``truth`` speaks of them as made; who changes a member answers for it."""

    name: str
    members: tuple[Member, ...]
    truth: Truth

    def __getitem__(self, name: str) -> bytes:
        """The bytes of one member."""
        return next(member.data for member in self.members if member.name == name)

    @property
    def names(self) -> tuple[str, ...]:
        """The paths inside, in archive order."""
        return tuple(member.name for member in self.members)

    @property
    def newest(self) -> datetime:
        """The latest time written beside a member."""
        return max(member.when for member in self.members)

    def zip(self, options: Options = LINKEDIN) -> bytes:
        """The archive as the service would deliver it."""
        return zip_bytes(self.members, options)

    def write(self, where: Path, options: Options = LINKEDIN) -> Path:
        """Write the zip under its own name into ``where``; returns its path."""
        target = where / self.name
        target.write_bytes(self.zip(options))
        return target

    def unpack(self, where: Path) -> Path:
        """Write the members as a folder named like the zip without its extensions; returns its path."""
        return folder(where / self.stem, self.members)

    @property
    def stem(self) -> str:
        """The name without ``.zip`` or ``.zip.zip``."""
        return self.name.removesuffix(".zip").removesuffix(".zip")

    def with_member(self, name: str, data: bytes) -> Made:
        """The same archive with one member replaced, or added as the last."""
        if name not in self.names:
            return replace(self, members=(*self.members, Member(name, data, self.newest)))
        changed = (replace(m, data=data) if m.name == name else m for m in self.members)
        return replace(self, members=tuple(changed))

    def without(self, *names: str) -> Made:
        """The same archive lacking some members."""
        return replace(self, members=tuple(m for m in self.members if m.name not in names))

    def renamed(self, old: str, new: str) -> Made:
        """The same archive with one member under another name."""
        changed = (replace(m, name=new) if m.name == old else m for m in self.members)
        return replace(self, members=tuple(changed))
