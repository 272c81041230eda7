# SPDX-License-Identifier: Apache-2.0
"""A bundle behind a password: others' programs open it with the password, and nothing shows without."""

from __future__ import annotations

import shutil
import struct
import subprocess
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from inspector.archives.again import member_again
from inspector.bundle import layout, locking
from inspector.bundle.contents import BundleError
from inspector.bundle.verifying import verify
from inspector.bundle.writing import write
from tests.unit.bundle.fictional import CONTENTS, NOW, failures, written

PASSWORD = "seven small telescopes"
SEVEN = shutil.which("7z")


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("locked") / "locked.zip"
    write(CONTENTS, target, NOW, "en", lock=PASSWORD)
    return target


@pytest.mark.skipif(SEVEN is None, reason="7-Zip is not installed")
def test_7_zip_opens_it_to_the_very_bundle(locked: Path, tmp_path: Path) -> None:
    assert SEVEN
    run = subprocess.run(
        [SEVEN, "x", f"-p{PASSWORD}", f"-o{tmp_path}", str(locked)], capture_output=True, check=False
    )
    assert run.returncode == 0, run.stdout.decode()
    assert (tmp_path / locking.MEMBER).read_bytes() == written(tmp_path).read_bytes()
    assert verify(tmp_path / locking.MEMBER).ok
    wrong = subprocess.run(
        [SEVEN, "t", "-pwrong password here", str(locked)], capture_output=True, check=False
    )
    assert wrong.returncode != 0


@pytest.mark.skipif(SEVEN is None, reason="7-Zip is not installed")
@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 65_535, 65_536, 65_537, 200_000])
def test_any_size_comes_out_as_it_went_in(size: int, tmp_path: Path) -> None:
    assert SEVEN
    data = bytes(number * 7 % 256 for number in range(size))
    out = BytesIO()
    with locking.locked(out, PASSWORD, size) as lock:
        for start in range(0, size, 1000):
            lock.write(data[start : start + 1000])
    (tmp_path / "any.zip").write_bytes(out.getvalue())
    assert len(out.getvalue()) == locking.length(size)
    subprocess.run(
        [SEVEN, "x", f"-p{PASSWORD}", f"-o{tmp_path}", str(tmp_path / "any.zip")],
        capture_output=True,
        check=True,
    )
    assert (tmp_path / locking.MEMBER).read_bytes() == data


def test_nothing_of_the_bundle_shows(locked: Path, tmp_path: Path) -> None:
    data = locked.read_bytes()
    for plain in (b"findings", b"manifest", b"VERIFY", b"Registration", b"BagIt", PASSWORD.encode()):
        assert plain not in data
    assert len(data) == locking.length(written(tmp_path).stat().st_size)
    write(CONTENTS, tmp_path / "again.zip", NOW, "en", lock=PASSWORD)
    assert (tmp_path / "again.zip").read_bytes() != data, "the salt is new each time"


def test_the_program_itself_sees_what_it_is(locked: Path) -> None:
    assert failures(verify(locked)) == {"container": ["container.locked"]}
    with closing(member_again(locked, f"{layout.FOLDER}/{layout.BAGIT}", PASSWORD)()) as inside:
        assert inside.read(5) == b"BagIt"


def test_it_may_take_the_place_of_an_earlier_one_and_of_nothing_else(locked: Path, tmp_path: Path) -> None:
    target = tmp_path / "target.zip"
    shutil.copy(locked, target)
    write(CONTENTS, target, NOW, "en")
    assert verify(target).ok
    write(CONTENTS, target, NOW, "en", lock=PASSWORD)
    target.write_bytes(b"PK\x03\x04 something else of mine")
    with pytest.raises(BundleError) as caught:
        write(CONTENTS, target, NOW, "en", lock=PASSWORD)
    assert caught.value.note.key == "bundle.write.foreign"


@pytest.mark.parametrize("password", ["", "short", "elevenchars", "größer als alles", "a\nb" * 9, "x" * 129])
def test_a_password_that_is_short_or_special_locks_nothing(password: str, tmp_path: Path) -> None:
    with pytest.raises(BundleError) as caught:
        write(CONTENTS, tmp_path / "none.zip", NOW, "en", lock=password)
    assert caught.value.note.key == "bundle.lock.password"
    assert not list(tmp_path.iterdir())


def test_beyond_4_gigabytes_the_sizes_stand_in_the_wide_fields() -> None:
    size = 5 << 30
    out = BytesIO()
    with pytest.raises(ValueError, match=r"^0$"), locking.locked(out, PASSWORD, size):
        pass
    extra = out.getvalue()[30 + len(locking.MEMBER) :]
    assert struct.unpack_from("<2H2Q", extra) == (1, 16, size, size + 28)
    assert extra[20:22] == b"\x01\x99"
    assert locking.length(size) > size
