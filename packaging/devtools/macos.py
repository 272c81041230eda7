# SPDX-License-Identifier: Apache-2.0
"""What macOS gets: the program as an application in a disk image, signed and notarised where one can."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from devtools import freezing, naming
from devtools.environment import ROOT
from devtools.terminal import Stop, quietly, say

IDENTITY = "INSPECTOR_MACOS_IDENTITY"
"""Variable: the certificate ("Developer ID Application: …") that signs; PyInstaller is told it too."""

PROFILE = "INSPECTOR_MACOS_PROFILE"
"""Variable: the name under which `xcrun notarytool store-credentials` keeps who asks for notarisation."""

_ENTITLEMENTS = ROOT / "packaging" / "macos" / "entitlements.plist"


def make_image() -> Path:
    """Make the disk image of the application beside it and return it. Raises Stop."""
    application = freezing.FOLDER.parent / f"{naming.TITLE}.app"
    if not application.is_dir():
        raise Stop(
            f"There is no dist/{application.name} yet. On macOS, type: python3 packaging/dev.py freeze"
        )
    sign(application)
    target = freezing.FOLDER.parent / f"{naming.file_stem()}.dmg"
    _image(application, target)
    sign(target)
    notarise(target)
    say(f"  {target.stat().st_size / 1e6:7.1f} MB  {target.relative_to(ROOT)}")
    return target


def sign(path: Path) -> None:
    """Sign an application or an image where a certificate is named; else say so in one line. Raises Stop."""
    identity = os.environ.get(IDENTITY)
    if not identity:
        say(f"Not signed: {path.name} ({IDENTITY} names no certificate).")
        return
    command = ["codesign", "--force", "--timestamp", "--sign", identity]
    inside = ["--deep", "--options", "runtime", "--entitlements", str(_ENTITLEMENTS)]
    _must([*command, *(inside if path.is_dir() else []), str(path)])
    _must(["codesign", "--verify", "--strict", str(path)])


def notarise(image: Path) -> None:
    """Have an image notarised where that is set up; else say so in one line. Raises Stop."""
    profile = os.environ.get(PROFILE)
    if not profile or not os.environ.get(IDENTITY):
        say(f"Not notarised: {image.name} ({PROFILE} and {IDENTITY} are not both set).")
        return
    _must(["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"])
    _must(["xcrun", "stapler", "staple", str(image)])


def _image(application: Path, target: Path) -> None:
    tree = ROOT / "build" / "image"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    shutil.copytree(application, tree / application.name, symlinks=True)
    (tree / "Applications").symlink_to("/Applications")
    target.unlink(missing_ok=True)
    options = ["-volname", naming.TITLE, "-srcfolder", str(tree), "-format", "ULMO", "-fs", "HFS+"]
    _must(["hdiutil", "create", "-quiet", *options, str(target)])


def _must(command: list[str]) -> None:
    code, output = quietly(command)
    if code:
        raise Stop(f"{command[0]} ended with {code}:\n\n{output.strip()}")
