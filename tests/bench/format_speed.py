# SPDX-License-Identifier: Apache-2.0
"""CPU and memory of the decoders on large files, beside what a person would use instead, in one run.

Peers are measured where they are installed: jq, and google_takeout_parser in the interpreter that
`--peers-python` names. What is missing is said.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
_KIBIBYTES: Final = 1024
_MEGABYTE: Final = 1_000_000
MOST_MEGABYTES: Final = 200
MOST_CPU_OF_PARSER: Final = 0.3
MOST_MEMORY_OF_PARSER: Final = 0.1

BLOCKS: Final = """
import sys, msgspec
from inspector.archives.container import file_blocks
from inspector.archives.formats.html_parts import HtmlShape
from inspector.archives.formats.html_records import html_records
from inspector.archives.formats.json_records import json_records
from inspector.archives.formats.records import Fault
from pathlib import Path
path = Path(sys.argv[1])
file = path.open("rb")
blocks = file_blocks(file, path.stat().st_size)
"""
CHATS: Final = """
class Author(msgspec.Struct): role: str
class Message(msgspec.Struct): author: Author; create_time: float | None = None
class Node(msgspec.Struct): message: Message | None = None
class Chat(msgspec.Struct): create_time: float; mapping: dict[str, Node]
found = chats = 0
for one in json_records(blocks, Chat):
    assert not isinstance(one, Fault)
    chats += 1
    nodes = one.value.mapping.values()
    found += sum(node.message is not None and node.message.author.role == "user" for node in nodes)
print(chats, found)
"""
ACTIVITY: Final = """
class Activity(msgspec.Struct): time: str; title: str; header: str; products: list[str] = []
found, first = 0, "9"
for one in json_records(blocks, Activity):
    assert not isinstance(one, Fault)
    found += 1
    first = min(first, one.value.time)
print(found)
"""
PAGE: Final = """
found = html_records(blocks, HtmlShape("div", "outer-cell"))
print(sum(not isinstance(one, Fault) and len(one.value.texts) > 3 for one in found))
"""
PARSER: Final = """
import sys
from pathlib import Path
from google_takeout_parser.parse_json import _parse_json_activity
print(sum(not isinstance(one, Exception) for one in _parse_json_activity(Path(sys.argv[1]))))
"""
JQ: Final = '"\\(length) \\([.[].mapping[].message | select(. != null and .author.role == "user")] | length)"'

Maker = Callable[[Path, int], str]


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took, and what it printed."""

    cpu: float
    wall: float
    megabytes: float
    said: str


@dataclass(frozen=True, slots=True)
class Case:
    """A file, how ours reads it, and the peer: its name and the command before the file, if it is there."""

    name: str
    make: Maker
    size: int
    code: str
    peer: str
    command: list[str] | None


def run(command: list[str]) -> Run | None:
    """Run a process and measure it; None where it fails."""
    start = time.monotonic()
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, stdout=out, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().strip()
    wall, cpu = time.monotonic() - start, usage.ru_utime + usage.ru_stime
    return None if process.returncode else Run(cpu, wall, usage.ru_maxrss / _KIBIBYTES, said)


def say(name: str, one: Run | None) -> None:
    if one is None:
        print(f"  {name}: failed")
    else:
        print(f"  {name:22} {one.cpu:7.2f} CPU s {one.wall:7.2f} s {one.megabytes:6.0f} MB   {one.said}")


def measured(case: Case, folder: Path) -> bool:
    """Measure ours and the peer on one file; return whether ours kept its limits and lost no record."""
    path = folder / case.name
    made = case.make(path, case.size)
    print(f"{case.name}: {path.stat().st_size / _MEGABYTE:.0f} MB, {made}")
    mine = run([sys.executable, "-c", BLOCKS + case.code, str(path)])
    say("ours", mine)
    theirs = run([*case.command, str(path)]) if case.command else None
    path.unlink()
    if case.command:
        say(case.peer, theirs)
    else:
        print(f"  {case.peer}: not installed here")
    if mine is None or mine.said != made or mine.megabytes > MOST_MEGABYTES:
        return False
    if theirs is None:
        return True
    cpu, memory = mine.cpu / theirs.cpu, mine.megabytes / theirs.megabytes
    print(f"  ours takes {cpu:.2f} of its CPU and {memory:.3f} of its memory")
    return case.code is not ACTIVITY or (cpu <= MOST_CPU_OF_PARSER and memory <= MOST_MEMORY_OF_PARSER)


def main() -> int:
    """Make, measure, say; 1 where a limit was passed or a record was lost."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--scale", type=float, default=1.0, help="1: 1 GB of chats, 500 + 150 MB of activity"
    )
    arguments.add_argument("--peers-python", metavar="PATH", help="interpreter with google_takeout_parser")
    given = arguments.parse_args()
    sys.path.insert(0, str(ROOT))
    from tests.bench.format_files import make_activity, make_chats, make_page

    unit, jq, python = int(_MEGABYTE * given.scale), shutil.which("jq"), given.peers_python
    parser = [python, "-c", PARSER] if python else None
    cases = (
        Case("conversations.json", make_chats, 1000 * unit, CHATS, "jq", [jq, "-r", JQ] if jq else None),
        Case("MyActivity.json", make_activity, 500 * unit, ACTIVITY, "google_takeout_parser", parser),
        Case("MyActivity.html", make_page, 150 * unit, PAGE, "a peer for pages", None),
    )
    with tempfile.TemporaryDirectory() as folder:
        kept = [measured(case, Path(folder)) for case in cases]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
