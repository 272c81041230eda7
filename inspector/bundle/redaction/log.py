# SPDX-License-Identifier: Apache-2.0
"""The custody log by its acts: each is committed to as it stood before it was chained.

The hashes of the chain tell of what the acts hold, without salt. So a redacted log is chained anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from inspector.bundle.redaction.choosing import Reason
from inspector.bundle.redaction.commitments import Part
from inspector.bundle.redaction.proof import Proof, prove

Act = Mapping[str, object]


def path_of(act: Act) -> str:
    """Return how an act is named."""
    return f"act {act.get('n')}"


def parts(acts: Iterable[Act]) -> list[Part]:
    """Return every act, without the hash of the one before it."""
    return [Part(path_of(act), _written(act)) for act in acts]


def proof_of(acts: Sequence[Act], shown: Sequence[Act], secret: bytes) -> Proof:
    """Return what is published of a log: acts that are `shown` as they are, and those changed or gone."""
    same = {part.path: part.value for part in parts(shown)}
    found = parts(acts)
    chosen = {part.path: Reason.CHANGED for part in found if same.get(part.path) != part.value}
    return prove("log", found, chosen, secret)


def _written(act: Act) -> bytes:
    bare = {key: value for key, value in act.items() if key != "prev"}
    return json.dumps(bare, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )
