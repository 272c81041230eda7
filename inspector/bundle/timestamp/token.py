# SPDX-License-Identifier: Apache-2.0
"""Reads a timestamp token and checks that it is whole and about the bytes that it is held against.

Source: RFC 3161, sections 2.2, 2.3, 2.4.2; RFC 5816 (which certificate signed).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.x509 import (
    Certificate,
    DuplicateExtension,
    ExtendedKeyUsage,
    ExtensionNotFound,
    UnsupportedGeneralNameType,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from inspector.bundle.seal import der, signed_data
from inspector.bundle.seal.der import DerError, Value
from inspector.bundle.seal.key import fingerprint
from inspector.bundle.seal.signed_data import BadSignatureError, SignedData
from inspector.bundle.timestamp.question import SHA_256

Fault = Literal[
    "unreadable", "refused", "other_hash", "other_nonce", "unsigned", "no_authority", "expired", "self_signed"
]
"""Why a token is worth nothing. `refused`: the authority says no; `no_authority`: its certificate is not one
for timestamps; `expired`: that certificate did not count at the time the token names; `self_signed`: it
vouches for itself, so that anyone could have made it."""

_GRANTED: Final = frozenset({0, 1})
_TIME: Final = re.compile(rb"(\d{14})(?:\.\d{1,9})?Z")
_LONGEST_NAME: Final = 200


class BadTokenError(ValueError):
    """The token is worth nothing; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Token:
    """A timestamp token whose signature holds. `time`: what it states, in UTC, to the second.

    `authority`: the name in the certificate that signed it; `key`: the SHA-256 of that certificate.
    """

    time: datetime
    nonce: int | None
    authority: str
    key: str
    whole: bytes
    chain: tuple[Certificate, ...]


def answered(answer: bytes, digest: bytes, nonce: int) -> Token:
    """Return the token in what an authority sent for this question. Raises BadTokenError."""
    found = held(answer, digest)
    if found.nonce != nonce:
        raise BadTokenError("other_nonce")
    return found


def held(answer: bytes, digest: bytes) -> Token:
    """Return the token in an answer that was kept, for what has this SHA-256. Raises BadTokenError."""
    return checked(token_in(answer), digest)


def token_in(answer: bytes) -> bytes:
    """Return the bytes of the token in an answer, unchecked. Raises BadTokenError."""
    try:
        status, *token = der.read(answer).a(der.SEQUENCE).children()
        granted = status.a(der.SEQUENCE).children()[0].integer() in _GRANTED
    except (DerError, IndexError, ValueError) as error:
        raise BadTokenError("unreadable") from error
    if not granted:
        raise BadTokenError("refused")
    if len(token) != 1:
        raise BadTokenError("unreadable")
    return token[0].whole


def checked(token: bytes, digest: bytes) -> Token:
    """Return the token that these bytes are, for what has this SHA-256. Raises BadTokenError."""
    try:
        data = signed_data.parse(token)
        info = _info(data)
    except DerError as error:
        raise BadTokenError("unreadable") from error
    if info.digest != digest:
        raise BadTokenError("other_hash")
    try:
        data.check()
    except BadSignatureError as error:
        raise BadTokenError("unsigned") from error
    _check_authority(data, info.time)
    return Token(
        info.time,
        info.nonce,
        _name(data.signer),
        fingerprint(data.signer),
        token,
        tuple(one for one in data.certificates if one != data.signer),
    )


@dataclass(frozen=True, slots=True)
class _Info:
    digest: bytes
    time: datetime
    nonce: int | None


def _info(data: SignedData) -> _Info:
    if data.kind != signed_data.TIMESTAMP_INFO or data.content is None:
        raise DerError("no timestamp")
    try:
        version, policy, imprint, serial, time, *rest = der.read(data.content).a(der.SEQUENCE).children()
        algorithm, value = imprint.a(der.SEQUENCE).children()
        if version.integer() != 1 or algorithm.a(der.SEQUENCE).children()[0].oid() != SHA_256:
            raise DerError("kind")
    except (ValueError, IndexError) as error:
        raise DerError("timestamp") from error
    policy.oid()
    serial.integer()
    numbers = [one.integer() for one in rest if one.tag == der.INTEGER]
    return _Info(value.a(der.OCTETS).inside, _time(time), numbers[0] if numbers else None)


def _time(value: Value) -> datetime:
    """Return the time to the second; parts of one are dropped, so that it never says more than is known."""
    found = _TIME.fullmatch(value.a(der.TIME).inside)
    if found is None:
        raise DerError("time")
    try:
        return datetime.strptime(found[1].decode("ascii"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError as error:
        raise DerError("time") from error


def _check_authority(data: SignedData, time: datetime) -> None:
    """Raise BadTokenError unless the certificate may sign timestamps and counted then."""
    one = data.signer
    try:
        usage = one.extensions.get_extension_for_class(ExtendedKeyUsage)
    except (ExtensionNotFound, DuplicateExtension, UnsupportedGeneralNameType, ValueError) as error:
        raise BadTokenError("no_authority") from error
    if not usage.critical or list(usage.value) != [ExtendedKeyUsageOID.TIME_STAMPING]:
        raise BadTokenError("no_authority")
    if not one.not_valid_before_utc <= time <= one.not_valid_after_utc:
        raise BadTokenError("expired")
    if _vouches_for(one, one):
        raise BadTokenError("self_signed")


def _vouches_for(issuer: Certificate, one: Certificate) -> bool:
    try:
        one.verify_directly_issued_by(issuer)
    except (InvalidSignature, UnsupportedAlgorithm, ValueError, TypeError):
        return False
    return True


def _name(certificate: Certificate) -> str:
    """Return what a certificate calls its holder, as it can be printed."""
    try:
        subject = certificate.subject
    except ValueError:
        return fingerprint(certificate)[:16]
    names = subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    names = names or subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    text = " ".join(str(names[0].value).split()) if names else ""
    return text[:_LONGEST_NAME] if text.isprintable() and text else fingerprint(certificate)[:16]
