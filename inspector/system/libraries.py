# SPDX-License-Identifier: Apache-2.0
"""The versions of the libraries that read, reason, keep, print and show, in this copy of the program."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Final

AT_WORK: Final = (
    "cryptography",
    "ijson",
    "lxml",
    "msgspec",
    "onnxruntime",
    "pillow",
    "pypdf",
    "rapidocr",
    "selectolax",
    "sqlcipher3",
    "typst",
    "zlib-ng",
)
"""Those that an answer or a bundle may hang on."""

WINDOW: Final = "PySide6-Essentials"
"""How the window looks bears on no answer."""


@cache
def version_of(name: str) -> str | None:
    """Return the version of a library; None where this copy of the program does not know it."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None
