# SPDX-License-Identifier: Apache-2.0
"""`data/custody.json`: the custody log as `inspector.cases.custody` chains it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from inspector.bundle import layout, strictjson
from inspector.bundle.bag import Bag
from inspector.bundle.contents import BundleError
from inspector.cases.custody import first_break
from inspector.domain.text import note

SCHEMA = "inspector/custody/1"


def document(acts: Sequence[Mapping[str, object]]) -> bytes:
    """The file of these acts. Raises BundleError where one does not name the hash of the act before it."""
    broken = first_break(acts)
    if broken is not None:
        raise BundleError(note("bundle.write.broken_log", number=broken))
    return strictjson.encode({"schema": SCHEMA, "acts": list(acts)})


def parse(data: bytes) -> list[dict[str, object]]:
    """The acts of such a file, whether their chain holds or not. Raises ValueError where it is none."""
    found = strictjson.decode(data)
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        msg = f"not {SCHEMA}"
        raise ValueError(msg)
    acts = found.get("acts")
    if not isinstance(acts, list) or not all(isinstance(act, dict) for act in acts):
        raise ValueError("acts")
    return acts


def acts_in(found: Bag) -> list[dict[str, object]]:
    """Return the acts that a bundle's log holds, none where it has no log that can be read."""
    measure = found.measures.get(layout.CUSTODY)
    if measure is None or measure.size > strictjson.LARGEST:
        return []
    try:
        return parse(found.tree.content(layout.CUSTODY, strictjson.LARGEST))
    except ValueError:
        return []
