# SPDX-License-Identifier: Apache-2.0
"""The frozen folder where people put it: odd paths, read-only, another user, no HOME, a full disk.

Runs where `dist/inspector` is there, or where INSPECTOR_FROZEN names such a folder.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.app.demo import ARCHIVE
from inspector.system.resources import path
from tests.architecture.tree import ROOT

FROZEN = Path(os.environ.get("INSPECTOR_FROZEN", ROOT / "dist" / "inspector"))
NOBODY = 65534
SPOKEN = [
    "Archives: read.",
    "Pictures: read, with the models inside the program.",
    "Bundles: written, sealed and checked.",
    "Window: opened and closed.",
]
# What fills a disk of its own, 200 kB large, and then goes on as the command, with all that it writes there.
FULL = """
mount -t tmpfs -o size=200k tmpfs "$0" && cd "$0" && head -c 1000000 /dev/zero > filler 2>/dev/null
export HOME="$0" TMPDIR="$0" XDG_RUNTIME_DIR="$0" INSPECTOR_DATA="$0/data"
exec "$@"
"""

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="made from what Linux has: users, mounts"),
    pytest.mark.skipif(not (FROZEN / "inspector").is_file(), reason="nothing is frozen: dev.py freeze"),
]
only_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root can be another user"
)


@pytest.fixture(scope="module")
def program() -> Iterator[Path]:
    """The program in a folder that nobody may write, with blanks and letters of many kinds."""
    top = Path(tempfile.mkdtemp(prefix="inspector-frozen-"))
    top.chmod(0o755)
    folder = top / "Über uns, 私の фото" / "my 'inspector' $HOME"
    shutil.copytree(FROZEN, folder, symlinks=True)
    subprocess.run(["chmod", "-R", "a-w", str(folder)], check=True)
    yield folder / "inspector"
    subprocess.run(["chmod", "-R", "u+w", str(folder)], check=True)
    shutil.rmtree(top)


def started(
    *command: str | Path, user: int | None = None, cwd: Path = Path("/"), **variables: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(one) for one in command],
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", **variables},
        capture_output=True,
        encoding="utf-8",
        user=user,
        group=user,
        extra_groups=None if user is None else [],
        check=False,
        timeout=300,
    )


def works(done: subprocess.CompletedProcess[str]) -> bool:
    # Fontconfig says this for a user without a home where the system keeps no list of faces either.
    said = [line for line in done.stderr.splitlines() if "No writable cache directories" not in line]
    return (done.returncode, done.stdout.splitlines(), said) == (0, SPOKEN, [])


def plain(done: subprocess.CompletedProcess[str]) -> bool:
    """Whether a failure is told in sentences: no trace, and no more than a few lines."""
    lines = done.stderr.splitlines()
    traces = [line for line in lines if "Traceback" in line or 'File "' in line or "Error" in line]
    return bool(lines) and not traces and len(lines) <= 5


def test_it_works_from_an_odd_path_without_a_home(program: Path) -> None:
    done = started(program, "--self-test")
    assert works(done), done


def test_it_writes_nothing_beside_itself(program: Path) -> None:
    before = sorted(program.parent.rglob("*"))
    started(program, "--version")
    started(program, "--startup-trace", HOME="/nonexistent")
    assert sorted(program.parent.rglob("*")) == before


@only_root
def test_it_works_as_another_user_whose_home_is_not_there(program: Path) -> None:
    done = started(program, "--self-test", user=NOBODY, HOME="/nonexistent")
    assert works(done), done


@only_root
def test_a_case_without_a_place_to_keep_it_is_told(program: Path, tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.write_text("four words for nobody\n", encoding="utf-8")
    words.chmod(0o644)
    for folder in (tmp_path, *list(tmp_path.parents)[:2]):
        folder.chmod(0o755)
    asked = ("case", "new", "Mine", "--no-keychain", "--password-file", str(words))
    done = started(program, *asked, user=NOBODY, HOME="/nonexistent")
    assert done.returncode in (1, 2)
    assert plain(done), done


@only_root
def test_a_user_whom_the_system_does_not_know_has_no_cases_and_no_trouble(program: Path) -> None:
    done = started(program, "case", "list", user=12345)
    assert (done.returncode, done.stderr) == (0, "")
    assert started(program, "--startup-trace", user=12345).returncode == 0


@pytest.mark.parametrize(
    "asked",
    [
        ("demo", "--headless", "--out", "there"),
        ("inspect", path(ARCHIVE), "--residence", "DE", "--quiet", "--bundle", "evidence.zip"),
        ("inspect", path(ARCHIVE), "--residence", "DE", "--json", "found.json"),
        ("case", "new", "Mine", "--no-keychain", "--password-file", path("skeleton/words.txt")),
        ("catalog", "--html", "site"),
        ("verify", "--page", "verify.html"),
    ],
    ids=lambda asked: " ".join(str(one) for one in asked[:2] if not isinstance(one, Path)),
)
@only_root
def test_a_full_disk_is_told_in_plain_words(
    program: Path, tmp_path: Path, asked: tuple[str | Path, ...]
) -> None:
    done = started("unshare", "--mount", "sh", "-c", FULL, tmp_path, program, *asked)
    assert done.returncode in (1, 2), done
    assert plain(done), done


@only_root
def test_the_self_test_finds_another_place_for_what_it_writes(program: Path, tmp_path: Path) -> None:
    done = started("unshare", "--mount", "sh", "-c", FULL, tmp_path, program, "--self-test")
    assert works(done), done


@only_root
def test_the_window_opens_though_the_disk_is_full(program: Path, tmp_path: Path) -> None:
    done = started("unshare", "--mount", "sh", "-c", FULL, tmp_path, program, "--startup-trace")
    assert (done.returncode, done.stderr) == (0, "")


def test_it_is_found_by_a_link_to_it(program: Path, tmp_path: Path) -> None:
    link = tmp_path / "a link"
    link.symlink_to(program)
    done = started("sh", "-c", f"{shlex.quote(str(link))} --version")
    assert done.returncode == 0
    assert "linux" in done.stdout.splitlines()[1]


def test_it_says_what_it_was_frozen_from_and_of_what_it_is_made(program: Path) -> None:
    told = program.parent / "_internal" / "inspector" / "resources" / "build"
    done = started(program, "--version")
    assert "from the commit of" in done.stdout
    parts = (told / "parts.txt").read_text(encoding="utf-8")
    for name in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "Qt for Python",
        "SIL",
        "PP-OCRv6_rec_small.onnx",
        "numpy",
    ):
        assert name in parts
    assert (told / "sbom.cdx.json").stat().st_size > 10_000


def test_no_link_in_it_leads_nowhere(program: Path) -> None:
    assert not [one for one in program.parent.rglob("*") if one.is_symlink() and not one.exists()]


@pytest.mark.skipif(shutil.which("readelf") is None, reason="readelf (binutils) is not installed")
def test_no_library_looks_for_others_where_it_was_built(program: Path) -> None:
    files = [str(one) for one in program.parent.rglob("*.so*") if one.is_file() and not one.is_symlink()]
    told = subprocess.run(["readelf", "-d", *files], capture_output=True, text=True, check=False).stdout
    places = re.findall(r"\((?:RPATH|RUNPATH)\).*\[(.*)\]", told)
    assert places
    assert not [one for place in places for one in place.split(":") if one and not one.startswith("$ORIGIN")]
