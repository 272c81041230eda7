# SPDX-License-Identifier: Apache-2.0
"""What the report needs of the catalog: names, rows, statements, events and citations, as domain values."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.domain.practices import Citation, ClassStatement, Event, Row
from inspector.domain.text import Texts
from inspector.domain.words import DataClass


@dataclass(frozen=True, slots=True)
class ControlView:
    """One control with all that the catalog says about it.

    `id` is the control id of findings/1, with or without the service before it. `beside`: sentences that
    stand beside the count of a data class wherever it is printed (DESIGN 3, rule 8). `plans` pairs the ids
    of plans with their names.
    """

    service: str
    id: str
    service_name: str
    title: str
    rows: tuple[Row, ...] = ()
    classes: tuple[ClassStatement, ...] = ()
    events: tuple[Event, ...] = ()
    beside: tuple[tuple[DataClass, str], ...] = ()
    plans: tuple[tuple[str, str], ...] = ()

    def plan(self, plan: str) -> str:
        """The name of a plan, or its id where it has none."""
        return dict(self.plans).get(plan, plan)


@dataclass(frozen=True, slots=True)
class CatalogView:
    """The part of the catalog that one report prints; `regions` pairs region codes with names."""

    controls: tuple[ControlView, ...]
    citations: tuple[Citation, ...] = ()
    regions: tuple[tuple[str, str], ...] = ()

    def control(self, service: str, control: str) -> ControlView:
        """The view of one control; a bare one that only names it where the catalog has none."""
        wanted = _short(control)
        for view in self.controls:
            if view.service == service and _short(view.id) == wanted:
                return view
        return ControlView(service, control, service, control)

    def region(self, code: str) -> str:
        """The name of a region, or its code where it has none."""
        return dict(self.regions).get(code, code)


def _short(control: str) -> str:
    return control.rpartition("/")[2]


def in_language(texts: Texts, lang: str) -> str:
    """The text in a language, else English, else the first there is; empty where there is none."""
    by_language = dict(texts)
    return by_language.get(lang) or by_language.get("en") or next(iter(by_language.values()), "")
