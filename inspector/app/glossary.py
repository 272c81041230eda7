# SPDX-License-Identifier: Apache-2.0
"""The words of the program and what they mean, for the window's help and for the printed guide."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.app.places import folded
from inspector.system.messages import Messages

TERMS = (
    "state",
    "setting",
    "switch",
    "practice",
    "since",
    "stretch",
    "recorded",
    "shown",
    "declared",
    "default",
    "inferred",
    "alleged",
    "limit",
    "export",
    "plan",
    "case",
    "bundle",
    "fingerprint",
    "hash",
    "seal",
    "timestamp",
    "withheld",
    "log",
    "catalog",
    "offline",
)
"""The words in the order in which someone meets them."""

_OF_PAGES = {
    "start": ("state", "case", "offline"),
    "you": ("plan", "practice"),
    "collect": ("export", "offline"),
    "confirm": ("shown", "switch", "hash"),
    "findings": TERMS[:13],
    "act": ("setting", "switch"),
    "evidence": TERMS[16:23],
}


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means, in one language."""

    id: str
    name: str
    text: str


def terms(messages: Messages, page: str | None = None) -> tuple[Term, ...]:
    """Return all words, those that a page uses first."""
    first = _OF_PAGES.get(page or "", ())
    order = (*first, *(one for one in TERMS if one not in first))
    return tuple(
        Term(one, messages.text(f"words.{one}.name"), messages.text(f"words.{one}.text")) for one in order
    )


def fitting(words: tuple[Term, ...], text: str) -> tuple[Term, ...]:
    """Return the words in whose name a text stands, then those in whose explanation it does."""
    plain = folded(text)
    named = [one for one in words if plain in folded(one.name)]
    told = [one for one in words if one not in named and plain in folded(one.text)]
    return (*named, *told)
