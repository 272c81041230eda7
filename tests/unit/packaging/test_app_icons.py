# SPDX-License-Identifier: Apache-2.0
"""The program's icon in the forms of each system: made from its drawings, the same each time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.architecture.tree import ROOT


def drawn(folder: Path) -> Path:
    script = ROOT / "packaging" / "devtools" / "app_icons.py"
    subprocess.run([sys.executable, str(script), str(folder)], check=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drawn(tmp_path_factory.mktemp("icons"))


def test_each_size_is_drawn_with_a_ground_that_lets_through(icons: Path) -> None:
    for file in icons.glob("*.png"):
        with Image.open(file) as image:
            assert image.size == (int(file.stem), int(file.stem))
            assert image.mode == "RGBA"
            assert min(image.getchannel("A").tobytes()) < 128


def test_windows_and_macos_find_their_sizes(icons: Path) -> None:
    with Image.open(icons / "inspector.ico") as image:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= set(image.info["sizes"])
    with Image.open(icons / "inspector.icns") as image:
        assert {(16, 16, 2), (128, 128, 1), (512, 512, 2)} <= set(image.info["sizes"])


def test_the_same_drawings_give_the_same_bytes(icons: Path, tmp_path: Path) -> None:
    again = drawn(tmp_path)
    assert {one.name: one.read_bytes() for one in icons.iterdir()} == {
        one.name: one.read_bytes() for one in again.iterdir()
    }
