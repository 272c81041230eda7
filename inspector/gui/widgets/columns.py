# SPDX-License-Identifier: Apache-2.0
"""How wide the columns of a table are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics

from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.text import kept_together


def heads(titles: Sequence[str]) -> list[int]:
    """Return the widths that the words at the heads of columns take, with room beside them."""
    metrics = QFontMetrics(Step.ASIDE_STRONG.font())
    return [metrics.horizontalAdvance(title) + steps(5) for title in titles]


def folded(titles: Sequence[str]) -> list[str]:
    """Return the longest word of each title: so wide it is on several lines."""
    return [max(title.split(), key=len, default="") for title in titles]


def least(titles: Sequence[str], rows: Sequence[Sequence[str]], step: Step, *, days_whole: bool) -> list[int]:
    """Return the widths below which a word, or a day, at the head or in a row would be cut off."""
    metrics = QFontMetrics(step.font())
    found = heads(titles)
    for at in range(len(titles)):
        cells = (kept_together(row[at]) if days_whole else row[at] for row in rows)
        words = {word for cell in cells for word in cell.split(" ")}
        widest = max(map(metrics.horizontalAdvance, words), default=0)
        found[at] = max(found[at], widest + steps(5))
    return found


def shares(room: int, weights: Sequence[int], least: Sequence[int]) -> list[int]:
    """Return widths that fill a room by weight, none below its least where the room suffices for all."""
    tight: set[int] = set()
    while True:
        free = room - sum(least[at] for at in tight)
        whole = sum(weight for at, weight in enumerate(weights) if at not in tight)
        found = [
            least[at] if at in tight else free * weight // max(whole, 1) for at, weight in enumerate(weights)
        ]
        more = {at for at, width in enumerate(found) if width < least[at]} - tight
        if not more:
            found[-1] += max(0, room - sum(found))
            return found
        tight |= more
