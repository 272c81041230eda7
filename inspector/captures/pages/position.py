# SPDX-License-Identifier: Apache-2.0
"""Which position a control's markup states, and how sure that is.

Markup that a browser stored is what stood on screen. Markup as a server sent it may be filled by a script
later: then what it lacks says nothing, and what it holds may be a beginning only, so a person is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborNode

from inspector.captures.labels.everyday import common_words
from inspector.captures.labels.folding import folded
from inspector.captures.labels.index import StateWords
from inspector.captures.pages.markup import Unit
from inspector.captures.pages.naming import texts_in
from inspector.domain.captured import AGREEING, MOST_ALONE, Position

_MARKED: Final = 0.92
"""Confidence of a state that stored markup states once."""

_TRUTH: Final[dict[str, Position]] = {"true": "on", "false": "off"}


@dataclass(frozen=True, slots=True)
class Stand:
    """A position with its confidence, 0 where a person must say, and why (keys `capture.why.*`)."""

    position: Position
    confidence: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """How far a page's markup can be relied on. `serialised`: stored by a browser; `scripts`: their texts."""

    serialised: bool
    scripts: tuple[str, ...]
    has_scripts: bool

    def fills(self, nodes: Iterable[LexborNode]) -> bool:
        """Tell whether a script inside the page names one of these elements."""
        names = [name for node in nodes if (name := node.attributes.get("id"))]
        return any(name in script for name in names for script in self.scripts)

    @property
    def settled(self) -> bool:
        """Tell whether nothing can have changed the page after its markup."""
        return self.serialised or not self.has_scripts


def said(texts: Iterable[str], own: StateWords) -> tuple[frozenset[Position], bool]:
    """Return the states that whole texts say, and whether by buttons that would change it."""
    common = common_words()
    on, off = own.on | common.on, own.off | common.off
    keys = [folded(text) for text in texts]
    plain: set[Position] = {"on" for key in keys if key in on and key not in off}
    plain |= {"off" for key in keys if key in off and key not in on}
    if plain:
        return frozenset(plain), False
    verbs: set[Position] = {"off" for key in keys if key in common.turn_on}
    verbs |= {"on" for key in keys if key in common.turn_off}
    return frozenset(verbs), True


def stand(unit: Unit, row: Sequence[str], own: StateWords, ground: Ground) -> Stand:
    """Return the position of a control; `row` are the texts around it."""
    if any("disabled" in node.attributes or _is(node, "aria-disabled") for node in unit.nodes):
        return Stand("unknown", 0.0, ("capture.why.managed",))
    if any(_is(node, "aria-busy") for node in unit.nodes) or ground.fills(unit.nodes):
        return Stand("unknown", 0.0, ("capture.why.filled_by_script",))
    if unit.kind == "switch":
        return _with_words(_switch(unit, ground), row, own)
    if unit.kind == "select":
        return _chosen(_options(unit.first, ground), own, "capture.why.select", ground)
    key = "capture.why.radio" if unit.kind == "radios" else "capture.why.pressed"
    return _chosen(_picked(unit, ground), own, key, ground)


def _is(node: LexborNode, name: str) -> bool:
    return (node.attributes.get(name) or "").lower() == "true"


def _switch(unit: Unit, ground: Ground) -> Stand:
    """Return what a switch or box states by `aria-checked` and by `checked`."""
    stated = {
        _TRUTH.get((node.attributes.get("aria-checked") or "").lower(), "unknown") for node in unit.nodes
    }
    stated -= {"unknown"}
    boxes = [node for node in unit.nodes if node.tag == "input"]
    ticked = any("checked" in node.attributes for node in boxes)
    mixed = any((node.attributes.get("aria-checked") or "").lower() == "mixed" for node in unit.nodes)
    if mixed or len(stated) > 1 or (ticked and stated == {"off"}):
        return Stand("unknown", 0.0, ("capture.why.markup_disagrees",))
    if stated:
        state: Position = next(iter(stated))
        agree = ticked if state == "on" else bool(boxes) and not ticked
        why = ("capture.why.aria", *(("capture.why.ticked",) if agree and state == "on" else ()))
        return Stand(state, _sure(ground, twice=agree and state == "on"), why)
    if ticked:
        return Stand("on", _sure(ground, twice=False), ("capture.why.ticked",))
    if boxes and ground.settled:
        return Stand("off", _sure(ground, twice=False), ("capture.why.not_ticked",))
    return Stand("unknown", 0.0, ("capture.why.filled_by_script",))


def _sure(ground: Ground, *, twice: bool) -> float:
    if not ground.settled:
        return MOST_ALONE
    return AGREEING if twice else _MARKED


def _with_words(shown: Stand, row: Sequence[str], own: StateWords) -> Stand:
    """Return what a switch states once the words beside it are heard."""
    states, verbs = said(row, own)
    if len(states) != 1:
        return shown
    state = next(iter(states))
    if shown.position == "unknown":
        return Stand("unknown", 0.0, shown.why)
    if state != shown.position:
        return Stand("unknown", 0.0, (*shown.why, "capture.why.word_contradicts"))
    sure = shown.confidence if shown.confidence <= MOST_ALONE else AGREEING
    return Stand(state, sure, (*shown.why, "capture.why.button" if verbs else "capture.why.word"))


def _options(select: LexborNode, ground: Ground) -> list[list[str]]:
    """Return the chosen options of a select as their texts and values; the first where none is marked."""
    options = select.css("option")
    chosen = [option for option in options if "selected" in option.attributes]
    if not chosen and ground.settled:
        chosen = options[:1]
    return [[*texts_in(option), option.attributes.get("value") or ""] for option in chosen]


def _picked(unit: Unit, ground: Ground) -> list[list[str]]:
    """Return the texts of the radios or buttons that are chosen."""
    del ground
    chosen = [
        node
        for node in unit.nodes
        if "checked" in node.attributes
        or any(_is(node, name) for name in ("aria-checked", "aria-pressed", "aria-selected"))
    ]
    return [_texts_of(node, unit) for node in chosen]


def _texts_of(node: LexborNode, unit: Unit) -> list[str]:
    """Return what names one choice: its own text, its label, its value."""
    texts = [*texts_in(node), node.attributes.get("aria-label") or "", node.attributes.get("value") or ""]
    above = node.parent
    own = {one.mem_id for one in unit.nodes}
    while above is not None and above.tag != "body":
        if sum(below.mem_id in own for below in above.traverse()) > 1:
            break
        texts += texts_in(above)
        above = above.parent
    name = node.attributes.get("id")
    root = node
    while root.parent is not None:
        root = root.parent
    for label in root.css("label[for]") if name else ():
        if label.attributes.get("for") == name:
            texts += texts_in(label)
    return texts


def _chosen(chosen: Sequence[Sequence[str]], own: StateWords, key: str, ground: Ground) -> Stand:
    """Return the state that the one choice made says."""
    if len(chosen) != 1:
        why = "capture.why.filled_by_script" if not chosen else "capture.why.several_controls"
        return Stand("unknown", 0.0, (why,))
    states, verbs = said(chosen[0], own)
    if len(states) != 1 or verbs:
        return Stand("unknown", 0.0, (key, "capture.why.unclear_choice"))
    return Stand(next(iter(states)), _sure(ground, twice=True), (key, "capture.why.word"))
