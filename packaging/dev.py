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
from pathlib import Path
from typing import NamedTuple

from devtools import (
    bare_root,
    checks,
    debian_package,
    environment,
    freezing,
    locking,
    macos,
    offline,
    portable,
    releasing,
    systempackages,
    trying,
    windows,
)
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


def guide(arguments: list[str]) -> int:
    """Take the pictures of the printable guide anew, in each of its languages."""
    systempackages.provide_window()
    folder = Path(arguments[0]) if arguments else environment.ROOT / "resources" / "guide"
    script = environment.ROOT / "packaging" / "devtools" / "guide_pictures.py"
    python = environment.ready("runtime")
    ends = [
        run([str(python), str(script), str(folder / lang), lang], at=environment.ROOT)
        for lang in ("en", "de")
    ]
    return max(ends)


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


def deb(arguments: list[str]) -> int:
    """Make the Debian package of dist/inspector; --quick: large, for trying it alone."""
    debian_package.make(quick="--quick" in arguments)
    return 0


def try_deb(arguments: list[str]) -> int:
    """Install, start and remove the Debian package in a bare root of its own, made for that."""
    del arguments
    bare_root.attempt(debian_package.made())
    return 0


def tar(arguments: list[str]) -> int:
    """Pack dist/inspector into a .tar.xz that is unpacked anywhere."""
    del arguments
    portable.make()
    return 0


def appdir(arguments: list[str]) -> int:
    """Lay out dist/inspector as an AppDir."""
    del arguments
    portable.make_appdir()
    return 0


def try_frozen(arguments: list[str]) -> int:
    """Run the self-test of dist/inspector with the network cut, and measure how soon its window is up."""
    del arguments
    trying.attempt()
    return 0


def windows_installer(arguments: list[str]) -> int:
    """Make the installer for Windows of dist/inspector."""
    del arguments
    windows.make_installer()
    return 0


def windows_zip(arguments: list[str]) -> int:
    """Pack dist/inspector into a zip for Windows."""
    del arguments
    windows.make_zip()
    return 0


def macos_image(arguments: list[str]) -> int:
    """Make the disk image for macOS of the application in dist."""
    del arguments
    macos.make_image()
    return 0


def audit(arguments: list[str]) -> int:
    """Ask the public lists of weaknesses about each pinned package."""
    del arguments
    return releasing.audit()


def release(arguments: list[str]) -> int:
    """Freeze, try, pack, list and sum up for this system; --rehearse: also before a release."""
    releasing.release(arguments)
    return 0


def catalog_signing(arguments: list[str]) -> int:
    """Make a key for updates of the catalog, or sign the catalog of this tree with it."""
    script = environment.ROOT / "packaging" / "devtools" / "catalog_signing.py"
    return run([str(environment.ready("runtime")), str(script), *arguments], at=Path.cwd())


COMMANDS = (
    Command("demo", "set up, then show a fictional person's whole journey", demo),
    Command("test", "set up, then run all checks; --offline with the network cut", test),
    Command("run", "set up, then run the program with the arguments that follow", inspector),
    Command("lock", "write the pinned requirements anew", lock),
    Command("bench", "run one measurement by its name", bench),
    Command("pictures", "take the pictures of README.md anew", pictures),
    Command("guide", "take the pictures of the printable guide anew", guide),
    Command("services", "write the table of services in README.md anew", services),
    Command(
        "check-catalog", "say what is wrong or still open in service files, by their names", check_catalog
    ),
    Command("freeze", "make dist/inspector, a folder that runs without Python", freeze),
    Command("try-frozen", "its self-test with the network cut, and how soon its window is up", try_frozen),
    Command("deb", "make the Debian package of dist/inspector; --quick for trying it alone", deb),
    Command("try-deb", "install, start and remove that package in a bare root of its own", try_deb),
    Command("portable", "pack dist/inspector into a .tar.xz that is unpacked anywhere", tar),
    Command("appdir", "lay out dist/inspector as an AppDir", appdir),
    Command("windows-installer", "make the installer of a folder frozen on Windows", windows_installer),
    Command("windows-zip", "pack a folder frozen on Windows into a zip", windows_zip),
    Command("macos-image", "make the disk image of an application frozen on macOS", macos_image),
    Command("audit", "ask the public lists of weaknesses about each pinned package", audit),
    Command("release", "all of these for this system, and SHA256SUMS; --rehearse before a release", release),
    Command("catalog-update", "make a key for updates of the catalog, or sign it with one", catalog_signing),
)


def main(arguments: list[str]) -> int:
    """Carry out the command named first and return the exit code."""
    for command in COMMANDS:
        if arguments[:1] == [command.word]:
            return _carried_out(command, arguments[1:])
    say("Type: python3 packaging/dev.py COMMAND")
    for command in COMMANDS:
        say(f"  {command.word:18} {command.does}")
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
