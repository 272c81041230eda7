# SPDX-License-Identifier: Apache-2.0
"""The frozen program without an installer: a .tar.xz to unpack anywhere, and an AppDir."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import IO

from devtools import freezing, naming, sharing, systempackages
from devtools.environment import FREEZING, ROOT
from devtools.terminal import Stop, say

TOOLS = {"xz": "xz-utils"}

_README = sharing.LINUX / "README.txt"
_APP_RUN = sharing.LINUX / "AppRun"


def make() -> Path:
    """Pack `dist/inspector` into a .tar.xz beside it and return it. Raises Stop."""
    frozen = freezing.frozen()
    systempackages.provide(TOOLS)
    tree = ROOT / "build" / "portable" / naming.file_stem()
    stage(tree, frozen)
    target = frozen.parent / f"{naming.file_stem()}.tar.xz"
    say("Packing the portable folder (a minute or two) ...")
    pack(tree, target)
    say(f"  {target.stat().st_size / 1e6:7.1f} MB  {target.relative_to(ROOT)}")
    return target


def stage(tree: Path, frozen: Path) -> None:
    """Lay out the folder that people unpack."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(frozen, tree, symlinks=True)
    shutil.copyfile(_README, tree / _README.name)
    shutil.copyfile(ROOT / "LICENSE", tree / "LICENSE")
    freezing.settle(tree, freezing.epoch(), (tree / freezing.PROGRAM,))


def make_appdir() -> Path:
    """Lay out `dist/inspector` as an AppDir beside it and return it. Raises Stop."""
    frozen = freezing.frozen()
    tree = frozen.parent / f"{naming.file_stem()}.AppDir"
    stage_appdir(tree, frozen, FREEZING.ready("freeze"))
    say(f"  {tree.relative_to(ROOT)}")
    return tree


def stage_appdir(tree: Path, frozen: Path, python: Path) -> None:
    """Lay out an AppDir. Raises Stop."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(frozen, tree / "usr" / "lib" / naming.NAME, symlinks=True)
    sharing.write(tree / "usr" / "share", python)
    shutil.copyfile(_APP_RUN, tree / "AppRun")
    share = tree / "usr" / "share"
    shutil.copyfile(share / "applications" / f"{naming.NAME}.desktop", tree / f"{naming.NAME}.desktop")
    shutil.copyfile(
        share / "icons" / "hicolor" / "256x256" / "apps" / f"{naming.NAME}.png", tree / f"{naming.NAME}.png"
    )
    (tree / ".DirIcon").symlink_to(f"{naming.NAME}.png")
    program = tree / "usr" / "lib" / naming.NAME / freezing.PROGRAM
    freezing.settle(tree, freezing.epoch(), (tree / "AppRun", program))


def pack(tree: Path, target: Path) -> None:
    """Pack a folder, whose name is the one folder in the archive. Raises Stop."""
    with target.open("wb") as file:
        # Two threads or more give the same blocks, one thread gives others.
        packer = subprocess.Popen(["xz", "-6", "-T2", "-c"], stdin=subprocess.PIPE, stdout=file)
        if packer.stdin is None:
            raise Stop("xz takes nothing in.")
        _write(tree, packer.stdin)
        packer.stdin.close()
        if packer.wait():
            raise Stop(f"xz ended with {packer.returncode}.")


def _write(tree: Path, stream: IO[bytes]) -> None:
    with tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as archive:
        for path in (tree, *sorted(tree.rglob("*"))):
            archive.add(path, path.relative_to(tree.parent).as_posix(), recursive=False, filter=_anybody)


def _anybody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = int(entry.mtime)
    return entry
