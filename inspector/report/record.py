# SPDX-License-Identifier: Apache-2.0
"""The record of a case as JSON `inspector/record/1`: how each item came in, what it shows, what was done.

It holds only what the files and the log of the case say; what only the person knows is null.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from inspector.cases.acts import Act, ActKind, Detail
from inspector.cases.post import STEPS, post_of
from inspector.cases.story import PARTS, story_of
from inspector.domain.captured import Captured, Secret, Setting
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Source
from inspector.domain.wire import moment_object, time_text
from inspector.domain.words import Grade
from inspector.report.inspection import Inspection
from inspector.report.numbering import numbers

SCHEMA: Final = "inspector/record/1"
_SAID: Final = {ActKind.READING_SHOWN: "confirmed", ActKind.READING_REJECTED: "rejected"}

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Known:
    """What a record is made from besides the answer.

    `sha512`: of files, by their SHA-256. `captured`: what was read in captures after they were added. `bare`:
    pictures go into the bundle as copies without their notes.
    """

    acts: Sequence[Act]
    readings: Sequence[SourceReading]
    sha512: Mapping[str, str]
    captured: Mapping[str, Captured]
    bare: bool = False


def record_object(inspection: Inspection, known: Known) -> Json:
    """Return the record of a case; items have the ids of the findings."""
    ids = numbers(inspection).sources
    readings = {one.source.sha256: one for one in known.readings}
    return {
        "schema": SCHEMA,
        "made_with": _made_with(known.acts),
        "items": [
            _item(ids[source.sha256], source, readings.get(source.sha256), known)
            for source in inspection.sources
            if source.sha256
        ],
        "letters": [
            {
                "action": post.action,
                **{str(step): day.isoformat() if (day := post.day(step)) else None for step in STEPS},
            }
            for post in post_of(known.acts)
        ],
    }


def _made_with(acts: Sequence[Act]) -> Json:
    """Return what the newest opening says of program, catalog, libraries, system, clock and zone."""
    opened = next((act for act in reversed(acts) if act.kind is ActKind.OPENED), None)
    return {} if opened is None else {"at": time_text(opened.at), **opened.details}


def _item(id_: str, source: Source, reading: SourceReading | None, known: Known) -> Json:
    captured = (reading.captured if reading else None) or known.captured.get(source.sha256)
    about = [act for act in known.acts if _names(act, source.sha256)]
    added = next((act for act in about if act.kind is ActKind.ADDED), None)
    kept = next((act for act in reversed(about) if act.kind is ActKind.KEPT), None)
    taken = next((act for act in about if act.kind is ActKind.TAKEN), None)
    return {
        "source": id_,
        "name": source.name,
        "kind": source.kind,
        "bytes": source.size,
        "sha256": source.sha256,
        "sha512": known.sha512.get(source.sha256) or _sha512(kept, source.sha256),
        "added": time_text(added.at) if added else None,
        "how": "taken" if taken else "handed_in",
        "kept": str(kept.details["how"]) if kept and "problem" not in kept.details else None,
        "taken": {key: taken.details.get(key) for key in ("taken", "zone", "system", "by")}
        if taken
        else None,
        **(_shown(captured, bare=known.bare) if captured else {}),
        "story": _story(source, known.acts),
        "said": [_said(act, known.acts) for act in about if act.kind in _SAID],
    }


def _story(source: Source, acts: Sequence[Act]) -> Json | None:
    """Return how the person says they got an item, null where they told nothing."""
    told = story_of(acts, source)
    if told is None:
        return None
    says = {part: told.story.says.get(part) for part in PARTS}
    return {"act": told.act, "at": time_text(told.at), "grade": Grade.DECLARED, **says}


def _names(act: Act, sha256: str) -> bool:
    return sha256 in (act.details.get("sha256"), act.details.get("source"))


def _sha512(kept: Act | None, sha256: str) -> str | None:
    """Return what was computed when the original was kept, where the item is one file."""
    files = kept.details.get("files") if kept else None
    for row in files if isinstance(files, list) else []:
        if isinstance(row, dict) and row.get("sha256") == sha256:
            return str(row["sha512"])
    return None


def _shown(captured: Captured, *, bare: bool) -> Json:
    masked = (*captured.secrets, *(captured.notes if bare else ()))
    return {
        "address": captured.url,
        "pixels": list(captured.size) if captured.size else None,
        "moment": moment_object(captured.moment),
        "dates": [
            {"what": one.what, "raw": one.raw, "worth": one.worth, **moment_object(one.moment.bounds())}
            for one in captured.basis
        ],
        "why": list(captured.why),
        "readings": [_reading(one) for one in captured.settings],
        "masked": [_place(one) for one in masked],
        "notes": [_place(one) for one in captured.notes],
    }


def _place(one: Secret) -> Json:
    return {"what": one.what, "where": one.locator, "count": one.count}


def _reading(one: Setting) -> Json:
    return {
        "control": one.control,
        "label": one.label,
        "language": one.lang,
        "switch": one.state,
        "sharing": one.sharing,
        "confidence": round(one.confidence, 2),
        "asked": one.asked,
        "place": one.locator or None,
        "box": list(one.pixels.label) if one.pixels.label else None,
        "why": list(one.why),
    }


def _said(act: Act, acts: Sequence[Act]) -> Json:
    back = any(one.kind is ActKind.READING_WITHDRAWN and one.details.get("act") == act.number for one in acts)
    wanted: tuple[str, ...] = ("control", "position", "moment", "setting", "place")
    details: dict[str, Detail] = {key: act.details[key] for key in wanted if act.details.get(key) is not None}
    return {"act": act.number, "at": time_text(act.at), "what": _SAID[act.kind], "withdrawn": back, **details}
