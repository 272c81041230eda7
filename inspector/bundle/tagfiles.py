# SPDX-License-Identifier: Apache-2.0
"""`bagit.txt` and `bag-info.txt` as BagIt 1.0 (RFC 8493, sections 2.1.1 and 2.2.2) words them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from inspector.bundle.contents import Program
from inspector.bundle.streams import Measure

BAGIT_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_OXUM = re.compile(rb"^Payload-Oxum: ([0-9]{1,20})\.([0-9]{1,10})$", re.MULTILINE)


def bag_info(program: Program, payload: Iterable[Measure], now: datetime, description: str) -> bytes:
    """The metadata of the bag; `description` is one paragraph in the bundle's language."""
    sizes = [measure.size for measure in payload]
    rows = {
        "Bag-Software-Agent": f"{program.name} {program.version}",
        "Bagging-Date": f"{now:%Y-%m-%d}",
        "Catalog-SHA-256": program.catalog_sha256,
        "Catalog-Version": program.catalog_version,
        "External-Description": " ".join(description.split()),
        "Payload-Oxum": f"{sum(sizes)}.{len(sizes)}",
    }
    return "".join(f"{name}: {value}\n" for name, value in rows.items()).encode()


def payload_oxum(data: bytes) -> tuple[int, int] | None:
    """The bytes and the number of payload files that a `bag-info.txt` states once; None where it does not."""
    found = _OXUM.findall(data)
    return (int(found[0][0]), int(found[0][1])) if len(found) == 1 else None
