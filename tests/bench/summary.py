# SPDX-License-Identifier: Apache-2.0
"""`inspector summary` over a thousand bundles of about a megabyte: seconds and memory.

The bundles are made in a temporary folder, each with another screenshot, and removed afterwards.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.unit.bundle.many import make_many
from tests.unit.bundle.sealed import KEY

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Make the bundles, summarise them and print what that took."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bundles", type=int, default=1000)
    options.add_argument("--bytes", type=int, default=1_000_000)
    options.add_argument("--sealed", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = make_many(folder, given.bundles, given.bytes, Random(7), KEY if given.sealed else None)
        start = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "inspector", "summary", str(folder), "--json", "-"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            check=True,
        )
        wall = time.monotonic() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = done.stdout.count(b"\n")
    print(
        f"{lines} bundles, {made / 1e6:.0f} MB: {wall:.1f} s wall, "
        f"{used.ru_utime + used.ru_stime:.1f} s CPU, {used.ru_maxrss / 1024:.0f} MB at most in one process"
    )
    return 0 if lines == given.bundles else 1


if __name__ == "__main__":
    sys.exit(main())
