# SPDX-License-Identifier: Apache-2.0
"""The key that seals the bundles of a case, and which keys the case knows as its own."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Final, Protocol, runtime_checkable

from inspector.bundle import fingerprint
from inspector.bundle.redaction.commitments import SECRET
from inspector.bundle.seal import key
from inspector.bundle.seal.key import BadKeyError, SealKey
from inspector.cases.acts import ActKind
from inspector.cases.case import Case

NAME: Final = "sealing-key"
REDACTION: Final = "redaction-secret"
"""What opens the withheld parts of all redacted bundles of a case."""


@runtime_checkable
class KeepsSecrets(Protocol):
    """A case that has a place for what it exports nowhere."""

    def secret(self, name: str) -> bytes | None:
        """Return what is kept under a name."""

    def keep_secret(self, name: str, value: bytes) -> None:
        """Keep a value under a name."""


def key_for(case: Case, now: datetime) -> SealKey:
    """Return the key of a case, made with the first bundle; where nothing is kept, a new one each time.

    Nothing else holds that key, so nobody can seal with it once its case is gone.
    """
    if not isinstance(case, KeepsSecrets):
        return key.made(now)
    kept = case.secret(NAME)
    if kept is not None:
        try:
            return key.loaded(kept)
        except BadKeyError:
            # Then bundles that were sealed before show another key, which is what happened.
            pass
    made = key.made(now)
    case.keep_secret(NAME, made.kept())
    return made


def secret_for(case: Case) -> bytes:
    """Return the secret that opens withheld parts, made with the first redacted bundle of a case.

    Where nothing is kept it is a new one each time, which the person may keep in a file.
    """
    kept = case.secret(REDACTION) if isinstance(case, KeepsSecrets) else None
    if kept is not None and len(kept) == SECRET:
        return kept
    made = secrets.token_bytes(SECRET)
    if isinstance(case, KeepsSecrets):
        case.keep_secret(REDACTION, made)
    return made


def known_keys(case: Case) -> frozenset[str]:
    """Return the fingerprints of the keys with which bundles of this case were sealed."""
    told = (act.details.get("seal") for act in case.acts if act.kind is ActKind.EXPORTED)
    found = (fingerprint.parse(one) for one in told if isinstance(one, str))
    return frozenset(one for one in found if one is not None)
