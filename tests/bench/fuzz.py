# SPDX-License-Identifier: Apache-2.0
"""Changes made archives and files by chance for as long as asked, and keeps every input that is not borne.

``python -m tests.bench.fuzz SECONDS [SEED] [FOLDER]``: CPU seconds, in one process. Containers and decoders
are held to what `tests/property` asks of them; whole exports of every service must end in a state that the
rest of the program can work with. An input that raises, or takes over 30 seconds, is written to FOLDER.
"""

from __future__ import annotations

import gzip
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.makers.assistants import samples as assistants
from tests.makers.linkedin import account
from tests.makers.made import Made
from tests.makers.platforms import samples as platforms
from tests.makers.social import samples as social
from tests.makers.zips import STORED
from tests.property import test_containers as containers
from tests.property import test_formats as formats
from tests.unit.archives.test_any_bytes import assert_sound
from tests.unit.archives.ways import read

MEMORY: Final = 3 << 30
SECONDS: Final = 30
TOKENS: Final = (
    b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"PK\x07\x08", b"ustar\0",
    b"\0" * 4, b"\xff" * 4, b"\xff" * 8, b"\x01\0\x10\0", b"\x01\x99", b"../", b"\\",
    b"[", b"]", b"{", b"}", b'"', b":", b",", b"null", b"NaN", b"1e999", b"9" * 30, b"-0", b"1e18",
    b"\\ud800", b"\\u0000", b"\xed\xa0\x80", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe",
    b"\0", b"\r", b"\n", b"\r\n", b"\x1a", b"=", b";", b"\t", b"<", b">", b"</div>", b"<div", b"<!--", b"-->",
    b"<script>", b"<![CDATA[", b"&#0;", b"&#x10ffff;", b"window.YTD.a.part0 = ", b"-62135596800",
    b"2026-02-30T25:61:61Z", b"0001-01-01T00:00:00+14:00", b"9999-12-31T23:59:59-12:00",
)  # fmt: skip


def spoiled(data: bytes, other: bytes, dice: random.Random) -> bytes:
    """Some bytes flipped, cut, doubled, swapped for tokens or for a stretch of another input."""
    found = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 3, 5, 9))):
        place = dice.randrange(len(found) + 1)
        match dice.randrange(8):
            case 0:
                found[place : place + 1] = bytes([dice.randrange(256)])
            case 1:
                del found[place : place + dice.choice((1, 2, 4, 30, 500))]
            case 2:
                found[place:place] = found[place - dice.choice((1, 9, 90)) : place] * dice.choice((1, 2, 300))
            case 3:
                found[place:place] = dice.choice(TOKENS)
            case 4:
                token = dice.choice(TOKENS)
                found[place : place + len(token)] = token
            case 5:
                start = dice.randrange(len(other) + 1)
                found[place : place + dice.choice((0, 20))] = other[start : start + dice.choice((5, 50, 500))]
            case 6:
                found[place : place + 1] = bytes(
                    [found[place] ^ 1 << dice.randrange(8)] if found[place:] else []
                )
            case _:
                del found[place if dice.random() < 0.2 else len(found) :]
    return bytes(found)


class Task:
    """One way to make an input and to look at it."""

    def __init__(
        self, name: str, seeds: tuple[bytes, ...], check: Callable[[bytes, random.Random], None]
    ) -> None:
        self.name, self.seeds, self.check = name, seeds, check

    def make(self, dice: random.Random) -> bytes:
        """An input."""
        return spoiled(dice.choice(self.seeds), dice.choice(self.seeds), dice)


def _container(
    path: Path, *, packed: bool = False, tar: bool = False
) -> Callable[[bytes, random.Random], None]:
    def check(data: bytes, dice: random.Random) -> None:
        if tar and dice.random() < 0.7:
            data = containers.summed(data)
        containers.assert_sound(path, gzip.compress(data, 1, mtime=0) if packed else data)

    return check


def _form(name: str) -> Callable[[bytes, random.Random], None]:
    def check(data: bytes, dice: random.Random) -> None:
        formats.CHECKS[name](data, dice.randint(1, 60))

    return check


def _export(path: Path, made: Made) -> Iterator[Task]:
    """Each file of an export in place of which another stands; the rest of the export stays as it is."""
    for name in made.names:
        if not name.endswith((".json", ".js", ".csv", ".html", ".txt")):
            continue

        def check(data: bytes, _dice: random.Random, name: str = name) -> None:
            path.write_bytes(made.with_member(name, data).zip(STORED))
            assert_sound(read(path))

        yield Task(f"{made.name}/{name}", (made[name],), check)


def tasks(where: Path) -> list[list[Task]]:
    """What is tried, by group; each group gets the same share of the time."""
    zips, tars = containers.ZIPS, containers.TARS
    exports = [sample.made for sample in (*assistants(), *platforms(), *social())]
    return [
        [Task("zip", zips, _container(where / "a.zip"))],
        [Task("tar", tars, _container(where / "a.tar", tar=True))],
        [
            Task("tgz", tuple(gzip.compress(tar, mtime=0) for tar in tars), _container(where / "a.tgz")),
            Task("packed tar", tars, _container(where / "b.tgz", packed=True, tar=True)),
        ],
        *([Task(name, formats.SEEDS[name], _form(name))] for name in sorted(formats.CHECKS)),
        [task for made in (*exports, account()) for task in _export(where / "export.zip", made)],
        [Task("export.zip", tuple(made.zip() for made in exports[:6]), _whole(where / "whole.zip"))],
    ]


def _whole(path: Path) -> Callable[[bytes, random.Random], None]:
    def check(data: bytes, _dice: random.Random) -> None:
        path.write_bytes(data)
        assert_sound(read(path))

    return check


class TooLongError(Exception):
    """An input took longer than any may."""


@contextmanager
def _alarm() -> Iterator[None]:
    def stop(_signal: int, _frame: object) -> None:
        raise TooLongError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def run(seconds: float, seed: int, kept: Path) -> Counter[str]:
    """Try inputs for so many CPU seconds; returns how many of each kind, failures as `FAILED …`."""
    tried: Counter[str] = Counter()
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        groups = tasks(Path(folder))
        while time.process_time() < seconds:
            for group in groups:
                task = dice.choice(group)
                data = task.make(dice)
                tried[task.name if len(group) < len(TOKENS) else "files of exports"] += 1
                try:
                    with _alarm():
                        task.check(data, dice)
                except BaseException as error:
                    if isinstance(error, KeyboardInterrupt):
                        raise
                    _keep(kept, task.name, data, tried)
    return tried


def _keep(kept: Path, name: str, data: bytes, tried: Counter[str]) -> None:
    told = traceback.format_exc()
    last = [line for line in told.splitlines() if line.startswith("  File")][-1]
    tried[f"FAILED {name}: {told.splitlines()[-1][:80]} at {last.strip()[:120]}"] += 1
    kept.mkdir(parents=True, exist_ok=True)
    number = len(list(kept.iterdir()))
    if number < 200:
        (kept / f"{number:03d}.bin").write_bytes(data)
        (kept / f"{number:03d}.txt").write_text(f"{name}\n{told}")


def main() -> None:
    """Run and tell."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    seconds, seed, kept, *_ = [*sys.argv[1:], *("60", "1", "fuzz-kept")[len(sys.argv) - 1 :]]
    tried = run(float(seconds), int(seed), Path(kept))
    for name, count in sorted(tried.items()):
        print(f"{count:8d}  {name}")
    print(f"{time.process_time():.0f} CPU s")


if __name__ == "__main__":
    main()
