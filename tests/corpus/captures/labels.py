# SPDX-License-Identifier: Apache-2.0
"""Labels that made pages show: all switches of the catalog, and invented ones for languages it lacks."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args
from urllib.parse import urlsplit

from inspector.captures.labels.index import LabelIndex
from inspector.catalog.decode import Translated
from inspector.catalog.entry import ControlEntry, Label, ServiceEntry
from inspector.catalog.index import Catalog
from inspector.domain.practices import Control

INVENTED: Final = "invented"
"""Id of the fictional service whose labels are in languages that the catalog lacks."""

NO_SWITCH: Final = frozenset(
    {
        "canva/general-usage",  # its only label is the heading of the page
        "facebook/ai-objection",
        "instagram/ai-objection",
        "meta-ai/chats",
        "slack/global-models",
        "snapchat/my-ai",
        "whatsapp/meta-ai-chats",
    }
)
"""Controls that are a form, a request or a button, so that no capture of them shows a position."""

Lang = Literal[
    "en", "de", "fr", "es", "it", "nl", "pt-BR", "pl", "fi", "zh-Hans", "ja", "ru", "ko", "ar", "he", "hi"
]
LANGS: Final[tuple[Lang, ...]] = get_args(Lang)
_OWN_LETTERS: Final = 28
"""Letters from which on nobody would doubt whose label it is."""


@dataclass(frozen=True, slots=True)
class Row:
    """A label that stands beside a control. `title`: the heading above it, where the catalog has one."""

    service: str
    brand: str
    control: str
    lang: str
    text: str
    title: str | None
    inverts: bool
    shared: bool
    """Whether another service uses the same words, or might: they are few and do not name the service."""

    host: str | None


@cache
def wording() -> dict[str, dict[str, Any]]:
    """Return the words of the made pages by language."""
    return tomllib.loads(Path(__file__).with_name("wording.toml").read_text("utf-8"))


@cache
def services() -> tuple[ServiceEntry, ...]:
    """Return all services of the catalog, and the fictional one."""
    real = Catalog.load().services()
    return (*real, _invented(real[0].checked))


@cache
def index() -> LabelIndex:
    """Return the labels that captures are read with."""
    return LabelIndex(services())


@cache
def rows() -> tuple[Row, ...]:
    """Return every label that stands beside a switch, in order."""
    found = [row for service in services() for row in _rows(service)]
    uses: dict[str, set[str]] = {}
    for service in services():
        for label in (label for control in service.controls for label in control.labels):
            if label.part in ("switch", "title"):
                uses.setdefault(label.text.casefold(), set()).add(service.id)
    return tuple(
        replace(row, shared=row.shared or len(uses[row.text.casefold()]) > 1 or _is_common(row))
        for row in found
    )


def _is_common(row: Row) -> bool:
    letters = sum(letter.isalnum() for letter in row.text)
    return letters < _OWN_LETTERS and row.brand.split()[-1].casefold() not in row.text.casefold()


def _rows(service: ServiceEntry) -> list[Row]:
    found = []
    host = next((urlsplit(link.url).hostname for link in service.links), None)
    for control in service.controls:
        for lang in LANGS:
            labels = [label for label in control.labels if label.lang == lang]
            switches = [label for label in labels if label.part == "switch"]
            titles = [label for label in labels if label.part == "title"]
            if control.id in NO_SWITCH:
                continue
            for label in switches or titles:
                title = titles[0].text if switches and titles else None
                text = label.text.replace("[site]", "Example Site").replace("[your blog name]", "example")
                brand = service.name.partition(" (")[0]
                found.append(
                    Row(
                        service.id,
                        brand,
                        control.id,
                        lang,
                        text,
                        title,
                        label.inverts,
                        "[" in label.text,
                        host,
                    )
                )
    return found


def _invented(day: date) -> ServiceEntry:
    labels = tuple(
        Label(lang, "switch", words["label"], "high", ())
        for lang, words in wording().items()
        if "label" in words
    )
    nothing = Translated(())
    control_id = f"{INVENTED}/model-improvement"
    control = ControlEntry(Control(control_id, INVENTED, ()), nothing, nothing, None, labels, (), (), ())
    return ServiceEntry(
        file=f"services/{INVENTED}.toml", id=INVENTED, name="Example Service", checked=day, stale_after=day,
        plans=(), controls=(control,), links=(), archive=None, letters=(), objection=None, related=(),
        not_undone=(), limits=(), narrow=(), said=(), events=(), sources=(),
    )  # fmt: skip
