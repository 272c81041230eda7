#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The one command for working on the program: sets up what is missing, then does what was asked.

Standard library only, and plain enough for an older Python to read, so that it can be the first thing typed
in a fresh clone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NamedTuple

from devtools import checks, environment, freezing, locking, offline, systempackages
from devtools.terminal import Stop, hand_over, run, say

_OFFLINE = "--offline"


class Command(NamedTuple):
    """A word that can be typed, what it does in one line, and the function that does it."""

    word: str
    does: str
    carry_out: Callable[[list[str]], int]


def demo(arguments: list[str]) -> int:
    """Show a fictional person's whole journey; without a display, in the terminal."""
    if not _has_display() and "--headless" not in arguments:
        arguments = ["--headless", *arguments]
    return inspector(["demo", *arguments])


def inspector(arguments: list[str]) -> int:
    """Run the program with these arguments; without a verb it opens the window."""
    if not arguments or "--startup-trace" in arguments:
        systempackages.provide_window()
    python = environment.ready("runtime")
    hand_over([str(python), "-P", "-m", "inspector", *arguments])


def test(arguments: list[str]) -> int:
    """Run all checks; with arguments only pytest, with these arguments. --offline: with the network cut."""
    systempackages.provide(systempackages.FOR_TESTS)
    systempackages.provide_window()
    python = environment.ready("dev")
    before = offline.cut_off(python) if _OFFLINE in arguments else []
    return checks.run_all(python, [one for one in arguments if one != _OFFLINE], before)


def lock(arguments: list[str]) -> int:
    """Write requirements/*.txt anew from requirements/*.in; arguments go to the resolver (--upgrade)."""
    locking.write_all(environment.ready("lock"), arguments)
    return 0


def bench(arguments: list[str]) -> int:
    """Run one measurement of tests/bench by its name; without a name, list them."""
    folder = environment.ROOT / "tests" / "bench"
    names = sorted(file.stem for file in folder.glob("[!_]*.py"))
    if not arguments or arguments[0] not in names:
        say(f"Measurements there are: {', '.join(names) or 'none'}.")
        return 2 if arguments else 0
    python = environment.ready("dev")
    return run([str(python), str(folder / f"{arguments[0]}.py"), *arguments[1:]], at=environment.ROOT)


def pictures(arguments: list[str]) -> int:
    """Take the pictures of README.md anew; another folder may be named."""
    systempackages.provide_window()
    folder = arguments[0] if arguments else str(environment.ROOT / "docs" / "pictures")
    script = environment.ROOT / "packaging" / "devtools" / "window_pictures.py"
    return run([str(environment.ready("runtime")), str(script), folder], at=environment.ROOT)


def services(arguments: list[str]) -> int:
    """Write the table of services in README.md anew from the catalog."""
    del arguments
    script = environment.ROOT / "packaging" / "devtools" / "services_table.py"
    return run([str(environment.ready("runtime")), str(script)], at=environment.ROOT)


def check_catalog(arguments: list[str]) -> int:
    """Say in plain words what is wrong with service files, and of those named what they do not say yet."""
    script = environment.ROOT / "packaging" / "devtools" / "catalog_check.py"
    return run([str(environment.ready("runtime")), str(script), *arguments], at=environment.ROOT)


def freeze(arguments: list[str]) -> int:
    """Freeze the program into the folder dist/inspector, which runs without Python."""
    del arguments
    freezing.freeze()
    return 0


COMMANDS = (
    Command("demo", "set up, then show a fictional person's whole journey", demo),
    Command("test", "set up, then run all checks; --offline with the network cut", test),
    Command("run", "set up, then run the program with the arguments that follow", inspector),
    Command("lock", "write the pinned requirements anew", lock),
    Command("bench", "run one measurement by its name", bench),
    Command("pictures", "take the pictures of README.md anew", pictures),
    Command("services", "write the table of services in README.md anew", services),
    Command(
        "check-catalog", "say what is wrong or still open in service files, by their names", check_catalog
    ),
    Command("freeze", "make dist/inspector, a folder that runs without Python", freeze),
)


def main(arguments: list[str]) -> int:
    """Carry out the command named first and return the exit code."""
    for command in COMMANDS:
        if arguments[:1] == [command.word]:
            return _carried_out(command, arguments[1:])
    say("Type: python3 packaging/dev.py COMMAND")
    for command in COMMANDS:
        say(f"  {command.word:13} {command.does}")
    return 0 if arguments[:1] in (["-h"], ["--help"]) else 2


def _carried_out(command: Command, arguments: list[str]) -> int:
    try:
        return command.carry_out(arguments)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Cancelled.", file=sys.stderr)
        return 130


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
