# SPDX-License-Identifier: Apache-2.0
"""Whether the spans of a finding can tell a true story."""

from __future__ import annotations

from collections.abc import Sequence

from inspector.domain.findings import Span
from inspector.domain.words import State
from tests.property.worlds import EVER, Story, reach

Stretch = tuple[int, int]


def _agreeing(span: Span, story: Story) -> list[Stretch]:
    """Return the stretches in which the story is as the span says, end exclusive."""
    ends = [*(at for at, _ in story[1:]), EVER]
    result: list[Stretch] = []
    for (at, state), end in zip(story, ends, strict=True):
        if span.state is State.UNKNOWN or span.state is state:
            if result and result[-1][1] == at:
                result[-1] = (result[-1][0], end)
            else:
                result.append((at, end))
    return result


def _inside(low: int, high: int, within: Stretch) -> list[Stretch]:
    low, high = max(low, within[0]), min(high, within[1])
    return [(low, high)] if low <= high else []


def _joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return the same seconds in as few stretches as hold them."""
    result: list[Stretch] = []
    for low, high in sorted(stretches):
        if result and low <= result[-1][1] + 1:
            result[-1] = (result[-1][0], max(high, result[-1][1]))
        else:
            result.append((low, high))
    return result


def can_tell(spans: Sequence[Span], story: Story, *, strict: bool) -> bool:
    """Tell whether boundaries inside their bounds exist under which the spans tell `story`.

    A boundary may not lie before the one it follows. `strict`: only a span that is flagged `may_be_empty`
    may have no length.
    """
    begins = [(story[0][0], story[0][0])]
    for span in spans:
        within = reach(span.end) if span.end else (EVER, EVER)
        following: list[Stretch] = []
        for low, high in begins:
            if span.end is not None and (span.may_be_empty or not strict):
                following += _inside(low, high, within)
            for since, until in _agreeing(span, story):
                first, last = max(low, since), min(high, until - 1)
                if first <= last:
                    following += _inside(first + 1, until, within)
        begins = _joined(following)
    earliest, latest = reach(spans[0].start)
    return bool(begins) and earliest <= story[0][0] <= latest
