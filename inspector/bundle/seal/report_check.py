# SPDX-License-Identifier: Apache-2.0
"""The check of the report: that it belongs to its bundle, and that its signature covers it and holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from inspector.bundle import fingerprint, layout
from inspector.bundle.bag import Bag
from inspector.bundle.seal import report_signature, signed_data
from inspector.bundle.seal.check import check_form, stated_key
from inspector.bundle.seal.der import DerError
from inspector.bundle.seal.key import fingerprint as key_of
from inspector.bundle.seal.report_signature import UncoveredError
from inspector.bundle.seal.signed_data import BadSignatureError, SignedData
from inspector.bundle.timestamp import token
from inspector.bundle.timestamp.check import told
from inspector.bundle.timestamp.token import BadTokenError
from inspector.bundle.verification import Check, failed, not_asked, outcome
from inspector.domain.text import Note, note


def check_report(found: Bag, *, pages: bool = True) -> Check:
    """Whether `report.pdf` names this bundle and no other and, with `pages`, whether its signature holds."""
    if found.measures.get(layout.REPORT) is None:
        return not_asked("report", note("bundle.report.none"))
    shut = found.shut(layout.MANIFEST, layout.CUSTODY)
    if shut:
        return failed("report", *shut)
    named = fingerprint.named_in(found.tree.pieces(layout.REPORT))
    good = note("bundle.report.good")
    problems = () if named == {found.fingerprint} else (note("bundle.report.other"),)
    ok, signed = _signature(found) if pages else (True, ())
    if ok and not problems:
        return Check(name="report", ok=True, notes=(good, *signed))
    return outcome("report", (*problems, *(() if ok else signed)), good)


def _signature(found: Bag) -> tuple[bool, tuple[Note, ...]]:
    """Return whether nothing is wrong with the signature, and what to say of it."""
    stated = stated_key(found)
    try:
        data = _signed(found)
    except (DerError, BadSignatureError):
        return False, (note("bundle.report.bad_signature"),)
    except UncoveredError:
        return False, (note("bundle.report.appended"),)
    if data is None:
        return True, (note("bundle.report.unsigned"),) if stated else ()
    if key_of(data.signer) != stated:
        return False, (note("bundle.report.other_key"),)
    return _stamp(data)


def _signed(found: Bag) -> SignedData | None:
    """Return the signature of the report, None where it has none. Raises as what reads it."""

    def pieces() -> Iterator[bytes]:
        return found.tree.pieces(layout.REPORT)

    place = report_signature.place_of(pieces())
    if place is None:
        return None
    data = report_signature.checked(pieces, place)
    check_form(data)
    return data


def _stamp(data: SignedData) -> tuple[bool, tuple[Note, ...]]:
    signed = note("bundle.report.signed")
    stamp = data.unsigned.get(signed_data.TIMESTAMP_TOKEN)
    if stamp is None:
        return True, (signed,)
    try:
        found = token.checked(stamp.whole, hashlib.sha256(data.signature).digest())
    except BadTokenError as error:
        return False, (note(f"bundle.timestamp.{error.fault}", file=layout.REPORT),)
    return True, (signed, told(found, layout.REPORT))
