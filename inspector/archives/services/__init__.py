# SPDX-License-Identifier: Apache-2.0
"""The readers there are, one per service."""

from __future__ import annotations

from typing import Final

from inspector.archives.reader import ReaderKind
from inspector.archives.services import linkedin

READERS: Final[tuple[ReaderKind, ...]] = (linkedin.KIND,)
