# SPDX-License-Identifier: Apache-2.0
"""Writes requirements/*.txt: every package with its version and the hashes of its files, and no address."""

from __future__ import annotations

from pathlib import Path

from devtools.environment import ROOT
from devtools.terminal import Stop, quietly, say

_FOLDER = ROOT / "requirements"
_HEADER = "# Written by: python3 packaging/dev.py lock\n"

# What rapidocr's own code needs. Only the models in its wheel are used, never its code, so none of it ships.
_LEFT_OUT = (
    "opencv-python-headless", "pyclipper", "shapely", "six", "pyyaml", "tqdm", "omegaconf",
    "antlr4-python3-runtime", "colorlog",
)  # fmt: skip


def write_all(python: Path, arguments: list[str]) -> None:
    """Resolve each requirements/<name>.in for all systems and all Pythons from 3.11 on. Raises Stop."""
    for source in sorted(_FOLDER.glob("*.in")):
        say(f"Resolving {source.relative_to(ROOT)} ...")
        _write(python, source, arguments)


def _write(python: Path, source: Path, arguments: list[str]) -> None:
    target = source.with_suffix(".txt")
    options = ["--universal", "--generate-hashes", "--python-version", "3.11", "--no-header", "--no-annotate"]
    options += [word for package in _LEFT_OUT for word in ("--no-emit-package", package)]
    command = [str(python), "-m", "uv", "pip", "compile", "--quiet", *options, *arguments]
    code, output = quietly([*command, str(source), "--output-file", str(target)])
    if code:
        raise Stop(f"{source.relative_to(ROOT)} could not be resolved:\n\n{output.strip()}")
    text = target.read_text(encoding="utf-8")
    if "://" in text or "--index" in text or "--find-links" in text:
        raise Stop(f"{target.relative_to(ROOT)} names an address; it must not be kept.")
    target.write_text(_HEADER + text.replace(_HEADER, ""), encoding="utf-8")
