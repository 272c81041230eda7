# SPDX-License-Identifier: Apache-2.0
"""Which services a mail's sender may write for, and what the words of a mail make it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from inspector.captures.labels.index import LabelIndex
from inspector.system import resources

What = Literal["notice", "confirmation", "archive", "other"]

_PARTS: Final = ("request", "granted", "received", "training", "terms", "export")


@dataclass(frozen=True, slots=True)
class Words:
    """What mails say, over all languages, in lower case."""

    request: tuple[str, ...]
    granted: tuple[str, ...]
    received: tuple[str, ...]
    training: tuple[str, ...]
    terms: tuple[str, ...]
    export: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a mail is by its words. `granted`: it says that the service follows the request."""

    what: What
    granted: bool


def services_of(domain: str, index: LabelIndex) -> tuple[str, ...]:
    """Return the services that write from a domain, sorted; none for an unknown one."""
    if not domain:
        return ()
    found = {service for known, services in _senders() if _is_below(domain, known) for service in services}
    found |= set(index.services_at(domain))
    return tuple(sorted(found & set(index.names)))


def told(subject: str, text: str) -> Told:
    """Return what a mail is by the words of its subject and text."""
    whole = f"{subject} {text}".lower().replace("’", "'")
    words = _words()

    def says(some: Iterable[str]) -> bool:
        return any(one in whole for one in some)

    granted = says(words.granted)
    if says(words.request) and (granted or says(words.received)) and says(words.training):
        return Told("confirmation", granted)
    if says(words.terms) and says(words.training):
        return Told("notice", granted=False)
    return Told("archive" if says(words.export) else "other", granted=False)


def _is_below(domain: str, known: str) -> bool:
    return domain == known or domain.endswith(f".{known}")


@cache
def _table() -> dict[str, object]:
    return tomllib.loads(resources.path("captures/mails.toml").read_text("utf-8"))


@cache
def _senders() -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = _table()["senders"]
    return tuple((row["domain"], tuple(row["services"])) for row in rows) if isinstance(rows, list) else ()


@cache
def _words() -> Words:
    langs = _table()["words"]
    tables = langs.values() if isinstance(langs, dict) else ()
    parts = (tuple(sorted({word.lower() for table in tables for word in table[part]})) for part in _PARTS)
    return Words(*parts)
