# SPDX-License-Identifier: Apache-2.0
"""What a made capture shows, as it is kept beside its picture."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

import msgspec

TRUTH_FILE: Final = "truth.json"

State = Literal["on", "off", "unknown"]
Rect = tuple[float, float, float, float]
"""x, y, width, height in pixels of the picture as it is kept."""


class Shot(msgspec.Struct, frozen=True, kw_only=True):
    """One made capture. `state` unknown: only asking is right. `control` None: it shows no setting we know.

    `several`: the page does not say which service it is, so asking is right as well.
    """

    file: str
    kind: str
    lang: str
    font: str
    theme: Literal["light", "dark"]
    width: int
    density: float
    distortion: str
    layout: str
    case: str
    service: str | None
    control: str | None
    label: str
    state: State
    inverts: bool = False
    several: bool = False
    readable: bool = True
    host: str | None = None
    boxes: dict[str, Rect] = {}
    lines: tuple[tuple[str, Rect], ...] = ()

    @property
    def plain(self) -> bool:
        """Whether nothing distorts the picture and the models have its script."""
        return self.distortion == "none" and self.readable

    @property
    def sharing(self) -> State:
        """The state of sharing that the position means."""
        if self.inverts and self.state != "unknown":
            return "off" if self.state == "on" else "on"
        return self.state


def load(folder: Path) -> list[Shot]:
    """Return the captures of one seed, in order."""
    return msgspec.json.decode((folder / TRUTH_FILE).read_bytes(), type=list[Shot])


def save(folder: Path, shots: list[Shot]) -> None:
    """Write the truth of one seed."""
    (folder / TRUTH_FILE).write_bytes(msgspec.json.format(msgspec.json.encode(shots)))
