# SPDX-License-Identifier: Apache-2.0
"""packaging/dev.py in a copy of the tree without packages to fetch, so that it works with the network cut."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

CAN_CUT = (
    sys.platform == "linux"
    and shutil.which("unshare") is not None
    and subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0
)
PROGRAM = "import sys\nprint('program', *sys.argv[1:])\nsys.exit(3)\n"


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone whose requirements are empty and whose program says its arguments and ends with 3, once run."""
    clone = tmp_path_factory.mktemp("with blank") / "clone"
    shutil.copytree(ROOT / "packaging", clone / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    (clone / "requirements").mkdir()
    for kind in ("runtime", "dev", "lock"):
        (clone / "requirements" / f"{kind}.txt").write_text("# none\n", encoding="utf-8")
    (clone / "inspector").mkdir()
    (clone / "inspector" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    first = dev(clone, "run", "first")
    assert first.stdout.splitlines()[-1] == "program first", first.stdout + first.stderr
    return clone


def dev(clone: Path, *arguments: str, at: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(clone / "packaging" / "dev.py"), *arguments]
    return subprocess.run(command, cwd=at or clone, capture_output=True, text=True, check=False, timeout=120)


def test_run_hands_arguments_and_exit_code_through_and_sets_up_once(set_up: Path, tmp_path: Path) -> None:
    again = dev(set_up, "run", "inspect", "a b.zip", at=tmp_path)
    assert again.returncode == 3
    assert again.stdout == "program inspect a b.zip\n"
    assert again.stderr == ""


def test_demo_is_headless_where_there_is_no_display(set_up: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert dev(set_up, "demo", "--out", "there").stdout == "program demo --headless --out there\n"
    monkeypatch.setenv("DISPLAY", ":7")
    assert dev(set_up, "demo").stdout == "program demo\n"


def test_changed_requirements_are_installed_anew_and_so_are_the_former_ones(set_up: Path) -> None:
    file = set_up / "requirements" / "runtime.txt"
    former = file.read_text(encoding="utf-8")
    for text in ("# still none\n", former):
        file.write_text(text, encoding="utf-8")
        assert "Installing requirements" in dev(set_up, "run").stdout
        assert dev(set_up, "run").stdout == "program\n"


def test_an_environment_that_moved_with_its_folder_is_made_anew(set_up: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(set_up, moved, symlinks=True)
    done = dev(moved, "run", "here")
    assert "Making the folder .venv" in done.stdout
    assert done.stdout.splitlines()[-1] == "program here"
    assert json.loads((moved / ".venv" / "inspector-setup.json").read_text())["place"] == str(moved / ".venv")


def test_a_folder_that_is_no_environment_is_left_alone(set_up: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(set_up, other, ignore=shutil.ignore_patterns(".venv"))
    (other / ".venv").mkdir()
    (other / ".venv" / "diary.txt").write_text("mine", encoding="utf-8")
    done = dev(other, "run")
    assert done.returncode == 1
    assert (
        done.stderr
        == f"{other / '.venv'} is no Python environment. Move it away, then type the same again.\n"
    )
    assert (other / ".venv" / "diary.txt").read_text() == "mine"


REACHES = """
import socket
with socket.create_server(("127.0.0.1", 0)) as server:
    socket.create_connection(server.getsockname()).close()
try:
    socket.create_connection(("192.0.2.1", 443), 5)
except OSError as error:
    print("reaches itself alone:", error.strerror)
"""


@pytest.mark.skipif(not CAN_CUT, reason="this system makes no network of its own")
def test_with_the_network_cut_a_command_reaches_this_computer_alone() -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT / 'packaging')!r})\n"
    code += "from pathlib import Path; from devtools import offline\n"
    code += f"import subprocess; before = offline.cut_off(Path({sys.executable!r}))\n"
    code += f"sys.exit(subprocess.run([*before, {sys.executable!r}, '-c', {REACHES!r}]).returncode)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "reaches itself alone: Network is unreachable\n"


@pytest.mark.parametrize(("arguments", "code"), [((), 2), (("unheard-of",), 2), (("--help",), 0)])
def test_commands_are_listed_where_none_is_named(arguments: tuple[str, ...], code: int) -> None:
    done = dev(ROOT, *arguments)
    assert done.returncode == code
    assert [line.split()[0] for line in done.stdout.splitlines()[1:]] == [
        "demo",
        "test",
        "run",
        "lock",
        "bench",
        "pictures",
        "guide",
        "services",
        "check-catalog",
        "freeze",
        "try-frozen",
        "deb",
        "try-deb",
        "portable",
        "appdir",
        "windows-installer",
        "windows-zip",
        "macos-image",
        "audit",
        "release",
        "catalog-update",
    ]


@pytest.mark.parametrize("word", ["try-frozen", "deb", "try-deb", "portable", "appdir", "windows-zip"])
def test_what_packs_the_frozen_folder_says_how_to_make_it(set_up: Path, word: str) -> None:
    (set_up / "inspector" / "__init__.py").write_text('__version__ = "1.2.3"\n', encoding="utf-8")
    done = dev(set_up, word)
    assert done.returncode == 1
    assert "Type: python3 packaging/dev.py" in done.stderr
    assert "Traceback" not in done.stderr
