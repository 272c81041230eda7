# SPDX-License-Identifier: Apache-2.0
"""Bags of other programs: checked as RFC 8493 asks, named as what they are, and no safer for a liar."""

from __future__ import annotations

import hashlib
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest

from inspector.app.checking import verify as verify_in_worker
from inspector.bundle.foreign import is_foreign
from inspector.bundle.verifying import verify
from inspector.system.messages import Messages
from tests.unit.bundle.fictional import check_of, failures, files_of, named_files, unpacked, written

NAMES = ("letter.txt", "größe/пример.txt", "with space.txt", "hundred%.txt")


def made(folder: Path, *algorithms: str) -> Path:
    """A bag as the tool of the Library of Congress makes it."""
    root = folder / "bag"
    for name in NAMES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"what stands in {name}", "utf-8")
    bagit.make_bag(str(root), {"Source-Organization": "Example"}, checksums=list(algorithms) or None)
    return root


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    # That tool leaves a percent sign as it is, which other readers take for the start of an escape.
    return made(tmp_path, "sha256", "sha512")


@pytest.mark.parametrize("algorithms", [("sha256",), ("sha512",), ("sha256", "md5")])
def test_a_bag_of_another_program_is_whole_and_said_to_be_one(
    tmp_path: Path, algorithms: tuple[str, ...]
) -> None:
    root = made(tmp_path, *algorithms)
    found = verify(root)
    assert found.ok, failures(found)
    assert found.verdict.key == "bundle.verdict.foreign"
    assert check_of(found, "seal").ok is None
    assert (found.fingerprint is not None) is ("sha256" in algorithms)
    assert verify_in_worker(root) == found


def test_weak_hashes_are_said_to_be_weak(tmp_path: Path) -> None:
    found = verify(made(tmp_path, "md5"))
    assert found.ok
    assert "can be forged" in check_of(found, "payload").sentences(Messages())[0]


def test_the_fingerprint_may_be_expected(bag: Path) -> None:
    own = hashlib.sha256((bag / "manifest-sha256.txt").read_bytes()).hexdigest()
    assert verify(bag, own).expected
    assert failures(verify(bag, "0" * 64)) == {"manifest": ["manifest.unexpected"]}
    assert failures(verify(bag, "none")) == {"manifest": ["manifest.bad_expectation"]}


def append(path: str, text: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def remove(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink()


def rename(path: str, to: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / path).rename(root / to)

    return change


LIST = "manifest-sha256.txt"
# What is done, the checks that fail, and what is named.
BROKEN: dict[str, tuple[Callable[[Path], None], set[str], str]] = {
    "a changed file": (append("data/letter.txt", "!"), {"payload", "manifest"}, "data/letter.txt"),
    "a missing file": (remove("data/letter.txt"), {"completeness", "manifest"}, "data/letter.txt"),
    "a renamed file": (rename("data/letter.txt", "data/other.txt"), {"completeness"}, "data/other.txt"),
    "an added file": (append("data/more.txt", "x"), {"completeness", "manifest"}, "data/more.txt"),
    "a changed tag file": (append("bag-info.txt", "X: y\n"), {"manifest"}, "bag-info.txt"),
    "a path that leads out": (
        append("manifest-sha256.txt", "0" * 64 + "  data/../../../etc/passwd\n"),
        {"manifest", "completeness"},
        "data/../../../etc/passwd",
    ),
    "an absolute path": (append(LIST, "0" * 64 + "  /etc/passwd\n"), {"manifest"}, LIST),
    "a line that is none": (append(LIST, "nothing\n"), {"manifest"}, LIST),
    "files that lie elsewhere": (append("fetch.txt", "x"), {"completeness"}, ""),
    "another declaration": (append("bagit.txt", "more\n"), {"manifest"}, "bagit.txt"),
    "two names that are one": (
        append("data/LETTER.txt", "x"),
        {"completeness", "manifest"},
        "data/letter.txt",
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_wrong_is_caught_and_named(bag: Path, kind: str) -> None:
    change, checks, named = BROKEN[kind]
    change(bag)
    found = verify(bag)
    assert set(failures(found)) == checks
    assert not named or named in named_files(found)


def test_a_name_in_another_unicode_form_is_the_same_name_and_two_of_them_are_not(bag: Path) -> None:
    listed = bag / "data" / "größe"
    other = bag / "data" / unicodedata.normalize("NFD", "größe")
    listed.rename(other)
    assert verify(bag).ok
    shutil.copytree(other, listed)
    assert "foreign.alike" in failures(verify(bag))["completeness"]


def test_links_are_not_followed(bag: Path) -> None:
    (bag / "data" / "link.txt").symlink_to("/etc/passwd")
    assert failures(verify(bag)) == {"completeness": ["file.not_plain"]}


def test_no_list_that_can_be_read_is_no_bag_that_is_whole(bag: Path) -> None:
    for path in bag.glob("*manifest*"):
        path.unlink()
    assert "foreign.no_manifest" in failures(verify(bag))["completeness"]


def test_our_own_bundle_is_never_taken_for_a_foreign_one(tmp_path: Path) -> None:
    files = files_of(written(tmp_path))
    root = unpacked(tmp_path, files)
    for path in ("VERIFY.txt", "data/findings.json", "data/custody.json", "data/members.json"):
        (root / path).unlink()
        assert not is_foreign(root)
        assert not verify(root).ok
