# SPDX-License-Identifier: Apache-2.0
"""LinkedIn's "Get a copy of your data", in the shapes it has had from 2018 to 2026."""

from __future__ import annotations

from typing import Final

from inspector.archives.reader import ReaderKind
from inspector.archives.services.linkedin.claims import claims, claims_alone
from inspector.archives.services.linkedin.reading import LinkedInReader
from inspector.archives.services.linkedin.shapes import SERVICE, known

KIND: Final = ReaderKind(SERVICE, known, claims, claims_alone, LinkedInReader)
