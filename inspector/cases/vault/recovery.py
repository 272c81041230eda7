# SPDX-License-Identifier: Apache-2.0
"""The recovery code: what a person prints and keeps, to open a case whose passphrase is forgotten.

130 random bits in the 32 signs of Crockford's Base32 (no I, L, O, U), and two signs that tell a slip of the
pen. Small and capital letters are the same, O is 0, I and L are 1; spaces and dashes do not matter.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH: Final = 26
_CHECKS: Final = 2
_GROUP: Final = 4
_SAME: Final = str.maketrans("OIL", "011")


class NotACodeError(ValueError):
    """What was typed is no recovery code: a sign too many or few, or one that differs."""


def new_code() -> str:
    """Return a fresh code in groups of four signs."""
    body = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
    return _grouped(body + _checks(body))


def code_bytes(typed: str) -> bytes:
    """Return the secret that a typed code stands for. Raises NotACodeError."""
    signs = "".join(sign for sign in typed.upper().translate(_SAME) if sign.isalnum())
    body, checks = signs[:_LENGTH], signs[_LENGTH:]
    if len(checks) != _CHECKS or not set(signs) <= set(_SIGNS) or checks != _checks(body):
        raise NotACodeError
    return body.encode()


def _checks(body: str) -> str:
    digest = hashlib.sha256(body.encode()).digest()
    return "".join(_SIGNS[byte % len(_SIGNS)] for byte in digest[:_CHECKS])


def _grouped(signs: str) -> str:
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))
