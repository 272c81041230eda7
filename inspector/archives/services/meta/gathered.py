# SPDX-License-Identifier: Apache-2.0
"""What only shows over several files of an export of Meta, and what there is to say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from inspector.domain.text import Note, note

_NAMED: Final = 5


@dataclass(slots=True)
class Gathered:
    """`accounts` are the names of the owner. `flagged` counts by file what speaks of AI or objections.

    `unknown_regimes` are files that name rules of privacy in words not known. `private`: whether the account
    was private when the export was made, as the profile says, with the file.
    """

    accounts: set[str] = field(default_factory=set)
    flagged: dict[str, int] = field(default_factory=dict)
    unknown_regimes: list[str] = field(default_factory=list)
    private: tuple[str, bool] | None = None
    pages: list[str] = field(default_factory=list)

    @property
    def account(self) -> str | None:
        """Return whose export it is where all files agree."""
        return next(iter(self.accounts)) if len(self.accounts) == 1 else None

    def html(self, file: str) -> None:
        """Take note of a file that was read as HTML."""
        self.pages.append(file)

    def remarks(self) -> tuple[Note, ...]:
        """Return what a person should look at, since the program cannot tell what it means."""
        found = [note("member.meta_speaks_of_ai", file=file, n=n) for file, n in sorted(self.flagged.items())]
        found += [note("member.meta_regime", file=file) for file in sorted(self.unknown_regimes)]
        if self.pages:
            found.append(note("member.meta_html", file=min(self.pages), n=len(self.pages)))
        return tuple(found)
