# SPDX-License-Identifier: Apache-2.0
"""The Debian package of a small stand-in for the frozen folder: what is in it, and that its bytes repeat."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from devtools import bare_root, debian_package, naming, portable

from inspector import __version__

pytestmark = pytest.mark.skipif(
    not all(shutil.which(one) for one in ("dpkg-deb", "readelf", "xz")), reason="made by Debian's own tools"
)
EPOCH = "1795262400"  # 2026-11-21T12:00:00Z
NAME = naming.NAME


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the frozen one: a program that asks for the C library alone, a file, a link."""
    folder = tmp_path_factory.mktemp("dist") / "inspector"
    told = folder / "_internal" / "inspector" / "resources" / "build"
    told.mkdir(parents=True)
    shutil.copyfile("/bin/true", folder / "inspector")
    (told / "parts.txt").write_text("parts\n", encoding="utf-8")
    (folder / "_internal" / "link").symlink_to("inspector")
    return folder


@pytest.fixture(scope="module")
def staged(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    tree = tmp_path_factory.mktemp("staged") / "deb"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        debian_package.stage(tree, frozen, Path(sys.executable))
    return tree


def fields(staged: Path) -> dict[str, str]:
    text = (staged / "DEBIAN" / "control").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(" ")]
    return dict(line.split(": ", 1) for line in lines)


def test_dpkg_is_told_the_version_and_what_the_program_needs(staged: Path) -> None:
    told = fields(staged)
    assert told["Package"] == NAME
    assert told["Version"] == naming.debian_version()
    assert told["Depends"].startswith("fontconfig-config, libc6 (>= 2.")
    assert "xkb-data" in told["Depends"]
    assert int(told["Installed-Size"]) > 30


def test_the_command_leads_to_the_program(staged: Path) -> None:
    command = staged / "usr" / "bin" / "inspector"
    assert command.is_symlink()
    assert command.resolve() == (staged / "usr" / "lib" / NAME / "inspector").resolve()


def test_every_sum_is_that_of_its_file(staged: Path) -> None:
    lines = (staged / "DEBIAN" / "md5sums").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 15
    for line in lines:
        sums, _, name = line.partition("  ")
        assert hashlib.md5((staged / name).read_bytes(), usedforsecurity=False).hexdigest() == sums


def test_only_the_program_may_be_started(staged: Path) -> None:
    startable = [one for one in staged.rglob("*") if one.is_file() and one.stat().st_mode & 0o111]
    assert {one.resolve() for one in startable} == {(staged / "usr" / "lib" / NAME / "inspector").resolve()}


def test_the_same_folder_gives_the_same_package(frozen: Path, staged: Path, tmp_path: Path) -> None:
    again = tmp_path / "somewhere else" / "deb"
    debian_package.stage(again, frozen, Path(sys.executable))
    debian_package.pack(staged, tmp_path / "a.deb", level=0)
    debian_package.pack(again, tmp_path / "b.deb", level=0)
    assert (tmp_path / "a.deb").read_bytes() == (tmp_path / "b.deb").read_bytes()


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed"
)
def test_the_desktop_entry_is_valid(staged: Path) -> None:
    file = staged / "usr" / "share" / "applications" / f"{NAME}.desktop"
    done = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_entry_icon_and_type_name_each_other(staged: Path) -> None:
    share = staged / "usr" / "share"
    entry = (share / "applications" / f"{NAME}.desktop").read_text(encoding="utf-8")
    assert f"Icon={NAME}\n" in entry
    sizes = {one.parent.parent.name for one in share.glob(f"icons/hicolor/*/apps/{NAME}.*")}
    assert {"16x16", "48x48", "256x256", "scalable"} <= sizes
    about = ET.parse(share / "metainfo" / f"{NAME}.metainfo.xml").getroot()  # noqa: S314 - our own file
    assert about.findtext("launchable") == f"{NAME}.desktop"
    (release,) = about.iter("release")
    assert (release.get("version"), release.get("date")) == (naming.debian_version(), "2026-11-21")
    (kind,) = ET.parse(share / "mime" / "packages" / f"{NAME}.xml").getroot()  # noqa: S314 - our own file
    assert kind.get("type") == about.findtext("provides/mediatype")


def test_the_manual_is_dated_as_the_commit(staged: Path) -> None:
    page = gzip.decompress((staged / "usr/share/man/man1/inspector.1.gz").read_bytes()).decode()
    assert page.startswith(f'.TH INSPECTOR 1 "2026-11-21" "inspector {__version__}"')


def test_a_portable_folder_gives_the_same_bytes_wherever_it_lies(frozen: Path, tmp_path: Path) -> None:
    for name in ("a", "b b"):
        tree = tmp_path / name / naming.file_stem()
        portable.stage(tree, frozen)
        portable.pack(tree, tmp_path / f"{name}.tar.xz")
    assert (tmp_path / "a.tar.xz").read_bytes() == (tmp_path / "b b.tar.xz").read_bytes()
    listed = subprocess.run(
        ["tar", "-tJf", str(tmp_path / "a.tar.xz")], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert f"{naming.file_stem()}/README.txt" in listed
    assert all(one.startswith(f"{naming.file_stem()}/") for one in listed)


def test_an_appdir_starts_what_is_in_it_from_wherever_it_lies(frozen: Path, tmp_path: Path) -> None:
    tree = tmp_path / "my programs" / "it.AppDir"
    portable.stage_appdir(tree, frozen, Path(sys.executable))
    done = subprocess.run([str(tree / "AppRun"), "--version"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "true" in done.stdout
    assert (tree / ".DirIcon").resolve().is_file()
    assert (tree / f"{NAME}.desktop").is_file()


def test_a_file_that_stays_behind_is_named_and_notes_of_dpkg_are_not() -> None:
    before = ["usr/bin/ls 12", "var/lib/dpkg/status 34"]
    after = ["usr/bin/ls 12", "var/lib/dpkg/status 56", "usr/lib/x/cache 78"]
    assert bare_root.left_over(before, after) == ["usr/lib/x/cache 78"]
