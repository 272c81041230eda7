# SPDX-License-Identifier: Apache-2.0
"""Where the program read another position in an item than the person says it shows; neither is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

_POSITIONS = ("on", "off")


@dataclass(frozen=True, slots=True)
class Differing:
    """One item (`source`, its id) and control of which program and person say opposite positions."""

    source: str
    control: str
    read: str
    said: str
    percent: int
    asked: bool


def differing(record: Json) -> tuple[Differing, ...]:
    """Return all of them in the order of the items. `record`: `inspector/record/1`."""
    return tuple(one for item in record["items"] for one in in_item(item))


def in_item(item: Json) -> Iterable[Differing]:
    """Yield those of one item; a statement that was taken back is none."""
    for said in item["said"]:
        if said["what"] != "confirmed" or said["withdrawn"]:
            continue
        for read in item.get("readings", []):
            opposed = read["switch"] in _POSITIONS and read["switch"] != said["position"]
            if opposed and read["control"] in (None, said["control"]):
                percent = round(read["confidence"] * 100)
                yield Differing(
                    item["source"], said["control"], read["switch"], said["position"], percent, read["asked"]
                )
