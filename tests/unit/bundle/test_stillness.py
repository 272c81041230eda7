# SPDX-License-Identifier: Apache-2.0
"""What changes while it is checked is told as that, and what took a file's place is not followed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.bundle import layout
from inspector.bundle.verification import Verification
from inspector.bundle.verifying import verify
from tests.unit.bundle.fictional import check_of, failures, files_of, unpacked, written
from tests.unit.bundle.sealed import sealed_bundle

Files = dict[str, bytes]


class Once:
    """Does something when the first bytes were read."""

    def __init__(self, deed: Callable[[], object]) -> None:
        self.deed: Callable[[], object] | None = deed

    def __call__(self, size: int) -> None:
        del size
        if self.deed is not None:
            deed, self.deed = self.deed, None
            deed()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return unpacked(tmp_path, files_of(written(tmp_path)))


def told(found: Verification) -> list[tuple[str, object]]:
    assert not found.ok
    return [(note.key, note.as_dict().get("file")) for note in check_of(found, "container").notes]


def test_a_bundle_that_stands_still_says_nothing_of_it(root: Path) -> None:
    assert verify(root).ok


def rewritten(root: Path) -> None:
    data = (root / layout.REPORT).read_bytes()
    (root / layout.REPORT).write_bytes(data)
    os.utime(root / layout.REPORT, ns=(1, 1))


CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a file that came": (lambda root: (root / "data" / "new.txt").write_bytes(b"x"), "data/new.txt"),
    "a file that went": (lambda root: (root / layout.HOW_TO).unlink(), layout.HOW_TO),
    "a file that was written anew": (rewritten, layout.REPORT),
    "a file that grew": (
        lambda root: (root / layout.FINDINGS).write_bytes(b"{}" * 999),
        layout.FINDINGS,
    ),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_what_changes_in_a_folder_meanwhile_is_named(root: Path, kind: str) -> None:
    change, file = CHANGES[kind]
    found = verify(root, None, Once(lambda: change(root)))
    assert told(found) == [("bundle.file.moving", file)]


def test_a_zip_that_is_still_being_copied_is_told_so(tmp_path: Path) -> None:
    bundle = written(tmp_path)

    def more() -> None:
        with bundle.open("ab") as file:
            file.write(b"more")

    assert ("bundle.container.moving", None) in told(verify(bundle, None, Once(more)))


@pytest.mark.parametrize("instead", ["link", "pipe"])
def test_what_took_the_place_of_a_file_is_neither_followed_nor_waited_for(
    tmp_path: Path, root: Path, instead: str
) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes((root / layout.VERIFY_PAGE).read_bytes())

    def swapped() -> None:
        (root / layout.VERIFY_PAGE).unlink()
        if instead == "pipe":
            os.mkfifo(root / layout.VERIFY_PAGE)
        else:
            (root / layout.VERIFY_PAGE).symlink_to(secret)

    found = verify(root, None, Once(swapped))
    assert ("bundle.file.moving", layout.VERIFY_PAGE) in told(found)
    if instead == "link":
        assert failures(found)["completeness"] == ["file.unreadable"]


@pytest.mark.parametrize(
    "path", [layout.CUSTODY, layout.MANIFEST, layout.TAG_MANIFEST, layout.SEAL, layout.REPORT]
)
def test_a_file_that_cannot_be_read_accuses_nobody(tmp_path: Path, path: str) -> None:
    """What became a link meanwhile is not opened, which is for the check as if it had no leave to read it."""
    root = unpacked(tmp_path, files_of(sealed_bundle(tmp_path)))

    def shut() -> None:
        (root / path).unlink()
        (root / path).symlink_to("/nowhere")

    # The first file that is read comes before all of these.
    found = failures(verify(root, None, Once(shut)))
    assert found.pop("container") == ["file.moving"]
    assert found
    assert {key for keys in found.values() for key in keys} == {"file.unreadable"}
