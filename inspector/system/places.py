# SPDX-License-Identifier: Apache-2.0
"""Where the program keeps what it is asked to keep, as each system has it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

DATA_VARIABLE: Final = "INSPECTOR_DATA"
_NAME: Final = "privacy-settings-inspector"


def data_folder() -> Path:
    """Return the folder for cases: INSPECTOR_DATA where that is set, else the system's. It may not exist.

    Source: XDG Base Directory Specification 0.8; the customs of macOS (Application Support) and Windows
    (local application data, which does not travel to other machines).
    """
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else _home() / "AppData" / "Local") / _NAME
    if sys.platform == "darwin":
        return _home() / "Library" / "Application Support" / _NAME
    return _of_desktop("XDG_DATA_HOME", ".local/share") / _NAME


def _of_desktop(variable: str, usual: str) -> Path:
    """Return a base folder of the desktop; the standard has a relative path in its variable ignored."""
    chosen = os.environ.get(variable, "")
    return Path(chosen) if os.path.isabs(chosen) else _home() / usual  # noqa: PTH117 - the variable may be empty


def _home() -> Path:
    """Return the person's own folder; for a user who has none, what Debian gives such users as theirs."""
    try:
        return Path.home()
    except RuntimeError:
        return Path("/nonexistent")


def config_folder() -> Path:
    """Return the folder for what is chosen for the window: on Linux a base folder of its own."""
    if os.environ.get(DATA_VARIABLE) or sys.platform in ("win32", "darwin"):
        return data_folder()
    return _of_desktop("XDG_CONFIG_HOME", ".config") / _NAME


def cases_folder() -> Path:
    """Return the folder in which each case has a folder of its own."""
    return data_folder() / "cases"
