# SPDX-License-Identifier: Apache-2.0
"""Writing a bundle with large originals, against hashing and copying the same bytes: CPU and memory.

The file is made in a temporary folder and removed.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
MOST_CPU, MOST_MEGABYTES = 1.5, 200

PEER: Final = """
import hashlib, sys, time
from pathlib import Path
start, digest = time.process_time(), hashlib.sha256()
with Path(sys.argv[1]).open("rb") as source, Path(sys.argv[2]).open("wb") as target:
    while piece := source.read(1 << 20):
        digest.update(piece)
        target.write(piece)
print(time.process_time() - start, 0)
"""

OURS: Final = """
import sys, time
from dataclasses import replace
from pathlib import Path
from inspector.bundle.contents import Part
from inspector.bundle.writing import write
from tests.unit.bundle.fictional import CONTENTS, EXPORT, NOW
source, size = Path(sys.argv[1]), Path(sys.argv[1]).stat().st_size
part = Part("export.zip", sys.argv[3], source)
whole = replace(EXPORT, sha256=sys.argv[3], size=size, parts=(part,))
start = time.process_time()
write(replace(CONTENTS, originals=(whole,)), Path(sys.argv[2]), NOW, "en")
spent = time.process_time() - start
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(spent, int(peak.split()[1]) // 1024)
"""


def main() -> int:
    """Make the file, write it both ways and print what that took."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--megabytes", type=int, default=2000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        source, digest = Path(name, "export.zip"), hashlib.sha256()
        block = Random(3).randbytes(1 << 20)
        with source.open("wb") as out:
            for number in range(given.megabytes):
                piece = number.to_bytes(8, "big") + block[8:]
                digest.update(piece)
                out.write(piece)
        theirs, _ = _run(PEER, source, Path(name, "copy"), digest.hexdigest())
        Path(name, "copy").unlink()
        ours, peak = _run(OURS, source, Path(name, "bundle.zip"), digest.hexdigest())
    ratio = ours / theirs
    print(
        f"{given.megabytes} MB: {ours:.1f} s CPU against {theirs:.1f} s for hash and copy, {ratio:.2f} times;"
        f" {peak:.0f} MB at most"
    )
    return 0 if ratio <= MOST_CPU and peak <= MOST_MEGABYTES else 1


def _run(code: str, source: Path, target: Path, sha256: str) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", code, str(source), str(target), sha256],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    spent, peak = done.stdout.split()
    return float(spent), float(peak)


if __name__ == "__main__":
    sys.exit(main())
