# SPDX-License-Identifier: Apache-2.0
"""What a picture of a settings page shows, as far as it can be told from its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from inspector.captures.text.lines import Box

Position = Literal["on", "off", "unknown"]


@dataclass(frozen=True, slots=True)
class Further:
    """Another setting in the same picture, with what its own row shows. Fields as in Seen."""

    service: str
    control: str
    label: str
    lang: str
    state: Position
    sharing: Position
    confidence: float
    asked: bool
    label_box: Box
    control_box: Box | None


@dataclass(frozen=True, slots=True)
class Seen:
    """One picture read. `state` is the position of the control, `sharing` what that means for sharing.

    `asked`: a person must say, and neither `state` nor `control` is to be relied on. `confidence`: share of
    captures answered on such evidence that were right when measured; 0 where asked. `why`: keys
    `capture.why.*`, strongest first. `among`: ids of controls that the words fit equally, when there are
    several. `label` is the text of the catalog, `clock` the time of day that a phone's status line shows.
    Boxes are in pixels of the picture as a person sees it. `readable` False: it is written in a script that
    the engine does not know. `whole` False: the setting is named, and the rest is still to be read.
    """

    service: str | None
    control: str | None
    label: str
    lang: str
    state: Position
    sharing: Position
    confidence: float
    asked: bool
    why: tuple[str, ...]
    label_box: Box | None
    control_box: Box | None
    among: tuple[str, ...] = ()
    further: tuple[Further, ...] = ()
    clock: str | None = None
    readable: bool = True
    whole: bool = True


def inverted(state: Position) -> Position:
    """Return the opposite position; unknown stays unknown."""
    if state == "unknown":
        return "unknown"
    return "off" if state == "on" else "on"
