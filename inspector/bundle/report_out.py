# SPDX-License-Identifier: Apache-2.0
"""Takes the report out of a bundle that this program has just made, for reading it without unpacking."""

from __future__ import annotations

import zipfile
from pathlib import Path

from inspector.bundle.layout import REPORT


def report_in(bundle: Path) -> bytes:
    """Return the report of a bundle that no password locks. Raises OSError, KeyError or BadZipFile."""
    with zipfile.ZipFile(bundle) as opened:
        found = next((one for one in opened.namelist() if one.endswith(f"/{REPORT}")), REPORT)
        return opened.read(found)
