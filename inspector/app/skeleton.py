# SPDX-License-Identifier: Apache-2.0
"""The skeletons of what was handed in, as JSON that holds nothing a person wrote (inspector/skeleton/1)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from inspector import __version__
from inspector.archives.container import Tick
from inspector.archives.skeleton.skeleton import Members, Skeleton, skeleton

SCHEMA: Final = "inspector/skeleton/1"


def skeleton_text(paths: Sequence[Path], tick: Tick = lambda _: None) -> str:
    """Return the skeletons of these files and folders as JSON, in an order that does not depend on theirs.

    `tick` hears of every block and may raise to stop. Bad input never raises.
    """
    # Parts of one set are the same source whichever of them is named.
    made = {_order(source): source for source in (_source(skeleton(path, tick)) for path in paths)}
    sources = [source for _, source in sorted(made.items())]
    whole = {"schema": SCHEMA, "program": {"version": __version__}, "sources": sources}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _order(source: dict[str, Any]) -> str:
    """Return what sources are ordered by: their content, for their names are not shown."""
    return json.dumps(source, ensure_ascii=False)


def _source(found: Skeleton) -> dict[str, Any]:
    return {
        "format": found.format,
        "status": found.status,
        "members": [_member(one) for one in found.members],
    }


def _member(found: Members) -> dict[str, Any]:
    return {
        "name": found.name,
        "form": found.form,
        "count": found.count,
        "records": found.records,
        "statuses": dict(sorted(found.statuses.items())),
        "faults": dict(sorted(found.faults.items())),
        "places": [{"path": path, "kinds": kinds} for path, kinds in found.root.rows()],
    }
