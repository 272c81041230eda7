# SPDX-License-Identifier: Apache-2.0
"""The catalog as JSON, schema `inspector/catalog/1` (DESIGN 7): what `inspector catalog --json` writes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from inspector.catalog.entry import ArchiveParts, Choice, ControlEntry, Label, ServiceEntry
from inspector.catalog.index import Catalog
from inspector.catalog.query import ControlAnswer, Held, Query, ServiceAnswer, ask
from inspector.domain.moment import UNKNOWN_MOMENT, Moment
from inspector.domain.practices import Citation, Offer
from inspector.domain.text import worded
from inspector.system.messages import SOURCE_LANGUAGE

SCHEMA = "inspector/catalog/1"

Json = dict[str, Any]


def encode(catalog: Catalog, query: Query) -> Json:
    """Return what the catalog says for `query` as JSON values. Raises UnknownIdError."""
    return {
        "schema": SCHEMA,
        "version": catalog.version,
        "sha256": catalog.sha256,
        "services": [_service(answer) for answer in ask(catalog, query)],
    }


def to_json(catalog: Catalog, query: Query) -> str:
    """Return `encode` as text, the same for the same catalog and query. Raises UnknownIdError."""
    return json.dumps(encode(catalog, query), ensure_ascii=False, indent=1) + "\n"


def _service(answer: ServiceAnswer) -> Json:
    entry = answer.entry
    return {
        "id": entry.id,
        "name": entry.name,
        "controls": [_control(control) for control in answer.controls],
        "archive": _archive(entry),
        "checked": entry.checked.isoformat(),
        "stale_after": entry.stale_after.isoformat(),
        "plans": [{"id": plan.id, "name": dict(plan.name)} for plan in entry.plans],
        "sources": [_citation(source) for source in _cited(answer)],
    }


def _archive(entry: ServiceEntry) -> Json:
    archive = entry.archive
    if archive is None:
        return {
            "reader": False,
            "tells": [],
            "url": None,
            "link_valid_hours": None,
            "ready_minutes": None,
            "choices": [],
            "parts": None,
        }
    return {
        "reader": archive.reader,
        "tells": [kind.value for kind in archive.tells],
        "url": entry.link(archive.link).url,
        "link_valid_hours": archive.link_valid_hours,
        "ready_minutes": archive.ready_minutes,
        "choices": [_choice(choice) for choice in archive.choices],
        "parts": _parts(archive.parts) if archive.parts else None,
    }


def _choice(choice: Choice) -> Json:
    return {"id": choice.id, "text": dict(choice.text), "sources": list(choice.sources)}


def _parts(parts: ArchiveParts) -> Json:
    return {
        "text": dict(parts.text),
        "numbered": parts.numbered,
        "first": parts.first,
        "needed": list(parts.needed),
        "single": parts.single,
        "sources": list(parts.sources),
    }


def _control(answer: ControlAnswer) -> Json:
    entry = answer.entry
    return {
        "id": entry.id,
        "labels": [_label(label) for label in entry.labels],
        "practices": [_practice(held) for held in answer.held],
        "url": entry.url,
        "name": dict(entry.name),
        "switch_of": entry.control.switch_of,
    }


def _label(label: Label) -> Json:
    return {
        "lang": label.lang,
        "part": label.part,
        "text": label.text,
        "platform": label.platform,
        "certainty": label.certainty,
        "sources": list(label.sources),
    }


def _practice(held: Held) -> Json:
    row = held.row
    return {
        "id": row.id,
        "region": row.region,
        "plan": row.plan,
        "from": _moment(row.start or UNKNOWN_MOMENT),
        "until": _moment(row.end) if row.end else None,
        "practice": row.practice.value,
        "offered": _offer(row.offer),
        "strength": row.upper.value,
        "strengths": {"not_before": row.lower.value, "not_after": row.upper.value},
        "sources": list(row.sources),
        "certain": held.certain,
        "text": dict(row.text),
        "checked": row.checked.isoformat(),
    }


def _offer(offer: Offer | None) -> Json | None:
    return {"from": _moment(offer.start), "initial": offer.initial.value} if offer else None


def _moment(moment: Moment) -> Json:
    return {"not_before": _time(moment.not_before), "not_after": _time(moment.not_after)}


def _time(time: datetime | None) -> str | None:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ") if time else None


def _cited(answer: ServiceAnswer) -> list[Citation]:
    """Return the sources that the listed rows and labels and the archive name, in the order of the file."""
    wanted = {name for control in answer.controls for name in _names(control.entry, control.held)}
    archive = answer.entry.archive
    wanted.update(name for choice in (archive.choices if archive else ()) for name in choice.sources)
    wanted.update(archive.parts.sources if archive and archive.parts else ())
    return [source for source in answer.entry.sources if source.id in wanted]


def _names(entry: ControlEntry, held: Iterable[Held]) -> list[str]:
    rows = [name for one in held for name in one.row.sources]
    return rows + [name for label in entry.labels for name in label.sources]


def _citation(source: Citation) -> Json:
    return {
        "id": source.id,
        "title": worded(source.title, SOURCE_LANGUAGE),
        "publisher": worded(source.publisher, SOURCE_LANGUAGE),
        "strength": source.strength.value,
        "day": source.day.isoformat() if source.day else None,
        "url": source.url,
        "repository": source.repository,
        "file": source.file,
        "commit": source.commit,
        "sha256": source.sha256,
        "recorded": source.recorded,
        "effective": source.effective,
        "note": worded(source.note, SOURCE_LANGUAGE) or None,
    }
