# SPDX-License-Identifier: Apache-2.0
"""The check of the timestamps that lie beside the list of hashes."""

from __future__ import annotations

from inspector.bundle import layout
from inspector.bundle.bag import Bag
from inspector.bundle.seal.key import grouped
from inspector.bundle.timestamp.token import BadTokenError, Token, held
from inspector.bundle.verification import Check, failed, not_asked
from inspector.domain.text import Note, note

LARGEST = 64 << 10
"""The most bytes of a timestamp that are looked at."""


def check_timestamp(found: Bag) -> Check:
    """Whether every timestamp is whole and one of the list of hashes as it lies there."""
    paths = sorted(path for path in found.measures if layout.is_timestamp(path))
    if not paths:
        return not_asked("timestamp", note("bundle.timestamp.none"))
    bad, good = [], []
    for path in paths:
        try:
            good.append(told(_token(found, path), path))
        except BadTokenError as error:
            bad.append(note(f"bundle.timestamp.{error.fault}", file=path))
    return failed("timestamp", *bad) if bad else Check(name="timestamp", ok=True, notes=tuple(good))


def told(token: Token, file: str) -> Note:
    """Return what a timestamp that holds states: a time, and by whom; who that is stays open."""
    time = f"{token.time:%Y-%m-%d %H:%M:%S} UTC"
    name = layout.shown(token.authority)
    return note("bundle.timestamp.good", file=file, time=time, name=name, fingerprint=grouped(token.key))


def _token(found: Bag, path: str) -> Token:
    measure, lists = found.measures[path], found.measures.get(layout.TAG_MANIFEST)
    if measure is None or lists is None or measure.size > LARGEST:
        raise BadTokenError("unreadable")
    return held(found.tree.content(path, LARGEST), bytes.fromhex(lists.sha256))
