# SPDX-License-Identifier: Apache-2.0
"""How a letter names a setting: by the label on screen in the letter's language, and by the English one."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.actions.situation import Situation
from inspector.actions.wording import Line, line
from inspector.catalog.entry import ControlEntry, LetterUse
from inspector.system.messages import SOURCE_LANGUAGE

# An expected label that nobody saw names nothing.
_BY_CERTAINTY = ("high", "good", "low")


def setting(entry: ControlEntry, language: str) -> Line:
    """Return the name of a setting: `“<label>” (“<English label>” in English)`."""
    english = _title(entry, SOURCE_LANGUAGE)
    label = _title(entry, language) or english
    if label is None:
        return line("letters.setting.named", name=entry.name)
    if english is None or label == english:
        return line("letters.setting.labelled", label=label)
    return line("letters.setting.both", label=label, english=english)


@dataclass(frozen=True, slots=True)
class Named:
    """The settings that a letter is about, one line each, and how many have a switch of their own."""

    lines: tuple[Line, ...]
    count: int


def settings(situation: Situation, use: LetterUse, language: str) -> Named:
    """Return the settings that a letter is about, with the address of each page."""
    about = situation.about(use)
    entries = [situation.entry(finding) for finding in about]
    shared = [entry for entry in entries if entry.control.switch_of in {one.id for one in entries}]
    lines = tuple(
        line("letters.setting.shared", name=entry.name) if entry in shared else _at(entry, language)
        for entry in entries
    )
    return Named(lines, len(entries) - len(shared))


def _at(entry: ControlEntry, language: str) -> Line:
    named = setting(entry, language)
    return line("letters.setting.at", setting=named, url=entry.url) if entry.url else named


def _title(entry: ControlEntry, language: str) -> str | None:
    for certainty in _BY_CERTAINTY:
        for label in entry.labels:
            if label.part == "title" and label.lang == language and label.certainty == certainty:
                return label.text
    return None
