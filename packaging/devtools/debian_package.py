# SPDX-License-Identifier: Apache-2.0
"""The Debian package of the frozen program: the same bytes from the same folder."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from devtools import freezing, naming, needs, sharing, systempackages
from devtools.environment import FREEZING, ROOT
from devtools.terminal import Stop, quietly, say

TOOLS = {"dpkg-deb": "dpkg", "readelf": "binutils"}

# There is no address that this name stands for; who gives packages to others names themselves.
_MAINTAINER = f"{naming.TITLE} contributors <nobody@{naming.NAME}.invalid>"
_PLACE = Path("usr", "lib", naming.NAME)
_TOLD = Path("_internal", "inspector", "resources", "build")
_BLOCK = 1024
_ABOUT = """\
 was sharing for AI training on, off or unknown
 You hand in what you have: the archive a service exports for you, pictures or
 saved pages of a setting, and where you lived when. The program answers per
 setting whether sharing for AI training was on, off or unknown, since when,
 and on what evidence. It lists what to do, drafts letters, and writes an
 evidence bundle that others check with stock tools.
 .
 Everything happens on your computer. No connection is opened, unless you ask
 for a timestamp from an outside time authority.
"""


def make(*, quick: bool = False) -> Path:
    """Make the package from `dist/inspector` beside it and return it; `quick`: a large one. Raises Stop."""
    folder = freezing.frozen()
    systempackages.provide(TOOLS)
    target = _target()
    tree = ROOT / "build" / "deb"
    stage(tree, folder, FREEZING.ready("freeze"))
    say("Packing the Debian package (a minute or two) ...")
    pack(tree, target, level=0 if quick else 6)
    say(f"  {target.stat().st_size / 1e6:7.1f} MB  {target.relative_to(ROOT)}")
    return target


def made() -> Path:
    """The package as it was made before. Raises Stop where it was not."""
    if not _target().is_file():
        raise Stop("There is no Debian package in dist yet. Type: python3 packaging/dev.py deb")
    return _target()


def _target() -> Path:
    name = f"{naming.NAME}_{naming.debian_version()}_{naming.debian_machine()}.deb"
    return freezing.FOLDER.parent / name


def stage(tree: Path, frozen: Path, python: Path) -> None:
    """Lay out what the package installs, and what dpkg is told of it, in a folder of its own. Raises Stop."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(frozen, tree / _PLACE, symlinks=True)
    _link(tree / "usr" / "bin" / "inspector", Path("..", "lib", naming.NAME, freezing.PROGRAM))
    sharing.write(tree / "usr" / "share", python)
    _write_documents(tree / "usr" / "share")
    # Before what dpkg is told of them: dates and rights are no part of that, but a new file would be.
    freezing.settle(tree, freezing.epoch(), (tree / _PLACE / freezing.PROGRAM,))
    _write_control(tree, needs.packages(frozen))


def pack(tree: Path, target: Path, *, level: int = 6) -> None:
    """Pack a folder that was laid out; `level` of xz, 0 to 9. Raises Stop."""
    target.unlink(missing_ok=True)
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{level}", "--build", str(tree), str(target)]
    # How many pack at once must not bear on the bytes: xz cuts the same blocks where there are two or more.
    variables = {"SOURCE_DATE_EPOCH": str(freezing.epoch()), "DPKG_DEB_THREADS_MAX": "2"}
    code, output = quietly(command, **variables)
    if code:
        raise Stop(f"dpkg-deb ended with\n\n{output.strip()}")


def _link(place: Path, target: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)


def _write_documents(share: Path) -> None:
    folder = share / "doc" / naming.NAME
    folder.mkdir(parents=True)
    shutil.copyfile(sharing.LINUX / "copyright", folder / "copyright")
    for name in ("parts.txt", "sbom.cdx.json"):
        _link(folder / name, Path("..", "..", "..", "lib", naming.NAME, _TOLD, name))
    (folder / "changelog").write_text(_changelog(), encoding="utf-8")
    shutil.copyfile(ROOT / "CHANGELOG.md", folder / "NEWS")
    for name in ("changelog", "NEWS"):
        sharing.pack(folder / name)
    overrides = share / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    shutil.copyfile(sharing.LINUX / "lintian-overrides", overrides / naming.NAME)


def _changelog() -> str:
    """The change of the package; what changed in the program stands beside it (Debian Policy 4.4)."""
    head = f"{naming.NAME} ({naming.debian_version()}) stable; urgency=medium"
    day = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(freezing.epoch()))
    return (
        f"{head}\n\n  * Version {naming.version()}; NEWS.gz says what changed.\n\n -- {_MAINTAINER}  {day}\n"
    )


def _write_control(tree: Path, depends: list[str]) -> None:
    installed = sorted((tree / "usr").rglob("*"))
    fields = {
        "Package": naming.NAME,
        "Version": naming.debian_version(),
        "Section": "utils",
        "Priority": "optional",
        "Architecture": naming.debian_machine(),
        "Maintainer": _MAINTAINER,
        "Installed-Size": str(sum(_kibibytes(path) for path in installed)),
        "Depends": ", ".join(depends),
        "Suggests": "gnome-keyring | kwalletmanager",
    }
    folder = tree / "DEBIAN"
    folder.mkdir()
    (folder / "control").write_text(_control(fields), encoding="utf-8")
    (folder / "md5sums").write_text(_sums(tree, installed), encoding="utf-8")
    for file in (folder / "control", folder / "md5sums"):
        file.chmod(0o644)
        os.utime(file, (freezing.epoch(),) * 2)
    folder.chmod(0o755)


def _control(fields: Mapping[str, str]) -> str:
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"{lines}Description:{_ABOUT}"


def _sums(tree: Path, installed: list[Path]) -> str:
    files = [path for path in installed if path.is_file() and not path.is_symlink()]
    sums = [(hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest(), path) for path in files]
    return "".join(f"{one}  {path.relative_to(tree).as_posix()}\n" for one, path in sums)


def _kibibytes(path: Path) -> int:
    """What a file takes as Debian Policy 5.6.20 counts it: whole kibibytes, one for all that is no file."""
    return -(-path.lstat().st_size // _BLOCK) if path.is_file() and not path.is_symlink() else 1
