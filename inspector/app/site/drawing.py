# SPDX-License-Identifier: Apache-2.0
"""A lane as inline SVG: a texture for each practice, soft edges as wide as what is not known.

Places are per cent of the width, so that a phone shows the same years as a wide window.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from inspector.app.site.lanes import Lane, Scale, end_of
from inspector.app.site.markup import Markup, tag
from inspector.domain.moment import EARLIEST
from inspector.domain.practices import Event, Row
from inspector.domain.words import Practice

HEIGHT = 24
_BAR, _HOLLOW, _THIN = 16, 8, 4
_LEAST = 0.35
"""The least width of a stretch in per cent, so that the shortest still shows."""

_SHAPES = {
    Practice.DEFAULT_ON: ("on", _BAR),
    Practice.NO_CONTROL: ("none", _BAR),
    Practice.OPT_IN: ("asked", _HOLLOW),
    Practice.NOT_USED: ("off", _THIN),
    Practice.UNKNOWN: ("unknown", _BAR),
}
# What a class of the style sheet cannot name, because it stands in the page.
_FILLS = {"none": "url(#stripes)", "unknown": "url(#hatch)"}
_SOFT = {"on": "on", "none": "on", "asked": "off", "off": "off"}


def definitions() -> Markup:
    """Return what all drawings of a page refer to: gradients for soft edges, hatching, stripes."""
    soft = [_soft(name, side) for name in ("on", "off") for side in ("in", "out")]
    hatch = tag(
        "pattern",
        tag("path", d="M-1 7 L7 -1 M-1 1 L1 -1 M5 7 L7 5", class_="hatch"),
        id="hatch", width="6", height="6", patternUnits="userSpaceOnUse",
    )  # fmt: skip
    stripes = tag(
        "pattern",
        tag("rect", width="6", height="24", class_="ground-on"),
        tag("rect", width="3", height="24", class_="fill-on"),
        id="stripes", width="6", height="24", patternUnits="userSpaceOnUse",
    )  # fmt: skip
    return tag(
        "svg", tag("defs", *soft, hatch, stripes), width="0", height="0", class_="hidden", aria_hidden="true"
    )


def lane_picture(lane: Lane, scale: Scale, today: date, label: str) -> Markup:
    """Return a lane as a picture that says `label`."""
    now = scale.place(end_of(today))
    shapes = [shape for row in lane.rows for shape in _row(row, scale, now)]
    mark = tag("line", x1=_per(now), x2=_per(now), y1="0", y2=str(HEIGHT), class_="today")
    return tag(
        "svg", *shapes, mark, class_="lane", width="100%", height=str(HEIGHT), role="img", aria_label=label
    )


def axis_picture(scale: Scale, events: Iterable[Event]) -> Markup:
    """Return the years and, above them, a mark for each event; a list beside it says the same in words."""
    parts: list[Markup] = []
    for event in events:
        place = (scale.place(event.moment.earliest) + scale.place(event.moment.latest)) / 2
        parts.append(tag("circle", cx=_per(place), cy="6", r="3.5", class_=f"event {event.kind}"))
    years = scale.years()
    step = -(-len(years) // 10)
    for index, year in enumerate(years):
        place = scale.place(end_of(date(year, 1, 1)))
        parts.append(tag("line", x1=_per(place), x2=_per(place), y1="12", y2="18", class_="tick"))
        if index % step == 0:
            parts.append(tag("text", f"{year}", x=_per(place), y="31", class_="year"))
    return tag("svg", *parts, class_="axis", width="100%", height="36", aria_hidden="true")


def legend_mark(practice: Practice) -> Markup:
    """Return a small picture of the texture of a practice."""
    name, height = _SHAPES[practice]
    shape = tag(
        "rect", x="1", y=str((20 - height) // 2), width="34", height=str(height),
        class_=f"fill-{name}", fill=_FILLS.get(name),
    )  # fmt: skip
    return tag("svg", shape, class_="mark", width="36", height="20", aria_hidden="true")


def _row(row: Row, scale: Scale, now: float) -> Iterator[Markup]:
    """Yield a row: solid where it surely holds, soft over the bounds of its start and end."""
    start = row.start.latest if row.start else EARLIEST
    solid = scale.place(start), min(scale.place(row.end.earliest), now) if row.end else now
    if row.start and row.start.earliest != row.start.latest:
        yield _shape(row, (scale.place(row.start.earliest), solid[0]), "in")
    if solid[1] > solid[0] or row.start is None:
        yield _shape(row, solid)
    if row.end and row.end.earliest != row.end.latest:
        yield _shape(row, (max(*solid), min(scale.place(row.end.latest), now)), "out")


def _shape(row: Row, stretch: tuple[float, float], side: str = "") -> Markup:
    (name, height), (start, end), strength = _SHAPES[row.practice], stretch, f"strength-{row.upper}"
    soft = _SOFT.get(name) if side else None
    kind = f"fill-{name} {strength}" if not side else f"{strength} soft" + ("" if soft else " faint")
    return tag(
        "rect", x=_per(start), y=str((HEIGHT - height) // 2), width=_per(max(end - start, _LEAST)),
        height=str(height), class_=kind, fill=f"url(#soft-{soft}-{side})" if soft else _FILLS.get(name),
    )  # fmt: skip


def _soft(name: str, side: str) -> Markup:
    opacities = ("0", "1") if side == "in" else ("1", "0")
    stops = [
        tag("stop", offset=offset, class_=f"stop-{name}", stop_opacity=opacity)
        for offset, opacity in zip(("0", "1"), opacities, strict=True)
    ]
    return tag("linearGradient", *stops, id=f"soft-{name}-{side}")


def _per(place: float) -> str:
    return f"{place:.2f}%"
