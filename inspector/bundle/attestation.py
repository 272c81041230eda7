# SPDX-License-Identifier: Apache-2.0
"""Checks of what vouches for a bundle: seal, timestamp, custody log, report, redaction.

Each is None where there is nothing to ask; that something required is missing is for `completeness` to say.
"""

from __future__ import annotations

from inspector.bundle import custody, fingerprint, layout, strictjson
from inspector.bundle.bag import Bag
from inspector.bundle.verification import Check, failed, not_asked, outcome
from inspector.cases.custody import first_break
from inspector.domain.text import note


def check_seal(found: Bag) -> Check:
    """Whether there is a seal. This version makes none, so one that is there cannot be vouched for."""
    if layout.SEAL in found.measures:
        return failed("seal", note("bundle.seal.unsupported", file=layout.SEAL))
    return not_asked("seal", note("bundle.seal.none"))


def check_timestamp(found: Bag) -> Check:
    """Whether there is a timestamp. This version makes none, so one that is there cannot be vouched for."""
    tokens = [path for path in found.measures if layout.is_timestamp(path)]
    if tokens:
        return failed("timestamp", *(note("bundle.timestamp.unsupported", file=path) for path in tokens))
    return not_asked("timestamp", note("bundle.timestamp.none"))


def check_custody(found: Bag) -> Check:
    """Whether each act of the custody log names the hash of the act before it."""
    measure = found.measures.get(layout.CUSTODY)
    if measure is None:
        return not_asked("custody", note("bundle.custody.none"))
    if measure.size > strictjson.LARGEST:
        return failed("custody", note("bundle.custody.too_large", size=measure.size))
    try:
        acts = custody.parse(found.tree.content(layout.CUSTODY, strictjson.LARGEST))
        broken = first_break(acts)
    except ValueError:
        return failed("custody", note("bundle.custody.unreadable"))
    notes = (note("bundle.custody.broken", number=broken),) if broken else ()
    return outcome("custody", notes, note("bundle.custody.good", n=len(acts)))


def check_report(found: Bag) -> Check:
    """Whether `report.pdf` names the fingerprint of this bundle and no other."""
    if found.measures.get(layout.REPORT) is None:
        return not_asked("report", note("bundle.report.none"))
    named = fingerprint.named_in(found.tree.pieces(layout.REPORT))
    notes = () if named == {found.fingerprint} else (note("bundle.report.other"),)
    return outcome("report", notes, note("bundle.report.good"))


def check_redaction() -> Check:
    """Whether what was blacked out is truly gone. This version redacts nothing."""
    return not_asked("redaction", note("bundle.redaction.none"))
