# SPDX-License-Identifier: Apache-2.0
"""The key of a seal: it names nobody, can be kept, and every one is another."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from inspector.bundle.seal import key as keys
from inspector.bundle.seal import signed_data
from inspector.bundle.seal.key import BadKeyError
from inspector.bundle.seal.signed_data import BadSignatureError
from inspector.bundle.seal.signing import sealed
from tests.unit.bundle.fictional import NOW

ONE = keys.made(NOW)


def test_what_is_kept_is_the_same_key_again() -> None:
    again = keys.loaded(ONE.kept())
    assert again.fingerprint == ONE.fingerprint
    assert again.private.private_numbers() == ONE.private.private_numbers()


def test_two_keys_differ_and_name_nobody() -> None:
    other = keys.made(NOW)
    assert other.fingerprint != ONE.fingerprint
    assert other.certificate.subject == ONE.certificate.subject == ONE.certificate.issuer
    assert ONE.certificate.subject.rfc4514_string() == "CN=Integrity seal made on this computer"
    assert ONE.certificate.not_valid_before_utc == NOW


def test_the_key_shows_itself_nowhere_by_accident() -> None:
    assert f"{ONE.private.private_numbers().private_value:x}" not in repr(ONE)
    assert "PRIVATE" not in repr(ONE)


def test_its_fingerprint_is_the_one_that_openssl_prints(tmp_path: Path) -> None:
    file = tmp_path / "seal.pem"
    file.write_bytes(ONE.certificate.public_bytes(Encoding.PEM))
    command = ["openssl", "x509", "-in", str(file), "-noout", "-fingerprint", "-sha256"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert printed.partition("=")[2].strip().replace(":", "").lower() == ONE.fingerprint


def pem(private: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> bytes:
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.mark.parametrize(
    "kept",
    [
        b"", b"garbage", ONE.kept()[:200],
        pem(ONE.private),
        pem(keys.made(NOW).private) + ONE.certificate.public_bytes(Encoding.PEM),
        pem(ec.generate_private_key(ec.SECP384R1())) + ONE.certificate.public_bytes(Encoding.PEM),
        pem(rsa.generate_private_key(65537, 2048)) + ONE.certificate.public_bytes(Encoding.PEM),
    ],
    ids=["nothing", "garbage", "cut off", "no certificate", "another's", "another curve", "another kind"],
)  # fmt: skip
def test_what_is_no_key_of_a_seal_is_refused(kept: bytes) -> None:
    with pytest.raises(BadKeyError):
        keys.loaded(kept)


def test_a_seal_holds_for_its_bytes_and_no_others() -> None:
    found = signed_data.parse(sealed(b"these bytes", ONE))
    found.check(b"these bytes")
    found.check_digest(hashlib.sha256(b"these bytes").digest())
    with pytest.raises(BadSignatureError):
        found.check(b"other bytes")


def test_every_flipped_byte_of_a_seal_makes_it_another_or_none() -> None:
    data = sealed(b"these bytes", ONE)
    good = signed_data.parse(data)
    kept = 0
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1
        try:
            found = signed_data.parse(bytes(changed))
            found.check(b"these bytes")
        except ValueError:
            continue
        # A changed certificate is another key to whoever compares fingerprints, as the check does. Left are
        # places that neither the signature nor its reading depends on, such as version numbers.
        kept += found.signer == good.signer
    assert kept <= 24
