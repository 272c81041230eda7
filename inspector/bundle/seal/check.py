# SPDX-License-Identifier: Apache-2.0
"""The check of the seal over the list of hashes."""

from __future__ import annotations

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec

from inspector.bundle import custody, fingerprint, layout
from inspector.bundle.bag import Bag
from inspector.bundle.seal import signed_data
from inspector.bundle.seal.der import DerError
from inspector.bundle.seal.key import fingerprint as key_of
from inspector.bundle.seal.key import grouped
from inspector.bundle.seal.signed_data import BadSignatureError, SignedData
from inspector.bundle.verification import NO_SEAL, UNKNOWN_KEY, Check, failed, not_asked
from inspector.domain.text import note

_LARGEST = 64 << 10


def check_seal(found: Bag) -> Check:
    """Whether the seal is one over the list of hashes, by the key that the custody log names."""
    stated = stated_key(found)
    if layout.SEAL not in found.measures:
        lost = note("bundle.seal.missing", file=layout.SEAL)
        return failed("seal", lost) if stated else not_asked("seal", note(NO_SEAL))
    shut = found.shut(layout.SEAL, layout.TAG_MANIFEST, layout.CUSTODY)
    return failed("seal", *shut) if shut else _checked(found, stated)


def _checked(found: Bag, stated: str | None) -> Check:
    """Check a seal that is there. `stated`: the key that the custody log names."""
    measure, lists = found.measures.get(layout.SEAL), found.measures.get(layout.TAG_MANIFEST)
    if measure is None or lists is None or measure.size > _LARGEST:
        return failed("seal", note("bundle.seal.unreadable", file=layout.SEAL))
    try:
        data = signed_data.parse(found.tree.content(layout.SEAL, _LARGEST))
        check_form(data)
        data.check_digest(bytes.fromhex(lists.sha256))
    except DerError:
        return failed("seal", note("bundle.seal.unreadable", file=layout.SEAL))
    except BadSignatureError:
        return failed("seal", note("bundle.seal.other", file=layout.SEAL, other=layout.TAG_MANIFEST))
    key = key_of(data.signer)
    if stated != key:
        why = "bundle.seal.other_key" if stated else "bundle.seal.unstated"
        return failed("seal", note(why, fingerprint=grouped(key)))
    return Check(name="seal", ok=True, notes=(note(UNKNOWN_KEY, fingerprint=grouped(key)),))


def stated_key(found: Bag) -> str | None:
    """Return the key that the last act of the custody log names; None where it names none."""
    acts = custody.acts_in(found)
    details = acts[-1].get("details") if acts else None
    stated = details.get("seal") if isinstance(details, dict) else None
    return fingerprint.parse(stated) if isinstance(stated, str) else None


def check_form(data: SignedData) -> None:
    """Raise DerError unless this is a seal as this program makes it: by one key on P-256, detached."""
    if data.kind != signed_data.DATA or data.content is not None or data.certificates != (data.signer,):
        raise DerError("form")
    try:
        key = data.signer.public_key()
    except (UnsupportedAlgorithm, ValueError) as error:
        raise DerError("key") from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise DerError("key")
