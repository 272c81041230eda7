# SPDX-License-Identifier: Apache-2.0
"""Regions: codes of ISO 3166, and which group a country belonged to on a day."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from msgspec import field as key

from inspector.catalog.decode import Record, read_json, read_toml

EVERYWHERE = "*"
"""The region of a row that holds wherever no other row does."""


class _Member(Record, frozen=True):
    code: str
    start: date | None = key(name="from")
    until: date | None

    def holds(self, day: date) -> bool:
        """Tell whether the membership held on `day`; both its days are included."""
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)


class _Group(Record, frozen=True):
    id: str
    name: str
    members: tuple[_Member, ...]
    source: str
    also: tuple[str, ...]
    strength: str
    notes: str | None

    def on(self, day: date) -> tuple[str, ...]:
        """Return the codes of the members on `day`."""
        return tuple(member.code for member in self.members if member.holds(day))


class _RegionsFile(Record, frozen=True):
    schema: Literal["inspector/regions/1"]
    made: date
    meaning: dict[str, str]
    groups: tuple[_Group, ...]
    periods: tuple[dict[str, Any], ...]
    open: tuple[str, ...]
    names: dict[str, str]


class _Territories(Record, frozen=True):
    without_state: tuple[str, ...]
    of: dict[str, tuple[str, ...]]


class _CodesFile(Record, frozen=True):
    schema: Literal["inspector/codes/1"]
    countries: tuple[str, ...]
    territories: _Territories
    subdivisions: dict[str, str]
    groups: dict[str, dict[str, str]]
    names: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Regions:
    """The codes a residence may have and the groups of countries that catalog rows are written for."""

    countries: frozenset[str]
    subdivisions: frozenset[str]
    territories: frozenset[str]
    group_names: dict[str, str]
    made: date
    _groups: tuple[_Group, ...]
    _names: dict[str, str]
    _translated: dict[str, dict[str, str]] = field(default_factory=dict)
    _seen: dict[tuple[str, date], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def load(cls, root: Path) -> Regions:
        """Read `regions.json` and `codes.toml` of a catalog folder. Raises CatalogError."""
        file = read_json(root / "regions.json", "regions.json", _RegionsFile)
        codes = read_toml(root / "codes.toml", "codes.toml", _CodesFile)
        names = {**codes.subdivisions, **file.names}
        owned = {code for belonging in codes.territories.of.values() for code in belonging}
        return cls(
            countries=frozenset(codes.countries),
            subdivisions=frozenset(code for code in names if "-" in code),
            territories=frozenset(owned.union(codes.territories.without_state)),
            made=file.made,
            group_names={group.id: group.name for group in file.groups},
            _groups=file.groups,
            _names=names,
            _translated=_both(codes.groups, codes.names),
        )

    def is_code(self, code: str) -> bool:
        """Tell whether `code` names a country, a territory or a subdivision that someone may live in."""
        return code in self.countries or code in self.subdivisions

    def is_region(self, name: str) -> bool:
        """Tell whether a catalog row may be written for `name`: a code, a group, or everywhere else."""
        return self.is_code(name) or name in self.group_names or name == EVERYWHERE

    def is_unnamed_territory(self, code: str) -> bool:
        """Tell whether `code` belongs to another state or none, so that only its own rows speak of it."""
        return code in self.territories

    def country(self, code: str) -> str:
        """Return the country of a subdivision, and any other code as it is."""
        return code.partition("-")[0] if code in self.subdivisions else code

    def codes(self) -> tuple[str, ...]:
        """Return every code someone may live in, sorted."""
        return tuple(sorted(self.countries | self.subdivisions))

    def groups_of(self, code: str, day: date) -> tuple[str, ...]:
        """Return the groups that the country of `code` belonged to on `day`, the smallest group first."""
        wanted = (self.country(code), day)
        if wanted not in self._seen:
            members = {group.id: group.on(day) for group in self._groups}
            fitting = [name for name, codes in members.items() if wanted[0] in codes]
            self._seen[wanted] = tuple(sorted(fitting, key=lambda name: (len(members[name]), name)))
        return self._seen[wanted]

    def levels(self, code: str, day: date) -> tuple[str, ...]:
        """Return the regions a statement for `code` may be written for, the most specific first.

        A territory without a statement of its own ends there; a group's name and `*` stand for themselves.
        """
        own = (code,) if code == self.country(code) else (code, self.country(code))
        if code == EVERYWHERE or self.is_unnamed_territory(code):
            return own
        return (*own, *self.groups_of(code, day), EVERYWHERE)

    def is_among(self, code: str, names: tuple[str, ...], day: date) -> bool:
        """Tell whether one of `names` (codes, groups, `*`) speaks of `code` on `day`."""
        return any(level in names for level in self.levels(code, day))

    def name(self, region: str, lang: str = "en") -> str:
        """Return how a region is called in `lang`, in English where no name is known, else its code."""
        own = self._translated.get(lang, {}).get(region)
        if own is not None or region in self.group_names:
            return own or self.group_names[region]
        if lang == "en" and region in self._names:
            return self._names[region]
        return _territory_names(lang).get(region) or self._names.get(region) or region

    def listed(self, codes: Sequence[str]) -> Callable[[str], str]:
        """Return what names several regions in a language, in the order of their names there."""
        return lambda lang: ", ".join(sorted((self.name(code, lang) for code in codes), key=_letters))


def _letters(name: str) -> tuple[str, str]:
    """Return what sorts names: their letters without accents and case, as dictionaries do, then the name."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter)), name


def _both(one: dict[str, dict[str, str]], other: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Return names of two kinds by language."""
    return {lang: {**one.get(lang, {}), **other.get(lang, {})} for lang in (*one, *other)}


@cache
def _territory_names(lang: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow to import and rarely needed

    try:
        return dict(Locale.parse(lang, sep="-").territories)
    except (UnknownLocaleError, ValueError):
        return dict(Locale.parse("en").territories)
