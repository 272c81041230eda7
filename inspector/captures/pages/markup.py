# SPDX-License-Identifier: Apache-2.0
"""The controls of a page as its markup has them: switches, boxes, radio groups, selects, pressed buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

ControlKind = Literal["switch", "radios", "select", "buttons"]

MOST_CONTROLS: Final = 4000

_SWITCHES: Final = (
    'input[type="checkbox" i], [role="switch" i], [role="checkbox" i], [aria-checked]:not([role="radio" i])'
)
_RADIOS: Final = 'input[type="radio" i], [role="radio" i]'
_PRESSED: Final = 'button[aria-pressed], [role="button" i][aria-pressed], [role="tab" i][aria-selected]'
_NOT_SHOWN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INERT: Final = ("noscript", "x-template", "template")
_SHADOW: Final = re.compile(r"<template\b(?=[^>]{0,300}\bshadowroot)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """One control: a switch (with the box inside it), or all radios, options or buttons of one question."""

    kind: ControlKind
    nodes: tuple[LexborNode, ...]

    @property
    def first(self) -> LexborNode:
        """Return the element that stands first."""
        return self.nodes[0]


def parsed(text: str) -> LexborHTMLParser:
    """Return a page as a tree the way browsers build it. Parts behind a shadow root count as shown."""
    if _SHADOW.search(text):
        text = _SHADOW.sub("<x-shadow", text)
        text = re.sub(r"</template\s*>", "</x-shadow>", text, flags=re.IGNORECASE)
    return LexborHTMLParser(text)


def units(page: LexborHTMLParser) -> list[Unit]:
    """Return the controls of a page that are shown, in their order, none counted twice."""
    switches = [node for node in _in_order(page, page.css(_SWITCHES)[:MOST_CONTROLS]) if is_shown(node)]
    found = [Unit("switch", tuple(group)) for group in _nested(switches)]
    found += [Unit("radios", tuple(group)) for group in _grouped(page.css(_RADIOS)[:MOST_CONTROLS])]
    found += [Unit("select", (node,)) for node in page.css("select")[:MOST_CONTROLS] if is_shown(node)]
    found += [Unit("buttons", tuple(group)) for group in _siblings(page.css(_PRESSED)[:MOST_CONTROLS])]
    return found


def _in_order(page: LexborHTMLParser, nodes: Sequence[LexborNode]) -> list[LexborNode]:
    """Return elements in the order of the page, each once: a search for several kinds gives some twice."""
    wanted = {node.mem_id for node in nodes}
    if not wanted or page.root is None:
        return []
    return [node for node in page.root.traverse() if node.mem_id in wanted]


def is_shown(node: LexborNode) -> bool:
    """Tell whether nothing around an element hides it; the element itself may lie under a drawn switch."""
    for above in ancestors(node):
        attributes = above.attributes
        if above.tag in _INERT or "hidden" in attributes or "inert" in attributes:
            return False
        if (
            _NOT_SHOWN.search(attributes.get("style") or "")
            or (attributes.get("aria-hidden") or "") == "true"
        ):
            return False
        if "sf-hidden" in (attributes.get("class") or "").split():
            return False
    return True


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """Yield what an element lies in, from the inside out."""
    above = node.parent
    while above is not None and above.tag not in ("-document", "-undef", None):
        yield above
        above = above.parent


def _nested(nodes: Sequence[LexborNode]) -> list[list[LexborNode]]:
    """Return switches, a box inside a switch with it."""
    groups: list[list[LexborNode]] = []
    for node in nodes:
        around = {above.mem_id for above in ancestors(node)}
        home = next((group for group in reversed(groups[-20:]) if group[0].mem_id in around), None)
        if home is None:
            groups.append([node])
        else:
            home.append(node)
    return groups


def _grouped(nodes: Sequence[LexborNode]) -> list[list[LexborNode]]:
    """Return radios by what holds them together: their name, or the group they lie in."""
    groups: dict[object, list[LexborNode]] = {}
    for node in nodes:
        if not is_shown(node):
            continue
        name = node.attributes.get("name")
        home = next(
            (one for one in ancestors(node) if one.attributes.get("role") == "radiogroup"), node.parent
        )
        key: object = name or (home.mem_id if home is not None else None)
        groups.setdefault(key, []).append(node)
    return list(groups.values())


def _siblings(nodes: Sequence[LexborNode]) -> list[list[LexborNode]]:
    groups: dict[int, list[LexborNode]] = {}
    for node in nodes:
        if node.parent is not None and is_shown(node):
            groups.setdefault(node.parent.mem_id, []).append(node)
    return [group for group in groups.values() if len(group) > 1]
