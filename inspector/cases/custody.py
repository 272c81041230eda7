# SPDX-License-Identifier: Apache-2.0
"""The custody log: the acts of a case as a chain of hashes, each naming the hash of the act before it.

An act's hash is the SHA-256 of its canonical JSON, `prev` included: UTF-8, keys sorted by code point,
separators `,` and `:`, nothing escaped that need not be. The first act's `prev` is 64 zeros. So no act can be
altered, removed or put in between without every later `prev` showing it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

FIRST = "0" * 64


def canonical(act: Mapping[str, object]) -> bytes:
    """Return the one spelling of an act that is hashed. Raises ValueError for NaN or a lone surrogate."""
    text = json.dumps(act, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8")


def link(act: Mapping[str, object]) -> str:
    """Return the SHA-256 of an act, as its successor's `prev` names it."""
    return hashlib.sha256(canonical(act)).hexdigest()


def chained(acts: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    """Return the acts with the `prev` that their order gives them."""
    result: list[dict[str, object]] = []
    prev = FIRST
    for act in acts:
        result.append({**act, "prev": prev})
        prev = link(result[-1])
    return result


def first_break(acts: Sequence[Mapping[str, object]]) -> int | None:
    """Return the number, from 1, of the first act whose `prev` is not the hash of the act before it."""
    prev = FIRST
    for number, act in enumerate(acts, start=1):
        if act.get("prev") != prev:
            return number
        prev = link(act)
    return None
