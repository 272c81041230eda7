# SPDX-License-Identifier: Apache-2.0
"""How the person says they got a source before handing it in: their word alone, nothing of it is inferred."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Final

from inspector.cases.acts import Act, ActKind, Detail
from inspector.cases.standing import key_of
from inspector.domain.sources import Source

DATED: Final = ("asked", "got")
"""The parts that are days; the others are free text."""

MOST: Final[Mapping[str, int]] = {"chosen": 200, "came": 200, "kept": 200, "more": 600}
"""The most letters of each free text: so many are printed without a cut."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a person tells of one source, in the order of its parts; None where they say nothing.

    `asked` and `got`: a day as `2025-03-01` or a month as `2025-03`, as exactly as the person knows it.
    `chosen`: format and range they asked for. `came`: how it reached them. `kept`: where it lay since.
    """

    asked: str | None = None
    chosen: str | None = None
    came: str | None = None
    got: str | None = None
    kept: str | None = None
    more: str | None = None

    @property
    def says(self) -> dict[str, str]:
        """Return what is said, by its part."""
        return {name: text for name in PARTS if (text := getattr(self, name)) is not None}


PARTS: Final = tuple(part.name for part in fields(Story))


@dataclass(frozen=True, slots=True)
class Told:
    """A story that stands: the act that tells it, its time, and what it says."""

    act: int
    at: datetime
    story: Story


def story_detail(source: Source, story: Story) -> dict[str, Detail]:
    """Return a story as the details of an act; one that says nothing takes back what was said before."""
    return {"name": source.name, "sha256": source.sha256, **story.says}


def stories(acts: Sequence[Act]) -> Mapping[str, Told]:
    """Return the stories by the keys (see `key_of`) of their sources; of each the newest act counts."""
    found: dict[str, Told] = {}
    for act in acts:
        if act.kind is ActKind.STORY_TOLD:
            key = str(act.details.get("sha256") or act.details.get("name"))
            found[key] = Told(act.number, act.at, _story(act))
    return {key: told for key, told in found.items() if told.story.says}


def story_of(acts: Sequence[Act], source: Source) -> Told | None:
    """Return what is told of one source, None where nothing is."""
    return stories(acts).get(key_of(source))


def _story(act: Act) -> Story:
    said = {name: act.details.get(name) for name in PARTS}
    return Story(**{name: text for name, text in said.items() if isinstance(text, str)})
