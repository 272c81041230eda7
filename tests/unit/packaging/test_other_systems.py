# SPDX-License-Identifier: Apache-2.0
"""What can be tried of the packages for Windows and macOS anywhere: scripts, resources, signing skipped."""

from __future__ import annotations

import ast
import plistlib
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from devtools import described, macos, naming, windows
from PIL import Image

from tests.architecture.tree import ROOT

HERE = ROOT / "packaging"
BY_MICROSOFT = "{http://schemas.microsoft.com/SMI/2016/WindowsSettings}"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")
    for name in (windows.CERTIFICATE, macos.IDENTITY, macos.PROFILE):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder like the frozen one, with a name that NSIS would read as a variable."""
    made = tmp_path / "inspector"
    (made / "_internal" / "größe").mkdir(parents=True)
    for name in ("inspector.exe", f"{naming.TITLE}.exe", "_internal/größe/$a 'b'.txt"):
        (made / name).write_bytes(name.encode())
    return made


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis (nsis) is not installed")
def test_the_installer_is_made_and_the_same_each_time(folder: Path, tmp_path: Path) -> None:
    icon = tmp_path / "icon.ico"
    Image.new("RGBA", (32, 32), "teal").save(icon)
    target = tmp_path / "it-setup.exe"
    windows.install_script(folder, icon, target)
    first = target.read_bytes()
    assert first.startswith(b"MZ")
    assert not list(tmp_path.glob("*.nsh"))
    windows.install_script(folder, icon, target)
    assert target.read_bytes() == first


def test_what_is_installed_is_removed_by_its_name_and_folders_only_when_empty(folder: Path) -> None:
    lines = list(windows._removal(folder))
    assert lines == [
        f'Delete "$INSTDIR\\{naming.TITLE}.exe"',
        "Delete \"$INSTDIR\\_internal\\größe\\$$a 'b'.txt\"",
        'Delete "$INSTDIR\\inspector.exe"',
        'RMDir "$INSTDIR\\_internal\\größe"',
        'RMDir "$INSTDIR\\_internal"',
    ]
    assert "RMDir /r" not in (HERE / "windows" / "installer.nsi").read_text(encoding="utf-8")


def test_the_zip_is_the_same_each_time_and_has_one_folder(folder: Path, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        windows.pack(folder, tmp_path / name)
        (folder / "inspector.exe").touch()
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {naming.file_stem()}


def test_without_a_certificate_one_line_says_that_nothing_is_signed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    windows.sign([folder / "inspector.exe"])
    macos.sign(folder)
    macos.notarise(folder / "a.dmg")
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["Not signed", "Not signed", "Not notarised"]


def test_paths_on_windows_may_be_long() -> None:
    manifest = ET.parse(HERE / "windows" / "inspector.manifest")  # noqa: S314 - our own file
    assert manifest.getroot().findtext(f".//{BY_MICROSOFT}longPathAware") == "true"


def test_windows_is_shown_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "version", lambda: "1.2.3.dev4")
    told = described.version_resource()
    assert isinstance(ast.parse(told).body[0], ast.Expr)
    assert "filevers=(1, 2, 3, 0)" in told
    assert "StringStruct('ProductVersion', '1.2.3.dev4')" in told


def test_the_property_lists_of_macos_are_sound() -> None:
    assert described.info_plist()["NSHighResolutionCapable"] is True
    with (HERE / "macos" / "entitlements.plist").open("rb") as file:
        rights = plistlib.load(file)
    assert all(name.startswith("com.apple.security.cs.") for name in rights)
    assert not [name for name in rights if "get-task-allow" in name or "network" in name]
