# SPDX-License-Identifier: Apache-2.0
"""The check of the timestamps that lie beside the list of hashes."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from inspector.bundle import custody, layout, log_check
from inspector.bundle.bag import Bag
from inspector.bundle.seal.key import grouped
from inspector.bundle.timestamp.token import BadTokenError, Token, held
from inspector.bundle.verification import Check, failed
from inspector.domain.text import Note, note
from inspector.system.clock import now

LARGEST: Final = 64 << 10
"""The most bytes of a timestamp that are looked at."""

_FORM: Final = "%Y-%m-%d %H:%M:%S"


def check_timestamp(found: Bag) -> Check:
    """Whether every timestamp is whole and one of the list of hashes as it lies there."""
    paths = sorted(path for path in found.measures if layout.is_timestamp(path))
    acts = custody.acts_in(found)
    asked = log_check.asked(acts)
    fewer = [note("bundle.timestamp.fewer", asked=asked, n=len(paths))] if len(paths) < asked else []
    shut = found.shut(*paths, *([layout.TAG_MANIFEST] if paths else []))
    if shut:
        return failed("timestamp", *shut)
    if not paths:
        return Check("timestamp", None, (note("bundle.timestamp.none"), *fewer))
    bad: list[Note] = []
    good: list[Note] = []
    for path in paths:
        try:
            token = _token(found, path)
        except BadTokenError as error:
            bad.append(note(f"bundle.timestamp.{error.fault}", file=path))
        else:
            good += (told(token, path), *_cautions(token.time, path, acts))
    return failed("timestamp", *bad) if bad else Check("timestamp", ok=True, notes=(*good, *fewer))


def _cautions(time: datetime, path: str, acts: list[dict[str, object]]) -> list[Note]:
    """Return what is odd about the time of a timestamp that holds."""
    made = log_check.apart(time, acts)
    far = [note("bundle.timestamp.apart", file=path, made=f"{made:{_FORM}} UTC")] if made else []
    ahead = [note("bundle.timestamp.ahead", file=path)] if log_check.is_ahead(time, now()) else []
    return [*far, *ahead]


def told(token: Token, file: str) -> Note:
    """Return what a timestamp that holds states: a time, and by whom; who that is stays open."""
    time = f"{token.time:{_FORM}} UTC"
    name = layout.shown(token.authority)
    return note("bundle.timestamp.good", file=file, time=time, name=name, fingerprint=grouped(token.key))


def _token(found: Bag, path: str) -> Token:
    measure, lists = found.measures[path], found.measures.get(layout.TAG_MANIFEST)
    if measure is None or lists is None or measure.size > LARGEST:
        raise BadTokenError("unreadable")
    return held(found.tree.content(path, LARGEST), bytes.fromhex(lists.sha256))
