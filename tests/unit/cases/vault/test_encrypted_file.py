# SPDX-License-Identifier: Apache-2.0
"""Encrypted files give back what went in, or say that they were altered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.cases.vault.encrypted_file import CHUNK, AlteredError, decrypted, encrypt

KEY, OTHER = b"k" * 32, b"o" * 32
SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7)


def content(size: int) -> bytes:
    return bytes(number % 251 for number in range(4096)) * (size // 4096 + 1)


@pytest.mark.parametrize("size", SIZES)
def test_the_content_comes_back(tmp_path: Path, size: int) -> None:
    data = content(size)[:size]
    assert encrypt(tmp_path / "one", [data], KEY) == size
    assert b"".join(decrypted(tmp_path / "one", KEY)) == data


@given(st.lists(st.integers(0, CHUNK), max_size=5))
def test_how_the_content_comes_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int]
) -> None:
    path = tmp_path_factory.mktemp("files") / "one"
    encrypt(path, (content(size)[:size] for size in sizes), KEY)
    assert b"".join(decrypted(path, KEY)) == b"".join(content(size)[:size] for size in sizes)


def test_nothing_of_the_content_can_be_read(tmp_path: Path) -> None:
    encrypt(tmp_path / "one", [b"a fictional secret " * 100], KEY)
    assert b"fictional" not in (tmp_path / "one").read_bytes()


def test_the_same_content_gives_other_bytes_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        encrypt(tmp_path / name, [b"same"], KEY)
    assert (tmp_path / "one").read_bytes() != (tmp_path / "two").read_bytes()


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    encrypt(tmp_path / "one", [b"content"], KEY)
    with pytest.raises(AlteredError):
        list(decrypted(tmp_path / "one", OTHER))


def altered(whole: bytes) -> Iterator[tuple[str, bytes]]:
    head, size = 21, CHUNK + 16
    first, second, third = (whole[head + number * size : head + (number + 1) * size] for number in range(3))
    yield "a byte of the magic", b"X" + whole[1:]
    yield "a byte of the id", whole[:10] + bytes([whole[10] ^ 1]) + whole[11:]
    yield "a byte of the content", whole[: head + 100] + bytes([whole[head + 100] ^ 1]) + whole[head + 101 :]
    yield "the last chunk is missing", whole[:head] + first + second
    yield "cut inside a chunk", whole[:-1]
    yield "cut to the head", whole[:head]
    yield "cut inside the head", whole[:7]
    yield "two chunks swapped", whole[:head] + second + first + third
    yield "one chunk twice", whole[:head] + first + first + second + third
    yield "bytes behind the end", whole + b"\0"
    yield "a chunk behind the end", whole + third
    yield "nothing", b""


@pytest.mark.parametrize("which", range(12))
def test_an_alteration_shows(tmp_path: Path, which: int) -> None:
    encrypt(tmp_path / "one", [content(3 * CHUNK)[: 2 * CHUNK + 500]], KEY)
    name, data = list(altered((tmp_path / "one").read_bytes()))[which]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(AlteredError):
        list(decrypted(tmp_path / name, KEY))


def test_a_chunk_of_another_file_does_not_pass(tmp_path: Path) -> None:
    for name in ("one", "two"):
        encrypt(tmp_path / name, [name.encode() * 10], KEY)
    mixed = (tmp_path / "one").read_bytes()[:21] + (tmp_path / "two").read_bytes()[21:]
    (tmp_path / "three").write_bytes(mixed)
    with pytest.raises(AlteredError):
        list(decrypted(tmp_path / "three", KEY))


def test_an_interrupted_writing_leaves_nothing(tmp_path: Path) -> None:
    def blocks() -> Iterator[bytes]:
        yield b"x" * (2 * CHUNK)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        encrypt(tmp_path / "one", blocks(), KEY)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over_another_file(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"kept")
    with pytest.raises(FileExistsError):
        encrypt(tmp_path / "one", [b"new"], KEY)
    assert (tmp_path / "one").read_bytes() == b"kept"
