# SPDX-License-Identifier: Apache-2.0
"""Programs that are no Python packages: installed on Debian as root, elsewhere named with what to type."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from devtools.terminal import Stop, quietly, say

# Program that must be there: the Debian package that brings it. The tests run each of them on what we make.
FOR_TESTS = {
    "at-spi-bus-launcher": "at-spi2-core",
    "dbus-daemon": "dbus",
    "openssl": "openssl",
    "pdfinfo": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "qpdf": "qpdf",
    "sha256sum": "coreutils",
    "strace": "strace",
    "unzip": "unzip",
    "Xvfb": "xvfb",
    "xauth": "xauth",
}
# Programs that others start, not people, lie in one of these.
_HIDDEN = ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib")

# Library that Qt loads: the Debian package that brings it. The first six for any window, also one that no
# screen shows; the others for a window on a screen, which Qt opens by libraries that nothing else asks for.
FOR_WINDOW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
FONT = "fonts-dejavu-core"


def provide_window(folders: Sequence[Path] = FONT_FOLDERS) -> None:
    """See to it that Qt can open a window here: its libraries, and one font. Raises Stop as `provide` does.

    On Windows and macOS Qt brings what it needs.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = packages_of(FOR_WINDOW)
    if not any(folder.is_dir() and any(folder.rglob("*.[ot]t[fc]")) for folder in folders):
        missing.append(FONT)
    if missing:
        install(missing, why="for the window")


def provide_for_freezing() -> None:
    """See to it that all is there that a frozen folder on Linux takes along. Raises Stop as `provide` does.

    The libraries that Qt loads are among it: without them the same commit would give another folder.
    """
    provide({"strip": "binutils"})
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    missing = packages_of({f"libpython{version}.so.1.0": f"libpython{version}"})
    if missing:
        install(missing, why="for Python in the frozen folder")
    provide_window()


def packages_of(libraries: Mapping[str, str]) -> list[str]:
    """The packages of those libraries that cannot be loaded here, in the order of their names."""
    return sorted({package for library, package in libraries.items() if not _loads(library)})


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide(programs: Mapping[str, str]) -> None:
    """See to it that these programs are there. Raises Stop with what to type where it cannot."""
    missing = [program for program in sorted(programs) if not _is_there(program)]
    if missing:
        install(sorted({programs[program] for program in missing}), why=f"for {', '.join(missing)}")


def _is_there(program: str) -> bool:
    return any(shutil.which(program, path=path) for path in (None, os.pathsep.join(_HIDDEN)))


def install(packages: list[str], why: str) -> None:
    """Install Debian packages as root. Raises Stop with what to type where it cannot."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise Stop(f"Missing on this computer: {names} ({why}).\nInstall it, then type the same again.")
    if not _is_root():
        raise Stop(
            f"Missing on this computer: {names} ({why}).\nType this, then the same again:\n\n"
            f"    sudo apt-get update && sudo apt-get install {names}"
        )
    say(f"Installing Debian packages {names} ({why}) ...")
    _refresh_lists()
    _apt_get("install", "--yes", "--no-install-recommends", *packages)


@cache
def _refresh_lists() -> None:
    _apt_get("update")


def _apt_get(*arguments: str) -> None:
    code, output = quietly(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", *arguments])
    if code:
        last = "\n".join(output.strip().splitlines()[-5:])
        raise Stop(
            f"apt-get {arguments[0]} did not work and ended with\n\n{last}\n\n"
            "Is the network there? Then type the same again."
        )


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0
