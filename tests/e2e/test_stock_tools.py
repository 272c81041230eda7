# SPDX-License-Identifier: Apache-2.0
"""A stranger with stock tools alone: the commands of VERIFY.txt pass a whole bundle and fail any other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from inspector.app.setting import set_pages
from inspector.bundle import fingerprint, layout
from inspector.bundle.howto import commands
from inspector.bundle.verifying import verify
from inspector.bundle.writing import write
from inspector.report.document import build
from inspector.report.render import render
from inspector.system.messages import Messages
from tests.unit.bundle.fictional import (
    CONTENTS,
    NOW,
    files_of,
    forged,
    remade,
    report_pdf,
    retagged,
    sha256,
)
from tests.unit.report.sample_catalog import VIEW
from tests.unit.report.samples import moved_from_us_to_germany

Files = dict[str, bytes]

TOOLS = ("unzip", "sha256sum", "find", "wc", "pdfinfo", "grep", "cut", "python3", "bagit.py")


@cache
def real_pdf(own: str) -> bytes:
    """The report as the program makes it for the bundle of this fingerprint."""
    words = Messages("en")
    return render(build(moved_from_us_to_germany(), VIEW, words, NOW, fingerprint=own), set_pages)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("stock") / "bundle.zip"
    write(replace(CONTENTS, report_pdf=real_pdf), target, NOW, "en")
    return target


@pytest.fixture(autouse=True)
def tools() -> None:
    missing = [name for name in TOOLS if shutil.which(name, path=search_path()) is None]
    assert not missing, f"these tools must be there for this test: {missing}"


def search_path() -> str:
    """The path on which a package of this environment, such as bagit, has its script too."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])


def run(folder: Path, bundle: Path, text: str) -> subprocess.CompletedProcess[str]:
    """The commands of a VERIFY.txt in one shell; the exit code is the number of the first that failed."""
    folder.mkdir()
    shutil.copy(bundle, folder / f"{layout.FOLDER}.zip")
    return subprocess.run(
        ["sh"],
        input="\n".join(f"{line} || exit {number}" for number, line in enumerate(commands(text), start=1)),
        cwd=folder,
        env={"PATH": search_path(), "LC_ALL": "C.UTF-8", "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def instructions(bundle: Path) -> str:
    return files_of(bundle)[layout.HOW_TO].decode("utf-8")


def test_a_whole_bundle_passes_every_command(tmp_path: Path, bundle: Path) -> None:
    done = run(tmp_path / "here", bundle, instructions(bundle))
    assert done.returncode == 0, done.stdout + done.stderr
    own = sha256(files_of(bundle)[layout.MANIFEST])
    printed = done.stdout.splitlines()
    assert f"{own}  {layout.MANIFEST}" in printed
    assert any("Keywords:" in line and own in line for line in printed)
    assert printed[-1] == "custody: OK"
    assert {"data: OK", "beside data: OK", "data/findings.json: OK", "report.pdf: OK"} <= set(printed)
    assert "is valid" in done.stderr.splitlines()[-1]


def test_what_each_step_says_it_prints_is_what_it_prints(tmp_path: Path, bundle: Path) -> None:
    text = " ".join(instructions(bundle).split())
    done = run(tmp_path / "here", bundle, instructions(bundle))
    assert '"No errors detected"' in text
    assert "No errors detected" in done.stdout
    assert '"custody: OK"' in text


def test_the_same_commands_hold_with_the_tools_of_a_mac(tmp_path: Path, bundle: Path) -> None:
    if shutil.which("shasum") is None:
        pytest.skip("shasum comes with Perl")
    text = instructions(bundle)
    assert 'write "shasum -a 256" where "sha256sum" stands' in " ".join(text.split())
    done = run(tmp_path / "here", bundle, text.replace("sha256sum -c", "shasum -a 256 -c"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_qpdf_finds_nothing_wrong_with_the_report_inside(tmp_path: Path, bundle: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    report = tmp_path / "report.pdf"
    report.write_bytes(files_of(bundle)[layout.REPORT])
    subprocess.run(["qpdf", "--check", str(report)], check=True, capture_output=True)


# What was changed, and which command of VERIFY.txt is the first to fail.
BROKEN: dict[str, tuple[Callable[[Files], Files], str]] = {
    "a payload byte": (lambda files: {**files, layout.FINDINGS: b"{}\n"}, "sha256sum -c manifest"),
    "a missing member": (lambda files: without(files, "data/members/0001.bin"), "sha256sum -c manifest"),
    "the report": (lambda files: {**files, layout.REPORT: real_pdf("0" * 64)}, "sha256sum -c tagmanifest"),
    "an added payload file": (lambda files: {**files, "data/more.txt": b""}, 'test "$(find data '),
    "an added tag file": (lambda files: {**files, "more.txt": b""}, 'test "$(find . '),
    "a size that does not fit": (lambda files: retagged(with_other_size(files)), "bagit.py"),
    "a report of another bundle": (
        lambda files: retagged({**files, layout.REPORT: real_pdf("0" * 64)}),
        "pdfinfo",
    ),
    "an act that was changed": (lambda files: with_real_report(with_other_act(files)), "python3"),
}


def without(files: Files, path: str) -> Files:
    return {name: data for name, data in files.items() if name != path}


def with_other_size(files: Files) -> Files:
    return {**files, layout.BAG_INFO: files[layout.BAG_INFO].replace(b"Payload-Oxum: ", b"Payload-Oxum: 9")}


def with_other_act(files: Files) -> Files:
    return {**files, layout.CUSTODY: files[layout.CUSTODY].replace(b"T09:00:00Z", b"T08:00:00Z")}


def with_real_report(files: Files) -> Files:
    made = remade(files)
    return retagged({**made, layout.REPORT: real_pdf(sha256(made[layout.MANIFEST]))})


@pytest.mark.parametrize("kind", BROKEN)
def test_a_bundle_that_was_changed_fails_at_the_command_that_is_about_it(
    tmp_path: Path, bundle: Path, kind: str
) -> None:
    change, command = BROKEN[kind]
    broken = forged(tmp_path / "broken.zip", change(files_of(bundle)))
    done = run(tmp_path / "here", broken, instructions(bundle))
    assert done.returncode != 0
    assert commands(instructions(bundle))[done.returncode - 1].startswith(command)


def test_a_flipped_byte_in_the_zip_fails_before_it_is_unpacked(tmp_path: Path, bundle: Path) -> None:
    data = bytearray(bundle.read_bytes())
    data[data.index(b"inspector/findings/1")] ^= 1
    (tmp_path / "flipped.zip").write_bytes(data)
    done = run(tmp_path / "here", tmp_path / "flipped.zip", instructions(bundle))
    assert commands(instructions(bundle))[done.returncode - 1].startswith("unzip -tq")
    assert not (tmp_path / "here" / layout.FOLDER).exists()


def test_the_program_finds_it_intact_too(bundle: Path) -> None:
    assert verify(bundle, sha256(files_of(bundle)[layout.MANIFEST])).ok


def test_the_plain_report_of_other_tests_names_its_fingerprint_as_the_real_one_does() -> None:
    own = sha256(b"any")
    assert fingerprint.named_in([real_pdf(own)]) == fingerprint.named_in([report_pdf(own)]) == {own}
