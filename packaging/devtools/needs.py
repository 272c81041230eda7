# SPDX-License-Identifier: Apache-2.0
"""What a frozen folder asks of the system that it runs on: packages with the libraries that are not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from devtools.terminal import Stop, quietly

_DATA: Final = ("fontconfig-config", "libx11-data", "xkb-data")
"""Read by libraries of the folder where the system keeps them: which faces there are, which keys."""

_C_LIBRARY: Final = "libc6"
_NEEDED: Final = re.compile(r"\(NEEDED\).*\[(.+)\]")
_C_VERSION: Final = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
_PLACE: Final = re.compile(r"^\s*(\S+) \(.*\) => (/\S+)$", re.MULTILINE)


def packages(folder: Path) -> list[str]:
    """Name the Debian packages, the C library with the version that is needed at least. Raises Stop."""
    programs = [file for file in _programs(folder) if file.is_file() and not file.is_symlink()]
    here = {path.name for path in folder.rglob("*")}
    asked, newest = set[str](), (0, 0)
    for file in programs:
        text = _read(file)
        asked.update(_NEEDED.findall(text))
        newest = max([newest, *((int(a), int(b)) for a, b in _C_VERSION.findall(text))])
    found = {_package(library) for library in sorted(asked - here)} - {_C_LIBRARY}
    c_library = f"{_C_LIBRARY} (>= {newest[0]}.{newest[1]})" if newest > (0, 0) else _C_LIBRARY
    return sorted({*found, *_DATA, c_library})


def _programs(folder: Path) -> Iterator[Path]:
    yield from (path for path in sorted(folder.rglob("*")) if ".so" in path.name or path.parent == folder)


def _read(file: Path) -> str:
    code, text = quietly(["readelf", "--wide", "--dynamic", "--version-info", str(file)], LC_ALL="C")
    return "" if code else text


def _package(library: str) -> str:
    for place in _places(library):
        for name in (place, f"/usr{place}", str(Path(place).resolve())):
            code, owner = quietly(["dpkg-query", "--search", name])
            if code == 0:
                return owner.partition(":")[0]
    raise Stop(f"No package of this system has {library}, which the frozen program asks for.")


def _places(library: str) -> list[str]:
    code, known = quietly(["/sbin/ldconfig", "-p"])
    return [] if code else [place for name, place in _PLACE.findall(known) if name == library]
