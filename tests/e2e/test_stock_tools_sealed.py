# SPDX-License-Identifier: Apache-2.0
"""A stranger with stock tools alone and a sealed, stamped bundle: the commands of its VERIFY.txt tell all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from inspector.bundle import layout
from inspector.bundle.howto import commands
from inspector.bundle.seal.report_signing import signed
from inspector.bundle.timestamp.question import question
from tests.e2e.test_stock_tools import instructions, run, search_path
from tests.makers.authority import NAME, Authority, made
from tests.unit.bundle.fictional import NOW, files_of, forged, retagged, sha256
from tests.unit.bundle.seal.test_report import shadowed
from tests.unit.bundle.sealed import KEY, OTHER, real_pdf, sealed_bundle, with_seal

Files = dict[str, bytes]

TOOLS = ("openssl", "pdfsig", "tr", "cut", "grep", "find")
STAMP = layout.timestamp(1)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return made(tmp_path_factory.mktemp("authority"))


def stamper(authority: Authority, _what: str, data: bytes) -> bytes:
    return authority.reply(question(data).request)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory, authority: Authority) -> Path:
    return sealed_bundle(tmp_path_factory.mktemp("sealed"), [partial(stamper, authority)] * 2)


@pytest.fixture(autouse=True)
def tools() -> None:
    missing = [name for name in TOOLS if shutil.which(name, path=search_path()) is None]
    assert not missing, f"these tools must be there for this test: {missing}"


def test_a_sealed_bundle_passes_every_command_and_prints_what_it_says(tmp_path: Path, bundle: Path) -> None:
    done = run(tmp_path / "here", bundle, instructions(bundle))
    assert done.returncode == 0, done.stdout + done.stderr
    printed = done.stdout.splitlines()
    assert {"custody: OK", "key: OK", "report: OK"} <= set(printed)
    assert done.stdout.replace(":", "").lower().count(KEY.fingerprint) == 1
    assert "CMS Verification successful" in done.stderr
    assert (done.stdout + done.stderr).count("Verification: OK") == 2
    assert done.stdout.count("Time stamp: ") == 2
    assert NAME in (tmp_path / "here" / "authority.pem").read_text()
    # Nothing of the checking lies among what is checked.
    held = {file.name for file in (tmp_path / "here" / layout.FOLDER).iterdir()}
    assert held == {path.partition("/")[0] for path in files_of(bundle)}


def test_the_authority_s_own_certificate_is_the_stronger_check(
    tmp_path: Path, bundle: Path, authority: Authority
) -> None:
    text = instructions(bundle)
    strict = text.replace(
        "-CAfile ../authority.pem -partial_chain", f"-CAfile {authority.folder / 'root.pem'}"
    )
    assert strict != text
    assert run(tmp_path / "own", bundle, strict).returncode == 0
    foreign = text.replace(
        "-CAfile ../authority.pem -partial_chain", f"-CAfile {made(tmp_path / 'other').folder / 'root.pem'}"
    )
    assert run(tmp_path / "foreign", bundle, foreign).returncode != 0


def resealed(files: Files, key: bool) -> Files:
    plain = {path: data for path, data in files.items() if not layout.is_timestamp(path)}
    return with_seal(plain, KEY if key else OTHER)


BROKEN: dict[str, tuple[Callable[[Files], Files], str]] = {
    "the seal is gone": (
        lambda files: {path: data for path, data in files.items() if path != layout.SEAL},
        "openssl cms",
    ),
    "other lists under the old seal": (
        lambda files: retagged({**files, layout.CRATE: b"{}\n"}),
        "openssl cms",
    ),
    "sealed again by someone else": (partial(resealed, key=False), "test ${#KEY}"),
    "a shadow on top of the report": (
        lambda files: resealed({**files, layout.REPORT: shadowed(files[layout.REPORT])}, key=True),
        'test "$(pdfsig',
    ),
    "a report that is not signed": (
        lambda files: resealed({**files, layout.REPORT: real_pdf(sha256(files[layout.MANIFEST]))}, key=True),
        "pdfsig",
    ),
    "a report with a changed byte": (
        lambda files: resealed({**files, layout.REPORT: changed(files)}, key=True),
        'test "$(pdfsig',
    ),
    "the stamp of something else": (
        lambda files: {**with_seal({**files, layout.CRATE: b"{}\n"}, KEY), STAMP: files[STAMP]},
        "find . -name '*.tsr' -exec sh",
    ),
}


def changed(files: Files) -> bytes:
    pdf = bytearray(signed(real_pdf(sha256(files[layout.MANIFEST])), KEY, NOW))
    pdf[pdf.index(b"%PDF") + 9] ^= 1
    return bytes(pdf)


@pytest.mark.parametrize("kind", BROKEN)
def test_a_bundle_that_was_tampered_with_fails_at_the_command_that_is_about_it(
    tmp_path: Path, bundle: Path, kind: str
) -> None:
    change, command = BROKEN[kind]
    broken = forged(tmp_path / "broken.zip", change(files_of(bundle)))
    done = run(tmp_path / "here", broken, instructions(bundle))
    assert done.returncode != 0
    assert commands(instructions(bundle))[done.returncode - 1].startswith(command)
