# SPDX-License-Identifier: Apache-2.0
"""Writes what a frozen program is made of beside it: all licence texts, and a CycloneDX list.

Started by the environment that the program is frozen from: `supply_chain.py FOLDER ORIGINS.json SECONDS`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from devtools import naming, parts, parts_of_system, parts_writing

NOTICES = "parts.txt"
BILL = "sbom.cdx.json"


def write(folder: Path, origins: dict[str, str], day: int) -> None:
    """Write both files into a folder. `origins`: what is in the frozen folder, and where it lay before."""
    folder.mkdir(parents=True, exist_ok=True)
    found = [
        parts.python(),
        parts.starter(),
        *parts.packages(),
        *parts.models(),
        *parts.fonts(),
        parts.catalog(),
    ]
    found += parts_of_system.libraries(origins)
    notices = parts_writing.notices(parts.own_text("Apache-2.0.txt"), found)
    (folder / NOTICES).write_text(notices, encoding="utf-8", newline="\n")
    bill = parts_writing.bill(naming.NAME, naming.version(), day, found)
    (folder / BILL).write_text(bill, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")), int(sys.argv[3]))
