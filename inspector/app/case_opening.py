# SPDX-License-Identifier: Apache-2.0
"""What the log says of each opening of a case: program, catalog and libraries, system, clock and zone."""

from __future__ import annotations

import platform
from datetime import datetime

from inspector import __version__
from inspector.cases.acts import Detail
from inspector.catalog.index import Catalog
from inspector.system import libraries
from inspector.system.clock import is_fixed, zone_text


def opening(catalog: Catalog, at: datetime) -> dict[str, Detail]:
    """Return the details of the act of opening at a time.

    Where the time is fixed, the zone is UTC and the system is left out: the same input gives the same bytes.
    """
    said: dict[str, Detail] = {
        "program": __version__,
        "catalog": catalog.version,
        "catalog_sha256": catalog.sha256,
        "libraries": {name: libraries.version_of(name) for name in libraries.AT_WORK},
    }
    if is_fixed():
        return {**said, "clock": "SOURCE_DATE_EPOCH", "zone": "UTC"}
    return {
        **said,
        "clock": "system",
        "zone": zone_text(at.astimezone()),
        "system": platform.system(),
        "python": platform.python_version(),
    }
