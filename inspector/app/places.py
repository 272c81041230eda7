# SPDX-License-Identifier: Apache-2.0
"""Finding one of many things by its name or its code: countries and their parts, services, time zones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from inspector.catalog.regions import Regions


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its code and its name in the language of the window."""

    code: str
    name: str

    @property
    def label(self) -> str:
        """Return the name with the code beside it, so that both can be searched for."""
        return f"{self.name} ({self.code})"


class Choices:
    """Things to choose from, in order of their names."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self.all = tuple(sorted(choices, key=lambda one: (folded(one.name), one.code)))
        self._by_text: dict[str, str] = {}
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

    def ranked(self, text: str) -> list[str]:
        """Return all labels: first those that begin with a text, then those with a word that does."""
        plain = folded(text)

        def place(one: Choice) -> int:
            label = folded(one.label)
            return 0 if label.startswith(plain) else 1 if f" {plain}" in label else 2

        return [one.label for one in sorted(self.all, key=place)]

    def name(self, code: str) -> str:
        """Return the name of a code, the code itself where it has none."""
        return next((one.name for one in self.all if one.code == code), code)


def places(regions: Regions, lang: str) -> Choices:
    """Return every country, territory and subdivision someone may live in, the latter with their country."""
    return Choices(Choice(code, _place(code, regions, lang)) for code in regions.codes())


def _place(code: str, regions: Regions, lang: str) -> str:
    country = regions.country(code)
    name = regions.name(code, lang)
    return name if country == code else f"{name}, {regions.name(country, lang)}"


def folded(text: str) -> str:
    """Return a text without accents, case and doubled blanks, for comparing."""
    parts = unicodedata.normalize("NFKD", text)
    return " ".join("".join(char for char in parts if not unicodedata.combining(char)).casefold().split())
