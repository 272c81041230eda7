# SPDX-License-Identifier: Apache-2.0
"""Pictures are decoded small and within limits; what cannot be shown says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from inspector.gui.collect.preview import PictureError, decode
from tests.makers.pictures import picture


def test_pictures_are_decoded_small(tmp_path: Path) -> None:
    path = tmp_path / "wide.png"
    path.write_bytes(picture(1, 3000, 20))
    assert decode(path, QSize(300, 300)).size() == QSize(300, 2)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("drawing.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no_picture"),
        ("cut.png", picture(1)[:-40], "damaged"),
        ("empty.png", b"", "no_picture"),
        ("huge.png", picture(1, 40_000, 1), "too_large"),
    ],
)
def test_what_cannot_be_shown_says_why(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(PictureError) as error:
        decode(tmp_path / name)
    assert error.value.args == (reason,)


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(PictureError):
        decode(tmp_path / "gone.png")
