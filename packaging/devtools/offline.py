# SPDX-License-Identifier: Apache-2.0
"""What to put before a command so that it reaches nothing: a network of its own, with a loopback alone."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from devtools.terminal import Stop, quietly

_UNSHARE = ("unshare", "--map-root-user", "--net")


def cut_off(python: Path) -> list[str]:
    """Return the beginning of such a command. Raises Stop where the system has no such thing."""
    if not sys.platform.startswith("linux") or shutil.which(_UNSHARE[0]) is None:
        raise Stop("Only Linux can run the tests with the network cut, by its command unshare.")
    code, output = quietly([*_UNSHARE, "true"])
    if code:
        raise Stop(f"This system does not let unshare make a network of its own:\n\n{output.strip()}")
    return [*_UNSHARE, str(python), str(Path(__file__).with_name("loopback.py"))]
