# SPDX-License-Identifier: Apache-2.0
"""A locked bundle is checked through its lock: with the password alone, to the last byte of the lock too."""

from __future__ import annotations

import random
from io import SEEK_CUR, SEEK_END, BytesIO
from pathlib import Path

import pytest

from inspector.app import checking
from inspector.app.lock_form import problems
from inspector.app.verdict import asks_for_password, headline
from inspector.bundle import locking, unlocking, zipform
from inspector.bundle.streams import unheard
from inspector.bundle.verifying import verify
from inspector.bundle.writing import write
from inspector.bundle.ziplist import UnreadableZipError
from inspector.worker.protocol import Verify
from tests.unit.bundle.fictional import CONTENTS, NOW, failures, written

PASSWORD = "seven small telescopes"
OTHER = "eight small telescopes"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("locked") / "locked.zip"
    write(CONTENTS, target, NOW, "en", lock=PASSWORD)
    return target


def behind(data: bytes) -> BytesIO:
    out = BytesIO()
    with locking.locked(out, PASSWORD, len(data)) as lock:
        lock.write(data)
    return out


def test_with_the_password_the_checks_are_those_of_the_bundle_beneath(locked: Path, tmp_path: Path) -> None:
    plain = verify(written(tmp_path))
    found = verify(locked, password=PASSWORD)
    assert found == plain
    assert found.ok
    assert not asks_for_password(found)
    assert verify(locked, found.fingerprint, password=PASSWORD).expected is True


@pytest.mark.parametrize(
    "password", [OTHER, PASSWORD.upper(), f"{PASSWORD} ", "short", "", "sieben kleine Löwen"]
)
def test_another_password_opens_nothing_and_is_asked_for_again(locked: Path, password: str) -> None:
    found = verify(locked, password=password)
    assert failures(found) == {"container": ["container.wrong_password"]}
    assert asks_for_password(found)
    assert headline(found).key == "bundle.container.wrong_password"


def test_without_a_password_it_is_asked_for(locked: Path) -> None:
    assert asks_for_password(verify(locked))


def test_the_worker_opens_it_too_and_its_task_does_not_show_the_password(locked: Path) -> None:
    assert checking.verify(locked, password=PASSWORD).ok
    assert asks_for_password(checking.verify(locked, password=OTHER))
    assert PASSWORD not in repr(Verify(b"x", None, None, PASSWORD))


def test_any_changed_byte_is_told(locked: Path, tmp_path: Path) -> None:
    data, dice = locked.read_bytes(), random.Random(7)
    head, tail = map(len, locking.around(len(data) - locking.EXTRA - sum(map(len, locking.around(0)))))
    after_lock = len(data) - tail - locking.SEAL
    places = {*range(head + 18), *range(after_lock, len(data))}
    places |= {dice.randrange(head + 18, after_lock) for _ in range(20)}
    for at in sorted(places):
        changed = bytearray(data)
        changed[at] ^= 1 << dice.randrange(8)
        (tmp_path / "changed.zip").write_bytes(changed)
        found = verify(tmp_path / "changed.zip", password=PASSWORD)
        assert found.checks[0].ok is False, at
        if at >= head + 18 and at < len(data) - tail:
            assert "container.lock_changed" in failures(found)["container"], at
            assert not asks_for_password(found)


@pytest.mark.parametrize("cut", [1, 22, 60, 100, 5_000])
def test_what_is_cut_off_or_longer_is_no_lock_of_this_program(locked: Path, tmp_path: Path, cut: int) -> None:
    data = locked.read_bytes()
    for changed in (data[:-cut], data + bytes(cut)):
        (tmp_path / "cut.zip").write_bytes(changed)
        found = verify(tmp_path / "cut.zip", password=PASSWORD)
        assert failures(found) == {"container": ["container.lock_form"]}
        assert not asks_for_password(found)


def test_any_place_beneath_can_be_read_from() -> None:
    data = random.Random(3).randbytes(300_000)
    file, dice = behind(data), random.Random(5)
    with unlocking.unlocked(file, len(file.getvalue()), PASSWORD, unheard) as inside:
        assert (inside.size, inside.problems) == (len(data), ())
        for _ in range(200):
            at, count = dice.randrange(len(data) + 10), dice.randrange(0, 70_000)
            inside.stream.seek(at)
            assert inside.stream.read(count) == data[at : at + count]
        inside.stream.seek(-7, SEEK_END)
        assert inside.stream.seek(3, SEEK_CUR) == len(data) - 4
        assert inside.stream.read() == data[-4:]
        with pytest.raises(ValueError, match="-1"):
            inside.stream.seek(-1)
    assert not file.closed


@pytest.mark.parametrize("size", [0, 1, 1 << 20, zipform.FULL_32 - 28 - 1, zipform.FULL_32 - 28, 5 << 30])
def test_the_length_of_a_locked_bundle_tells_that_of_the_bundle(size: int) -> None:
    assert unlocking._size(locking.length(size)) == size


def test_a_file_too_short_for_a_lock_is_told() -> None:
    for length in (0, 50, locking.length(0) - 1):
        with pytest.raises(UnreadableZipError):
            unlocking._size(length)


def test_a_check_of_a_locked_bundle_can_be_stopped_while_its_lock_is_looked_at(locked: Path) -> None:
    heard: list[int] = []

    def passed(size: int) -> None:
        heard.append(size)
        raise InterruptedError

    with (
        pytest.raises(InterruptedError),
        locked.open("rb") as file,
        unlocking.unlocked(file, locked.stat().st_size, PASSWORD, passed),
    ):
        pytest.fail("the lock was not looked at")
    assert heard == [0]


@pytest.mark.parametrize(
    ("password", "again", "expected"),
    [
        ("", "", {"password": "missing"}),
        ("eleven char", "", {"password": "short"}),
        ("x" * 129, "", {"password": "long"}),
        ("sieben Löwen am See", "", {"password": "signs"}),
        ("line\nbreak in the words", "", {"password": "signs"}),
        (PASSWORD, OTHER, {"again": "differ"}),
        (PASSWORD, PASSWORD, {}),
        ("x" * 128, "x" * 128, {}),
    ],
)
def test_what_is_wrong_with_a_password_is_told_by_field(
    password: str, again: str, expected: dict[str, str]
) -> None:
    found = {
        name: one.key.removeprefix("bundle.lock.form.") for name, one in problems(password, again).items()
    }
    assert found == expected
