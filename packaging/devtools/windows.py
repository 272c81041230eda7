# SPDX-License-Identifier: Apache-2.0
"""What Windows gets: an installer for one person, made by NSIS, and a zip to unpack anywhere.

The frozen folder itself is made on Windows; the packing of it works on any system that has makensis.
"""

from __future__ import annotations

import os
import shutil
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

from devtools import freezing, naming, systempackages
from devtools.environment import ROOT
from devtools.terminal import Stop, quietly, say

CERTIFICATE = "INSPECTOR_WINDOWS_CERTIFICATE"
"""Variable: the thumbprint of the certificate in the store that signs; without it nothing is signed."""

STAMPS = "INSPECTOR_WINDOWS_TIMESTAMPS"
"""Variable: the address of the time authority for these signatures."""

TOOLS = {"makensis": "nsis"}

_SCRIPT = ROOT / "packaging" / "windows" / "installer.nsi"
_ICON = ROOT / "build" / "described" / "icons" / "inspector.ico"


def make_installer() -> Path:
    """Make the installer of `dist/inspector` beside it and return it. Raises Stop."""
    folder = freezing.frozen()
    systempackages.provide(TOOLS)
    sign(sorted(folder.glob("*.exe")))
    target = folder.parent / f"{naming.file_stem()}-setup.exe"
    install_script(folder, _ICON, target)
    sign([target])
    say(f"  {target.stat().st_size / 1e6:7.1f} MB  {target.relative_to(ROOT)}")
    return target


def make_zip() -> Path:
    """Pack `dist/inspector` into a zip beside it and return it. Raises Stop."""
    folder = freezing.frozen()
    sign(sorted(folder.glob("*.exe")))
    target = folder.parent / f"{naming.file_stem()}.zip"
    pack(folder, target)
    say(f"  {target.stat().st_size / 1e6:7.1f} MB  {target.relative_to(ROOT)}")
    return target


def install_script(folder: Path, icon: Path, target: Path) -> None:
    """Let makensis make an installer of a folder. Raises Stop."""
    removal = target.with_suffix(".nsh")
    removal.write_text("\n".join(_removal(folder)) + "\n", encoding="utf-8")
    said = {
        "VERSION": naming.version(),
        "FOUR": naming.four_numbers(),
        "FOLDER": folder,
        "ICON": icon,
        "LICENCE": ROOT / "LICENSE",
        "REMOVAL": removal,
        "TARGET": target,
    }
    options = [f"-D{name}={value}" for name, value in said.items()]
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, str(_SCRIPT)]
    code, output = quietly(command, SOURCE_DATE_EPOCH=str(freezing.epoch()))
    removal.unlink()
    if code:
        raise Stop(f"makensis ended with\n\n{output.strip()}")


def pack(folder: Path, target: Path) -> None:
    """Pack a folder into a zip with one folder in it, the same bytes from the same files."""
    when = time.gmtime(freezing.epoch())[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in freezing.files(folder):
            name = f"{naming.file_stem()}/{file.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            with file.open("rb") as source, archive.open(entry, "w", force_zip64=True) as place:
                shutil.copyfileobj(source, place)


def sign(files: list[Path]) -> None:
    """Sign files where a certificate is named; else say in one line that they are not. Raises Stop."""
    certificate = os.environ.get(CERTIFICATE)
    if not certificate:
        say(f"Not signed: {', '.join(file.name for file in files)} ({CERTIFICATE} names no certificate).")
        return
    stamps = ["/tr", os.environ[STAMPS], "/td", "sha256"] if os.environ.get(STAMPS) else []
    command = ["signtool", "sign", "/sha1", certificate, "/fd", "sha256", *stamps]
    code, output = quietly([*command, *map(str, files)])
    if code:
        raise Stop(f"signtool ended with\n\n{output.strip()}")


def _removal(folder: Path) -> Iterator[str]:
    """What takes away each file that was installed, then each folder that is empty afterwards."""
    for file in freezing.files(folder):
        yield f'Delete "$INSTDIR\\{_escaped(file.relative_to(folder))}"'
    folders = [path for path in folder.rglob("*") if path.is_dir() and not path.is_symlink()]
    for one in sorted(folders, key=lambda path: (-len(path.parts), path)):
        yield f'RMDir "$INSTDIR\\{_escaped(one.relative_to(folder))}"'


def _escaped(path: Path) -> str:
    return str(PureWindowsPath(*path.parts)).replace("$", "$$")
