# SPDX-License-Identifier: Apache-2.0
"""What is held as a capture unread: a picture waits for a person, what is none is said to be none."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.captures.held import hold
from inspector.system.messages import Messages

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("data", [b"", b"just text", b"\0\1\2\3" * 500])
@pytest.mark.parametrize("name", ["settings.png", "settings.JPG", "settings.heic"])
def test_what_is_no_picture_is_said_to_be_none(data: bytes, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    source = hold(path, NOW).source
    assert (source.status, source.unread_bears) == ("refused", True)
    assert source.reason is not None
    said = Messages().text(source.reason.key, **source.reason.as_dict())
    assert (
        said
        == f"{name} is called a picture, but its content is none, so nothing of it counts. Save it again."
    )


@pytest.mark.parametrize(
    "start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"RIFF\0\0\0\0WEBPVP8 ", b"<!DOCTYPE html><html>"]
)
def test_pictures_and_pages_under_a_pictures_name_wait_for_a_person(start: bytes, tmp_path: Path) -> None:
    path = tmp_path / "settings.png"
    path.write_bytes(start + bytes(100))
    source = hold(path, NOW).source
    assert (source.status, source.reason and source.reason.key) == ("unsupported", "capture.not_said")
