# SPDX-License-Identifier: Apache-2.0
"""Which language and look a person chose for the window; kept in one small file, which tells nothing else."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from inspector.system.places import config_folder

_SCHEMA: Final = "inspector/preferences/1"
_NAME: Final = "window.json"
_MOST_BYTES: Final = 4096


class Look(StrEnum):
    """What colours the window wears. `contrast` is as light or dark as the system is, and stronger."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What was chosen; no language means that of the system."""

    language: str | None = None
    look: Look = Look.SYSTEM


def load() -> Preferences:
    """Return what was chosen. A file that is missing, damaged or of another version counts as no choice."""
    try:
        with _file().open("rb") as stream:
            told = json.loads(stream.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(told, dict) or told.get("schema") != _SCHEMA:
        return Preferences()
    language, look = told.get("language"), told.get("look")
    return Preferences(
        language if isinstance(language, str) else None,
        Look(look) if isinstance(look, str) and look in set(Look) else Look.SYSTEM,
    )


def save(chosen: Preferences) -> None:
    """Keep what was chosen, whole or not at all. Raises OSError."""
    told = {"schema": _SCHEMA, "language": chosen.language, "look": chosen.look}
    file = _file()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=_NAME)
    try:
        with os.fdopen(handle, "w", encoding="ascii", newline="\n") as stream:
            json.dump(told, stream, indent=1)
            stream.write("\n")
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _file() -> Path:
    return config_folder() / _NAME
