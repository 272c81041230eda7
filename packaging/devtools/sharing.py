# SPDX-License-Identifier: Apache-2.0
"""The files by which a Linux desktop knows the program: entry, data for software shops, icons, manual."""

from __future__ import annotations

import gzip
import shutil
import tempfile
from pathlib import Path

from devtools import naming
from devtools.environment import ROOT
from devtools.terminal import Stop, quietly

LINUX = ROOT / "packaging" / "linux"

_TOOLS = Path(__file__).parent
_ICONS = ROOT / "resources" / "icons"


def write(share: Path, python: Path) -> None:
    """Write all of them below a folder `share`. `python` has the program and its packages. Raises Stop."""
    _copy(LINUX / f"{naming.NAME}.desktop", share / "applications")
    _copy(LINUX / f"{naming.NAME}.xml", share / "mime" / "packages")
    _write_metainfo(share / "metainfo")
    _write_icons(share / "icons" / "hicolor", python)
    _write_manual(share / "man" / "man1", python)


def _copy(file: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, folder / file.name)


def _write_metainfo(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = (LINUX / f"{naming.NAME}.metainfo.xml.in").read_text(encoding="utf-8")
    kind = "stable" if naming.is_release() else "development"
    said = {"@VERSION@": naming.debian_version(), "@KIND@": kind, "@DAY@": naming.day()}
    for word, value in said.items():
        text = text.replace(word, value)
    (folder / f"{naming.NAME}.metainfo.xml").write_text(text, encoding="utf-8")


def _write_icons(theme: Path, python: Path) -> None:
    with tempfile.TemporaryDirectory() as drawn:
        _must([str(python), str(_TOOLS / "app_icons.py"), drawn])
        for file in sorted(Path(drawn).glob("[0-9]*.png")):
            folder = theme / f"{file.stem}x{file.stem}" / "apps"
            folder.mkdir(parents=True)
            shutil.copyfile(file, folder / f"{naming.NAME}.png")
    folder = theme / "scalable" / "apps"
    folder.mkdir(parents=True)
    shutil.copyfile(_ICONS / "app.svg", folder / f"{naming.NAME}.svg")


def _write_manual(folder: Path, python: Path) -> None:
    folder.mkdir(parents=True)
    file = folder / "inspector.1"
    _must([str(python), str(_TOOLS / "man_page.py"), str(file), naming.day()])
    pack(file)


def pack(file: Path) -> None:
    """Put a file into a gz beside it, with no date and no name inside, and take it away."""
    # The level that Debian asks for; gzip of the standard library writes no name where it is given none.
    file.with_name(file.name + ".gz").write_bytes(gzip.compress(file.read_bytes(), 9, mtime=0))
    file.unlink()


def _must(command: list[str]) -> None:
    code, output = quietly(command)
    if code:
        raise Stop(f"{Path(command[1]).name} ended with\n\n{output.strip()}")
