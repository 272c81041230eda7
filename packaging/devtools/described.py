# SPDX-License-Identifier: Apache-2.0
"""What goes into the frozen program about itself: build, parts, icon, and what the system shows of it.

Used by the file that PyInstaller is told by, in the environment that the program is frozen from.
"""

from __future__ import annotations

import json
import plistlib
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from devtools import naming
from devtools.environment import ROOT
from devtools.freezing import epoch
from devtools.terminal import Stop, quietly

_TOOLS = Path(__file__).parent
_ICONS = {"win32": "inspector.ico", "darwin": "inspector.icns"}
_PLIST = ROOT / "packaging" / "macos" / "Info.plist"
_VERSION_RESOURCE = ROOT / "packaging" / "windows" / "version.txt.in"


@dataclass(frozen=True)
class Described:
    """`files` go into the folder of resources, the others into the program's own file."""

    files: tuple[Path, ...]
    icon: Path
    version_resource: Path


def describe(folder: Path, origins: Mapping[str, str]) -> Described:
    """Write all of it into a folder; `origins`: place in the frozen folder to place before. Raises Stop."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    listed = folder / "origins.json"
    listed.write_text(json.dumps(dict(origins)), encoding="utf-8")
    inside = folder / "files"
    _run("supply_chain.py", str(inside), str(listed), str(epoch()))
    (inside / "build.json").write_text(build(), encoding="utf-8", newline="\n")
    _run("app_icons.py", str(folder / "icons"))
    resource = folder / "version.txt"
    resource.write_text(version_resource(), encoding="utf-8")
    icon = folder / "icons" / _ICONS.get(sys.platform, "256.png")
    return Described(tuple(sorted(inside.iterdir())), icon, resource)


def build() -> str:
    """When the commit was made that was frozen, and the kind of machine it is for; not the place."""
    day = datetime.fromtimestamp(epoch(), UTC).isoformat().replace("+00:00", "Z")
    return json.dumps({"commit_time": day, "system": naming.system()}) + "\n"


def version_resource() -> str:
    """What Windows shows of the program's file, in the form that PyInstaller reads."""
    numbers = naming.four_numbers()
    said = {"@FOUR@": numbers.replace(".", ", "), "@VERSION@": naming.version(), "@TITLE@": naming.TITLE}
    text = _VERSION_RESOURCE.read_text(encoding="utf-8")
    for word, value in said.items():
        text = text.replace(word, value)
    return text


def info_plist() -> dict[str, Any]:
    """What macOS is told of the program beside what PyInstaller tells it."""
    with _PLIST.open("rb") as file:
        found: dict[str, Any] = plistlib.load(file)
    return found


def _run(script: str, *arguments: str) -> None:
    code, output = quietly([sys.executable, str(_TOOLS / script), *arguments])
    if code:
        raise Stop(f"{script} ended with\n\n{output.strip()}")
