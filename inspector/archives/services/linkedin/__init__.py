# SPDX-License-Identifier: Apache-2.0
"""LinkedIn's "Get a copy of your data", in the shapes it has had from 2018 to 2026."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from inspector.archives.frame.reading import ServiceReader
from inspector.archives.reader import Reader, ReaderKind
from inspector.archives.services.linkedin.claims import claims, claims_alone
from inspector.archives.services.linkedin.reading import LINKEDIN
from inspector.archives.services.linkedin.shapes import SERVICE, root


def _make(now: datetime, items: bool) -> Reader:  # noqa: FBT001 - the kind's make() hands it on
    return ServiceReader(LINKEDIN, now, items=items)


KIND: Final = ReaderKind(SERVICE, "LinkedIn", root, claims, claims_alone, _make)
