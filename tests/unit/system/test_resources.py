# SPDX-License-Identifier: Apache-2.0
"""Where resources are found: beside the package in the source tree, inside it once installed."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from inspector.system import resources
from tests.architecture.tree import ROOT

SAY_WHERE = "from inspector.system import resources; print(resources.path('phrases/forbidden.toml'))"


def test_in_the_source_tree_resources_lie_beside_the_package() -> None:
    assert resources.path("phrases/forbidden.toml") == ROOT / "resources" / "phrases" / "forbidden.toml"


@pytest.mark.parametrize("outside", ["../pyproject.toml", "catalog/../../x", "/etc/hostname"])
def test_a_name_that_leads_out_is_refused(outside: str) -> None:
    with pytest.raises(ValueError, match="not inside"):
        resources.path(outside)


def test_an_installed_program_finds_them_inside_the_package(tmp_path: Path) -> None:
    """Builds the wheel with the build tool of the environment and unpacks it, as an installer does."""
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    # -S: without the environment's packages, which lead to the source tree.
    done = subprocess.run(
        [sys.executable, "-S", "-c", SAY_WHERE],
        cwd=tmp_path / "site",
        check=True,
        capture_output=True,
        text=True,
    )
    place = Path(done.stdout.strip())
    assert place == tmp_path / "site" / "inspector" / "resources" / "phrases" / "forbidden.toml"
    assert place.read_bytes() == resources.path("phrases/forbidden.toml").read_bytes()
