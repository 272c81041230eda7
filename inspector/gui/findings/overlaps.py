# SPDX-License-Identifier: Apache-2.0
"""Where a bar fades over an uncertain time, the line or hatching beside it keeps to where it is certain.

Both drawn over each other could be read as neither. The bar's fading is as wide as the uncertainty, so
nothing is lost; what stands beside it begins, or ends, where the fading does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inspector.report.timeline import Segment

_LEAST = 4.0
"""What was certain for a moment only is still seen, and so narrow."""
_NEARLY = 0.99
_FAINTEST = 0.5
"""What may be empty is lighter, and still to be read."""


def legible(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return the segments in their order, lines and hatching below bars kept to where they are certain."""
    bars = [one for one in segments if one.texture == "full"]
    found = (one if one.texture == "full" else _kept(one, bars) for one in segments)
    return tuple(one for one in found if one is not None)


def _kept(piece: Segment, bars: Sequence[Segment]) -> Segment | None:
    if not any(bar.x0 < piece.x1 and piece.x0 < bar.x1 for bar in bars):
        return piece
    peak = max(opacity for _, opacity in piece.fade)
    low, high = _certain(piece, peak * _NEARLY)
    if piece.texture == "hatch" and peak < _NEARLY and high - low < _LEAST:
        return None  # a time not known that may never have been: the fading of the bar says as much
    missing = max(_LEAST - (high - low), 0.0) / 2
    low, high = max(low - missing, piece.x0), min(high + missing, piece.x1)
    shown = 1.0 if peak >= _NEARLY else max(peak, _FAINTEST)
    return replace(piece, x0=low, x1=high, fade=((low, shown), (high, shown)))


def _certain(piece: Segment, least: float) -> tuple[float, float]:
    """Return between where a piece has at least some opacity."""
    found = [x for x, opacity in piece.fade if opacity >= least]
    return min(found), max(found)
