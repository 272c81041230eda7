# SPDX-License-Identifier: Apache-2.0
"""Depth from brackets alone, exact where it matters; and escapes that are never cut."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from inspector.archives.formats.escapes import whole_pair_blocks, whole_pairs
from inspector.archives.formats.nesting import DEEPEST, Nesting, TooDeepError, is_too_deep
from tests.unit.archives.formats.pieces import cut


def fed(blocks: Iterable[bytes]) -> Nesting:
    nesting = Nesting()
    for block in blocks:
        nesting.feed(block)
    return nesting


@pytest.mark.parametrize("pair", [(b"[", b"]"), (b'{"a":', b"}"), (b'[{"x":', b"}]")])
@pytest.mark.parametrize("size", [1 << 20, 4096, 100, 3])
def test_the_deepest_that_is_read_is_exact(pair: tuple[bytes, bytes], size: int) -> None:
    levels = pair[0].count(b"[") + pair[0].count(b"{")

    def deep(depth: int) -> bytes:
        return pair[0] * (depth // levels) + b"1" + pair[1] * (depth // levels)

    assert fed(cut(deep(DEEPEST), size)).depth == 0
    with pytest.raises(TooDeepError):
        fed(cut(deep(DEEPEST + levels), size))


def test_many_brackets_side_by_side_are_not_deep() -> None:
    assert not is_too_deep(b"[" + b"[[],{}]," * 5000 + b"[]]")
    assert not is_too_deep(b'["' + b"[{" * 5000 + b'"]')
    assert is_too_deep(b"[[]" * 300 + b"]" * 300)


def test_quotes_and_backslashes_in_strings_do_not_confuse() -> None:
    text = rb'{"a\\":"\"[[[","b":["\\\"{",[1]]}'
    for size in (len(text), 1000):
        nesting = fed(whole_pair_blocks(cut(text, size)))
        assert nesting.depth == 0
        assert not nesting.inside_string


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (rb"\ud800", rb"\ufffd"),
        (rb"\ud83d\ude00", rb"\ud83d\ude00"),
        (rb"\\ud800", rb"\\ud800"),
        (rb"\\\ud800", rb"\\\ufffd"),
        (rb"\ude00\ud83d", rb"\ufffd\ufffd"),
        (rb"\ud83d\ud83d\ude00", rb"\ufffd\ud83d\ude00"),
        (rb"\ud83d\n\ude00", rb"\ufffd\n\ufffd"),
    ],
)
@pytest.mark.parametrize("before", [0, 1, 5, 6, 11, 12, 13])
def test_lone_surrogates_are_found_wherever_blocks_are_cut(text: bytes, mended: bytes, before: int) -> None:
    padded = b"x" * before + text + b"y" * 3
    assert whole_pairs(padded) == b"x" * before + mended + b"yyy"
    for size in range(1, 20):
        assert b"".join(whole_pair_blocks(cut(padded, size))) == b"x" * before + mended + b"yyy"


def test_text_without_surrogates_is_not_copied() -> None:
    text = rb'{"a":"\n\u00e9"}'
    assert whole_pairs(text) is text
