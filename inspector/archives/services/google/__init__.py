# SPDX-License-Identifier: Apache-2.0
"""Google Takeout: saved activity as JSON or as pages, the account page, the access log, in any language."""

from __future__ import annotations

from typing import Final

from inspector.archives.frame.signs import kind
from inspector.archives.reader import ReaderKind
from inspector.archives.services.google.reading import GOOGLE
from inspector.archives.services.google.shapes import SIGNS, alone

KIND: Final[ReaderKind] = kind(GOOGLE, "Google Takeout", SIGNS, alone)
