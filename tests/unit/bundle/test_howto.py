# SPDX-License-Identifier: Apache-2.0
"""VERIFY.txt as a person reads it: every command is there, every line fits, every limit is said."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest

from inspector.bundle import layout
from inspector.bundle.howto import Kind, commands, how_to
from inspector.system.messages import Messages
from tests.unit.bundle.fictional import NOW, PROGRAM


def text_in(lang: str) -> str:
    return how_to(PROGRAM, NOW, Messages(lang)).decode("utf-8")


def test_the_commands_are_the_same_in_every_language() -> None:
    assert commands(text_in("en")) == commands(text_in("xx-long"))
    assert len(commands(text_in("en"))) == 12


def test_the_stock_tools_are_all_there() -> None:
    found = commands(text_in("en"))
    for wanted in (
        f"sha256sum -c {layout.MANIFEST}",
        f"sha256sum -c {layout.TAG_MANIFEST}",
        "bagit.py --validate .",
        f"sha256sum {layout.MANIFEST}",
    ):
        assert wanted in found
    assert any(line.startswith("unzip ") for line in found)
    assert any(line.startswith("pdfinfo ") for line in found)
    assert all(shlex.split(line) for line in found)


@pytest.mark.parametrize("lang", ["en", "xx-long"])
def test_lines_fit_a_terminal_of_80_columns(lang: str) -> None:
    lines = [line for line in text_in(lang).splitlines() if not line.startswith("    $ ")]
    assert max(map(len, lines)) <= 78
    assert not [line for line in lines if line != line.rstrip()]


def test_every_file_that_is_not_numbered_is_explained() -> None:
    text = text_in("en")
    assert not [path for path in layout.REQUIRED if path != layout.HOW_TO and f"\n{path} " not in text]


def test_what_a_bundle_may_hold_besides_is_explained_where_it_does() -> None:
    more = (layout.RECORD, layout.DECLARATIONS, layout.REDACTION, layout.SEAL)
    whole = Kind(sealed=True, redacted=True, declared=True, recorded=True)
    text = how_to(PROGRAM, NOW, Messages("en"), whole).decode("utf-8")
    assert not [path for path in more if f"\n{path} " not in text]
    assert not [path for path in more if f"\n{path} " in text_in("en")]


ONE = "Signature #1:\n  - Signed Ranges: [0 - 9], [20 - 30]\n  - Total document signed\n"
VALID = "  - Signature Validation: Signature is Valid.\n"
PART = ONE.replace("Total document signed", "Not total document signed") + VALID


@pytest.mark.parametrize(
    ("printed", "passes"),
    [
        (ONE + VALID, True),
        (PART, False),
        # Two signatures that hold, and something on top that neither covers.
        (PART + PART.replace("#1", "#2"), False),
        (PART + (ONE + VALID).replace("#1", "#2"), False),
        (ONE + "  - Signature Validation: Digest Mismatch.\n", False),
        (PART.replace("\n", "\n  - Signer Certificate Common Name: Total document signed\n", 1), False),
        ("File 'report.pdf' does not contain any signatures\n", False),
    ],
)
def test_only_one_signature_over_all_of_the_report_is_taken_for_good(printed: str, passes: bool) -> None:
    sealed = how_to(PROGRAM, NOW, Messages("en"), Kind(sealed=True)).decode("utf-8")
    (line,) = [each for each in commands(sealed) if each.startswith('test "$(pdfsig')]
    said = line.replace(f"pdfsig -nocert {layout.REPORT}", "cat")
    done = subprocess.run(["sh", "-c", said], input=printed, capture_output=True, text=True, check=False)
    assert (done.returncode == 0, done.stdout == "report: OK\n") == (passes, passes)


@pytest.mark.parametrize(
    ("stated", "key", "passes"),
    [("a" * 64, "a" * 64, True), ("a" * 64, "b" * 64, False), ("a" * 64, "", False), ("", "", False)],
)
def test_without_a_key_no_key_is_taken_for_good(tmp_path: Path, stated: str, key: str, passes: bool) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / layout.CUSTODY).write_text(f'{{"details": {{"seal": "{stated}"}}}}')
    sealed = how_to(PROGRAM, NOW, Messages("en"), Kind(sealed=True)).decode("utf-8")
    (line,) = [each for each in commands(sealed) if each.endswith('echo "key: OK"')]
    done = subprocess.run(["sh", "-c", f"KEY={key}\n{line}"], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode == 0, done.stdout == b"key: OK\n") == (passes, passes)


@pytest.mark.parametrize(
    "extra", ["data/link", "link", "tagmanifest-sha256.txt.sh", "x/tagmanifest-sha256.txt"]
)
def test_a_link_or_a_file_under_a_name_like_that_of_the_lists_is_counted(tmp_path: Path, extra: str) -> None:
    for path in ("data/a", "b", layout.TAG_MANIFEST, layout.SEAL, layout.timestamp(1)):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("x  b\n")
    (tmp_path / layout.MANIFEST).write_text("x  data/a\n")
    (tmp_path / layout.TAG_MANIFEST).write_text("x  b\nx  manifest\n")
    lines = [line for line in commands(text_in("en")) if line.startswith('test "$(find')]

    def counted() -> list[int]:
        return [subprocess.run(["sh", "-c", line], cwd=tmp_path, check=False).returncode for line in lines]

    assert counted() == [0, 0]
    (tmp_path / extra).parent.mkdir(exist_ok=True)
    (tmp_path / extra).symlink_to("/nowhere")
    assert sum(counted()) == 1


def test_an_unsealed_bundle_is_not_given_steps_for_a_seal_or_a_timestamp() -> None:
    found = " ".join(commands(text_in("en")))
    assert "pdfsig" not in found
    assert "openssl" not in found


def test_the_limits_are_said() -> None:
    text = " ".join(text_in("en").split())
    assert "They do not show that a page, a setting or a message was real." in text
    assert "Its holder can make another one" in text
    assert "It speaks for the files under data/ alone" in text
    assert "2026-11-21 by Privacy Settings Inspector 1.2.3 with catalog 2026-11-20" in text
