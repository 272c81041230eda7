# SPDX-License-Identifier: Apache-2.0
"""What the frozen program does without: parts of packages that nothing of ours asks for.

Fewer decoders and plugins are less to attack, and libraries that only the build machine happens to have
would make the folder depend on that machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import Final

Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: its place in the folder, where it comes from (or points to), its kind."""

MODULES: Final = (
    "PIL._imagingtk",
    "PySide6.QtNetwork",  # the window opens no connection; nothing of Qt's may
    "_tkinter",
    "distutils",
    "lib2to3",
    "numpy._core._multiarray_tests",
    "numpy.f2py",
    "pip",
    "pydoc",
    "rapidocr",  # its models alone are used
    "readline",  # nobody types to a prompt of ours, and its licence, GPL-3, would cover the whole
    "setuptools",
    "tkinter",
    "unittest",
)
"""Modules that some package would use if they were there."""

_PLUGINS: Final = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qjpeg", "qsvg"),
    "platforminputcontexts": ("composeplatforminputcontext", "ibusplatforminputcontext"),
    "platforms": ("qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"),
    "platformthemes": ("qxdgdesktopportal",),
    "styles": ("qmacstyle", "qmodernwindowsstyle"),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-graphics-integration-client": ("qt-plugin-wayland-egl", "shm-emulation-server"),
    "wayland-shell-integration": ("xdg-shell",),
    "xcbglintegrations": ("qxcb-egl-integration", "qxcb-glx-integration"),
}
"""Plugins of Qt by folder: all that is kept. Without the platforms there is no window, without the input
contexts no accents and no Chinese; the program itself decodes no picture but JPEG, PNG and SVG through Qt."""

_TRANSLATIONS: Final = ("qtbase_de.qm", "qtbase_en.qm")
# How a package came into the environment that is frozen; RECORD has hashes of scripts that name its place.
_INSTALLED: Final = ("INSTALLER", "RECORD", "REQUESTED", "direct_url.json")
_SOURCES: Final = (".c", ".cpp", ".h", ".hpp", ".pxd", ".pyi", ".pyx")
_PLUGIN: Final = re.compile(
    r"PySide6/(?:Qt/)?plugins/(?P<folder>[^/]+)/(?:lib)?(?P<name>.+?)\.(?:so|dll|dylib)$"
)


def is_kept(entry: Entry) -> bool:
    """Tell whether a file belongs into the folder, judged by its place alone."""
    place = PurePosixPath(entry[0].replace("\\", "/"))
    plugin = _PLUGIN.search(str(place))
    if plugin:
        kept = _PLUGINS.get(plugin["folder"], ())
        return plugin["name"].removesuffix("plugin") in kept or plugin["name"] in kept
    if "translations" in place.parts and "PySide6" in place.parts:
        return place.name in _TRANSLATIONS
    if place.parent.suffix == ".dist-info" and place.name in _INSTALLED:
        return False
    return place.suffix not in _SOURCES and "tests" not in place.parts


def needed(entries: Iterable[Entry], imports: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the binaries without the libraries that were only there for something that was left out.

    `imports` names the libraries that a file asks for. Extension modules and plugins are asked for by name
    at run time, so all of them count; a library counts when one that counts asks for it.
    """
    found = list(entries)
    by_name = {PurePosixPath(place).name: (place, source, kind) for place, source, kind in found}
    wanted = [entry for entry in found if not _is_mere_library(entry)]
    counted = {entry[0] for entry in wanted}
    while wanted:
        for name in imports(wanted.pop()[1]):
            asked = by_name.get(PurePosixPath(name.replace("\\", "/")).name)
            if asked is not None and asked[0] not in counted:
                counted.add(asked[0])
                wanted.append(asked)
    return [entry for entry in found if entry[0] in counted]


def linked(entries: Iterable[Entry], present: Iterable[str]) -> list[Entry]:
    """Return the files without links to what was left out."""
    there = set(present)
    return [
        entry
        for entry in entries
        if entry[2] != "SYMLINK" or str(PurePosixPath(entry[0]).parent / entry[1]) in there
    ]


def _is_mere_library(entry: Entry) -> bool:
    name = PurePosixPath(entry[0]).name
    is_shared = name.startswith("lib") and ".so" in name
    return is_shared and "plugins" not in PurePosixPath(entry[0]).parts and not name.startswith("libpython")
