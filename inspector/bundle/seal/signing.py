# SPDX-License-Identifier: Apache-2.0
"""Seals bytes: a signature over them that lies beside them."""

from __future__ import annotations

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder

from inspector.bundle.seal.key import SealKey


def sealed(data: bytes, key: SealKey) -> bytes:
    """Return the seal of these bytes: detached CMS signed data in DER, with the certificate inside.

    It states the time of the computer's own clock. Two seals of the same bytes differ.
    """
    builder = PKCS7SignatureBuilder().set_data(data).add_signer(key.certificate, key.private, hashes.SHA256())
    options = [PKCS7Options.DetachedSignature, PKCS7Options.Binary, PKCS7Options.NoCapabilities]
    return builder.sign(Encoding.DER, options)
