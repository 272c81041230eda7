# SPDX-License-Identifier: Apache-2.0
"""Any flipped byte of a bundle's zip shows, and the file it belongs to is named."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest

from inspector.bundle import layout, zipform, ziplist
from inspector.bundle.verifying import verify
from tests.unit.bundle.fictional import failures, named_files, written

FLIPS = 500
END_OF_ALL = ""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(tmp_path_factory.mktemp("flips")).read_bytes()


def owners(data: bytes) -> list[str]:
    """For every byte the file that it belongs to: its header, its bytes, its place in the directory."""
    listing = ziplist.by_directory(io.BytesIO(data), len(data))
    paths = [entry.name.removeprefix(f"{layout.FOLDER}/") for entry in listing.entries]
    found: list[str] = []
    for path, entry in zip(paths, listing.entries, strict=True):
        found += [path] * (entry.end - entry.offset)
    for path, entry in zip(paths, listing.entries, strict=True):
        found += [path] * len(zipform.directory_entry(entry))
    return found + [END_OF_ALL] * (len(data) - len(found))


def missed(target: Path, data: bytes, at: int, flip: int, owner: str) -> str | None:
    """What verify failed to say of one changed byte."""
    changed = bytearray(data)
    changed[at] ^= flip
    target.write_bytes(changed)
    found = verify(target)
    if found.ok or "container" not in failures(found):
        return f"byte {at} ^ {flip}: not noticed"
    if owner and not any(owner in value for value in named_files(found)):
        return f"byte {at} ^ {flip}: {owner} not named, but {sorted(named_files(found))}"
    return None


def test_500_random_flips_all_fail_and_name_the_file(tmp_path: Path, whole: bytes) -> None:
    chance, owner = random.Random(20261121), owners(whole)
    places = [chance.randrange(len(whole)) for _ in range(FLIPS)]
    found = [
        missed(tmp_path / "flipped.zip", whole, at, chance.randrange(1, 256), owner[at]) for at in places
    ]
    assert not [each for each in found if each]


def test_every_byte_that_is_no_content_fails_and_names_the_file(tmp_path: Path, whole: bytes) -> None:
    listing = ziplist.by_directory(io.BytesIO(whole), len(whole))
    content = {at for entry in listing.entries for at in range(entry.start, entry.end)}
    chance, owner = random.Random(2), owners(whole)
    found = [
        missed(tmp_path / "flipped.zip", whole, at, chance.randrange(1, 256), owner[at])
        for at in range(len(whole))
        if at not in content
    ]
    assert len(found) > 1000
    assert not [each for each in found if each]


def test_a_byte_taken_out_or_put_in_anywhere_fails(tmp_path: Path, whole: bytes) -> None:
    chance, target = random.Random(3), tmp_path / "shifted.zip"
    for _ in range(100):
        at = chance.randrange(len(whole))
        for changed in (whole[:at] + whole[at + 1 :], whole[:at] + b"\0" + whole[at:]):
            target.write_bytes(changed)
            assert "container" in failures(verify(target)), at


def test_noise_raises_nothing(tmp_path: Path, whole: bytes) -> None:
    chance, target = random.Random(4), tmp_path / "noise.zip"
    for _ in range(200):
        changed = bytearray(whole)
        for _ in range(chance.randrange(1, 400)):
            changed[chance.randrange(len(whole))] = chance.choice((0, 255, chance.randrange(256)))
        target.write_bytes(changed[: chance.randrange(1, len(whole) + 1)])
        assert not verify(target).ok
