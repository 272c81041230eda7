# SPDX-License-Identifier: Apache-2.0
"""Whose account it is: the profile address that takes part everywhere, cross-checked between files."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


def profile_url(text: str) -> str:
    """Return a profile address as it is compared."""
    return text.strip().rstrip("/")


@dataclass(frozen=True, slots=True)
class Identity:
    """The member's profile address and name, as far as the export shows them."""

    url: str | None
    name: str

    def wrote(self, sender: str, url: str) -> bool:
        """Tell whether a line of a chat with an assistant is the member's own; the assistant has no name."""
        if self.url and url:
            return profile_url(url) == self.url
        if self.name:
            return _same_name(sender, self.name)
        return bool(sender and url)


class Owner:
    """Gathers who takes part in messages and invitations, and the name in the profile."""

    def __init__(self) -> None:
        self._in_messages: Counter[str] = Counter()
        self._in_invitations: Counter[str] = Counter()
        self._named: dict[str, str] = {}
        self.name = ""

    def messages(self, parts: Counter[str], names: dict[str, str]) -> None:
        """Take in how many messages each address takes part in, and the name each sender goes by."""
        self._in_messages.update(parts)
        self._named.update(names)

    def invitation(self, url: str) -> None:
        """Take in the address of the member's side of an invitation."""
        self._in_invitations[profile_url(url)] += 1

    def url(self) -> str | None:
        """Return the member's own profile address; None where the files disagree or do not show it."""
        talks, invites = self._leader(self._in_messages), _single(self._in_invitations)
        if talks and invites:
            return talks if talks == invites else None
        return talks or invites

    def identity(self) -> Identity:
        """Return what is known of the member when all files were read."""
        return Identity(self.url(), self.name)

    def _leader(self, counts: Counter[str]) -> str | None:
        """Return the address in most messages; where several are, the one with the profile's name."""
        most = max(counts.values(), default=0)
        leaders = sorted(url for url, count in counts.items() if count == most)
        if len(leaders) > 1 and self.name:
            leaders = [url for url in leaders if _same_name(self._named.get(url, ""), self.name)]
        return leaders[0] if len(leaders) == 1 else None


def _single(counts: Counter[str]) -> str | None:
    return next(iter(counts)) if len(counts) == 1 else None


def _same_name(first: str, second: str) -> bool:
    return first.split() == second.split()
