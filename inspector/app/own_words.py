# SPDX-License-Identifier: Apache-2.0
"""Which words on screen are the program's own, the same for everybody: all others may tell of the person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from inspector.system.messages import Messages

_PARTS: Final = (
    "gui.",
    "board.",
    "compare.",
    "seen.",
    "redaction.",
    "letters.field.",
    "notes.",
    "about.",
    "network.none",
)
_ANSWERS: Final = (
    "board.left.",
    "board.what.",
    "compare.change.",
    "compare.equal",
    "gui.act.nothing_left",
    "gui.confirm.by.",
    "gui.confirm.objection.",
    "gui.confirm.state.",
    "gui.evidence.made.locked",
    "gui.evidence.made.sealed",
    "gui.evidence.made.unsealed",
    "gui.findings.by_you",
    "gui.findings.chip.",
    "gui.findings.contradicted",
    "gui.findings.date_",
    "gui.findings.earlier.",
    "gui.findings.edge.",
    "gui.findings.event.",
    "gui.findings.group.",
    "gui.findings.incomplete",
    "gui.findings.known.",
    "gui.findings.lived_nowhere",
    "gui.findings.since.",
    "gui.findings.switch_rule.",
    "gui.findings.where.",
    "gui.period.ever",
    "gui.period.still",
    "gui.reading.off",
    "gui.reading.on",
    "notes.kind.",
)
"""Sentences without a name or a day in them that are a part of the answer all the same."""

_STEP: Final = re.compile(r"\d{1,2}\.|•")
"""What stands before a step."""


class OwnWords:
    """Knows the sentences of one language that hold nothing of a person. All others are covered."""

    def __init__(self, messages: Messages) -> None:
        """Take the messages that are on screen."""
        told = set(_plain(messages, _ANSWERS))
        self._known = frozenset(_plain(messages, _PARTS)) - told

    def __contains__(self, text: object) -> bool:
        """Answer whether a text is one of the program's own sentences, or none at all."""
        if not isinstance(text, str):
            return False
        return not text.strip() or text in self._known or _STEP.fullmatch(text) is not None

    def all_of(self, texts: Iterable[str]) -> bool:
        """Answer whether all texts are."""
        return all(text in self for text in texts)


def _plain(messages: Messages, begins: tuple[str, ...]) -> Iterator[str]:
    """Yield the sentences of some keys into which nothing is put."""
    for key in messages.keys():  # noqa: SIM118 - no mapping but a catalog of messages
        if key.startswith(begins):
            for form in messages.templates(key):
                if "{" not in form:
                    yield form
