# SPDX-License-Identifier: Apache-2.0
"""What a release is called: its version, from its one source, and the names that files and systems have."""

from __future__ import annotations

import platform
import re
import sys
import time

from devtools.environment import ROOT
from devtools.freezing import epoch
from devtools.terminal import Stop

NAME = "privacy-settings-inspector"
TITLE = "Privacy Settings Inspector"

_SOURCE = ROOT / "inspector" / "__init__.py"
_BEFORE_RELEASE = re.compile(r"\.?(dev|a|b|rc)(?=\d)")
# What Debian calls the machines that Python names as the right one.
_MACHINES = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64"}


def version() -> str:
    """The version as Python writes it (PEP 440), as it stands in `inspector/__init__.py`. Raises Stop."""
    found = re.search(r'^__version__ = "([^"]+)"$', _SOURCE.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise Stop("inspector/__init__.py names no version.")
    return found[1]


def is_release() -> bool:
    """Tell whether this is a release, not something on the way to one."""
    return _BEFORE_RELEASE.search(version()) is None


def debian_version() -> str:
    """The version in Debian's order, where a tilde comes before the release (Debian Policy 5.6.12)."""
    return _BEFORE_RELEASE.sub(r"~\1", version())


def four_numbers() -> str:
    """The version as Windows keeps it: four numbers and nothing else."""
    numbers = re.findall(r"\d+", _BEFORE_RELEASE.split(version())[0])
    return ".".join([*numbers, "0", "0", "0", "0"][:4])


def machine() -> str:
    """The machine as file names tell it: `x86_64`, `arm64`."""
    return {"amd64": "x86_64", "aarch64": "arm64"}.get(platform.machine().lower(), platform.machine().lower())


def debian_machine() -> str:
    """The machine as Debian names it. Raises Stop for one that Debian packages are not made for here."""
    name = _MACHINES.get(platform.machine().lower())
    if name is None:
        raise Stop(f"No Debian name is known for this machine: {platform.machine()}.")
    return name


def system() -> str:
    """System and machine that a frozen program is for: `linux-x86_64`."""
    family = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    return f"{family}-{machine()}"


def file_stem() -> str:
    """The beginning of the names of all files of a release for this system."""
    return f"{NAME}-{version()}-{system()}"


def day() -> str:
    """The day of the release, ISO 8601: that of all its files. Raises Stop."""
    return time.strftime("%Y-%m-%d", time.gmtime(epoch()))
