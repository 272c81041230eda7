# SPDX-License-Identifier: Apache-2.0
"""The checklist: what to do, by when, what it does not undo; steps are numbered anew on each platform."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final

from inspector.report import blocks
from inspector.report.blocks import Block, Cell, Points
from inspector.report.context import Context, Json
from inspector.system.messages import Messages


def steps(case: Context) -> list[Block]:
    """The checklist: what to do, by when, and what it does not undo."""
    items: list[Json] = case.findings["checklist"]
    if not items:
        return []
    return [
        blocks.heading(1, case.words.say("steps.title")),
        *(_step(case, number, alike) for number, alike in enumerate(_alike(items), 1)),
    ]


_SHARED = ("action", "steps", "due", "status", "not_undone")


def _alike(items: list[Json]) -> list[list[Json]]:
    """The steps in their order; those of which everything but setting and address is the same, together."""
    found: dict[str, list[Json]] = {}
    for item in items:
        found.setdefault(json.dumps([item[key] for key in _SHARED]), []).append(item)
    return list(found.values())


def _each(case: Context, alike: list[Json], *, titled: bool) -> str:
    """What several steps are about, one a line: service, title unless they share it, address."""
    lines = []
    for item in alike:
        name = case.service(item["service"])
        words = case.words.say("steps.each", service=name, title=item["title"]) if titled else name
        lines.append(case.words.say("steps.at", what=words, url=item["url"]) if item["url"] else words)
    return "\n".join(lines)


def _step(case: Context, number: int, alike: list[Json]) -> Block:
    say, item = case.words.say, alike[0]
    one_title = len({other["title"] for other in alike}) == 1
    alone = len(alike) == 1
    return blocks.exhibit(
        f"N{number}",
        f"N{number}",
        item["title"] if one_title else say(f"steps.many.{item['action']}", n=len(alike)),
        [
            (say("line.for"), "" if alone else _each(case, alike, titled=not one_title)),
            (say("line.steps"), _points(case, item["steps"])),
            (say("line.url"), blocks.address(item["url"] if alone else None)),
            (say("line.due"), case.words.figures(item["due"]) if item["due"] else ""),
            (say("line.not_undone"), item["not_undone"] or ""),
        ],
        case.words.name("step_status", item["status"]),
    )


_PLATFORMS: Final = ("web", "ios", "android")
_ASIDES: Final = (
    "actions.object.needed",
    "actions.object.not_needed",
    "actions.switch_off.shared",
    "letters.way.objection_form",
    "letters.way.form",
    "letters.way.officer_form",
    "letters.way.email",
    "letters.way.post",
)
"""Sentences among the steps that are none: a case that may apply, one way of several."""

_ANY: Final = "\x00"


def _points(case: Context, steps: list[str]) -> Cell:
    """The steps by platform, each with its numbers; what is no step has a dash and no number."""
    return blocks.points(_groups(case, [_said(case.words.messages, step) for step in steps]))


@dataclass(frozen=True, slots=True)
class _Said:
    platform: str
    text: str
    aside: bool


def _said(messages: Messages, step: str) -> _Said:
    """What a step says, apart from the platform that it names before; no platform is empty."""
    aside = any(shape.fullmatch(step) for shape in _shapes(messages.lang))
    for platform in _PLATFORMS:
        head, _, tail = messages.text(f"actions.step.{platform}", step=_ANY).partition(_ANY)
        if step.startswith(head) and step.endswith(tail):
            return _Said(platform, step.removeprefix(head).removesuffix(tail), aside)
    return _Said("", step, aside)


def _groups(case: Context, steps: list[_Said]) -> Iterator[Points]:
    for platform, found in groupby(steps, lambda one: one.platform):
        heading, done = case.words.name("platform", platform) if platform else "", 0
        for aside, alike in groupby(found, lambda one: one.aside):
            items = tuple(one.text for one in alike)
            yield Points(heading, 0 if aside else done + 1, items)
            heading, done = "", done + (0 if aside else len(items))


@cache
def _shapes(lang: str) -> tuple[re.Pattern[str], ...]:
    """The sentences that are no steps, with any words at the places that are filled in."""
    named = ("case", "setting", "url", "email")
    texts = (Messages(lang).text(key, **dict.fromkeys(named, _ANY)) for key in _ASIDES)
    return tuple(re.compile(re.escape(text).replace(_ANY, ".*"), re.DOTALL) for text in texts)
