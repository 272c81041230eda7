# SPDX-License-Identifier: Apache-2.0
"""`ro-crate-metadata.json`: what the bundle holds and what made it, for catalogues that read RO-Crate 1.1.

Source: RO-Crate Metadata Specification 1.1, sections "Root Data Entity", "Data Entities", "Provenance".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from inspector.bundle import layout, strictjson
from inspector.bundle.contents import Program
from inspector.system.messages import Messages

_SPECIFICATION = "https://w3id.org/ro/crate/1.1"
_TYPES = {"json": "application/json", "pdf": "application/pdf", "txt": "text/plain", "html": "text/html"}
_UNKNOWN_TYPE = "application/octet-stream"
_DESCRIBED = {
    *(*layout.DATA_FILES, layout.RECORD, layout.REDACTION, layout.REPORT, layout.HOW_TO),
    *(layout.VERIFY_PAGE, layout.DECLARATIONS),
}

JsonObject = dict[str, object]


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the crate: its path, its number of bytes, and its real name where it has a neutral path."""

    path: str
    size: int
    name: str | None = None


def crate(parts: Iterable[Part], program: Program, now: datetime, messages: Messages) -> bytes:
    """The metadata of a crate made at `now` of these parts, worded in the language of `messages`."""
    files = sorted(parts, key=lambda part: part.path)
    graph = [
        {
            "@id": layout.CRATE,
            "@type": "CreativeWork",
            "conformsTo": {"@id": _SPECIFICATION},
            "about": {"@id": "./"},
        },
        _root(files, now, messages),
        *(_file(part, messages) for part in files),
        *_making(files, program, now, messages),
    ]
    return strictjson.encode({"@context": f"{_SPECIFICATION}/context", "@graph": graph})


def _root(files: list[Part], now: datetime, messages: Messages) -> JsonObject:
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": messages.text("bundle.crate.name"),
        "description": messages.text("bundle.crate.description"),
        "datePublished": _instant(now),
        "inLanguage": messages.lang,
        "license": {"@id": "#terms"},
        "hasPart": _references(files),
    }


def _file(part: Part, messages: Messages) -> JsonObject:
    entity: JsonObject = {
        "@id": part.path,
        "@type": "File",
        "contentSize": str(part.size),
        "encodingFormat": _TYPES.get(part.path.rpartition(".")[2], _UNKNOWN_TYPE),
    }
    if part.name is not None:
        entity["name"] = part.name
    if part.path in _DESCRIBED:
        entity["description"] = messages.text(f"bundle.about.{layout.about(part.path)}")
    return entity


def _making(files: list[Part], program: Program, now: datetime, messages: Messages) -> list[JsonObject]:
    """Return how the bundle was made, with what, and on which terms it may be used."""
    made = [part for part in files if part.path in (layout.FINDINGS, layout.REPORT)]
    read = [part for part in files if part.path.startswith((layout.ORIGINALS_FOLDER, layout.MEMBERS_FOLDER))]
    return [
        {
            "@id": "#making",
            "@type": "CreateAction",
            "name": messages.text("bundle.crate.making"),
            "endTime": _instant(now),
            "instrument": [{"@id": "#program"}, {"@id": "#catalog"}],
            "object": _references(read),
            "result": _references(made),
        },
        {
            "@id": "#program",
            "@type": "SoftwareApplication",
            "name": program.name,
            "version": program.version,
        },
        {
            "@id": "#catalog",
            "@type": "Dataset",
            "name": messages.text("bundle.crate.catalog"),
            "version": program.catalog_version,
            "identifier": f"sha256:{program.catalog_sha256}",
        },
        {"@id": "#terms", "@type": "CreativeWork", "name": messages.text("bundle.crate.terms")},
    ]


def _references(files: list[Part]) -> list[dict[str, str]]:
    return [{"@id": part.path} for part in files]


def _instant(now: datetime) -> str:
    return f"{now:%Y-%m-%dT%H:%M:%SZ}"
