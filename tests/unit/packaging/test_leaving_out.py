# SPDX-License-Identifier: Apache-2.0
"""What goes into the frozen folder and what stays out of it."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest

from tests.architecture.tree import ROOT


def loaded() -> ModuleType:
    spec = spec_from_file_location("leaving_out", ROOT / "packaging" / "pyinstaller" / "leaving_out.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


leaving_out = loaded()


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", True),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("keyring-25.7.0.dist-info/entry_points.txt", True),
        ("keyring-25.7.0.dist-info/RECORD", False),
        ("selectolax/lexbor.c", False),
        ("selectolax/lexbor.cpython-311-x86_64-linux-gnu.so", True),
        ("numpy/_core/tests/_natype.py", False),
        ("inspector/resources/fonts/NotoSans-Regular.ttf", True),
    ],
)
def test_the_folder_holds_what_the_program_asks_for(place: str, kept: bool) -> None:
    assert leaving_out.is_kept((place, "/from", "BINARY")) is kept


def test_a_library_stays_while_something_that_stays_asks_for_it() -> None:
    asks = {
        "/q/libqxcb.so": ["libxcb.so.1"],
        "/q/libxcb.so.1": ["libXau.so.6"],
        "/q/libgtk-3.so.0": ["libpango-1.0.so.0", "libxcb.so.1"],
        "/q/_ssl.so": ["libssl.so.3"],
    }
    names = ("libxcb.so.1", "libXau.so.6", "libgtk-3.so.0", "libpango-1.0.so.0", "libssl.so.3", "_ssl.so")
    entries = [("PySide6/Qt/plugins/platforms/libqxcb.so", "/q/libqxcb.so", "BINARY")]
    entries += [(name, f"/q/{name}", "BINARY") for name in names]
    found = leaving_out.needed(entries, lambda file: asks.get(file, []))
    assert {entry[1].rpartition("/")[2] for entry in found} == {
        "libqxcb.so",
        "libxcb.so.1",
        "libXau.so.6",
        "_ssl.so",
        "libssl.so.3",
    }


def test_the_library_of_python_itself_stays_though_none_asks_for_it() -> None:
    entry = ("libpython3.11.so.1.0", "/lib/libpython3.11.so.1.0", "BINARY")
    assert leaving_out.needed([entry], lambda _: []) == [entry]


def test_no_link_leads_to_what_was_left_out() -> None:
    entries = [
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("libQt6EglFs.so.6", "PySide6/Qt/lib/libQt6EglFs.so.6", "SYMLINK"),
        ("a.txt", "/from/a.txt", "DATA"),
    ]
    found = leaving_out.linked(entries, ["PySide6/Qt/lib/libQt6Core.so.6"])
    assert [entry[0] for entry in found] == ["libQt6Core.so.6", "a.txt"]
