# SPDX-License-Identifier: Apache-2.0
"""Keys and columns that a file has and the program has never seen: told by their path, never by a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from inspector.archives.skeleton.words import shown_key
from inspector.domain.text import Note, note

_MOST: Final = 1000
_NAMED: Final = 8
_ANY: Final = "*"


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """The keys an object is known to have, and those of the objects in them; lists are looked through.

    Where `known` gives None, nothing inside is looked at. `every`: the keys are names or ids, all are known,
    and what lies behind each has these keys.
    """

    known: Mapping[str, Keys | None] = field(default_factory=dict)
    every: Keys | None = None
    inner: tuple[tuple[str, Keys], ...] = field(init=False)

    def __post_init__(self) -> None:
        """Note which keys have keys of their own."""
        inner = tuple((key, deeper) for key, deeper in self.known.items() if deeper is not None)
        object.__setattr__(self, "inner", inner)


def keys(names: str = "", /, **inner: Keys | None) -> Keys:
    """Return the keys named in a text with blanks between, and those with keys of their own."""
    return Keys({**dict.fromkeys(names.split()), **inner})


def any_key(inner: Keys) -> Keys:
    """Return the keys of an object whose own keys are ids."""
    return Keys(every=inner)


class NewKeys:
    """Gathers the paths of keys that are new, by the kind of file; the first file with one stands for all."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._paths: dict[str, dict[str, None]] = {}

    def add(self, kind: str, file: str, paths: Iterable[str]) -> None:
        """Take in paths found in a file of a kind."""
        for path in paths:
            self._files.setdefault(kind, file)
            found = self._paths.setdefault(kind, {})
            if len(found) < _MOST:
                found[path] = None

    def notes(self) -> tuple[Note, ...]:
        """Return a sentence for each kind of file that has new keys."""
        return tuple(_note(self._files[kind], sorted(paths)) for kind, paths in sorted(self._paths.items()))


def _note(file: str, paths: list[str]) -> Note:
    more = ", …" if len(paths) > _NAMED else ""
    return note("member.new_keys", file=file, keys=", ".join(paths[:_NAMED]) + more, n=len(paths))


def unknown(value: object, known: Keys, path: str = "") -> Iterator[str]:
    """Yield the paths of keys in a value that are not among the known ones; words nobody knows are `*`."""
    if isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict | list):
                yield from unknown(inner, known, path)
        return
    if not isinstance(value, dict):
        return
    if known.every is not None:
        for inner in value.values():
            yield from unknown(inner, known.every, _joined(path, _ANY))
        return
    for key, inner in value.items():
        if key not in known.known:
            yield _joined(path, shown_key(key))
        elif (deeper := known.known[key]) is not None:
            yield from unknown(inner, deeper, _joined(path, key))


def widened(known: Keys, value: object) -> Keys:
    """Return the known keys and those of a value, inside of which nothing is looked at."""
    if isinstance(value, list):
        for inner in value:
            known = widened(known, inner)
        return known
    if not isinstance(value, dict):
        return known
    if known.every is not None:
        every = known.every
        for inner in value.values():
            every = widened(every, inner)
        return known if every is known.every else Keys(every=every)
    changed: dict[str, Keys | None] = {key: None for key in value if key not in known.known}
    for key, deeper in known.inner:
        if key in value and (wider := widened(deeper, value[key])) is not deeper:
            changed[key] = wider
    return Keys({**known.known, **changed}) if changed else known


def _joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
