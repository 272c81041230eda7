# SPDX-License-Identifier: Apache-2.0
"""A copy of the shipped catalog with changes, for tests of what is wrong with a catalog."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from inspector.catalog.check import check
from inspector.catalog.index import Catalog
from inspector.system import resources
from inspector.system.messages import Messages

NOW = datetime(2026, 11, 21, tzinfo=UTC)
LINKEDIN = "services/linkedin.toml"


def shipped() -> Catalog:
    return Catalog.load()


def changed(folder: Path, *changes: tuple[str, str], file: str = LINKEDIN) -> Catalog:
    """Copy the shipped catalog and put the second text of each change where the first stands, once.

    Of the services only LinkedIn is copied, so that a check of the copy is quick.
    """
    root = folder / "catalog"
    shutil.copytree(resources.path("catalog"), root, ignore=_other_services)
    path = root / file
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    return Catalog.load(root)


def _other_services(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if Path(folder).name == "services" and f"services/{name}" != LINKEDIN]


def said_of(catalog: Catalog, now: datetime = NOW) -> list[str]:
    """What a check says, in English."""
    messages = Messages()
    return [problem.say(messages) for problem in check(catalog, now)]
