# SPDX-License-Identifier: Apache-2.0
"""Puts a timestamp of the report's signature into the room beside it, which turns PAdES B-B into B-T.

Nothing that is signed changes. Source: RFC 5652, section 11.4; RFC 3161, appendix A.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from inspector.bundle.seal import der, report_signature, signed_data
from inspector.bundle.seal.der import DerError
from inspector.bundle.seal.report_signature import UncoveredError

_ADDED: Final = 0xA1


class NoRoomError(ValueError):
    """The report has no signature, or the timestamp is larger than the room beside it."""


def stamped(pdf: bytes, asks: Callable[[bytes], bytes | None]) -> bytes:
    """Return the signed PDF with what `asks` returns for its signature: a timestamp token, in DER.

    The PDF stays as it is where that is None. Raises NoRoomError.
    """
    try:
        place = report_signature.place_of([pdf])
        if place is None:
            raise NoRoomError
        held = report_signature.contents(pdf, place)
        token = asks(signed_data.parse(held).signature)
        if token is None:
            return pdf
        digits = _with_token(held, token).hex().encode()
    except (DerError, UncoveredError) as error:
        raise NoRoomError from error
    room = place.end - place.start - 2
    if len(digits) > room:
        raise NoRoomError
    return pdf[: place.start + 1] + digits.ljust(room, b"0") + pdf[place.end - 1 :]


def _with_token(held: bytes, token: bytes) -> bytes:
    kind, inner = der.read(held).children()
    *fields, infos = inner.only().children()
    info = infos.only().children()
    attribute = der.written(
        der.SEQUENCE, der.identifier(signed_data.TIMESTAMP_TOKEN), der.written(der.SET, token)
    )
    signer = der.written(
        der.SEQUENCE, *(one.whole for one in info if one.tag != _ADDED), der.written(_ADDED, attribute)
    )
    data = der.written(der.SEQUENCE, *(one.whole for one in fields), der.written(der.SET, signer))
    return der.written(der.SEQUENCE, kind.whole, der.written(0xA0, data))
