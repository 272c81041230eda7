# SPDX-License-Identifier: Apache-2.0
"""Folders of Python packages: found or, where missing or broken, made anew and filled with what is pinned."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

from devtools import systempackages
from devtools.terminal import Stop, quietly, say

ROOT = Path(__file__).resolve().parents[2]
OLDEST = (3, 11)

_NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
# What a set of requirements brings along: whoever has the right one needs the left one no more.
_WITHIN = {"runtime": ("runtime", "dev"), "dev": ("dev",), "lock": ("lock",), "freeze": ("freeze",)}
_NOISE = ("is ignored: it is either a non-existing path", "Running pip as the 'root' user", "[notice]")
_NO_NETWORK = (
    "NewConnectionError",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "timed out",
)


class Environment:
    """One such folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stamp = folder / "inspector-setup.json"

    @property
    def python(self) -> Path:
        """Where the environment's Python lies."""
        return self.folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    def ready(self, kind: str) -> Path:
        """The environment's Python, with the packages of `requirements/<kind>.txt` and the program in reach.

        Does nothing slow when all is as it should be. Raises Stop.
        """
        self._make_unless_sound()
        self._install_unless_current(kind)
        return self.python

    def _make_unless_sound(self) -> None:
        if self._is_sound():
            return
        if self._is_something_else():
            raise Stop(f"{self.folder} is no Python environment. Move it away, then type the same again.")
        base = _base_python()
        say(f"Making the folder {self.folder.relative_to(ROOT)} ...")
        shutil.rmtree(self.folder, ignore_errors=True)
        code, output = quietly([base, "-m", "venv", str(self.folder)])
        if code:
            raise Stop(f"The folder {self.folder} could not be made with {base}:\n\n{output.strip()}")
        self._write_stamp({"place": str(self.folder)})

    def _is_sound(self) -> bool:
        """Whether it runs from where it lies, on a Python that is new enough, with pip in it."""
        place = self._said().get("place", str(self.folder))
        question = f"import sys, pip; sys.exit(sys.prefix == sys.base_prefix or sys.version_info < {OLDEST})"
        here = place == str(self.folder) and self.python.exists()
        return here and quietly([str(self.python), "-c", question])[0] == 0

    def _is_something_else(self) -> bool:
        folder = self.folder
        if folder.is_symlink():
            return True
        return folder.exists() and not (folder / "pyvenv.cfg").is_file() and any(folder.iterdir())

    def _install_unless_current(self, kind: str) -> None:
        said = self._said()
        if any(said.get(bigger) == _hash(bigger) for bigger in _WITHIN[kind]):
            return
        file = _requirements(kind)
        where = self.folder.relative_to(ROOT)
        say(f"Installing {file.relative_to(ROOT)} into {where} (a minute or two the first time) ...")
        _pip_install(self.python, file)
        _put_program_in_reach(self.python)
        # What was installed over may differ from what its file says. The resolver touches nothing else.
        kept = {
            name: value for name, value in said.items() if kind == "lock" or name not in ("runtime", "dev")
        }
        self._write_stamp({**kept, kind: _hash(kind), "place": str(self.folder)})

    def _said(self) -> dict[str, str]:
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(name): str(value) for name, value in stamp.items()} if isinstance(stamp, dict) else {}

    def _write_stamp(self, stamp: dict[str, str]) -> None:
        self._stamp.write_text(json.dumps(stamp, indent=1, sort_keys=True) + "\n", encoding="utf-8")


MAIN = Environment(ROOT / ".venv")
"""What the program is tried and checked with."""

FREEZING = Environment(ROOT / "build" / "venv")
"""What the program is frozen from: its own packages and the freezer's, so that nothing else can slip in."""


def ready(kind: str) -> Path:
    """The Python of `.venv` with the packages of `requirements/<kind>.txt`. Raises Stop."""
    return MAIN.ready(kind)


def _base_python() -> str:
    """A Python outside any environment, new enough and able to make one. Raises Stop."""
    base = _new_enough()
    if quietly([base, "-c", "import venv, ensurepip"])[0]:
        _, version = quietly([base, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
        systempackages.install([f"python{version.strip()}-venv"], why="to make a Python environment")
    return base


def _new_enough() -> str:
    if sys.version_info >= OLDEST:
        # An environment's own Python is about to be deleted with it; this names the one it was made from.
        return str(getattr(sys, "_base_executable", None) or sys.executable)
    for name in _NEWER:
        found = shutil.which(name)
        if found:
            return found
    have = ".".join(str(part) for part in sys.version_info[:2])
    raise Stop(f"Python 3.11 or newer is needed; this one is {have}, and no newer one was found.")


def _pip_install(python: Path, file: Path) -> None:
    # The file lists everything; what it leaves out on purpose must not come in as a package's dependency.
    options = ["--quiet", "--no-deps", "--require-hashes", "--requirement", str(file)]
    code, output = quietly([str(python), "-m", "pip", "install", *options])
    if code == 0:
        return
    if any(word in output for word in _NO_NETWORK):
        raise Stop(
            "The Python packages could not be fetched: no connection to the package index.\n"
            "They are needed once. Connect, then type the same again."
        )
    lines = [line for line in output.splitlines() if not any(word in line for word in _NOISE)]
    last = "\n".join(lines[-8:])
    raise Stop(f"The packages of {file.relative_to(ROOT)} could not be installed. pip ended with\n\n{last}")


def _put_program_in_reach(python: Path) -> None:
    """Let the environment's Python find the source tree from any folder, without a build step."""
    _, folder = quietly([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
    Path(folder.strip(), "inspector-source.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    _write_launcher(python)


def _write_launcher(python: Path) -> None:
    """Put the command `inspector` beside the environment's Python."""
    if sys.platform == "win32":
        lines = '@"%~dp0python.exe" -P -m inspector %*\r\n'
        python.with_name("inspector.cmd").write_text(lines, encoding="ascii")
        return
    launcher = python.with_name("inspector")
    lines = '#!/bin/sh\nexec "$(dirname -- "$0")/python" -P -m inspector "$@"\n'
    launcher.write_text(lines, encoding="ascii")
    launcher.chmod(0o755)


def _requirements(kind: str) -> Path:
    return ROOT / "requirements" / f"{kind}.txt"


def _hash(kind: str) -> str:
    return hashlib.sha256(_requirements(kind).read_bytes()).hexdigest()
