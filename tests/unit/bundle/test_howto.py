# SPDX-License-Identifier: Apache-2.0
"""VERIFY.txt as a person reads it: every command is there, every line fits, every limit is said."""

from __future__ import annotations

import shlex

import pytest

from inspector.bundle import layout
from inspector.bundle.howto import commands, how_to
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


def test_an_unsealed_bundle_is_not_given_steps_for_a_seal_or_a_timestamp() -> None:
    found = " ".join(commands(text_in("en")))
    assert "pdfsig" not in found
    assert "openssl" not in found


def test_the_limits_are_said() -> None:
    text = " ".join(text_in("en").split())
    assert "They do not show that a page, a setting or a message was real." in text
    assert "Its holder can make another one" in text
    assert "2026-11-21 by Privacy Settings Inspector 1.2.3 with catalog 2026-11-20" in text
