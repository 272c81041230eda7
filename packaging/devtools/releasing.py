# SPDX-License-Identifier: Apache-2.0
"""A release for this system: everything that is made of one commit, tried, and the sums of it all."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from pathlib import Path

from devtools import bare_root, debian_package, freezing, macos, naming, portable, trying, windows
from devtools.environment import ROOT
from devtools.terminal import Stop, quietly, run, say

SUMS = "SHA256SUMS"
_AUDITOR = "pip-audit"
_MADE = (".deb", ".dmg", ".exe", ".json", ".txt", ".xz", ".zip")
_HEADING = re.compile(r"^## (\S+)(?: - (\d{4}-\d{2}-\d{2}))?$", re.MULTILINE)


def release(arguments: list[str]) -> None:
    """Freeze, try, pack and sum up. `--rehearse`: also from a tree that is no release. Raises Stop."""
    if "--rehearse" not in arguments:
        _must_be_a_release()
    freezing.freeze()
    if sys.platform.startswith("linux"):
        trying.attempt()
        portable.make()
        bare_root.attempt(debian_package.make())
    elif sys.platform == "win32":
        windows.make_installer()
        windows.make_zip()
    else:
        macos.make_image()
    write_lists()
    write_sums(freezing.FOLDER.parent)


def audit() -> int:
    """Ask the public lists of weaknesses about each pinned package, and return an exit code. Raises Stop."""
    if shutil.which(_AUDITOR) is None:
        raise Stop(
            f"{_AUDITOR} is not installed. It is a Python package of that name: pipx install {_AUDITOR}"
        )
    requirements = ROOT / "requirements" / "runtime.txt"
    # Strict: a package that nothing could be learned of must not look like one without a weakness.
    options = ["--strict", "--require-hashes", "--disable-pip", "--progress-spinner", "off"]
    return run([_AUDITOR, *options, "--requirement", str(requirements)], at=ROOT)


def write_lists() -> None:
    """Put the list of parts and the licence texts beside the packages, to be read before installing."""
    told = next(freezing.FOLDER.rglob("sbom.cdx.json"), None)
    if told is None:
        raise Stop("The frozen folder holds no list of its parts.")
    for file, ending in ((told, "sbom.cdx.json"), (told.with_name("parts.txt"), "parts.txt")):
        target = freezing.FOLDER.parent / f"{naming.file_stem()}-{ending}"
        target.write_bytes(file.read_bytes())


def write_sums(folder: Path) -> Path:
    """Write the SHA-256 of all that was made, as sha256sum reads it, and return the file."""
    made = sorted(file for file in folder.iterdir() if file.suffix in _MADE and file.is_file())
    lines = [f"{_sum(file)}  {file.name}\n" for file in made]
    target = folder / SUMS
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    say(f"{target.name}:")
    for line in lines:
        say(f"  {line.strip()}")
    return target


def unready(version: str, changelog: str) -> list[str]:
    """Name what keeps a version from being released, judged by its name and the changelog."""
    found = []
    if not re.fullmatch(r"\d+(?:\.\d+)+", version):
        found.append(f"the version is {version}; set it in inspector/__init__.py")
    headings = dict(_HEADING.findall(changelog))
    if not headings.get(version):
        found.append(f'CHANGELOG.md has no heading "## {version} - YYYY-MM-DD"')
    return found


def _must_be_a_release() -> None:
    found = unready(naming.version(), (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    code, changed = quietly(["git", "-C", str(ROOT), "status", "--porcelain"])
    if code or changed.strip():
        found.append("the tree differs from its commit")
    if found:
        raise Stop("Not ready for a release:\n" + "\n".join(f"  - {one}" for one in found))


def _sum(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
