# SPDX-License-Identifier: Apache-2.0
"""Libraries in the frozen folder from the system it was frozen on, with their packages' licences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from devtools.parts import Inner, Part, own_text
from devtools.terminal import quietly

_DOCUMENTS = Path("/usr/share/doc")
_COMMON = re.compile(r"/usr/share/common-licenses/([A-Za-z]+-[\d.]+)")
# What Debian calls the texts that are kept here.
_KEPT = {
    "Apache-2.0": "Apache-2.0.txt",
    "GPL-2": "GPL-2.0.txt",
    "GPL-3": "GPL-3.0.txt",
    "LGPL-2.1": "LGPL-2.1.txt",
    "LGPL-3": "LGPL-3.0.txt",
    "MPL-2.0": "MPL-2.0.txt",
}


def libraries(origins: Mapping[str, str]) -> Iterator[Part]:
    """The packages of the files that came from the system; `origins`: place in the folder to where it lay."""
    owned: dict[str, list[str]] = {}
    for place, source in sorted(origins.items()):
        owner = _owner(source)
        if owner:
            owned.setdefault(owner, []).append(place)
    for package, places in sorted(owned.items()):
        yield _part(package, places)


def _owner(source: str) -> str:
    """The package that a file of the system came with; empty where it is no file of a package."""
    if not source.startswith(("/lib/", "/usr/lib/")):
        return ""
    for name in (source, f"/usr{source}", source.removeprefix("/usr"), str(Path(source).resolve())):
        code, told = quietly(["dpkg-query", "--search", name])
        if code == 0:
            return told.partition(":")[0]
    return ""


def _part(package: str, places: list[str]) -> Part:
    _, version = quietly(["dpkg-query", "--show", "--showformat=${Version}", package])
    file = _DOCUMENTS / package / "copyright"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    common = [_KEPT[name] for name in sorted(set(_COMMON.findall(text))) if name in _KEPT]
    texts = (("copyright", text), *((name, own_text(name)) for name in common)) if text else ()
    files = tuple(Inner(place, "", "", "") for place in places)
    # The text speaks of the whole source; which of its licences these files have is for its reader to see.
    return Part(package, version, "", texts, f"pkg:deb/debian/{package}@{version}", inside=files)
