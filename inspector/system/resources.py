# SPDX-License-Identifier: Apache-2.0
"""Where the files lie that the program ships: catalog, messages, fonts, schemas, the demo."""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def root() -> Path:
    """The folder of all resources.

    A wheel and a frozen program carry it inside the package; a source tree has it beside the package.
    """
    packed = _PACKAGE / "resources"
    return packed if packed.is_dir() else _PACKAGE.parent / "resources"


def path(relative: str) -> Path:
    """The place of one resource, named with forward slashes from the resource folder (`catalog/index.toml`).

    The file need not exist. Raises ValueError for a name that leads out of the resource folder.
    """
    parts = PurePosixPath(relative)
    if parts.is_absolute() or ".." in parts.parts:
        msg = f"not inside the resource folder: {relative}"
        raise ValueError(msg)
    return root().joinpath(*parts.parts)
