# SPDX-License-Identifier: Apache-2.0
"""Where the models that read text lie, and that they are the ones this program was measured with.

The PP-OCRv6 small models come inside the wheel of rapidocr 3.10.0; nothing of that package's code is run, as
it would fetch a model that is missing. Their licence text lies beside them in the package's metadata.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_PACKAGE: Final = "rapidocr"


@dataclass(frozen=True, slots=True)
class Model:
    """One file of the package with the SHA-256 it must have."""

    file: str
    sha256: str


FINDS: Final = Model(
    "PP-OCRv6_det_small.onnx", "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f"
)
READS: Final = Model(
    "PP-OCRv6_rec_small.onnx", "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"
)


class ModelError(Exception):
    """A model is missing or is not the expected one: `file` names it."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


@cache
def model_path(model: Model) -> Path:
    """Return where a model lies. Raises ModelError where it is missing or other bytes than expected."""
    spec = find_spec(_PACKAGE)
    for folder in (spec.submodule_search_locations if spec else None) or ():
        path = Path(folder) / "models" / model.file
        if path.is_file() and _sha256(path) == model.sha256:
            return path
    raise ModelError(model.file)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
