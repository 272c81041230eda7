# SPDX-License-Identifier: Apache-2.0
"""How long an export with very many files takes to be recognised, and how long reading it is silent.

Usage: many_names.py [NAMES]. A zip of so many members is made, and up to 200,000 of them as a folder. CPU
seconds count, for other programs distort the rest. Ends with 1 where recognising 120,000 takes over a second
each, or where nothing is heard of the reading for longer than a hanging worker is given.
"""

from __future__ import annotations

import sys
import tempfile
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inspector.archives.membership import Claim, claimed  # noqa: E402 - the path is set above
from inspector.archives.opening import open_container  # noqa: E402 - the path is set above
from inspector.archives.read import read_source  # noqa: E402 - the path is set above
from inspector.archives.watch import Guard  # noqa: E402 - the path is set above
from inspector.worker.client import QUIET_SECONDS  # noqa: E402 - the path is set above
from inspector.worker.serving import collect_seldom  # noqa: E402 - the path is set above
from tests.makers.hostile_zips import many_members  # noqa: E402 - the path is set above
from tests.makers.social.x import x_samples  # noqa: E402 - the path is set above

NAMES: Final = 120_000
MOST_IN_FOLDER: Final = 200_000
MOST_SECONDS: Final = 1.0
NOW: Final = datetime(2026, 11, 21, tzinfo=UTC)


class Silence:
    """Hears of a reading, and keeps the longest time in which nothing was heard."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._heard = time.thread_time()

    def hear(self, *_: object) -> None:
        """Take down that something was heard."""
        moment = time.thread_time()
        self.longest, self._heard = max(self.longest, moment - self._heard), moment


def make(path: Path, names: int) -> None:
    """Write an export of X with so many files, nearly all of them pictures without content."""
    made = x_samples()[-1].made.members
    many_members(path, names - len(made), b"data/tweets_media/%07d.jpg")
    with zipfile.ZipFile(path, "a") as archive:
        for member in made:
            archive.writestr(member.name, member.data)


def unpacked(path: Path, folder: Path) -> Path:
    """Return the folder that an archive was unpacked to."""
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder


def recognised(path: Path) -> float:
    """Return the CPU seconds until it is known whose export this is."""
    start = time.process_time()
    container = open_container(path)
    found = claimed(container, path.name)
    container.close()
    assert isinstance(found, Claim), found
    return time.process_time() - start


def main(arguments: list[str]) -> int:
    """Make, measure, say; 1 past a limit."""
    names, fine = int(arguments[0]) if arguments else NAMES, True
    collect_seldom()
    with tempfile.TemporaryDirectory() as where:
        path = Path(where) / "export.zip"
        make(path, names)
        recognised(path)
        sources = {"zip": path}
        if names <= MOST_IN_FOLDER:
            sources["folder"] = unpacked(path, Path(where) / "export")
        for name, source in sources.items():
            seconds = min(recognised(source) for _ in range(3 if names <= NAMES else 1))
            fine = fine and (names > NAMES or seconds <= MOST_SECONDS)
            print(f"{names} names, {name}: recognised in {seconds:.2f} CPU s")
        silence, start = Silence(), time.thread_time()
        guard = Guard(entered=silence.hear)
        reading = read_source(path, NOW, progress=silence.hear, guard=guard)
        silence.hear()
        seconds = time.thread_time() - start
        assert reading.source.status == "read", reading.source.status
        print(f"read in {seconds:.1f} CPU s, silent for {silence.longest:.1f} at the most")
    return 0 if fine and silence.longest <= QUIET_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
