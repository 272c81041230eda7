# SPDX-License-Identifier: Apache-2.0
"""What was read from a source and what was done, as bytes; fields have names, so that new ones may come."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import msgspec

from inspector.cases.acts import Act, ActKind
from inspector.cases.custody import canonical
from inspector.domain.reading import SourceReading
from inspector.domain.wire import time_value


def _plain(value: Any) -> str:
    if isinstance(value, Path):
        return str(value)
    msg = f"no form for {type(value).__name__}"
    raise TypeError(msg)


def _made(kind: type, value: Any) -> Any:
    return kind(value)


_WRITER: Final = msgspec.msgpack.Encoder(enc_hook=_plain)
_READER: Final = msgspec.msgpack.Decoder(SourceReading, dec_hook=_made)


def reading_bytes(reading: SourceReading) -> bytes:
    """Return a reading as bytes."""
    return _WRITER.encode(reading)


def stored_reading(data: bytes) -> SourceReading:
    """Return the reading that these bytes are. Raises ValueError."""
    return _READER.decode(data)


def act_bytes(act: Act, prev: str) -> bytes:
    """Return the spelling of an act that is hashed, with the hash of the act before it."""
    return canonical({**act.as_object(), "prev": prev})


def stored_act(found: dict[str, Any]) -> Act:
    """Return the act of a decoded spelling. Raises ValueError, KeyError."""
    at = time_value(found["at"])
    if at is None:
        raise ValueError("at")
    return Act(found["n"], ActKind(found["kind"]), at, found["details"])
