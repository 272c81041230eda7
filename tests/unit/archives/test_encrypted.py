# SPDX-License-Identifier: Apache-2.0
"""Encrypted zips are read with their password, say so where it is wrong, and never show it."""

from __future__ import annotations

import hashlib
import logging
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from inspector.archives.again import member_again
from inspector.archives.read import read_source
from inspector.archives.secret import Secret
from inspector.domain.reading import SourceReading
from tests.makers.containers import encrypted
from tests.makers.hostile_zips import Raw, stored, zipped
from tests.makers.linkedin import account
from tests.makers.winzip import sealed
from tests.makers.zips import Member, Options, zip_bytes
from tests.unit.archives.ways import NOW, WHEN, counts, read, said, statuses

MADE = account()
PASSWORD = "Zebra-417-ü"


def unlocked(path: Path, password: str | None = PASSWORD) -> SourceReading:
    return read_source(path, NOW, password=password)


def written(where: Path, data: bytes) -> Path:
    path = where / "locked.zip"
    path.write_bytes(data)
    return path


def aes(strength: Literal[1, 2, 3] = 3, version: Literal[1, 2] = 2) -> list[Raw]:
    secret = PASSWORD.encode()
    return [sealed(one.name, one.data, secret, strength=strength, version=version) for one in MADE.members]


@pytest.mark.parametrize("spelling", ["utf-8", "cp1252", "cp437"])
def test_the_old_encryption_opens_with_its_password_in_any_encoding(spelling: str, tmp_path: Path) -> None:
    path = written(tmp_path, encrypted(MADE.members, PASSWORD.encode(spelling)))
    reading = unlocked(path)
    assert (reading.source.status, said(reading)) == ("read", [])
    assert counts(reading) == counts(read(MADE.write(tmp_path)))
    hashes = {member.name: member.sha256 for member in reading.source.members}
    assert hashes == {one.name: hashlib.sha256(one.data).hexdigest() for one in MADE.members}


@pytest.mark.parametrize("strength", [1, 2, 3])
@pytest.mark.parametrize("version", [1, 2])
def test_aes_opens_in_every_strength(
    strength: Literal[1, 2, 3], version: Literal[1, 2], tmp_path: Path
) -> None:
    reading = unlocked(written(tmp_path, zipped(aes(strength, version))))
    assert (reading.source.status, said(reading)) == ("read", [])
    assert counts(reading) == counts(read(MADE.write(tmp_path)))


def test_a_large_member_opens_across_blocks(tmp_path: Path) -> None:
    data = bytes(range(256)) * 12_000 + b"odd"
    noise = hashlib.shake_256(b"noise").digest(3_000_001)
    members = [sealed("a.bin", data, b"p"), sealed("b.bin", noise, b"p", strength=1)]
    classic = zip_bytes([Member("c.bin", noise[:300_000], WHEN)], Options(password=b"p"))
    for path, contents in (
        (written(tmp_path, zipped(members)), {"a.bin": data, "b.bin": noise}),
        (written(tmp_path / ".", classic), {"c.bin": noise[:300_000]}),
    ):
        path.write_bytes(zipped(members) if "a.bin" in contents else classic)
        found = {member.name: member.sha256 for member in unlocked(path, "p").source.members}
        assert found == {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}


@pytest.mark.parametrize("kind", ["old", "aes"])
@pytest.mark.parametrize("password", [None, "wrong", ""])
def test_without_the_right_password_nothing_is_read_and_nothing_called_absent(
    kind: str, password: str | None, tmp_path: Path
) -> None:
    data = encrypted(MADE.members, PASSWORD.encode()) if kind == "old" else zipped(aes())
    reading = unlocked(written(tmp_path, data), password)
    assert (reading.source.status, reading.source.unread_bears) == ("encrypted", True)
    assert (reading.facts, reading.tallies) == ((), ())
    assert {member.status for member in reading.source.members} <= {"encrypted", "damaged"}
    reasons = {member.reason.id for member in reading.source.members if member.reason}
    assert ("encrypted" in reasons) if password is None else ("wrong_password" in reasons)
    assert ("does not open" in said(reading)[0]) is (password is not None)


def test_a_wrong_password_is_told_of_an_archive_nobody_knows(tmp_path: Path) -> None:
    path = written(tmp_path, zipped([sealed("a.txt", b"x", b"right")]))
    assert unlocked(path, "right").source.status == "unsupported"
    wrong = unlocked(path, "wrong")
    assert (wrong.source.status, wrong.source.unread_bears) == ("encrypted", True)
    assert "does not open" in said(wrong)[0]


@pytest.mark.parametrize("place", [3, 40, -12, -1], ids=["salt", "content", "content_end", "seal"])
def test_encrypted_bytes_that_were_changed_are_told(place: int, tmp_path: Path) -> None:
    members = aes()
    victim = next(number for number, one in enumerate(members) if b"Shares" in one.name)
    data = bytearray(members[victim].data)
    data[place] ^= 1
    members[victim] = replace(members[victim], data=bytes(data))
    reading = unlocked(written(tmp_path, zipped(members)))
    assert reading.source.status == "partial"
    assert statuses(reading)[members[victim].name.decode()] in {"damaged", "encrypted"}
    assert "posts" not in counts(reading)


def test_members_that_are_not_encrypted_are_read_beside_those_that_are(tmp_path: Path) -> None:
    members = [stored(one.name, one.data) for one in MADE.members[:-1]] + aes()[-1:]
    reading = unlocked(written(tmp_path, zipped(members)), None)
    assert reading.source.status == "partial"
    assert list(statuses(reading).values())[-1] == "encrypted"


@pytest.mark.parametrize("flags", [0x41, 0x2001], ids=["strong", "masked"])
def test_other_encryptions_are_listed_as_unsupported(flags: int, tmp_path: Path) -> None:
    path = written(tmp_path, zipped([replace(stored("a.csv", b"x" * 40), flags=flags)]))
    (member,) = unlocked(path).source.members
    assert (member.status, member.reason and member.reason.id) == ("unsupported", "encryption")


def test_a_member_can_be_had_again_with_the_password_alone(tmp_path: Path) -> None:
    path = written(tmp_path, zipped(aes()))
    first = MADE.members[0]
    with member_again(path, first.name, PASSWORD)() as stream:
        assert stream.read() == first.data
    with pytest.raises(FileNotFoundError):
        member_again(path, first.name)()


def test_the_password_shows_nowhere(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for data in (zipped(aes()), encrypted(MADE.members, b"other"), b"PK\x03\x04 no zip"):
        reading = unlocked(written(tmp_path, data))
        assert "Zebra" not in repr(reading)
    assert "Zebra" not in caplog.text
    secret = Secret(PASSWORD)
    assert "Zebra" not in f"{secret!r} {secret} {[secret]}"
    with pytest.raises(TypeError, match="not stored"):
        pickle.dumps(secret)
