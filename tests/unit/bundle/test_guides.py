# SPDX-License-Identifier: Apache-2.0
"""Guides inside a bundle that are not the program's own are named, wherever all hashes and seals fit them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.bundle import layout
from inspector.bundle.verification import Verification
from inspector.bundle.verifying import verify
from inspector.bundle.writing import write
from inspector.system.messages import Messages, available
from tests.unit.bundle.fictional import (
    CONTENTS,
    NOW,
    check_of,
    files_of,
    report_pdf,
    retagged,
    sha256,
    verified,
    written,
)
from tests.unit.bundle.sealed import KEY, OTHER, sealed_again, sealed_bundle, with_seal

Files = dict[str, bytes]
GREEN = b"<!doctype html><title>Check</title><h1>Intact.</h1>"


def said(found: Verification) -> list[str]:
    """What is said of the guides of a bundle whose lists are in order."""
    lists = check_of(found, "manifest")
    assert lists.ok
    return [note.id for note in lists.notes if note.key.startswith("bundle.guide.")]


@pytest.fixture(autouse=True)
def version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bundles of these tests say that this version made them."""
    monkeypatch.setattr("inspector.bundle.guides.__version__", CONTENTS.program.version)


@pytest.mark.parametrize("lang", sorted(available()))
def test_nothing_is_said_of_the_program_s_own_guides(tmp_path: Path, lang: str) -> None:
    full = replace(CONTENTS, declarations=lambda own: f"I, ___, {own}\n".encode(), record_json=b"{}\n")
    write(full, tmp_path / "b.zip", NOW, lang)
    assert said(verify(tmp_path / "b.zip")) == []


@pytest.mark.parametrize("asked", [0, 1])
def test_nor_of_those_of_a_sealed_bundle_whether_stamps_were_asked_for_or_not(
    tmp_path: Path, asked: int
) -> None:
    assert said(verify(sealed_bundle(tmp_path, [lambda _what, _data: None] * asked))) == []


CHANGES: dict[str, tuple[Callable[[Files], Files], list[str]]] = {
    "a page that is green whatever it is given": (
        lambda files: {**files, layout.VERIFY_PAGE: GREEN},
        ["page"],
    ),
    "commands that do harm": (
        lambda files: {**files, layout.HOW_TO: files[layout.HOW_TO] + b"    $ rm -rf ~\n"},
        ["instructions"],
    ),
    "both": (
        lambda files: {**files, layout.HOW_TO: b"All is well.\n", layout.VERIFY_PAGE: GREEN},
        ["instructions", "page"],
    ),
    "another day": (
        lambda files: {
            **files, layout.BAG_INFO: files[layout.BAG_INFO].replace(b"2026-11-21", b"2020-01-01")
        },
        ["instructions"],
    ),
    "no day at all": (
        lambda files: {**files, layout.BAG_INFO: files[layout.BAG_INFO].replace(b"Bagging-Date", b"Day")},
        ["instructions"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", CHANGES)
@pytest.mark.parametrize("sealed", [False, True])
def test_guides_that_someone_put_in_are_named_after_the_bundle_was_made_fit_again(
    tmp_path: Path, kind: str, sealed: bool
) -> None:
    change, wanted = CHANGES[kind]
    files = change(files_of(sealed_bundle(tmp_path) if sealed else written(tmp_path)))
    found = verified(tmp_path, sealed_again(files, OTHER) if sealed else retagged(files))
    assert found.ok
    assert said(found) == wanted


def test_of_the_guides_of_another_version_no_more_is_said_than_can_be(tmp_path: Path) -> None:
    files = files_of(written(tmp_path))
    other = {path: files[path].replace(b"1.2.3", b"1.2.2") for path in (layout.BAG_INFO, layout.HOW_TO)}
    assert said(verified(tmp_path, retagged({**files, **other}))) == []
    older = {**other, layout.HOW_TO: b"Other words.\n"}
    assert said(verified(tmp_path, retagged({**files, **older}))) == ["version"]
    hostile = {path: data.replace(b"1.2.2", b"1\x1b[31m") for path, data in older.items()}
    assert said(verified(tmp_path, retagged({**files, **hostile}))) == ["instructions"]


def test_a_report_in_the_place_of_another_is_told_of_where_only_the_fingerprint_speaks(
    tmp_path: Path,
) -> None:
    """An unsealed bundle's fingerprint covers what lies under data/: the sentence must not say more."""
    files = files_of(written(tmp_path))
    own = sha256(files[layout.MANIFEST])
    verified(tmp_path, retagged({**files, layout.REPORT: report_pdf(own) + b"% another"}))
    found = verify(tmp_path / "forged.zip", own)
    assert found.ok
    assert found.verdict.key == "bundle.verdict.expected"
    assert "speaks for the files under data/ alone" in Messages("en").text(found.verdict.key)


def test_under_a_seal_only_its_key_can_put_in_another_report(tmp_path: Path) -> None:
    """The fingerprint names the key, and the key seals the report: its holder alone can make two of one."""
    files = files_of(sealed_bundle(tmp_path))
    own = sha256(files[layout.MANIFEST])
    other = {**files, layout.REPORT: report_pdf(own)}
    verified(tmp_path, with_seal(other, OTHER))
    assert not verify(tmp_path / "forged.zip", own).ok
    verified(tmp_path, with_seal(other, KEY))
    found = verify(tmp_path / "forged.zip", own)
    assert found.ok
    assert found.verdict.key == "bundle.verdict.sealed_expected"
    assert "only the holder of the key stands" in Messages("en").text(found.verdict.key)
