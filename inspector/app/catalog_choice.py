# SPDX-License-Identifier: Apache-2.0
"""Which catalog answers: the one that ships, or a newer one that the person handed in.

Apart from what checks an update, so that a program without one loads nothing for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from inspector.catalog.index import Catalog
from inspector.system.places import data_folder

SIGNED: Final = "signed.catalog"
"""The signed file of an update, in the folder where that is kept."""


def folder() -> Path:
    """Return where an update is kept; it may not be there."""
    return data_folder() / "catalog"


def catalog_in_use() -> Catalog:
    """Return the catalog that answers. Raises CatalogError where the one that ships is damaged."""
    try:
        kept = (folder() / SIGNED).is_file()
    except OSError:  # a folder that may not be looked into
        kept = False
    if not kept:
        return Catalog.load()
    from inspector.app.catalog_update import in_use  # noqa: PLC0415 - see above

    return in_use()[0]
