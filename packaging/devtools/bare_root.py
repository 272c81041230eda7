# SPDX-License-Identifier: Apache-2.0
"""Tries the Debian package in a root of its own that holds Debian's minimum and what the package asks for.

It is installed there, started by somebody who is not root, and removed; afterwards no file may be left.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from devtools import naming, systempackages
from devtools.environment import ROOT
from devtools.terminal import Stop, quietly, say

RELEASE = "bookworm"
"""The oldest Debian that the package is made for: the one whose C library it is frozen with."""

_TOOLS = {"mmdebstrap": "mmdebstrap", "dpkg-deb": "dpkg", "unshare": "util-linux"}
_ROOT = ROOT / "build" / "root"
_NOBODY = "65534:65534"
_HOME = "/tmp/home"  # noqa: S108 - inside a root that is nobody's but ours
_DISPLAY = ("xvfb", "xauth")
# What dpkg and apt write about a package that comes and goes, and what is no file of the root at all.
_KEPT_BY_OTHERS = ("dev", "proc", "run", "sys", "tmp", "var/cache", "var/lib/apt", "var/lib/dpkg", "var/log")


def attempt(package: Path, root: Path = _ROOT) -> None:
    """Install, start, remove; then once more with a display. Raises Stop at the first thing that is wrong."""
    if sys.platform == "win32" or os.geteuid() != 0:
        raise Stop("Only root can make a root to try the package in.")
    systempackages.provide(_TOOLS)
    asked = _depends(package)
    _try_in(root, asked, package, [["inspector", "--version"], ["inspector", "--self-test"]])
    # What shows a window brings libraries along that the package must not need; so it comes only now.
    _try_in(root, [*asked, *_DISPLAY], package, [["xvfb-run", "-a", "inspector", "--startup-trace"]])
    say("The package came, worked and went without a trace.")


def left_over(before: Iterable[str], after: Iterable[str]) -> list[str]:
    """Name the files that were not there before, apart from the notes of dpkg and apt."""
    return sorted(path for path in set(after) - set(before) if not path.startswith(_KEPT_BY_OTHERS))


def _depends(package: Path) -> list[str]:
    code, told = quietly(["dpkg-deb", "--field", str(package), "Depends"])
    if code:
        raise Stop(f"{package.name} is no Debian package:\n\n{told.strip()}")
    return [one.split()[0] for one in told.strip().split(", ")]


def _make(root: Path, packages: list[str]) -> None:
    say(f"Making a bare root of Debian {RELEASE} with {', '.join(packages)} ...")
    shutil.rmtree(root, ignore_errors=True)
    root.parent.mkdir(exist_ok=True)
    include = f"--include={','.join(packages)}"
    _done(["mmdebstrap", "--quiet", "--variant=minbase", include, RELEASE, str(root)])
    home = root / _HOME.lstrip("/")
    home.mkdir()
    os.chown(home, *(int(one) for one in _NOBODY.split(":")))


def _try_in(root: Path, asked: list[str], package: Path, commands: list[list[str]]) -> None:
    _make(root, asked)
    shutil.copyfile(package, root / "package.deb")
    before = _files(root)
    say("Installing ...")
    _inside(root, ["dpkg", "-i", "/package.deb"])
    for command in commands:
        say(f"$ {' '.join(command)}")
        say(_as_nobody(root, command))
    say("Removing ...")
    _inside(root, ["dpkg", "-r", naming.NAME])
    left = left_over(before, _files(root))
    if left:
        raise Stop("The package left files behind:\n\n" + "\n".join(left))


def _as_nobody(root: Path, command: list[str]) -> str:
    plain = ["env", "-i", f"HOME={_HOME}", "PATH=/usr/bin:/bin"]
    return _done([*_entering(root, "--net"), f"--userspec={_NOBODY}", str(root), *plain, *command])


def _inside(root: Path, command: list[str]) -> None:
    _done([*_entering(root), str(root), "env", "DEBIAN_FRONTEND=noninteractive", *command])


def _entering(root: Path, *apart: str) -> list[str]:
    """The beginning of a command inside the root, ending with all it started; `apart`: what it has alone."""
    # Not put in the shell's place: Xvfb does not tell the first process of a system that it is there.
    mounts = 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && chroot "$@"; exit $?'
    return ["unshare", "--mount", "--pid", "--fork", "--kill-child", *apart, "sh", "-c", mounts, str(root)]


def _done(command: list[str]) -> str:
    code, output = quietly(command)
    if code:
        last = "\n".join(output.strip().splitlines()[-15:])
        raise Stop(f"{' '.join(command)} ended with {code}:\n\n{last}")
    return output.strip()


def _files(root: Path) -> set[str]:
    """Each path below the root, with what it holds where that is a file."""
    found = set[str]()
    for folder, folders, names in os.walk(root):
        place = Path(folder).relative_to(root)
        folders[:] = [name for name in folders if (place / name).as_posix() not in _KEPT_BY_OTHERS]
        for name in [*folders, *names]:
            file = Path(folder, name)
            plain = file.is_file() and not file.is_symlink()
            found.add(f"{(place / name).as_posix()} {_hash(file) if plain else ''}".strip())
    return found


def _hash(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:16]
