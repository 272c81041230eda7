# SPDX-License-Identifier: Apache-2.0
"""Finding one of many things by its name or its code: countries and their parts, services, time zones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from inspector.catalog.regions import Regions

_TELLING = 2
"""So many letters at least must stand there before a beginning is taken for the whole name."""
_EVERYDAY = {
    "AE": ("UAE",),
    "CD": ("DR Congo", "DRC"),
    "GB": ("UK", "U.K.", "Britain", "Great Britain"),
    "NL": ("Holland",),
    "US": ("USA", "U.S.", "U.S.A.", "America"),
}
"""What people call countries besides the names of the list."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its code and its name in the language of the window."""

    code: str
    name: str
    also: tuple[str, ...] = ()
    """Other names that people type for it."""

    @property
    def label(self) -> str:
        """Return the name, with the code beside it where that says something else, so that both are found."""
        return self.name if folded(self.name) == folded(self.code) else f"{self.name} ({self.code})"


class Choices:
    """Things to choose from, in order of their names."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self.all = tuple(sorted(choices, key=lambda one: (folded(one.name), one.code)))
        self._by_text: dict[str, str] = {}
        for one in reversed(self.all):
            self._by_text |= {folded(name): one.code for name in one.also}
        for one in reversed(self.all):
            self._by_text |= {folded(one.name): one.code}
        for one in self.all:
            self._by_text |= {folded(one.label): one.code, folded(one.code): one.code}

    def find(self, text: str) -> str | None:
        """Return the code that a name, a code or both stand for, whatever the accents; None for none.

        A name that is followed by its country may stand alone where it is the only one.
        """
        plain = folded(text)
        found = self._by_text.get(plain)
        if found is not None or not plain:
            return found
        begun = {code for known, code in self._by_text.items() if known.startswith(f"{plain},")}
        return begun.pop() if len(begun) == 1 else None

    def fitting(self, text: str) -> list[str]:
        """Return the labels in which a text stands: first those that begin with it, then those with a word.

        What is also called so stands among the first.
        """
        plain = folded(text)
        found = [(place, one) for one in self.all if (place := _place_of(plain, one)) is not None]
        return [one.label for _, one in sorted(found, key=itemgetter(0))]

    def meant(self, text: str) -> str | None:
        """Return the code of the one thing whose name begins with a text; None where none or several do."""
        exact, plain = self.find(text), folded(text)
        if exact is not None or len(plain) < _TELLING:
            return exact
        begun = [one.code for one in self.all if _place_of(plain, one) == 0]
        return begun[0] if len(begun) == 1 else None

    def name(self, code: str) -> str:
        """Return the name of a code, the code itself where it has none."""
        return next((one.name for one in self.all if one.code == code), code)


def _place_of(plain: str, one: Choice) -> int | None:
    """Return how well a text fits, 0 the best, None where it does not."""
    label = folded(one.label)
    if label.startswith(plain) or any(folded(name).startswith(plain) for name in one.also):
        return 0
    return 1 if f" {plain}" in label else 2 if plain in label else None


def places(regions: Regions, lang: str) -> Choices:
    """Return every country, territory and subdivision someone may live in, the latter with their country."""
    return Choices(
        Choice(code, _place(code, regions, lang), _EVERYDAY.get(code, ())) for code in regions.codes()
    )


def _place(code: str, regions: Regions, lang: str) -> str:
    country = regions.country(code)
    name = regions.name(code, lang)
    return name if country == code else f"{name}, {regions.name(country, lang)}"


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return a text without accents, case and doubled blanks, for comparing."""
    parts = unicodedata.normalize("NFKD", text)
    return " ".join("".join(char for char in parts if not unicodedata.combining(char)).casefold().split())
