# SPDX-License-Identifier: Apache-2.0
"""Bytes in blocks of any size, as a container may hand them out."""

from __future__ import annotations

from collections.abc import Iterator


def cut(data: bytes, size: int) -> Iterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]
