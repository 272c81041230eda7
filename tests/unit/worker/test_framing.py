# SPDX-License-Identifier: Apache-2.0
"""Messages survive their way, in frames of at most 1 MiB; what is no frame is refused."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.worker.framing import MOST_FRAME, FramingError, framed, messages


def heard(data: bytes, most: int = 8 << 20) -> list[bytes]:
    return list(messages(io.BytesIO(data).read, most))


@given(st.lists(st.binary(min_size=1, max_size=50), max_size=5))
def test_messages_come_out_as_they_went_in(sent: list[bytes]) -> None:
    assert heard(b"".join(frame for one in sent for frame in framed(one))) == sent


@pytest.mark.parametrize("size", [1, MOST_FRAME - 1, MOST_FRAME, MOST_FRAME + 1, 3 * MOST_FRAME, 5_000_000])
def test_a_large_message_comes_in_several_frames(size: int) -> None:
    message = bytes(range(251)) * (size // 251 + 1)
    frames = list(framed(message[:size]))
    assert all(len(frame) <= MOST_FRAME + 4 for frame in frames)
    assert len(frames) == -(-size // MOST_FRAME)
    assert heard(b"".join(frames)) == [message[:size]]


@pytest.mark.parametrize(
    "data",
    [
        b"\0",
        b"\0\0\0",
        b"\0\0\0\0",
        b"\0\0\0\5abcd",
        struct.pack(">I", MOST_FRAME + 1) + bytes(MOST_FRAME + 1),
        b"\xff\xff\xff\xff" + b"x" * 100,
        struct.pack(">I", 1 << 31 | 3) + b"abc",
        b"Traceback (most recent call last):",
    ],
)
def test_what_is_no_frame_is_refused(data: bytes) -> None:
    with pytest.raises(FramingError):
        heard(data)


def test_a_message_without_end_is_refused_before_it_is_kept() -> None:
    frame = struct.pack(">I", 1 << 31 | MOST_FRAME) + bytes(MOST_FRAME)
    taken = 0

    def read(size: int) -> bytes:
        nonlocal taken
        piece = (frame * 2)[taken % len(frame) : taken % len(frame) + size]
        taken += size
        return piece

    with pytest.raises(FramingError):
        list(messages(read, 4 << 20))
    assert taken < 6 << 20


@given(st.binary(max_size=200))
def test_any_bytes_give_messages_or_are_refused(data: bytes) -> None:
    try:
        found = heard(data)
    except FramingError:
        return
    assert b"".join(frame for one in found for frame in framed(one)) == data
