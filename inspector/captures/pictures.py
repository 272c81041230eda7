# SPDX-License-Identifier: Apache-2.0
"""What one picture shows and when it was made: the look at its pixels joined with the file's traces.

The setting is told as soon as it is named, long before the last line of a long picture is read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from pathlib import Path

from inspector.captures.crops import crop_of
from inspector.captures.labels.index import LabelIndex
from inspector.captures.look import look
from inspector.captures.notes.files import told_in
from inspector.captures.picture import Picture, PictureError, open_picture, unheard
from inspector.captures.seen import Further, Seen
from inspector.captures.text.interface import TextEngine
from inspector.captures.text.lines import Box
from inspector.captures.when.build import When, build
from inspector.captures.when.clock import clock_of
from inspector.captures.when.names import from_name
from inspector.captures.when.traces import of_picture
from inspector.domain.captured import Captured, Pixels, Setting
from inspector.domain.text import note

Named = Callable[[Captured], None]
"""Hears which setting a picture names while it is still being read: one setting, still to be asked."""


def unheard_name(begun: Captured) -> None:
    """Do nothing where nobody listens."""
    del begun


@dataclass(frozen=True, slots=True)
class PictureReader:
    """Reads pictures with one engine, which stays loaded. `tick` hears of every part that is looked at.

    `named` hears at most once which setting a picture names, before its row is read.
    """

    index: LabelIndex
    engine: TextEngine
    tick: Callable[[], None] = unheard
    named: Named = unheard_name

    def read(self, path: Path, now: datetime, zone: tzinfo | None = None) -> Captured:
        """Return what a picture shows. Raises OSError, ModelError. Call it in the worker only."""
        notes = told_in(path)
        return replace(self._read(path, now, zone), notes=notes)

    def _read(self, path: Path, now: datetime, zone: tzinfo | None) -> Captured:
        traces = of_picture(path)
        try:
            picture = open_picture(path, self.tick, self.engine.make_room)
            seen = self._seen(picture, path, build(traces, now, zone=zone))
        except (PictureError, MemoryError) as error:
            when = build(traces, now, zone=zone)
            # What reads is held to its memory, which only a picture larger than any screen fills.
            key = error.key if isinstance(error, PictureError) else "capture.too_large"
            reason = note(key, file=path.name)
            return Captured(
                path.name, "capture", moment=when.moment, basis=when.basis, status="refused", reason=reason
            )
        clock = clock_of(seen.clock) if seen.clock else None
        if clock is not None:
            traces.append(clock.basis())
        when = build(traces, now, zone=zone, clock=clock)
        settings = tuple(_cropped(_inside(one, picture), picture) for one in _settings(seen, self.index))
        size = (picture.width, picture.height)
        found = Captured(path.name, "capture", settings, when.moment, when.basis, when.why, size=size)
        if picture.frames > 1:
            asked = tuple(replace(one, asked=True) for one in settings)
            return replace(found, settings=asked, reason=note("capture.animated", file=path.name))
        if not settings:
            return replace(
                found, why=(*seen.why, *when.why), reason=note("capture.nothing_found", file=path.name)
            )
        return found

    def _seen(self, picture: Picture, path: Path, when: When) -> Seen:
        """Look at a picture, and tell of its setting once that is named."""
        name = from_name(path.name)

        def begun(seen: Seen) -> None:
            settings = tuple(_inside(one, picture) for one in _settings(seen, self.index))
            size = (picture.width, picture.height)
            self.named(Captured(path.name, "capture", settings, when.moment, when.basis, when.why, size=size))

        return look(picture, self.engine, self.index, name.host if name else None, begun)


def _settings(seen: Seen, index: LabelIndex) -> tuple[Setting, ...]:
    if not seen.label:
        return ()
    first = Setting(
        seen.service,
        seen.control,
        seen.label,
        seen.lang,
        seen.state,
        seen.sharing,
        seen.confidence,
        seen.asked,
        seen.why,
        pixels=Pixels(_corners(seen.label_box), _corners(seen.control_box)),
        inverts=_inverts(index, seen.control, seen.label),
        among=seen.among,
    )
    return (first, *(_further(one, index) for one in seen.further))


def _further(one: Further, index: LabelIndex) -> Setting:
    boxes = Pixels(_corners(one.label_box), _corners(one.control_box))
    return Setting(
        one.service,
        one.control,
        one.label,
        one.lang,
        one.state,
        one.sharing,
        one.confidence,
        one.asked,
        (),
        pixels=boxes,
        inverts=_inverts(index, one.control, one.label),
    )


def _cropped(one: Setting, picture: Picture) -> Setting:
    """Return a setting with the part of the picture that a person compares it with."""
    return replace(one, crop=crop_of(picture, one))


def _inside(one: Setting, picture: Picture) -> Setting:
    """Return a setting whose boxes end where the picture does: what finds lines widens them."""
    pixels = Pixels(_cut(one.pixels.label, picture), _cut(one.pixels.control, picture))
    return replace(one, pixels=pixels)


def _cut(corners: tuple[int, int, int, int] | None, picture: Picture) -> tuple[int, int, int, int] | None:
    if corners is None:
        return None
    x, y, width, height = corners
    left, top = min(max(x, 0), picture.width - 1), min(max(y, 0), picture.height - 1)
    right, bottom = min(x + width, picture.width), min(y + height, picture.height)
    return left, top, max(right - left, 1), max(bottom - top, 1)


def _corners(box: Box | None) -> tuple[int, int, int, int] | None:
    return None if box is None else (box.x, box.y, box.width, box.height)


def _inverts(index: LabelIndex, control: str | None, label: str) -> bool:
    """Tell whether the switch beside this label opts out."""
    return any(known.inverts for known in index.labels if (known.control, known.text) == (control, label))
