# SPDX-License-Identifier: Apache-2.0
"""All labels of the catalog as they are looked for, and the words that tell one service from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

from inspector.captures.labels.everyday import common_words
from inspector.captures.labels.folding import folded, words_of
from inspector.catalog.entry import ControlEntry, Label, ServiceEntry

NamingPart = Literal["switch", "title", "question"]

_NAMES: Final = ("switch", "title", "question")
"""Parts that name a setting, the surest first."""

_SHORTEST: Final = 4
"""Letters of a word that names a service wherever it stands."""

_NAME_FOLLOWS: Final = "["
"""How the catalog marks a name at the end of a label: `Prevent sharing for [site]`."""


@dataclass(frozen=True, slots=True)
class Known:
    """One label as it is looked for."""

    service: str
    control: str
    lang: str
    part: NamingPart
    text: str
    key: str
    inverts: bool
    sure: bool
    """Whether somebody saw the label on screen; otherwise it is expected there."""

    named: bool
    """Whether a name follows that differs from page to page, such as that of a site."""


@dataclass(frozen=True, slots=True)
class StateWords:
    """Words of one control and language that say it is on, or off, folded."""

    on: frozenset[str]
    off: frozenset[str]


class LabelIndex:
    """The labels of some services. A new label in the catalog is found without any change here."""

    def __init__(self, services: Iterable[ServiceEntry]) -> None:
        entries = tuple(services)
        self.names = _names(entries)
        self.labels = tuple(
            known for entry in entries for control in entry.controls for known in _known(entry, control)
        )
        common = common_words()
        states = common.on | common.off | {folded(label.text) for label in _states(entries)}
        self.states = frozenset(states)
        self._words = {control.id: control for entry in entries for control in entry.controls}
        self._hosts = {entry.id: _hosts(entry) for entry in entries}

    @property
    def controls(self) -> tuple[str, ...]:
        """Return the ids of all controls."""
        return tuple(self._words)

    def services_at(self, host: str) -> tuple[str, ...]:
        """Return the services that have pages at a host or below it."""
        wanted = host.lower().removeprefix("www.")
        return tuple(
            service
            for service, hosts in self._hosts.items()
            if any(wanted == known or wanted.endswith(f".{known}") for known in hosts)
        )

    def state_words(self, control: str) -> StateWords:
        """Return the state words of a control in all its languages."""
        labels = self._words[control].labels
        return StateWords(
            frozenset(folded(label.text) for label in labels if label.part == "on"),
            frozenset(folded(label.text) for label in labels if label.part == "off"),
        )


def _names(entries: Iterable[ServiceEntry]) -> dict[str, tuple[str, ...]]:
    """Return the folded names of every service: the whole one, and words of it that no other one has."""
    plain = {entry.id: entry.name.partition("(")[0] for entry in entries}
    uses = Counter(word for name in plain.values() for word in set(words_of(name)))
    return {
        service: tuple(
            dict.fromkeys(
                (folded(name), *(w for w in words_of(name) if uses[w] == 1 and len(w) >= _SHORTEST))
            )
        )
        for service, name in plain.items()
    }


def _hosts(entry: ServiceEntry) -> frozenset[str]:
    """Return the hosts of a service's own pages, as far as its links name them."""
    named = (urlsplit(link.url).hostname for link in entry.links)
    return frozenset(host.removeprefix("www.") for host in named if host)


def _known(entry: ServiceEntry, control: ControlEntry) -> Iterable[Known]:
    for label in control.labels:
        if label.part in _NAMES and folded(label.text):
            yield _as_known(entry, control, label, label.part)


def _states(entries: Iterable[ServiceEntry]) -> Iterable[Label]:
    controls = (control for entry in entries for control in entry.controls)
    return (label for control in controls for label in control.labels if label.part in ("on", "off"))


def _as_known(entry: ServiceEntry, control: ControlEntry, label: Label, part: NamingPart) -> Known:
    sure = label.certainty in ("high", "good")
    fixed, named, _ = label.text.partition(_NAME_FOLLOWS)
    return Known(
        entry.id, control.id, label.lang, part, label.text, folded(fixed), label.inverts, sure, bool(named)
    )
