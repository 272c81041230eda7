# SPDX-License-Identifier: Apache-2.0
"""Programs that are no Python packages: installed on Debian as root, elsewhere named with what to type."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from functools import cache

from devtools.terminal import Stop, quietly, say

# Program that must be there: the Debian package that brings it. The tests run each of them on what we make.
FOR_TESTS = {
    "openssl": "openssl",
    "pdfinfo": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "qpdf": "qpdf",
    "sha256sum": "coreutils",
}


def provide(programs: Mapping[str, str]) -> None:
    """See to it that these programs are there. Raises Stop with what to type where it cannot."""
    missing = [program for program in sorted(programs) if shutil.which(program) is None]
    if missing:
        install(sorted({programs[program] for program in missing}), why=f"for {', '.join(missing)}")


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
