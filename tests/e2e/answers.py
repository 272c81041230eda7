# SPDX-License-Identifier: Apache-2.0
"""Short ways to look at a findings/1 object."""

from __future__ import annotations

import json
from typing import Any, Final

from tests.e2e.program import ROOT, Json

SCHEMA: Final[dict[str, Any]] = json.loads((ROOT / "resources/schemas/findings-1.json").read_text("utf-8"))
Bounds = tuple[str | None, str | None]


def finding(whole: Json, control: str) -> Json:
    """Return the only finding for a control, which may be named with or without its service."""
    service, _, short = control.rpartition("/")
    about = [one for one in whole["findings"] if one["control"] == short and service in ("", one["service"])]
    (found,) = about
    return dict(found)


def bounds(moment: Json | None) -> Bounds | None:
    """Return the bounds of a Moment."""
    return None if moment is None else (moment["not_before"], moment["not_after"])


def spans(one: Json) -> list[tuple[str, Bounds | None]]:
    """Return state and start of each span."""
    return [(span["state"], bounds(span["start"])) for span in one["spans"]]


def exposed(one: Json, data_class: str) -> tuple[int, int]:
    """Return how many things of a class lie in spans that are on for sure, and how many more may."""
    return next((one["count"], one["possible"]) for one in one["exposure"] if one["class"] == data_class)


def steady(whole: Json) -> Json:
    """Keep what archives state; the hash of a zip depends on the zlib that packed it."""
    sources = [{**source, "sha256": "…", "bytes": 0} for source in whole["sources"]]
    return {"sources": sources, **{key: whole[key] for key in ("complete", "accounts", "facts")}}
