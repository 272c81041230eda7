# SPDX-License-Identifier: Apache-2.0
"""Which letters fit where a person lives, the right behind each, and what to know about it."""

from __future__ import annotations

from collections.abc import Iterator

from inspector.actions.action import ActionKind
from inspector.actions.letter import LetterKind
from inspector.actions.situation import Situation
from inspector.actions.wording import Line, in_each, line
from inspector.catalog.entry import LetterUse
from inspector.catalog.rights import Right

WORDED = frozenset(
    {
        "appi-cease",
        "appi-erasure",
        "au-access",
        "ccpa-delete",
        "ccpa-know",
        "ccpa-limit",
        "ccpa-opt-out",
        "fadp-access",
        "fadp-erasure",
        "fadp-objection",
        "gdpr-access",
        "gdpr-erasure",
        "gdpr-objection",
        "lgpd-access",
        "lgpd-erasure",
        "lgpd-objection",
        "pipa-erasure",
        "pipa-suspension",
        "pipeda-access",
        "ukgdpr-access",
        "ukgdpr-erasure",
        "ukgdpr-objection",
    }
)
"""The rights that letters are worded for, as messages `letters.<kind>.<right>.…`; others back none."""

KINDS: dict[str, LetterKind] = {
    "access": "access",
    "objection": "objection",
    "erasure": "erasure",
    "opt_out": "opt_out",
    "limit": "limit",
}
"""The kind of letter for each kind of right."""

ACTIONS: dict[LetterKind, ActionKind] = {
    "access": "request",
    "objection": "object",
    "erasure": "delete",
    "opt_out": "object",
    "limit": "object",
}
"""What is done with each kind of letter; its action is named for it."""

# Rights that need a word on what they reach or want.
_ADVISED = ("appi-cease", "au-access", "ccpa-limit", "ccpa-opt-out", "lgpd-objection")


def applying(situation: Situation) -> tuple[LetterUse, ...]:
    """Return the letters of the catalog that fit: a request always, any other where a right backs it."""
    return tuple(use for use in situation.service.letters if _fits(situation, use))


def backing(situation: Situation, use: LetterUse) -> Right | None:
    """Return the right that a letter rests on; None where there is none, or none that is worded."""
    right = situation.right(use)
    return right if right is not None and right.id in WORDED else None


def letter_id(situation: Situation, use: LetterUse) -> str:
    """Return the id of a letter, which is that of its action: `linkedin.request.setting-history`."""
    return situation.name(ACTIONS[KINDS[use.right]], use.id)


def _fits(situation: Situation, use: LetterUse) -> bool:
    if use.right not in KINDS or not situation.about(use):
        return False
    return KINDS[use.right] == "access" or backing(situation, use) is not None


def within(unit: str, amount: int) -> Line:
    """Return a period in words that fit after "within": `one month`."""
    return line(f"letters.within.{unit}", n=amount)


def on_the_law(situation: Situation, use: LetterUse, right: Right | None) -> Iterator[Line]:
    """Yield what the person should know about the law behind a letter, or its absence."""
    if situation.region is None:
        yield line("letters.advice.no_region")
    elif right is None:
        for other in situation.rights(use.right)[:1]:
            yield line("letters.advice.other_law", law=other.law, article=other.article or "")
    else:
        yield from _on_the_right(right)
    parts = _parts_with_a_law(situation, use)
    if parts:
        names = in_each(situation.catalog.regions.listed(parts))
        yield line("letters.advice.which_part", names=names)


def _on_the_right(right: Right) -> Iterator[Line]:
    if right.strength != "official":
        yield line("letters.advice.law_not_seen", law=right.law)
    if right.id in _ADVISED:
        yield line(f"letters.advice.{right.id}")


def _parts_with_a_law(situation: Situation, use: LetterUse) -> tuple[str, ...]:
    """Return the parts of a country that have a fitting law, where the person named only the country."""
    regions = situation.catalog.regions
    own = {
        right.region for right in situation.catalog.rights if right.id in use.rights and right.id in WORDED
    }
    return tuple(
        sorted(part for part in own if part != situation.region and regions.country(part) == situation.region)
    )
