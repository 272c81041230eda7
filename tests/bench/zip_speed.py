# SPDX-License-Identifier: Apache-2.0
"""CPU and memory of reading large zips, against `unzip -t` and `sha256sum` on the same file in the same run.

Ours: hash of the file, checksum and SHA-256 of every member. Theirs: checksum of every member, hash of the
file. `facts` also reads what the export states. The archives are made in a temporary folder and removed.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
WHEN: Final = datetime(2026, 3, 9, 2, 30, tzinfo=UTC)
MEDIA: Final = 4 << 20
MOST_MEGABYTES: Final = 120

READ: Final = """
import hashlib, resource, sys, time
from datetime import UTC, datetime
from pathlib import Path
from inspector.archives.opening import open_container
from inspector.archives.read import read_source
from inspector.worker.serving import collect_seldom
collect_seldom()  # as the worker does
path, facts = Path(sys.argv[1]), sys.argv[2] == "facts"
start, wall = time.process_time(), time.monotonic()
if facts:
    reading = read_source(path, datetime(2026, 11, 21, tzinfo=UTC))
    members = len(reading.source.members)
    # Of an export that nobody recognises nothing is read, and that is quick.
    assert reading.source.status == "read" and reading.facts and reading.tallies, reading.source.status
else:
    container, members = open_container(path), 0
    for entry, blocks in container.walk(lambda _: None):
        digest = hashlib.sha256()
        for block in blocks:
            digest.update(block)
        members += 1
    container.sha256({})
    container.close()
status = Path("/proc/self/status").read_text().splitlines()
peak = int(next(line for line in status if line.startswith("VmHWM")).split()[1])
print(time.process_time() - start, time.monotonic() - wall, peak // 1024, members)
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One archive: how it is made, which shares of the peers' CPU are allowed, and how often it is read.

    Of several turns the best of each counts, for what is short other programs on the machine distort.
    """

    name: str
    make: Callable[[Path], int]
    hashing: float
    facts: float
    turns: int


def linkedin(path: Path) -> int:
    """200,000 messages."""
    from tests.makers.linkedin.big import big_messages

    big_messages(path, 200_000)
    return 0


def chats(path: Path) -> int:
    """A gigabyte of chats, which pack to a third."""
    from tests.bench import large_exports

    return large_exports.chats(path)


def posts(path: Path) -> int:
    """Five gigabytes of stored media and three packed parts of posts."""
    from tests.bench import large_exports

    return large_exports.posts(path)


CASES: Final = (
    Case("LinkedIn, 35 MB", linkedin, 0.5, 1.8, 7),
    Case("ChatGPT, 317 MB", chats, 0.3, 1.0, 2),
    Case("X, 5 GB", posts, 0.22, 0.3, 2),
)


def cpu(command: list[str]) -> float:
    """Run a program and return its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ours(path: Path, what: str) -> tuple[float, float, int, int]:
    """Read in a process of its own; return CPU and wall seconds, from open to last byte, MB, members."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path), what],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, wall, peak, members = done.stdout.split()
    return float(seconds), float(wall), int(peak), int(members)


def measured(case: Case, path: Path) -> bool:
    """Measure one archive and say what came out; False where a limit was passed or a member was lost."""
    members = case.make(path)
    limits = {"hashing": case.hashing, "facts": case.facts}
    turns = [(theirs(path), {what: ours(path, what) for what in limits}) for _ in range(case.turns)]
    unzip, sums = (min(peers[which] for peers, _ in turns) for which in range(2))
    print(
        f"{case.name}: {path.stat().st_size / 1e6:.0f} MB, best of {case.turns}: "
        f"unzip -t {unzip:.2f} s, sha256sum {sums:.2f} s"
    )
    fine = True
    for what, most in limits.items():
        seconds, wall, peak, found = min(runs[what] for _, runs in turns)
        share = seconds / (unzip + sums)
        fine = fine and share <= most and peak <= MOST_MEGABYTES and (not members or found == members)
        print(
            f"  {what}: {seconds:.2f} CPU s, {wall:.2f} s, {peak} MB, {share:.2f} of theirs (at most {most})"
        )
    return fine


def theirs(path: Path) -> tuple[float, float]:
    """Return the CPU seconds of both programs."""
    return cpu(["unzip", "-tqq", str(path)]), cpu(["sha256sum", str(path)])


def main() -> int:
    """Measure the archives asked for, all by default; 1 where a limit was passed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("cases", nargs="*", type=int, default=[], metavar="N", help="1 to 3")
    chosen = arguments.parse_args().cases or range(1, len(CASES) + 1)
    if shutil.which("unzip") is None or shutil.which("sha256sum") is None:
        print("unzip and sha256sum are needed for the comparison, and one is missing")
        return 1
    sys.path.insert(0, str(ROOT))
    start, fine = time.monotonic(), True
    for number in chosen:
        with tempfile.TemporaryDirectory() as folder:
            fine = measured(CASES[number - 1], Path(folder) / "export.zip") and fine
    from inspector.archives.inflate import ENGINE

    print(f"unpacked by {ENGINE}; {time.monotonic() - start:.0f} s in all")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
