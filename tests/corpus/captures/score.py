# SPDX-License-Identifier: Apache-2.0
"""Scores what was read of made captures against their truth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb
from typing import Literal

from inspector.captures.seen import Seen
from tests.corpus.captures.truth import Shot

Verdict = Literal["right", "asked", "wrong"]


@dataclass(frozen=True, slots=True)
class Scored:
    """One capture with what was read of it."""

    shot: Shot
    seen: Seen

    @property
    def verdict(self) -> Verdict:
        """Asking is right where only a person can know; an answer is wrong if any part of it is."""
        shot, seen = self.shot, self.seen
        if seen.asked:
            return "right" if shot.state == "unknown" or shot.control is None or shot.several else "asked"
        answer = (seen.control, seen.state, seen.sharing)
        return "right" if answer == (shot.control, shot.state, shot.sharing) else "wrong"

    @property
    def found(self) -> bool:
        """Whether the setting that the capture shows is among those that were named."""
        named = {self.seen.control, *self.seen.among, *(one.control for one in self.seen.further)}
        return self.shot.control in named


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one group of captures."""

    right: int
    asked: int
    wrong: int

    @property
    def total(self) -> int:
        """All captures of the group."""
        return self.right + self.asked + self.wrong

    @property
    def bound(self) -> float:
        """The upper 95 % bound of the share of wrong answers among those given."""
        return upper_bound(self.wrong, self.right + self.wrong)


def tally(scored: Iterable[Scored]) -> Tally:
    """Return the counts of some captures."""
    verdicts = [one.verdict for one in scored]
    return Tally(*(verdicts.count(verdict) for verdict in ("right", "asked", "wrong")))


def by_kind(scored: Sequence[Scored]) -> dict[str, Tally]:
    """Return the counts of every kind of control."""
    kinds = dict.fromkeys(one.shot.kind for one in scored)
    return {kind: tally(one for one in scored if one.shot.kind == kind) for kind in kinds}


def asked_share(scored: Sequence[Scored]) -> float:
    """Return the share asked of undistorted captures whose script the models have."""
    plain = [one for one in scored if one.shot.plain]
    return sum(one.verdict == "asked" for one in plain) / max(1, len(plain))


def found_share(scored: Sequence[Scored]) -> float:
    """Return how often the label was found where it stands on an undistorted, readable capture."""
    plain = [one for one in scored if one.shot.plain and one.shot.control is not None]
    return sum(one.found for one in plain) / max(1, len(plain))


def calibration(scored: Iterable[Scored]) -> dict[str, tuple[int, int]]:
    """Return right and all answers for every confidence that was stated."""
    given = [one for one in scored if not one.seen.asked]
    stated = sorted({one.seen.confidence for one in given})
    groups = {level: [one for one in given if one.seen.confidence == level] for level in stated}
    return {
        f"{level:.2f}": (sum(one.verdict == "right" for one in group), len(group))
        for level, group in groups.items()
    }


def upper_bound(errors: int, trials: int, level: float = 0.95) -> float:
    """Return the one-sided upper bound of an error rate (Clopper and Pearson, 1934), 1 without trials."""
    if errors >= trials:
        return 1.0
    low, high = errors / trials, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        at_most = sum(comb(trials, n) * middle**n * (1 - middle) ** (trials - n) for n in range(errors + 1))
        low, high = (middle, high) if at_most > 1 - level else (low, middle)
    return high
