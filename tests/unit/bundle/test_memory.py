# SPDX-License-Identifier: Apache-2.0
"""A big original passes through in pieces: what writing and checking need does not grow with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BIG = 200 << 20
MOST_KILOBYTES = 60 << 10

WRITE_AND_VERIFY = """
import hashlib, sys
from pathlib import Path
from inspector.bundle.contents import Part
from inspector.bundle.verifying import verify
from inspector.bundle.writing import write
from tests.unit.bundle.fictional import CONTENTS, NOW, with_source

source, target = Path(sys.argv[1]), Path(sys.argv[2])
digest = hashlib.sha256()
with source.open("rb") as file:
    while piece := file.read(1 << 20):
        digest.update(piece)
write(with_source(CONTENTS, Part("big.zip", digest.hexdigest(), source)), target, NOW, "en")
assert verify(target).ok
# Not ru_maxrss, which starts from what the parent process needed.
print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process stands in /proc only there")
def test_an_original_of_200_megabytes_needs_less_than_60(tmp_path: Path) -> None:
    source, target = tmp_path / "big.zip", tmp_path / "b.zip"
    with source.open("wb") as file:
        file.truncate(BIG)
    done = subprocess.run(
        [sys.executable, "-c", WRITE_AND_VERIFY, str(source), str(target)],
        capture_output=True,
        text=True,
        check=False,
    )
    target.unlink(missing_ok=True)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < MOST_KILOBYTES
