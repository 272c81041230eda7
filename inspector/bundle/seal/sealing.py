# SPDX-License-Identifier: Apache-2.0
"""What is done to a bundle while it is written: its report is signed, its lists sealed and stamped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from inspector.bundle import layout
from inspector.bundle.seal.key import SealKey
from inspector.bundle.seal.report_signing import signed
from inspector.bundle.seal.report_stamping import NoRoomError, stamped
from inspector.bundle.seal.signing import sealed
from inspector.bundle.timestamp.token import token_in

Stamped = Literal["report", "lists"]
"""What a time authority is asked to stamp: the signature of the report, or the list of all hashes."""

Stamper = Callable[[Stamped, bytes], bytes | None]
"""Gets the bytes to stamp; returns the answer of a time authority that holds for them, None for none."""

MOST_STAMPERS: Final = 2


@dataclass(frozen=True, slots=True)
class Sealing:
    """The key that seals, and up to two time authorities; the first of them stamps the report as well."""

    key: SealKey
    stampers: Sequence[Stamper] = ()

    def report(self, pdf: bytes, now: datetime) -> bytes:
        """Return the report signed and stamped. `now`: the time that the signature claims."""
        done = signed(pdf, self.key, now)
        if not self.stampers:
            return done
        try:
            return stamped(done, self._stamp)
        except NoRoomError:
            return done

    def _stamp(self, signature: bytes) -> bytes | None:
        """Return the timestamp token for the report's signature."""
        answer = self.stampers[0]("report", signature)
        return None if answer is None else token_in(answer)

    def tokens(self, tag_manifest: bytes) -> Mapping[str, bytes]:
        """Return the seal of the list of hashes and its timestamps, by their paths in the bundle."""
        found = {layout.SEAL: sealed(tag_manifest, self.key)}
        for number, stamper in enumerate(self.stampers[:MOST_STAMPERS], start=1):
            answer = stamper("lists", tag_manifest)
            if answer is not None:
                found[layout.timestamp(number)] = answer
        return found
