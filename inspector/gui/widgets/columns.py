# SPDX-License-Identifier: Apache-2.0
"""How wide the columns of a table are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics

from inspector.gui.theme.measures import Step, steps


def heads(titles: Sequence[str]) -> list[int]:
    """Return the widths that the words at the heads of columns take, with room beside them."""
    metrics = QFontMetrics(Step.ASIDE_STRONG.font())
    return [metrics.horizontalAdvance(title) + steps(5) for title in titles]


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
