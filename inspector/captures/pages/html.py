# SPDX-License-Identifier: Apache-2.0
"""Reads the settings that an HTML page shows: by its controls, by GitHub's form field, and by words alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from inspector.captures.labels.index import LabelIndex
from inspector.captures.pages.markup import Unit, ancestors, is_shown, parsed, units
from inspector.captures.pages.matching import Match, Which, matches, which
from inspector.captures.pages.naming import Named, texts_in, words
from inspector.captures.pages.opening import Page
from inspector.captures.pages.position import Ground, Stand, said, stand
from inspector.domain.captured import MOST_ALONE, Position, Setting, sharing_of

_ASK_BELOW: Final = 0.88
_MOST_TEXTS: Final = 60_000
_MOST_HITS: Final = 200
_MOST_ROW: Final = 600
_MOST_SCRIPT: Final = 4 << 20


@dataclass(frozen=True)
class Shown:
    """One HTML page with what is needed to read it."""

    page: Page
    index: LabelIndex

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """Return the page as a tree."""
        return parsed(self.page.text)

    @cached_property
    def title(self) -> str:
        """Return the page's title and the name of its site."""
        title = self.tree.css_first("title")
        site = self.tree.css_first('meta[property="og:site_name"]')
        name = (site.attributes.get("content") or "") if site is not None else ""
        return f"{words(title) if title is not None else ''} {name}"

    @cached_property
    def ground(self) -> Ground:
        """Return how far the markup can be relied on."""
        scripts = [node for node in self.tree.css("script") if _runs(node)]
        texts = tuple((node.text(deep=True) or "")[:_MOST_SCRIPT] for node in scripts)
        return Ground(self.page.origin.serialised, texts, bool(scripts))

    def named(self, found: Sequence[Match]) -> Which | None:
        """Return which setting labels name on this page."""
        return which(found, self.index, self.page.origin.host, self.title)

    def settings(self) -> tuple[Setting, ...]:
        """Return the settings shown, one for each control, in the page's order; those by words alone last."""
        controls = units(self.tree)
        naming = Named(self.tree, controls)
        found = [setting for unit in controls for setting in self._of(unit, naming)]
        by_control = merged(found)
        if not any(setting.control for setting in by_control):
            by_control = [*by_control, *merged(list(self._by_words()))]
        return tuple(by_control)

    def _of(self, unit: Unit, naming: Named) -> Iterator[Setting]:
        row = naming.row(unit)
        told = self._told(unit, naming, row)
        if told is None:
            return
        known = told.known or told.candidates[0]
        own = self.index.state_words(known.control)
        shown = stand(unit, texts_in(row) if row is not None else (), own, self.ground)
        yield as_setting(told, shown, locator_of(unit.first), cut=self.page.cut)

    def _told(self, unit: Unit, naming: Named, row: LexborNode | None) -> Which | None:
        """Return the setting a control belongs to: by its own names first, then by the texts of its row."""
        first = unit.first if unit.kind != "radios" else _group(unit.first)
        for name in naming.names(first):
            found = matches(name, self.index)
            if found:
                return self.named(found)
        if row is None:
            return None
        texts = texts_in(row)
        found = tuple(match for text in [*texts, " ".join(texts)] for match in matches(text, self.index))
        whole = [match for match in found if match.whole]
        return self.named(whole or found)

    def _by_words(self) -> Iterator[Setting]:
        """Yield settings whose row says its state in words and holds no control."""
        body = self.tree.body
        nodes = body.traverse(include_text=True) if body is not None else ()
        hits = 0
        for number, node in enumerate(nodes):
            if number > _MOST_TEXTS or hits > _MOST_HITS:
                return
            parent = node.parent
            if node.tag != "-text" or parent is None or parent.tag in ("script", "style", "option", "title"):
                continue
            found = [one for one in matches(node.text(deep=True) or "", self.index) if one.whole]
            told = self.named(found)
            hits += told is not None
            if told is not None and is_shown(node):
                yield self._in_words(told, node)

    def _in_words(self, told: Which, node: LexborNode) -> Setting:
        known = told.known or told.candidates[0]
        own = self.index.state_words(known.control)
        shown = Stand("unknown", 0.0, ("capture.why.no_control",))
        for above in ancestors(node):
            if above.tag in ("body", "html") or len(words(above)) > _MOST_ROW:
                break
            states, verbs = said(texts_in(above), own)
            if states:
                state: Position = next(iter(states)) if len(states) == 1 else "unknown"
                why = "capture.why.button" if verbs else "capture.why.word"
                shown = Stand(state, MOST_ALONE if state != "unknown" else 0.0, (why,))
                break
        return as_setting(told, shown, locator_of(node), cut=self.page.cut)


def as_setting(told: Which, shown: Stand, locator: str, *, cut: bool) -> Setting:
    """Return a setting from what names it and what it shows."""
    known = told.known
    label = known or told.candidates[0]
    sure = shown.confidence if told.sure and not cut else min(shown.confidence, MOST_ALONE)
    why = (*told.why, *shown.why, *(("capture.why.cut",) if cut else ()))
    sharing = sharing_of(shown.position, inverts=label.inverts) if known is not None else "unknown"
    return Setting(
        known.service if known else None,
        known.control if known else None,
        label.text,
        label.lang,
        shown.position,
        sharing,
        sure,
        asked=sure < _ASK_BELOW,
        why=(*why, "capture.why.inverts") if label.inverts else why,
        locator=locator,
        inverts=label.inverts,
    )


def locator_of(node: LexborNode) -> str:
    """Return the place of an element: its tag and number among its kind, from the page down."""
    steps: list[str] = []
    for one in [node, *ancestors(node)]:
        if one.tag == "-text":
            continue
        before, number = one.prev, 1
        while before is not None:
            number += before.tag == one.tag
            before = before.prev
        steps.append(f"{one.tag}[{number}]")
    return "/" + "/".join(reversed(steps))


def merged(found: Sequence[Setting]) -> list[Setting]:
    """Return one setting for each control; where a page shows one in opposite positions, a person says."""
    by_control: dict[str | None, list[Setting]] = {}
    for setting in found:
        by_control.setdefault(setting.control or setting.label, []).append(setting)
    left: list[Setting] = []
    for settings in by_control.values():
        states = {one.state for one in settings if one.state != "unknown"}
        best = max(settings, key=lambda one: one.confidence)
        left.append(best if len(states) < 2 else _contradicted(best))  # noqa: PLR2004 - on and off
    return left


def _contradicted(one: Setting) -> Setting:
    why = (*one.why, "capture.why.several_controls")
    return replace(one, state="unknown", sharing="unknown", confidence=0.0, asked=True, why=why)


def _group(node: LexborNode) -> LexborNode:
    """Return what names a group of radios: the element that holds it, else the first radio."""
    for above in ancestors(node):
        if above.attributes.get("role") == "radiogroup" or above.tag == "fieldset":
            return above
    return node


def _runs(script: LexborNode) -> bool:
    kind = (script.attributes.get("type") or "").strip().lower()
    return kind in ("", "module", "text/javascript", "application/javascript")
