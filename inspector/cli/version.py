# SPDX-License-Identifier: Apache-2.0
"""What `--version` says."""

from inspector import __version__
from inspector.catalog.index import Catalog


def version_line() -> str:
    """Return program and catalog version on one line."""
    catalog = Catalog.load()
    return f"inspector {__version__} (catalog {catalog.version}, {catalog.sha256[:16]})"
