# SPDX-License-Identifier: Apache-2.0
"""Names of members are shown without tricks, and dangerous ones are told."""

from __future__ import annotations

import pytest

from inspector.archives.names import base, is_junk, is_unsafe, parent, shown


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jobs/Saved Jobs.csv", "Jobs/Saved Jobs.csv"),
        ("Artikel/à l’observatoire.html", "Artikel/à l’observatoire.html"),
        ("gnp\u202egpj.exe", "gnp\\u202egpj.exe"),
        ("a\u200bb\x00c\n.csv", "a\\u200bb\\u0000c\\u000a.csv"),
        ("\U000e0041", "\\U000e0041"),
        ("bad\udcff.csv", "bad\\udcff.csv"),
    ],
)
def test_characters_that_hide_or_reorder_are_shown_as_escapes(name: str, expected: str) -> None:
    assert shown(name) == expected


@pytest.mark.parametrize(
    "name",
    ["../x.csv", "a/../../x", "/etc/x", "C:\\x", "c:x", "..\\x", "\\x", "\\\\host\\share", "x\0.csv"],
)
def test_names_that_lead_elsewhere_are_unsafe(name: str) -> None:
    assert is_unsafe(name)


@pytest.mark.parametrize("name", ["x.csv", "Jobs/x.csv", "Jobs\\x.csv", "a..b/..c", "…/x", "1:1 talks.csv"])
def test_ordinary_names_are_safe(name: str) -> None:
    assert not is_unsafe(name)


@pytest.mark.parametrize("name", ["__MACOSX/a/._b.csv", "a/._b.csv", ".DS_Store", "a/.DS_Store", "Thumbs.db"])
def test_what_computers_leave_behind_is_junk(name: str) -> None:
    assert is_junk(name)


def test_an_ordinary_file_is_no_junk() -> None:
    assert not is_junk("_a/.b/messages.csv")


def test_parent_and_last_part() -> None:
    assert (parent("a/b/c.csv"), parent("c.csv"), parent("a\\c.csv")) == ("a/b/", "", "a\\")
    assert (base("a/b/c.csv"), base("a\\c.csv")) == ("c.csv", "c.csv")
