# SPDX-License-Identifier: Apache-2.0
"""Which withheld values can be looked for at all, and the program's own texts, which all can read anyway."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from inspector.bundle.redaction.needles import Needles
from inspector.system import resources

_FOLDERS: Final = (("messages", "*.po"), ("catalog", "*.toml"), ("schemas", "*.json"), ("report", "*.typ"))
_FEWEST: Final = 7
"""Digits below which a bare number stands in any text by chance."""

_DAY: Final = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
_NUMBER: Final = re.compile(r"[\d\s.,:%+()-]*")
_ADDRESS: Final = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")


def can_be_sought(value: str) -> bool:
    """Tell whether a value says something wherever it is found: no bare day, no short number."""
    text = value.strip()
    if _ADDRESS.fullmatch(text):
        return True
    if _DAY.fullmatch(text):
        return False
    return _NUMBER.fullmatch(text) is None or sum(char.isdigit() for char in text) >= _FEWEST


def sought(values: Iterable[str], always: Iterable[str], shown: Iterable[str]) -> tuple[list[str], int]:
    """Return the values to look for, sorted, and how many are left out because they stand in what is shown.

    What the person asked to keep out (`always`) is looked for in any case.
    """
    wanted = {value for value in values if can_be_sought(value)}
    open_to_all = set(Needles(wanted).found_in("\n".join((*shown, program_texts()))))
    return sorted((wanted - open_to_all) | set(always)), len(open_to_all)


@cache
def program_texts() -> str:
    """Return all words of the program that may stand in a bundle: sentences, catalog, schemas, templates."""
    files = (file for folder, pattern in _FOLDERS for file in sorted(resources.path(folder).rglob(pattern)))
    # A sentence that is broken over lines is one sentence.
    return "\n".join(file.read_text("utf-8").replace('"\n"', "") for file in files)
